"""A table as a file to take away: every cell as the page shows it, and beside it its number."""

from collections.abc import Iterator

from generators.sections.tables.grid import CellPlace, Grid
from generators.sections.tables.numbers import as_data
from generators.table import Cell, Column, Table


def table(grid: Grid) -> Table:
    """The whole table, of which `grid` is what may be shown."""
    units = grid.record.units
    columns = [Column("row", "Row"), Column("label", "Beginning of the row")]
    for name in grid.columns:
        columns.append(Column(name, grid.heading(name)))
        if name in units:
            columns.append(Column(f"{name}_number", f"{grid.heading(name)}, {units[name]}", number=True))
    rows = tuple((row, grid.label(row), *_cells(grid, row)) for row in grid.rows)
    return Table("table", tuple(columns), rows)


def _cells(grid: Grid, row: str) -> Iterator[Cell]:
    for column in grid.columns:
        yield grid.text(row, column)
        if column in grid.record.units:
            number = grid.numbers.get(CellPlace(grid.record.id, row, column))
            yield as_data(number.low) if number and number.is_known else None
