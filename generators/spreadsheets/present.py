"""The rows that a register has already."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generators.register import TOTAL
from generators.side_file import compared, in_file, rows_left_out
from generators.spreadsheets.registers import Target


class Present(NamedTuple):
    """A row of the register as it is, by our names; and its place in the file."""

    at: int
    cells: Mapping[str, str]


def present(target: Target) -> Iterator[Present]:
    """The rows that the register has."""
    ours = {in_file(target.side, name): name for name in target.columns}
    names = [ours.get(name, "") for name in target.header]
    left_out = rows_left_out(target.side)
    for at, row in enumerate(target.table.rows):
        first = next((compared(cell) for cell in row.cells if cell.strip()), "")
        if at > target.header_row and first and first not in left_out and not TOTAL.fullmatch(first):
            yield Present(at, {name: cell.strip() for name, cell in zip(names, row.cells, strict=False) if name})
