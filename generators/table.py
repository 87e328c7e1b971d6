"""A table of data: the same columns and rows as HTML on a page and as a file to take away."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

Cell = str | int | float | None
ACTIVE = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


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
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([[_as_data(cell) for cell in row] for row in table.rows])
    return text.getvalue().encode()


def _as_data(cell: Cell) -> Cell:
    """A cell that a spreadsheet would take for a formula, as text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(ACTIVE) else cell
