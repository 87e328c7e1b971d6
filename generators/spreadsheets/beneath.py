"""A table of something else beneath the register, on the same sheet: told once, and not row by row."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from generators.shortened import shortened
from generators.spreadsheets.grid import Line
from generators.spreadsheets.places import rows_told

SHOWN = 3
"""So many names of its columns are told."""
LONGEST = 30
"""Characters of a name that is told."""


def table_beneath(rows: Sequence[Line], refused: AbstractSet[int], blank: AbstractSet[int]) -> Sequence[Line]:
    """The rows of another table, from its names on; none where there is no such table.

    It stands beneath a blank row, begins with words alone, and all of its rows are refused. `rows`: those of the sheet
    that may be records; `refused`, `blank`: the numbers of those that are refused, and in which nothing stands.
    """
    found: Sequence[Line] = ()
    for at in range(len(rows) - 1, 0, -1):
        if rows[at].number not in refused:
            break
        if rows[at].number - 1 in blank and _names_columns(rows[at]):
            found = rows[at:]
    return found if len(found) > 1 else ()


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
