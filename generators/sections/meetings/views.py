"""What several pages show of the same records: business in order, papers by item, words for a state."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from generators.archive import Archive, once_per_archive
from generators.dates import long_date
from generators.link import Link
from generators.sections.meetings.places import ItemPlace, item_places
from generators.sections.meetings.records import Body, Meeting, Paper
from generators.sections.meetings.records.item import Item

MEETINGS = Link("Meetings", "meetings/")
T = TypeVar("T")


@dataclass(frozen=True)
class State:
    """The state of a meeting in words, and how it is to look."""

    words: str
    tone: str


STATES = {
    "scheduled": State("Scheduled", "open"),
    "postponed": State("Postponed", "warn"),
    "held": State("Held", "plain"),
    "cancelled": State("Cancelled", "warn"),
    "no record": State("No record that it was held", "plain"),
}


class Business(NamedTuple):
    """One item of one meeting, with its place. A tuple, because there are tens of thousands at every start."""

    body: Body | None
    meeting: Meeting
    item: Item
    place: ItemPlace
    link: Link
    """The item on its meeting's page."""


@dataclass(frozen=True)
class Index:
    """What is looked up from many pages, worked out once for an archive."""

    papers_of: Mapping[str, tuple[Paper, ...]]
    """The papers in a meeting's folder, by the meeting's id."""
    meetings_of: Mapping[str, tuple[Meeting, ...]]
    """A body's meetings in order of date, by the body's id."""
    neighbours: Mapping[str, tuple[Link | None, Link | None]]
    """The meetings of the same body before and after one, by its id."""
    considered: Mapping[str, tuple[Business, ...]]
    """The items that considered a paper, by the paper's id."""
    business: tuple[Business, ...]
    """Every item of every meeting, in order of date."""


@once_per_archive
def in_order(archive: Archive) -> tuple[Meeting, ...]:
    """Every meeting, by date."""
    return tuple(sorted(archive.all(Meeting), key=lambda meeting: (meeting.date, meeting.id)))


@once_per_archive
def index(archive: Archive) -> Index:
    """The index of an archive."""
    papers: dict[str, list[Paper]] = defaultdict(list)
    for paper in archive.all(Paper):
        papers[paper.id.rpartition("/")[0]].append(paper)
    meetings: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in in_order(archive):
        meetings[meeting.body].append(meeting)
    business = tuple(_business(archive))
    considered: dict[str, list[Business]] = defaultdict(list)
    for found in business:
        for id in found.item.papers:
            considered[id].append(found)
    neighbours = {id: pair for found in meetings.values() for id, pair in _neighbours(archive, found)}
    return Index(_frozen(papers), _frozen(meetings), neighbours, _frozen(considered), business)


def item_title(item: Item) -> str:
    """`21/17 Election of Chair`."""
    return f"{item_number(item)} {item.title}".strip()


def item_number(item: Item) -> str:
    """The number a reader knows the item by: of the minutes, or else of the agenda."""
    return item.minute or item.number or ""


def meeting_title(archive: Archive, meeting: Meeting) -> str:
    """`Police and Crime Panel: Annual meeting, 15 June 2020`."""
    body = archive.get(Body, meeting.body)
    name = body.short_name if body else "Meeting"
    if meeting.title:
        name = meeting.title if name.casefold() in meeting.title.casefold() else f"{name}: {meeting.title}"
    return f"{name}, {long_date(meeting.date)}"


def meeting_link(archive: Archive, meeting: Meeting) -> Link:
    """A link to a meeting that names its body."""
    return _meeting_links(archive)[meeting.id]


@once_per_archive
def _meeting_links(archive: Archive) -> dict[str, Link]:
    return {
        meeting.id: Link(meeting_title(archive, meeting), f"meetings/{meeting.id}/") for meeting in archive.all(Meeting)
    }


def is_reported(meeting: Meeting) -> bool:
    """Whether the record tells what happened at the meeting, and not only what was to."""
    came = any(entry.status != ("invited",) for entry in meeting.attendance)
    return came or any(item.discussion or item.decisions or item.actions for item in meeting.items)


def minutes_words(meeting: Meeting) -> str:
    """What a list says of a meeting's minutes; nothing where there cannot be any yet."""
    if meeting.minutes:
        return meeting.minutes.state
    if is_reported(meeting):
        return "not stated"
    return "not on this site" if meeting.state in ("held", "no record") else ""


def item_anchors(meeting: Meeting) -> dict[str, str]:
    """The anchor of every item by its id and by each of its printed numbers; the minute number wins."""
    placed = [(item, place.anchor) for item, place in zip(meeting.items, item_places(meeting), strict=True)]
    by_agenda = {item.number: anchor for item, anchor in placed if item.number}
    by_minute = {item.minute: anchor for item, anchor in placed if item.minute}
    by_id = {item.id: anchor for item, anchor in placed if item.id}
    return {**by_agenda, **by_minute, **by_id}


def has_report_not_held(item: Item) -> bool:
    """Whether the item considered a written report that the site does not have."""
    shown = item.papers or item.cites or item.follows
    return not shown and (item.report in ("written", "joint written") or bool(item.marked and item.report_of))


def _neighbours(archive: Archive, meetings: list[Meeting]) -> Iterator[tuple[str, tuple[Link | None, Link | None]]]:
    links = [None, *(meeting_link(archive, meeting) for meeting in meetings), None]
    for at, meeting in enumerate(meetings):
        yield meeting.id, (links[at], links[at + 2])


def _business(archive: Archive) -> Iterator[Business]:
    for meeting in in_order(archive):
        body = archive.get(Body, meeting.body)
        for item, place in zip(meeting.items, item_places(meeting), strict=True):
            yield Business(body, meeting, item, place, Link(item_title(item), f"meetings/{meeting.id}/#{place.anchor}"))


def _frozen(found: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {id: tuple(records) for id, records in found.items()}
