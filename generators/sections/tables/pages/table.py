"""The page of a table: as printed, with a note beside what does not agree, and how it was checked."""

from collections.abc import Iterator
from dataclasses import dataclass

from generators.archive import Archive
from generators.disclosure import FEWEST, is_protected, needs_decision
from generators.frame import record_page
from generators.link import Link
from generators.page import Page
from generators.problem import count
from generators.record import Record
from generators.sections.tables.downloads import table as download
from generators.sections.tables.figures import figures
from generators.sections.tables.grid import CellPlace, Grid
from generators.sections.tables.notes import Note, notes
from generators.sections.tables.pages.gathered import TABLES
from generators.sections.tables.plain import in_words
from generators.sections.tables.records import PublishedTable, TableRow
from generators.sections.tables.results import Result, results


@dataclass(frozen=True)
class Heading:
    """What stands above a column."""

    name: str
    text: str
    meaning: str
    unit: str
    """What it counts; nothing in a column of text."""
    base: str
    """What its percentages are of; nothing where that is not said."""


@dataclass(frozen=True)
class Shown:
    """A cell as the page shows it."""

    text: str
    is_number: bool
    notes: tuple[Note, ...]


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every table."""
    tables, known = archive.all(PublishedTable), results(archive)
    for at, table in enumerate(tables):
        grid, found = known.shown[table.id], notes(table.id, known)
        values = {
            "headings": tuple(_headings(grid)),
            "rows": tuple(_row(grid, row, found) for row in grid.rows),
            "told": tuple((grid.label(id), row) for id, row in grid.rows.items() if _says_more(row)),
            "found": found,
            "checked": tuple((in_words(one.rule, grid, known.shown), _result(one)) for one in known.of[table.id]),
            "left_out": any(map(known.is_left_out, known.grids[table.id].numbers)),
            "protected": is_protected(table),
            "fewest": FEWEST,
            "undecided": needs_decision(table),
        }
        yield record_page(
            archive, table, table.title, (TABLES,), values, section=TABLES.address,
            also=_papers(archive, found),
            previous=_link(tables[at - 1]) if at else None,
            next=_link(tables[at + 1]) if at + 1 < len(tables) else None,
            figures=figures(grid), tables=(download(grid),),
            description=f"{table.title}: the table as the paper printed it, and whether its numbers agree.",
        )  # fmt: skip


def _says_more(row: TableRow) -> bool:
    """Whether there is anything to tell of a row besides its cells."""
    return bool(row.notes or row.also_printed or row.source or row.changes)


def _link(table: PublishedTable) -> Link:
    return Link(table.title, f"tables/{table.id}/")


def _headings(grid: Grid) -> Iterator[Heading]:
    table = grid.record
    for name in ("label", *grid.columns):
        heading = table.headings.get(name, "") if name == "label" else grid.heading(name)
        yield Heading(name, heading, table.columns[name], table.units.get(name, ""), table.bases.get(name, ""))


def _row(grid: Grid, row: str, found: tuple[Note, ...]) -> tuple[str, str, tuple[Shown, ...]]:
    """The id of a row, its beginning and its cells."""
    return f"row-{row}", grid.label(row), tuple(_cell(grid, row, name, found) for name in grid.columns)


def _cell(grid: Grid, row: str, column: str, found: tuple[Note, ...]) -> Shown:
    place = CellPlace(grid.record.id, row, column)
    beside = tuple(note for note in found if place in note.places)
    return Shown(grid.text(row, column), column in grid.record.units, beside)


def _result(result: Result) -> str:
    """In how many places a rule holds, in words."""
    many, wrong = len(result.outcomes), sum(not outcome.agrees for outcome in result.outcomes)
    if not many:
        return "Nothing to compare yet."
    if not wrong:
        return "Agrees." if many == 1 else f"Agrees in all {count(many, 'place')}."
    return "Does not agree." if many == 1 else f"Agrees in {many - wrong:,} of {count(many, 'place')}."


def _papers(archive: Archive, found: tuple[Note, ...]) -> Iterator[Record]:
    """The papers that print another number."""
    papers = archive.records["paper"]
    for id in dict.fromkeys(note.paper.partition("#")[0] for note in found):
        if id in papers:
            yield papers[id]
