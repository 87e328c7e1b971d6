"""What a person says about an import besides the file, and what of it fits neither the register nor the sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generators.period_meant import is_quarter_alone
from generators.periods import period
from generators.problem import did_you_mean
from generators.spreadsheets.columns_named import Taken, bare
from generators.spreadsheets.days import Order, first_of_month
from generators.spreadsheets.grid import NotRead, Sheet
from generators.spreadsheets.header import LOOKED_AT
from generators.spreadsheets.layout import Layout
from generators.spreadsheets.reasons import Why
from generators.spreadsheets.registers import Target


@dataclass(frozen=True)
class Asked:
    """What a person said about the import, besides the file."""

    sheet: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    """By their name as it is compared, ours; nothing where the column is left out."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By our name of a column, their word and ours."""
    rows_said: Mapping[int, str] = field(default_factory=dict)
    header_row: int = 0
    rows: range | None = None
    read: range | None = None
    """The columns of the sheet that are read, counted from 1."""
    dates: Order | None = None
    with_hidden: bool = False
    why: Why = field(default_factory=Why)
    """Why something changes that the public sees."""


def refuse_unknown(target: Target, asked: Asked) -> None:
    """Raises NotRead where a person named a column that the register cannot have."""
    for name in {*asked.columns.values(), *asked.words} - {"", *target.columns}:
        raise NotRead(f'the register has no column "{name}".{did_you_mean(name, target.columns)}')


def refuse_absent(layout: Layout, asked: Asked) -> None:
    """Raises NotRead where a person named a column or a row that the sheet does not have."""
    there = set(map(bare, layout.header))
    if absent := [name for name in asked.columns if name not in there]:
        every = ", ".join(f'"{name}"' for name in layout.header if name)
        raise NotRead(f'the sheet has no column "{absent[0]}". It has {every}.')
    rows = {line.number for line in (*layout.rows, *(line for line, _ in layout.unclear))}
    if missing := [number for number in asked.rows_said if number not in rows]:
        raise NotRead(f"row {missing[0]} of the sheet, which --row names, is no row of the register.")


def refuse_across(target: Target, sheet: Sheet, columns: Iterable[Taken]) -> None:
    """Raises NotRead where months stand side by side as columns, and no column says which month a row is of."""
    taken = {one.ours for one in columns}
    if not any(one.is_needed and one.form == "period" and name not in taken for name, one in target.columns.items()):
        return
    for line in sheet.lines[:LOOKED_AT]:
        across = [text for text in line.texts if period(text) or first_of_month(text) or is_quarter_alone(text)]
        if len(across) > 1:
            raise NotRead(
                f'"{across[0]}" and "{across[1]}" are columns here, and a register has a row for each. Copy the table, '
                "paste it with `Paste special`, `Transpose`, and import that."
            )
