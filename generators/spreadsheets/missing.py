"""Columns that a sheet does not have, and that say something in the register: that is told, and never passed over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields

from generators.listed import listed
from generators.new.row_keys import DATED
from generators.problem import count
from generators.rows_within import type_of_rows
from generators.spreadsheets.columns_named import Taken
from generators.spreadsheets.plan import Plan
from generators.spreadsheets.present import present
from generators.spreadsheets.registers import Target

COUNTED: Mapping[str, str] = {"gifts": "answer"}
"""By what the pages of a register count its rows, where a row need not say it."""


def missing(target: Target, columns: Iterable[Taken], plan: Plan) -> Iterator[str]:
    """What becomes of the rows in the columns that the sheet does not have."""
    names = _names(target, {one.ours for one in columns})
    if not names:
        return
    if plan.added:
        defaults = {name: words for name, words in _defaults(target).items() if name in names}
        empty = [name for name in names if name not in defaults]
        if empty:
            yield f"{_no_column(empty)}: in what is added nothing stands there."
        for name, words in defaults.items():
            yield f"{_no_column([name])}: {count(len(plan.added), 'added row')} will be read as “{words}”."
    elif plan.changed or plan.unchanged:
        yield f"{_no_column(names)}: what the register says there stays."


def _names(target: Target, taken: set[str]) -> list[str]:
    """The columns in which a row of the register says something, and those by which pages order and count rows."""
    said = {name for row in present(target) for name, cell in row.cells.items() if cell}
    said |= {COUNTED.get(target.kind.name, ""), DATED.get(target.kind.name, "")}
    return [name for name, one in target.columns.items() if name in said - taken and name != "id" and one.is_own]


def _defaults(target: Target) -> dict[str, str]:
    """What is read where a row has nothing in a column, by its name."""
    found = {field.name: field.default for field in fields(type_of_rows(target.kind.rows))}
    return {name: default for name, default in found.items() if isinstance(default, str) and default}


def _no_column(names: Sequence[str]) -> str:
    return f"The sheet has no column for {listed(names, 'or')}"
