"""The files by which the site is followed: feeds, calendars, the map for search engines. Each with a key of its own."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from typing import NamedTuple

import orjson

from generators import sections
from generators.archive import Archive, once_per_archive
from generators.follow.atom import to_atom
from generators.follow.calendar import to_calendar
from generators.follow.event import Event
from generators.follow.feed import Feed
from generators.follow.feeds import BODY, feeds
from generators.follow.json_feed import to_json_feed
from generators.follow.publisher import Publisher
from generators.keys import maker

CALENDAR = "calendar/"
"""The page beside whose address the calendar of all meetings lies: `calendar.ics`."""


DUTIES = "duties:duties"
"""In place of a body, in the events that are the last days of duties: no body can have it as its id."""


class Made(NamedTuple):
    """One file. The same key, the same bytes."""

    path: str
    key: str
    make: Callable[[], bytes]


def files(archive: Archive, publisher: Publisher) -> Iterator[Made]:
    """Every feed and every calendar."""
    for feed in feeds(archive, publisher.name):
        key = _hash(feed, publisher)
        yield Made(f"{feed.address}feed.atom", f"{key}-atom", partial(to_atom, feed, publisher))
        yield Made(f"{feed.address}feed.json", f"{key}-json", partial(to_json_feed, feed, publisher))
    events = tuple(event for section in sections.modules("events") for event in section.events(archive))
    for path, title, body in calendars(archive, publisher.name).values():
        listed = [event for event in events if event.body == body or (not body and event.body != DUTIES)]
        yield Made(path, _hash(listed, title, publisher), partial(to_calendar, title, listed, publisher))


@once_per_archive
def calendars(archive: Archive, name: str) -> dict[str, tuple[str, str, str]]:
    """The path and title of every calendar and the body it is of, or DUTIES, by the page beside which it is named."""
    kind = archive.kind_called(BODY)
    found = {CALENDAR: ("calendar.ics", f"All meetings: {name}", "")}
    for id, body in archive.records[BODY].items():
        address = kind.address(id)
        found[address] = (f"{address}calendar.ics", f"Meetings: {kind.label(body)}", id)
    if archive.records["duties"]:
        found["duties/"] = ("duties/calendar.ics", f"Last days: {name}", DUTIES)
    return found


def _hash(*made_from: Feed | Publisher | Sequence[Event] | str) -> str:
    return sha256(orjson.dumps(made_from, default=tuple) + maker().encode()).hexdigest()
