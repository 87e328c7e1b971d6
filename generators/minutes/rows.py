"""The cells of a row, whatever parts them: a number or a bullet before the first belongs to it."""

import re
from collections.abc import Sequence

ALONE = re.compile(
    r"^(?:[-–•●▪◦*✓√➢▫o\uf0a7]|[A-Z][A-Za-z]{0,5}[ /.-]?\d{0,4}/\d{1,4}(?:[/-]\d{1,4})?|"
    r"\d{1,4}(?:-\d{2,4})?/\d{1,4}(?:[/-]\d{1,4})?|\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|"
    r"\(?(?:[a-z]{1,2}|[ivx]{1,5}|[A-H])[.)])$"
)


def cells_of(parts: Sequence[str]) -> tuple[str, ...]:
    """The cells, or nothing where only one is left."""
    cells = [" ".join(part.split()) for part in parts]
    while (
        len(cells) > 1
        and ALONE.match(cells[0])
        and cells[1]
        and not (len(cells) > 2 and ALONE.match(cells[1]) and cells[1][0].isdigit() and "/" not in cells[0])
    ):
        cells[:2] = [f"{cells[0]} {cells[1]}"]
    while len(cells) > 1 and not cells[-1] and sum(map(bool, cells)) == 1:
        cells.pop()
    return tuple(cells) if len(cells) > 1 else ()
