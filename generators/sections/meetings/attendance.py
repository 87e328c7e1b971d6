"""Who came to a body's meetings, counted from the meetings themselves. A meeting without a record counts for nobody."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generators.dates import long_date, short_date
from generators.figure import Figure
from generators.problem import count
from generators.sections.meetings.records import Body, Meeting
from generators.sections.meetings.records.meeting import Attendance
from generators.table import Column

STATUSES: tuple[Literal["present", "apologies", "absent"], ...] = ("present", "apologies", "absent")
COLUMNS = (Column("meeting", "Meeting"), Column("attendance", "Attendance"), Column("members", "Members", number=True))
LATEST = 24
"""Meetings in a chart: about six years of quarterly meetings, and as many bars as a page can show."""


@dataclass(frozen=True)
class Attended:
    """What one meeting records of one person. Both present and apologising is printed now and then."""

    meeting: Meeting
    entry: Attendance


def by_person(meetings: Iterable[Meeting]) -> dict[str, list[Attended]]:
    """The line of every person in every meeting that has one, in the order of the meetings."""
    found: dict[str, list[Attended]] = defaultdict(list)
    for meeting in meetings:
        for entry in meeting.attendance:
            if entry.person and entry.status != ("invited",):
                found[entry.person].append(Attended(meeting, entry))
    return found


def attendance_figure(body: Body, meetings: tuple[Meeting, ...]) -> Figure | None:
    """Members by attendance at each meeting that has a record of it; None while there is no such meeting."""
    rows: list[tuple[date, str, int]] = []
    recorded = [meeting for meeting in meetings if any(_is_recorded(entry) for entry in meeting.attendance)]
    for meeting in recorded[-LATEST:]:
        lines = [entry.status for entry in meeting.attendance if _is_recorded(entry)]
        counted = [status[0] for status in lines if len(set(status)) == 1 and status[0] in STATUSES]
        unclear = sum(len(set(status)) > 1 for status in lines)
        if counted or unclear:
            rows += [(meeting.date, status, counted.count(status)) for status in STATUSES]
            rows.append((meeting.date, "printed as both", unclear))
    rows = [row for row in rows if row[2] or row[1] in STATUSES[:2]]
    if not rows:
        return None
    days = sorted({row[0] for row in rows})
    return Figure(
        name="attendance",
        chart="meetings.charts.attendance",
        title=_headline(rows, days),
        subtitle=f"Members of the {body.name} by attendance, {_which(len(recorded))}",
        description=_description(rows, days),
        columns=COLUMNS,
        rows=tuple((day.isoformat(), status, number) for day, status, number in rows),
        shown=tuple((short_date(day), status, number) for day, status, number in rows),
    )  # fmt: skip


def _which(recorded: int) -> str:
    return f"the latest {LATEST} meetings on the record" if recorded > LATEST else "meetings whose minutes are held"


def _is_recorded(entry: Attendance) -> bool:
    """Whether a line counts: a substitute does not, because the member whose place it is has a line too."""
    return entry.capacity == "member" and entry.status != ("invited",) and entry.substitute_for is None


def _headline(rows: list[tuple[date, str, int]], days: list[date]) -> str:
    last = days[-1]
    present = sum(number for day, status, number in rows if day == last and status == "present")
    total = sum(number for day, status, number in rows if day == last)
    return f"{present} of {total} members were present at the meeting of {long_date(last)}"


def _description(rows: list[tuple[date, str, int]], days: list[date]) -> str:
    said = []
    for day in days:
        parts = [f"{number} {status}" for when, status, number in rows if when == day and number]
        said.append(f"{long_date(day)}: {', '.join(parts)}")
    return f"Stacked bars for {count(len(days), 'meeting')}. {'; '.join(said)}."
