"""The tracker: what is overdue, how many there are by status, age and source, and the whole of it to take away."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generators.archive import Archive
from generators.frame import list_page
from generators.link import Link, to_record
from generators.page import Page
from generators.sections.recommendations.grouping import by_age, urgent_first
from generators.sections.recommendations.history import open_and_closed
from generators.sections.recommendations.pages.files import tables
from generators.sections.recommendations.pages.inspections import inspections
from generators.sections.recommendations.pages.listing import counted
from generators.sections.recommendations.pages.lists import STILL_OPEN, of_status
from generators.sections.recommendations.pages.origins import origins
from generators.sections.recommendations.records import LettersRegister, UpdatesRegister
from generators.sections.recommendations.rows import Row
from generators.sections.recommendations.statuses import CLOSED, OPEN, STATUSES
from generators.sections.recommendations.tracker import Tracked, days_to_close

FIRST = 10
"""How many of the overdue, and of the latest sources, stand on the first page; the rest are one step away."""


@dataclass(frozen=True)
class Number:
    """A number in a table, and the list of what is counted."""

    link: Link
    number: int


def page(archive: Archive, tracked: Sequence[Tracked], rows: Sequence[Row], today: date) -> Page:
    """The first page of the section."""
    figure = open_and_closed(tracked, today)
    overdue = tuple(row for row in rows if row.is_overdue)
    registers = (*archive.all(UpdatesRegister), *archive.all(LettersRegister))
    values = {
        **_numbers(tracked, rows, today),
        "overdue": len(overdue),
        "most_overdue": urgent_first(overdue)[:FIRST],
        "ages": tuple(counted(group, STILL_OPEN) for group in by_age(rows, today) if group.rows),
        "sources": origins(tracked, rows)[:FIRST],
        "inspections": tuple(inspections(archive, today)),
        "registers": tuple(to_record(archive, register) for register in registers),
        "undated": any(row.raised is None for row in rows),
    }
    return list_page(
        archive, "recommendations/", "Recommendations", "recommendations/recommendations", values,
        section="recommendations/", figures=(figure,) if figure else (),
        tables=tables(archive, tracked, rows, today),
        description="Every recommendation, action and promise on the record, and what became of it.",
    )  # fmt: skip


def _numbers(tracked: Sequence[Tracked], rows: Sequence[Row], today: date) -> dict[str, object]:
    """How many there are in all and by status, and how long it takes to close one."""
    count = Counter(row.status for row in rows)
    closing = days_to_close(tracked, today)
    return {
        "statuses": tuple(Number(of_status(status), count[status]) for status in STATUSES if count[status]),
        "total": len(rows),
        "still_open": sum(count[status] for status in OPEN),
        "closed": sum(count[status] for status in CLOSED),
        "measured": closing[0] if closing else 0,
        "median": f"{closing[1]:g}" if closing else "",
    }
