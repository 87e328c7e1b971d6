"""A table as a file to take away: every cell as printed, and beside it its number."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from generators.sections.tables.grid import Grid, Place
from generators.sections.tables.hidden import as_shown
from generators.sections.tables.numbers import as_data, parse
from generators.table import Cell, Column, Table


def table(grid: Grid, left_out: AbstractSet[Place]) -> Table:
    """The whole table, without the numbers that are left out."""
    units = grid.record.units
    columns = [Column("row", "Row"), Column("label", "Beginning of the row")]
    for name in grid.columns:
        columns.append(Column(name, grid.heading(name)))
        if name in units:
            columns.append(Column(f"{name}_number", f"{grid.heading(name)}, {units[name]}", number=True))
    rows = tuple((row, grid.label(row), *_cells(grid, row, left_out)) for row in grid.rows)
    return Table("table", tuple(columns), rows)


def _cells(grid: Grid, row: str, left_out: AbstractSet[Place]) -> Iterator[Cell]:
    for column in grid.columns:
        text = as_shown(grid, Place(grid.record.id, row, column), left_out)
        yield text
        if column in grid.record.units:
            number = parse(text)
            yield as_data(number.low) if number and number.is_known else None
