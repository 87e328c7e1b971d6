"""What an import would do: which rows it adds, which cells it changes, what it leaves alone and what it refuses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from generators.spreadsheets.grid import Line


class Incoming(NamedTuple):
    """A row of the spreadsheet that was understood: its cells by our names, as they will be written."""

    line: Line
    cells: Mapping[str, str]
    numbers: frozenset[str]
    """The columns in which the spreadsheet has a number and no text: £50 and 50 say the same."""


class RefusedRow(NamedTuple):
    """A row that is not taken over, in which column, and why."""

    line: Line
    at: int
    """The column of the sheet, counted from 1; nought for the whole row."""
    why: str


class AddedRow(NamedTuple):
    """A new row."""

    row: Incoming
    cells: Mapping[str, str]


class ChangedRow(NamedTuple):
    """A row of the register and the cells in it that change."""

    row: Incoming
    at: int
    """Its place among the rows of the register's file, the header included."""
    id: str
    cells: Mapping[str, tuple[str, str]]
    """By our name of the column, what stands there and what will."""


@dataclass(frozen=True)
class Plan:
    """What an import would do."""

    added: tuple[AddedRow, ...] = ()
    changed: tuple[ChangedRow, ...] = ()
    unchanged: int = 0
    refused: tuple[RefusedRow, ...] = ()
    left_alone: tuple[str, ...] = ()
    """Rows of the register of which the spreadsheet says nothing, each by its id, or by what tells it from others."""
    new_columns: tuple[str, ...] = ()
    """Columns that the register's file does not have yet, by our names."""


def without(plan: Plan, refused: Iterable[RefusedRow]) -> Plan:
    """The plan without rows that are refused after all."""
    lines = {one.line.number: one for one in refused}
    return replace(
        plan,
        added=tuple(one for one in plan.added if one.row.line.number not in lines),
        changed=tuple(one for one in plan.changed if one.row.line.number not in lines),
        refused=(*plan.refused, *lines.values()),
    )
