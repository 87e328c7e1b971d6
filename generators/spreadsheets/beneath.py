"""A table of something else beneath the register, on the same sheet: told once, and not row by row."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet

from generators.shortened import shortened
from generators.spreadsheets.grid import Line
from generators.spreadsheets.places import rows_told

SHOWN = 3
"""So many names of its columns are told."""
LONGEST = 30
"""Characters of a name that is told."""


def table_beneath(rows: Sequence[Line], taken: AbstractSet[int], blank: Collection[int]) -> tuple[Line, ...]:
    """The rows of another table, from its names on; none where there is no such table.

    It stands beneath a blank row, begins with words alone, and not one of its rows can be taken over. `taken`: the
    numbers of the rows that can; `blank`: of those in which nothing stands.
    """
    for at in range(1, len(rows)):
        is_apart = any(number in blank for number in range(rows[at - 1].number + 1, rows[at].number))
        part = rows[at:]
        if is_apart and len(part) > 1 and _names_columns(part[0]) and taken.isdisjoint(line.number for line in part):
            return tuple(part)
    return ()


def told(table: Sequence[Line], first: int, last: int) -> str:
    """What is told of it. `first`, `last`: the numbers of the rows of the register above it."""
    names = [f"“{shortened(text, LONGEST)}”" for text in table[0].texts]
    shown = ", ".join(names[:SHOWN]) + ("…" if len(names) > SHOWN else "")
    return (
        f"! {rows_told(line.number for line in table)}: another table seems to begin here, with {shown}, and none of "
        f"its rows can be taken over. If it is one, leave it out: --rows {first}-{last}. If it is not, the first row "
        "is wrong in this:"
    )


def _names_columns(line: Line) -> bool:
    """Whether a row holds several words and neither numbers nor days, as names of columns do."""
    return len(set(line.texts)) > 1 and not any(sign.isdigit() for text in line.texts for sign in text)
