"""The pictures of a table: bars of the numbers that are shown, and of no others."""

from collections.abc import Iterator

from generators.disclosure import is_protected
from generators.figure import Figure
from generators.sections.tables.grid import CellPlace, Grid
from generators.sections.tables.numbers import as_data
from generators.sections.tables.records import Picture
from generators.table import Column

COLUMNS = (
    Column("row", "Row"),
    Column("column", "Column"),
    Column("number", "Number", number=True),
    Column("printed", "As shown"),
)
FEWEST = 2
"""Numbers: of one alone a picture says nothing."""


def figures(grid: Grid) -> tuple[Figure, ...]:
    """The pictures of a table, of which `grid` is what may be shown; none of one number or less."""
    return tuple(_figures(grid))


def _figures(grid: Grid) -> Iterator[Figure]:
    for number, picture in enumerate(grid.record.pictures, 1):
        rows = tuple(_rows(grid, picture))
        if len(rows) < FEWEST:
            continue
        drawn = ", ".join(grid.heading(column) for column in picture.columns)
        rounded = "rounded" if is_protected(grid.record) else "as printed"
        yield Figure(
            name=f"picture-{number}",
            chart="tables.charts.bars",
            title=picture.headline,
            subtitle=f"{grid.record.title}: {drawn}; {grid.record.units[picture.columns[0]]}, {rounded}",
            description=f"Bars. {'; '.join(f'{row[0]}, {row[1]}: {row[3]}' for row in rows)}.",
            columns=COLUMNS,
            rows=rows,
            shown=rows,
        )


def _rows(grid: Grid, picture: Picture) -> Iterator[tuple[str, str, int | float, str]]:
    for row in picture.rows or grid.rows:
        for column in picture.columns:
            number = grid.numbers.get(CellPlace(grid.record.id, row, column))
            if number is not None and number.is_known:
                yield grid.label(row), grid.heading(column), as_data(number.low), grid.text(row, column)
