"""What a person says about an import besides the file, and what of it fits neither the register nor the sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generators.problem import did_you_mean
from generators.spreadsheets.columns_named import bare
from generators.spreadsheets.days import Order
from generators.spreadsheets.grid import NotRead
from generators.spreadsheets.layout import Layout
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
    dates: Order | None = None
    with_hidden: bool = False


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
