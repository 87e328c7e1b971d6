"""Which department was last due to be seen when, and by how many members, across all programmes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generators.archive import Archive
from generators.link import Link, to_record
from generators.sections.visits.due import Seen, seen
from generators.table import Column, Table

COLUMNS = (
    Column("department", "Department"), Column("last_seen", "Last due to be seen"), Column("programme", "Programme"),
    Column("members_due", "Members due to attend", number=True), Column("times", "Times", number=True),
)  # fmt: skip


@dataclass(frozen=True)
class Covered:
    """A department, when it was last to be seen and by how many members."""

    department: str
    link: Link | None
    """The visit, where one is known."""
    last: date | None
    programme: Link
    due: int | None
    """How many members were due; None where no timetable says."""
    times: int


def coverage(archive: Archive) -> tuple[Covered, ...]:
    """Every department across programmes, the one seen longest ago first; those without a day after them."""
    by_key: dict[str, list[Seen]] = defaultdict(list)
    for one in seen(archive):
        by_key[one.key].append(one)
    rows = [_covered(archive, times) for times in by_key.values()]
    return tuple(sorted(rows, key=lambda row: row.last or date.max))


def _covered(archive: Archive, times: Sequence[Seen]) -> Covered:
    last = max(times, key=lambda one: (max(one.dates, default=date.min), one.programme.id))
    return Covered(
        department=last.department,
        link=to_record(archive, last.visit) if last.visit else None,
        last=max(last.dates, default=None),
        programme=to_record(archive, last.programme),
        due=len(last.due) if last.due else None,
        times=len(times),
    )


def coverage_table(covered: tuple[Covered, ...]) -> Table:
    """The same as a file to take away."""
    rows = tuple(
        (row.department, row.last.isoformat() if row.last else "", row.programme.text, row.due, row.times)
        for row in covered
    )
    return Table("coverage", COLUMNS, rows)
