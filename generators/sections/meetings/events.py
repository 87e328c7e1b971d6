"""Meetings as events of a calendar: one that is moved stays the same event, on its new day."""

from collections.abc import Iterator
from typing import Literal

from generators.archive import Archive
from generators.dates import long_date
from generators.follow.event import Event
from generators.link import to_record
from generators.references import key_of
from generators.sections.meetings.records import Body, Meeting

STATUS: dict[str, Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]] = {
    "scheduled": "CONFIRMED",
    "held": "CONFIRMED",
    "no record": "TENTATIVE",
    "postponed": "CANCELLED",
    "cancelled": "CANCELLED",
}


def events(archive: Archive) -> Iterator[Event]:
    """Every meeting that has not given way to another, by day. A later day is always that of the later meeting."""
    meetings = sorted(archive.all(Meeting), key=lambda meeting: (meeting.date, meeting.id))
    before: dict[str, tuple[Meeting, ...]] = {}
    for meeting in meetings:
        after = archive.get(Meeting, meeting.postponed_to)
        if after and after.id not in before:
            before[after.id] = (*before.get(meeting.id, ()), meeting)
    moved = {one.id for earlier in before.values() for one in earlier}
    bodies = {body.id: body.name for body in archive.all(Body)}
    for meeting in meetings:
        if meeting.id not in moved:
            yield _event(archive, meeting, before.get(meeting.id, ()), bodies.get(meeting.body, "Meeting"))


def _event(archive: Archive, meeting: Meeting, before: tuple[Meeting, ...], body: str) -> Event:
    """One event. `before`: the meetings whose place it took, the first one first."""
    first, chain = (*before, meeting)[0], (*before, meeting)
    again = {"cancelled": "Cancelled: ", "postponed": "Postponed: "}.get(meeting.state, "")
    moved = [f"Moved from {long_date(one.date)}.{f' {one.reason}' if one.reason else ''}" for one in before]
    return Event(
        key=key_of("meeting", first.formerly[0] if first.formerly else first.id),
        body=meeting.body,
        title=f"{again}{body}{f': {meeting.title}' if meeting.title else ''}",
        address=to_record(archive, meeting).address,
        day=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place or ("Online" if meeting.online else ""),
        status=STATUS[meeting.state],
        words="\n".join([*moved, *([meeting.reason] if meeting.reason else [])]),
        sequence=len(before) + sum(len(one.changes) + len(one.formerly) for one in chain),
        changed=max((one.last_changed for one in chain if one.last_changed), default=meeting.date),
    )
