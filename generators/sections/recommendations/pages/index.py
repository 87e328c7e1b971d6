"""The tracker: how many there are by status, source and age, and the whole of it to take away."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from generators.archive import Archive
from generators.frame import list_page
from generators.link import Link, to_record
from generators.page import Page
from generators.sections.recommendations.history import open_and_closed
from generators.sections.recommendations.pages.inspections import Inspection, inspections
from generators.sections.recommendations.records import LettersRegister, UpdatesRegister
from generators.sections.recommendations.rows import Row, by_age, by_source
from generators.sections.recommendations.statuses import CLOSED, OPEN, STATUSES
from generators.sections.recommendations.tracker import Tracked, days_to_close
from generators.table import Cell, Column, Table

COLUMNS = (
    Column("ref", "Reference"), Column("kind", "Kind"), Column("text", "What is to be done"),
    Column("source", "Source"), Column("where", "Where it stands on this site"), Column("raised_on", "Raised on"),
    Column("strand", "Strand"),
    Column("number", "Number as printed"), Column("owner", "Owner"), Column("due", "Due"),
    Column("due_as_printed", "Due as printed"), Column("outcome", "Outcome sought"), Column("rag", "Rating as printed"),
    Column("status", "Status"), Column("since", "Since"), Column("closed", "Closed on"),
    Column("updates", "Updates", number=True),
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """Where recommendations came from, with how many are open and closed."""

    link: Link
    raised: date | None
    total: int
    still_open: int
    closed: int


@dataclass(frozen=True)
class Count:
    """A number in a table, and the list of what is counted."""

    link: Link
    number: int


def page(archive: Archive, tracked: Sequence[Tracked], rows: Sequence[Row], today: date) -> Page:
    """The first page of the section."""
    counted = Counter(row.status for row in rows)
    closing = days_to_close(tracked, today)
    figure = open_and_closed(tracked, today)
    registers = (*archive.all(UpdatesRegister), *archive.all(LettersRegister))
    values = {
        "statuses": tuple(_status(status, counted[status]) for status in STATUSES if counted[status]),
        "total": len(rows),
        "still_open": sum(counted[status] for status in OPEN),
        "closed": sum(counted[status] for status in CLOSED),
        "overdue": sum(found.is_overdue(today) for found in tracked),
        "measured": closing[0] if closing else 0,
        "median": f"{closing[1]:g}" if closing else "",
        "ages": tuple(
            Count(Link(group.title.removeprefix("Age: "), f"recommendations/open/#{group.anchor}"), len(group.rows))
            for group in by_age(rows, today)
        ),
        "sources": _sources(tracked, rows),
        "inspections": _inspections(archive, today),
        "registers": tuple(to_record(archive, register) for register in registers),
        "undated": any(row.raised is None for row in rows),
    }
    made = list_page(
        archive, "recommendations/", "Recommendations", "recommendations/recommendations", values,
        section="recommendations/",
        description="Every recommendation, action and promise on the record, and what became of it.",
    )  # fmt: skip
    table = Table("tracker", COLUMNS, tuple(_cells(*pair, today) for pair in zip(tracked, rows, strict=True)))
    return replace(made, tables=(table,), figures=(figure,) if figure else ())


def _status(status: str, number: int) -> Count:
    return Count(Link(status.capitalize(), f"recommendations/status/{status.replace(' ', '-')}/"), number)


def _inspections(archive: Archive, today: date) -> tuple[Inspection, ...]:
    return tuple(inspections(archive, today))


def _sources(tracked: Sequence[Tracked], rows: Sequence[Row]) -> tuple[Source, ...]:
    """Every source, the latest first."""
    row_of = {id(found): row for found, row in zip(tracked, rows, strict=True)}
    found = []
    for ones in by_source(tracked).values():
        statuses = [row_of[id(one)].status for one in ones]
        first = row_of[id(ones[0])]
        still_open, closed = sum(one in OPEN for one in statuses), sum(one in CLOSED for one in statuses)
        found.append(Source(first.source, first.raised, len(ones), still_open, closed))
    return tuple(sorted(found, key=lambda source: source.raised or date.min, reverse=True))


def _cells(found: Tracked, row: Row, today: date) -> tuple[Cell, ...]:
    raised, printed, closed = found.raised, found.printed, found.standing(today).closed
    return (
        raised.ref, raised.kind, raised.text, raised.source, f"{row.source.address}", _day(raised.raised_on),
        raised.strand, printed.number, "; ".join(raised.owner), _day(raised.due), raised.due_as_printed,
        printed.outcome, found.rag, row.status, _day(row.since), _day(closed), len(found.updates),
    )  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
