"""What meetings decided, as feeds announce it."""

from collections import Counter
from collections.abc import Iterator

from generators.archive import Archive
from generators.follow.entries import EVERYTHING, MOST
from generators.follow.happening import Happening
from generators.link import Link, to_record
from generators.references import key_of
from generators.sections.meetings.places import item_places
from generators.sections.meetings.records import Body, Meeting


def happenings(archive: Archive) -> Iterator[Happening]:
    """Every decision that a feed has room for, for who follows its body or the matter of its item.

    There are tens of thousands: once all the feeds of an item are full, what is older is passed over.
    """
    told: Counter[str] = Counter()
    for meeting in sorted(archive.all(Meeting), key=lambda meeting: meeting.date, reverse=True):
        around = (EVERYTHING, key_of("body", meeting.body))
        followed = [(*around, *(key_of("matter", matter) for matter in item.matters)) for item in meeting.items]
        wanted = [any(told[key] < MOST for key in keys) for keys in followed]
        if any(wanted):
            for number, found in _of_meeting(archive, meeting):
                if wanted[number]:
                    told.update(followed[number])
                    yield found._replace(about=followed[number])


def _of_meeting(archive: Archive, meeting: Meeting) -> Iterator[tuple[int, Happening]]:
    """Every decision of a meeting with the place of its item among them."""
    body, page = archive.get(Body, meeting.body), to_record(archive, meeting)
    where = f"{body.short_name}, {page.text}" if body else page.text
    for number, (item, place) in enumerate(zip(meeting.items, item_places(meeting), strict=True)):
        for decision, anchor in zip(item.decisions, place.decisions, strict=True):
            id = f"{key_of('meeting', meeting.id)}/{anchor}"
            link = Link(f"{item.title} ({where})", f"{page.address}#{anchor}")
            what = decision.outcome.capitalize()
            yield number, Happening(id, meeting.date, link, what, decision.text, (), meeting.published)
