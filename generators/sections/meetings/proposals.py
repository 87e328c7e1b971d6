"""What is proposed for a new meeting or paper: from the meetings of the body, its agenda and its forward plan."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from itertools import pairwise
from statistics import median_low
from typing import Any

from generators.archive import Archive
from generators.dates import long_date, printed_days
from generators.ids import outer
from generators.proposed import ID, WITHIN, Known, Proposals, Proposed
from generators.sections.meetings.numbering import next_letter, next_numbers
from generators.sections.meetings.records import Body, ForwardPlanEntry, Meeting, Paper
from generators.sections.meetings.records.item import Item
from generators.sections.meetings.usual_items import usual

WRITE = ". Once it was held, write present, apologies or absent"
"""What becomes of the list of those who are invited."""
LOOKED_AT = 6
"""So many meetings show how often a body meets."""


def meeting(archive: Archive, known: Known, today: date) -> dict[str, Proposed]:
    """The next meeting of a body."""
    every = sorted(archive.all(Meeting), key=lambda one: one.date)
    body = known.get("body") or (every[-1].body if every else "")
    past = [one for one in every if one.body == body]
    day = _day(known.get("date"))
    found = {"body": Proposed(body, "the last one that met")} if body else {}
    found["date"] = _next(archive, past, body, today)
    if day:
        ahead = day > today
        found[ID] = Proposed(day.isoformat())
        found["state"] = Proposed("scheduled" if ahead else "held", "by its date")
        found |= _like_the_last(archive, past, body, day, is_held=not ahead)
    return {name: proposed for name, proposed in found.items() if proposed.value}


def paper(archive: Archive, known: Known, today: date) -> dict[str, Proposed]:
    """The next paper of a meeting, for the first item that awaits one."""
    every = sorted(archive.all(Meeting), key=lambda one: one.date)
    ahead = [one for one in every if one.date >= today]
    for_ = archive.get(Meeting, known.get(WITHIN)) or next(iter(ahead or every[-1:]), None)
    if for_ is None:
        return {}
    found = {WITHIN: Proposed(for_.id, "the next meeting" if ahead else "the last meeting")}
    item = _awaits(for_, known.get("title"))
    letter = (item.marked if item else None) or next_letter(_marks(archive, for_))
    found["marked"] = Proposed(letter or "", "the next letter")
    if item:
        why = f"from item {item.number or item.minute or item.id or ''} of the meeting".replace("  ", " ")
        found["title"] = Proposed(item.title, why)
        found["report_of"] = Proposed(list(item.report_of), why)
        found["purpose"] = Proposed(item.purpose or "", why)
        found["matters"] = Proposed(list(item.matters), why)
    return {name: proposed for name, proposed in found.items() if proposed.value}


def _awaits(meeting: Meeting, title: str | None) -> Item | None:
    """The first item without a paper that has this title; while there is no title, the first that is a report."""
    waiting = (item for item in meeting.items if not item.papers)
    return next((item for item in waiting if (item.title == title if title else item.report)), None)


def _marks(archive: Archive, meeting: Meeting) -> list[str]:
    """The letters with which papers of a meeting are marked, by its items and by themselves."""
    beside = (paper for paper in archive.all(Paper) if outer(paper.id) == meeting.id)
    return [mark for mark in (*(item.marked for item in meeting.items), *(paper.marked for paper in beside)) if mark]


def _next(archive: Archive, past: Sequence[Meeting], body: str, today: date) -> Proposed:
    """The day of the next meeting: planned, announced, or by how often the body met."""
    days = {one.date for one in past}
    planned = sorted(
        (one.date, one.subject)
        for one in archive.all(ForwardPlanEntry)
        if one.date and one.date >= today and one.id.startswith(f"{body}/") and one.date not in days
    )
    if planned:
        return Proposed(planned[0][0].isoformat(), "from the forward plan")
    printed = past[-1].next_meeting.as_printed if past and past[-1].next_meeting else ""
    for year, month, day in printed_days(printed):
        found = date(year, month, day)
        if found not in days and found >= today:
            return Proposed(found.isoformat(), "as the last meeting announced it")
    weeks = _weeks(sorted(days)[-LOOKED_AT:])
    if not weeks:
        return Proposed("")
    after = past[-1].date
    while after < today:
        after += timedelta(weeks=weeks)
    why = f"{weeks} weeks apart, as the last meetings; the last was on {long_date(past[-1].date)}"
    return Proposed(after.isoformat(), why)


def _weeks(days: Sequence[date]) -> int:
    """How many weeks lie between the meetings of a body, as a rule."""
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return max(round(median_low(gaps) / 7), 1) if gaps else 0


def _like_the_last(
    archive: Archive, past: Sequence[Meeting], body: str, day: date, *, is_held: bool
) -> dict[str, Proposed]:
    """What the meeting is likely to have in common with the last one that was held, and its usual items."""
    record = archive.get(Body, body)
    held = [one for one in past if one.state == "held" and one.date < day]
    items = _items(held, record.standing_items if record else (), day, is_held=is_held)
    found = {"items": Proposed(items, "the usual items")} if items else {}
    for name, typed in (("start", _clock), ("place", str), ("public", _yes_or_no)):
        last = next((one for one in reversed(held) if getattr(one, name) is not None), None)
        if last:
            found[name] = Proposed(typed(getattr(last, name)), f"as on {long_date(last.date)}")
    came = next((one for one in reversed(held) if one.attendance), None)
    if came:
        found["attendance"] = Proposed(_listed(came, record, day), f"those of {long_date(came.date)}{WRITE}")
    elif record:
        found["attendance"] = Proposed(_members(record, day), f"the members on record{WRITE}")
    return found


def _clock(at: time) -> str:
    return at.strftime("%H:%M")


def _yes_or_no(is_so: bool) -> str:  # noqa: FBT001 - it is the value that is written
    return "yes" if is_so else "no"


def _listed(last: Meeting, body: Body | None, day: date) -> list[dict[str, Any]]:
    """The members and officers of the last meeting, without those whose term has ended, and who came since.

    Somebody who only stood in for a member is not listed; the member is.
    """
    ended = {one.person for one in body.members if one.end and one.end < day} if body else set()
    still = {one.person for one in body.members if not one.end or one.end >= day} if body else set()
    gone = ended - still
    there = [
        one
        for one in last.attendance
        if one.capacity in ("member", "officer")
        and one.person not in gone
        and (one.substitute_for is None or one.person in still)
    ]
    listed = [_entry(person=one.person, role=one.role, capacity=one.capacity) for one in there]
    began = {one.person for one in body.members if one.start and last.date < one.start <= day} if body else set()
    stood_in_for = {one.substitute_for for one in last.attendance if one.substitute_for} - gone
    others = (began | stood_in_for) - {one.person for one in last.attendance if one in there or not one.substitute_for}
    return [*listed, *(_entry(person=person, role=None, capacity="member") for person in sorted(others))]


def _members(body: Body, day: date) -> list[dict[str, Any]]:
    people = dict.fromkeys(one.person for one in body.members if not one.end or one.end >= day)
    return [_entry(person=person, role=None, capacity="member") for person in people]


def _entry(*, person: str | None, role: str | None, capacity: str) -> dict[str, Any]:
    """A line of attendance before anybody came."""
    named = {name: value for name, value in (("person", person), ("role", role)) if value}
    return {**named, "capacity": capacity, "status": ["invited"]}


def _items(held: Sequence[Meeting], standing: Sequence[str], day: date, *, is_held: bool) -> list[dict[str, str]]:
    """The items that come at every meeting, numbered as the body numbers them."""
    with_items = [one for one in held if one.items]
    titles = usual(with_items[-LOOKED_AT:], standing)
    items: Sequence[Item] = held[-1].items if held else ()
    on_agenda = any(item.number for item in items) or not items
    minutes = next_numbers(items, held[-1].date if held else day, day, len(titles)) if is_held else []
    return [
        {
            **({"number": str(at)} if on_agenda or not minutes else {}),
            **({"minute": minutes[at - 1]} if minutes else {}),
            "title": title,
        }
        for at, title in enumerate(titles, 1)
    ]


def _day(typed: Any) -> date | None:
    try:
        return date.fromisoformat(str(typed))
    except ValueError:
        return None


PROPOSALS: Mapping[str, Proposals] = {"meeting": meeting, "paper": paper}
"""By kind of record."""
THEN: Mapping[str, str] = {
    "paper": "Name it under its item in content/meetings/{outer}/meeting.yml: `papers: [{own}]`.",
}
"""By kind of record, what is to be done besides once it is there."""
