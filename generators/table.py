"""A table of data: the same columns and rows as HTML on a page and as a file to take away."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

Cell = str | int | float | None
ACTIVE = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'")
"""What a spreadsheet takes for the beginning of a formula, even behind spaces or as the wide sign of another
alphabet, and the apostrophe that is put before these."""
QUOTED = re.compile('[,;"\r\n]')
"""A cell that stands between quotation marks: what it holds could end it, in some country or other."""
EMPTY = '""'
"""A row of one empty cell: a line without anything on it would be no row."""


@dataclass(frozen=True)
class Column:
    """One column."""

    name: str
    """In the file, and in a chart's data."""
    title: str
    """Above the column on the page."""
    number: bool = False


class Rows(Protocol):
    """Anything with columns and rows."""

    @property
    def columns(self) -> Sequence[Column]:
        """The columns, in order."""

    @property
    def rows(self) -> Sequence[Sequence[Cell]]:
        """The rows, each with a cell a column."""


@dataclass(frozen=True)
class Table:
    """Rows that a page offers as a file."""

    name: str
    """The end of the file's address: `forward-plan`."""
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


def to_csv(table: Rows) -> bytes:
    """The rows as CSV: UTF-8 without a mark, one header row, lines that end in CR LF (RFC 4180)."""
    lines = [[column.name for column in table.columns], *(map(_as_data, row) for row in table.rows)]
    return "".join(f"{','.join(cells) or EMPTY}\r\n" for cells in lines).encode()


def _as_data(cell: Cell) -> str:
    """A cell of the file; one that a spreadsheet would take for a formula, as text."""
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    text = cell
    if not cell[:1].isalnum() and (cell.startswith(ACTIVE) or cell.lstrip().startswith(ACTIVE)):
        text = f"'{cell}"
    return '"{}"'.format(text.replace('"', '""')) if QUOTED.search(text) else text
