"""A sheet as it was found: its cells as text, and what of it nobody sees who reads the text alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from generators import slugs

CellForm = Literal["text", "number", "day", "time", "yes or no", "error"]


class Cell(NamedTuple):
    """What stands in a cell, as text, and what the spreadsheet took it for."""

    text: str
    form: CellForm = "text"


BLANK = Cell("")
LISTS = "Lists"
"""The hidden sheet on which a template of ours has lists that are too long for a cell."""


class NotRead(Exception):  # noqa: N818 - it says why, as a rule
    """Why a file, or a sheet of it, is not read."""


class Merge(NamedTuple):
    """Cells that were made one, all four edges included; counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


class Line(NamedTuple):
    """One row of a sheet, by its number there, and its cells from the first column on."""

    number: int
    cells: tuple[Cell, ...]

    def at(self, column: int) -> Cell:
        """The cell of a column, counted from 1."""
        return self.cells[column - 1] if column <= len(self.cells) else BLANK

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in its cells that are filled."""
        return tuple(cell.text for cell in self.cells if cell.text)


@dataclass(frozen=True)
class Unseen:
    """What the cells' values do not say of themselves; counted from 1."""

    rows: frozenset[int] = frozenset()
    """Rows that are hidden."""
    columns: frozenset[int] = frozenset()
    """Columns that are hidden."""
    merges: tuple[Merge, ...] = ()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """By row and column, what a formula gave that could not be worked out."""
    formulas: int = 0
    """How many cells were worked out."""
    percentages: frozenset[tuple[int, int]] = frozenset()
    """Numbers that are shown as percentages."""
    months: frozenset[tuple[int, int]] = frozenset()
    """Days of which only month and year are shown."""
    is_blind: bool = False
    """Whether none of this can be known in a file of this format."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: the rows in which anything stands."""

    name: str
    lines: tuple[Line, ...]
    last: int
    """The number of the last row in which anything stands."""
    unseen: Unseen = Unseen()
    names_rows: bool = True
    """Whether its columns have letters, as in a spreadsheet; those of JSON have names alone."""


def letters(column: int) -> str:
    """The letters of a column, counted from 1: `A`, `Z`, `AA`."""
    return slugs.letters(column).upper()


def column_of(reference: str) -> int:
    """The number of a column by its letters, counted from 1."""
    return slugs.number_of(reference)
