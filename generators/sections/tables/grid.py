"""Every table as a grid of cells: what each prints, by table, row and column."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from generators.archive import Archive, once_per_archive
from generators.sections.tables.numbers import Printed, is_nothing, parse
from generators.sections.tables.records import PERCENT, PublishedTable, TableRow


class CellPlace(NamedTuple):
    """Where a cell is."""

    table: str
    row: str
    column: str


@dataclass(frozen=True)
class Grid:
    """One table: its record, its rows in the order of the print, and what each of its cells of numbers prints."""

    record: PublishedTable
    rows: Mapping[str, TableRow]
    """By their ids within the table."""
    numbers: Mapping[CellPlace, Printed]

    def text(self, row: str, column: str) -> str:
        """What stands in a cell."""
        return self.rows[row].cells.get(column, "")

    def heading(self, column: str) -> str:
        """What stands above a column."""
        return self.record.headings.get(column) or column.replace("_", " ").capitalize()

    def label(self, row: str) -> str:
        """What stands at the beginning of a row."""
        return self.rows[row].label

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the paper prints beside the beginning of the rows."""
        known = ("id", "label", *_OF_RECORDS)
        return tuple(name for name in self.record.columns if name not in known)

    @property
    def counts(self) -> tuple[str, ...]:
        """The columns of numbers that are no percentages."""
        return tuple(name for name, unit in self.record.units.items() if unit != PERCENT)

    @property
    def percentages(self) -> tuple[str, ...]:
        """The columns of percentages."""
        return tuple(name for name, unit in self.record.units.items() if unit == PERCENT)


_OF_RECORDS = frozenset(TableRow.__dataclass_fields__) | {"withdrawn_on", "withdrawn_because"}


@once_per_archive
def grids(archive: Archive) -> Mapping[str, Grid]:
    """Every table of an archive, by its id."""
    rows: dict[str, dict[str, TableRow]] = {table.id: {} for table in archive.all(PublishedTable)}
    for row in sorted(archive.all(TableRow), key=lambda row: (row.path, row.line)):
        table, _, name = row.id.rpartition("/")
        if table in rows:
            rows[table][name] = row
    found = {table.id: _grid(table, rows[table.id]) for table in archive.all(PublishedTable)}
    return MappingProxyType(found)


def _grid(table: PublishedTable, rows: dict[str, TableRow]) -> Grid:
    numbers = {
        CellPlace(table.id, name, column): number
        for name, row in rows.items()
        for column, unit in table.units.items()
        if (number := parse(row.cells.get(column, ""), rounded=unit == PERCENT)) is not None
    }
    return Grid(table, rows, numbers)


def is_empty(grid: Grid, place: CellPlace) -> bool:
    """Whether the paper prints nothing in a cell."""
    return is_nothing(grid.text(place.row, place.column))


def exact(value: str) -> Printed:
    """A number of a rule."""
    return parse(value) or Printed(Fraction(0), Fraction(0), Fraction(0))
