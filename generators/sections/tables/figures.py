"""The pictures of a table: bars of the numbers that are shown, and of no others."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from generators.figure import Figure
from generators.sections.tables.grid import Grid, Place
from generators.sections.tables.hidden import as_shown, is_strict
from generators.sections.tables.numbers import as_data, parse
from generators.sections.tables.records import Picture
from generators.table import Column

COLUMNS = (
    Column("row", "Row"),
    Column("column", "Column"),
    Column("number", "Number", number=True),
    Column("printed", "As printed"),
)
FEWEST = 2
"""Numbers: of one alone a picture says nothing."""


def figures(grid: Grid, left_out: AbstractSet[Place]) -> tuple[Figure, ...]:
    """The pictures of a table; none of numbers that are protected too much to draw."""
    return tuple(_figures(grid, left_out))


def _figures(grid: Grid, left_out: AbstractSet[Place]) -> Iterator[Figure]:
    for number, picture in enumerate(grid.record.pictures, 1):
        rows = tuple(_rows(grid, picture, left_out))
        if len(rows) < FEWEST:
            continue
        drawn = ", ".join(grid.heading(column) for column in picture.columns)
        rounded = "to the nearest five" if is_strict(grid) else "as printed"
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


def _rows(grid: Grid, picture: Picture, left_out: AbstractSet[Place]) -> Iterator[tuple[str, str, int | float, str]]:
    for row in picture.rows or grid.rows:
        for column in picture.columns:
            place = Place(grid.record.id, row, column)
            text = as_shown(grid, place, left_out)
            number = parse(text)
            if row in grid.rows and number is not None and number.is_known:
                yield grid.label(row), grid.heading(column), as_data(number.low), text
