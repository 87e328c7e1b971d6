"""The page of one meeting: its agenda, what was said and decided, and who was there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generators.archive import Archive, once_per_archive
from generators.dates import as_given, long_date
from generators.frame import record_page
from generators.ids import outer
from generators.in_pack import in_pack
from generators.link import Link
from generators.markdown import Markdown
from generators.page import Page
from generators.problem import count
from generators.raised import address_of
from generators.sections.meetings import views
from generators.sections.meetings.files import attachments
from generators.sections.meetings.notes import item_notes, meeting_notes
from generators.sections.meetings.places import ItemPlace, item_places
from generators.sections.meetings.raised import carried_out, is_binding, ref_of, request_ref
from generators.sections.meetings.records import Body, Meeting
from generators.sections.meetings.records.item import Decision, Item, Vote
from generators.sections.meetings.records.meeting import Attendance

GROUPS = {"member": "Members", "officer": "Officers", "in attendance": "In attendance"}


@dataclass(frozen=True)
class Followed:
    """The pages of the tracker on which what an item asks for is followed; empty where there is none."""

    decisions: tuple[str, ...]
    actions: tuple[str, ...]
    requests: tuple[str, ...]


@dataclass(frozen=True)
class ItemView:
    """An item as the page shows it."""

    item: Item
    place: ItemPlace
    shown_number: str
    facts: tuple[tuple[str, str], ...]
    outcomes: tuple[str, ...]
    votes: tuple[str, ...]
    due: tuple[str, ...]
    followed: Followed
    notes: tuple[Markdown, ...]
    report_not_held: bool


@dataclass(frozen=True)
class Group:
    """Those who attended in one capacity."""

    title: str
    entries: tuple[Attendance, ...]
    has_roles: bool
    """Whether anything is to be said of the role of any of them."""


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every meeting."""
    for meeting in archive.all(Meeting):
        yield _page(archive, meeting)


def _page(archive: Archive, meeting: Meeting) -> Page:
    body = archive.get(Body, meeting.body)
    title = views.meeting_title(archive, meeting)
    before, after = views.index(archive).neighbours[meeting.id]
    considered = {id for item in meeting.items for id in item.papers}
    papers = views.index(archive).papers_of.get(meeting.id, ())
    values = {
        "pack_pages": _pack_pages(archive, meeting),
        "body_name": body.name if body else "",
        "other_papers": tuple(
            Link(paper.title, f"meetings/{paper.id}/") for paper in papers if paper.id not in considered
        ),
        "withdrawn_papers": _withdrawn_papers(archive).get(meeting.id, ()),
        "files": attachments(archive, meeting.path, meeting.attachments),
    }
    trail = (views.MEETINGS, Link(body.short_name, f"meetings/{body.id}/")) if body else (views.MEETINGS,)
    return record_page(
        archive, meeting, title, trail, values, section="meetings/", previous=before, next=after, view=_view,
        status=views.STATES[meeting.state].words,
        description=f"{title}: {views.STATES[meeting.state].words.lower()}, {count(len(meeting.items), 'item')}.",
    )  # fmt: skip


@once_per_archive
def _withdrawn_papers(archive: Archive) -> dict[str, tuple[Link, ...]]:
    """By meeting, where it is told of each of its papers that was withdrawn: when and why, and no more of it."""
    found: dict[str, tuple[Link, ...]] = {}
    for stone in archive.tombstones:
        if stone.noun == "paper":
            link = Link(f"A paper withdrawn on {long_date(stone.date)}", f"meetings/{stone.id}/")
            found[outer(stone.id)] = (*found.get(outer(stone.id), ()), link)
    return found


def _pack_pages(archive: Archive, meeting: Meeting) -> dict[str, Link]:
    """By the number printed on it, every page of an attached pack that an item or decision names."""
    of_items = (item.pack_page for item in meeting.items)
    of_decisions = (decision.pack_page for item in meeting.items for decision in item.decisions)
    found = ((number, in_pack(archive, meeting.id, number)) for number in (*of_items, *of_decisions) if number)
    return {number: link for number, link in found if link}


def _view(page: Page) -> dict[str, Any]:
    meeting: Meeting = page.values["record"]
    places = item_places(meeting)
    items = tuple(_item(meeting.id, item, place) for item, place in zip(meeting.items, places, strict=True))
    return {
        "state": views.STATES[meeting.state],
        "minutes_words": _minutes(meeting),
        "date": as_given(meeting.date, meeting.date_as_printed).removeprefix(long_date(meeting.date)),
        "items": items,
        "items_title": _items_title(meeting),
        "item_anchors": views.item_anchors(meeting),
        "groups": tuple(_groups(meeting)),
        "notes": meeting_notes(meeting, page.links),
    }


def _item(meeting: str, item: Item, place: ItemPlace) -> ItemView:
    return ItemView(
        item=item,
        place=place,
        shown_number=views.item_number(item),
        facts=tuple(_facts(item)),
        outcomes=tuple(dict.fromkeys(decision.outcome for decision in item.decisions)),
        votes=tuple(_vote(decision) for decision in item.decisions),
        due=tuple(as_given(action.due, action.due_as_printed) or "not stated" for action in item.actions),
        followed=_followed(meeting, item, place),
        notes=item_notes(item),
        report_not_held=views.has_report_not_held(item),
    )


def _followed(meeting: str, item: Item, place: ItemPlace) -> Followed:
    carried = carried_out(meeting, item, place)
    decisions = zip(item.decisions, place.decisions, strict=True)
    return Followed(
        tuple(_of_decision(meeting, anchor, carried) if is_binding(decision) else "" for decision, anchor in decisions),
        tuple(address_of(ref_of(meeting, anchor)) for anchor in place.actions),
        tuple(address_of(request_ref(meeting, place, at)) for at in range(1, len(item.reports_requested) + 1)),
    )


def _of_decision(meeting: str, anchor: str, carried: Mapping[str, tuple[str, ...]]) -> str:
    """Where a decision is followed: with the one action that carries it out, or on the page that names several."""
    refs = carried.get(anchor, ())
    return address_of(refs[0] if len(refs) == 1 else ref_of(meeting, anchor))


def _facts(item: Item) -> Iterator[tuple[str, str]]:
    """The particulars of an item, each with its name."""
    if item.number and item.minute:
        yield "Agenda item", item.number
    if item.report_of:
        yield "Report of", ", ".join(item.report_of)
    if item.report:
        yield "Form", f"{item.report} report" if item.report != "presentation" else item.report
    if item.marked:
        yield "Marked", item.marked
    if item.purpose:
        yield "Purpose", item.purpose
    if item.taken:
        yield "Order taken", f"taken as number {item.taken}"


def _vote(decision: Decision) -> str:
    """Mover, seconder and vote in one sentence; empty where the minutes give none."""
    words = []
    if decision.moved_by:
        words.append(f"Moved by {decision.moved_by}")
    if decision.seconded_by:
        words.append(f"seconded by {decision.seconded_by}")
    if decision.vote:
        words.append(_count(decision.vote))
    sentence = ", ".join(word for word in words if word)
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else ""


def _count(vote: Vote) -> str:
    counts = (("for", vote.votes_for), ("against", vote.votes_against), ("abstained", vote.abstained))
    parts = [f"{number} {word}" for word, number in counts if number is not None]
    carried = "lost" if vote.carried is False else "carried" if vote.carried or vote.unanimous else ""
    if carried:
        parts.insert(0, f"{carried} unanimously" if vote.unanimous else carried)
    if vote.casting_vote:
        parts.append(f"the casting vote of the chair {vote.casting_vote}")
    if vote.as_printed:
        parts.append(vote.as_printed)
    return ", ".join(parts)


def _groups(meeting: Meeting) -> Iterator[Group]:
    for capacity, title in GROUPS.items():
        entries = tuple(entry for entry in meeting.attendance if entry.capacity == capacity)
        if entries:
            yield Group(title, entries, any(_has_role(entry) for entry in entries))


def _has_role(entry: Attendance) -> bool:
    """Whether the table says more of somebody than the name, or the role in its place, and the attendance."""
    named = entry.person is not None and entry.role
    return bool(named or entry.in_chair or entry.substitute_for is not None or entry.as_printed)


def _minutes(meeting: Meeting) -> str:
    """What a badge says of the minutes; nothing where the record tells of the meeting and does not name them."""
    words = views.minutes_words(meeting)
    said = {"confirmed": "Minutes confirmed", "draft": "Draft minutes", "not on this site": "Minutes not on this site"}
    return said.get(words, "")


def _items_title(meeting: Meeting) -> str:
    if meeting.minutes:
        return "Agenda and minutes"
    return "Items of business" if views.is_reported(meeting) else "Agenda"
