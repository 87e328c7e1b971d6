"""Where a sheet names its columns: in a row, under headings, or in two rows of which one goes on in the next."""

from collections.abc import Sequence

from generators.spreadsheets.columns_named import Names
from generators.spreadsheets.grid import Line, NotRead

LOOKED_AT = 60
"""So many rows are looked at for the names of the columns."""


def header_at(lines: Sequence[Line], names: Names, header_row: int) -> int:
    """At which place of the lines the columns are named."""
    if header_row:
        found = next((at for at, line in enumerate(lines) if line.number == header_row), None)
        if found is None:
            raise NotRead(f"row {header_row} is blank, so it names no columns.")
        return found
    scores = [names.score(line.texts) for line in lines[:LOOKED_AT]]
    best = max(range(len(scores)), key=lambda at: (scores[at], -at))
    if best and lines[best].number == lines[best - 1].number + 1:
        width = max(len(line.cells) for line in lines[best - 1 : best + 1])
        if names.score(_joined(_texts(lines[best - 1], width), lines[best])) > scores[best] + 1:
            return best - 1  # names that go on in the next row
    if scores[best] >= 2:
        return best
    widest = max(len(line.texts) for line in lines[:LOOKED_AT])
    return next(at for at, line in enumerate(lines[:LOOKED_AT]) if 2 * len(line.texts) > widest)


def header_of(lines: Sequence[Line], at: int, names: Names) -> tuple[tuple[str, ...], bool, int]:
    """The names of the columns; whether headings stand above them; the place of the first row beneath.

    Where a name is blank or stands twice, what stands above it is part of it. So is the row beneath, where names go on
    there: `Date`, and beneath it `of offer`.
    """
    width = max(len(line.cells) for line in lines)
    own = _texts(lines[at], width)
    above = _texts(lines[at - 1], width) if at else [""] * width
    is_group = bool(at) and lines[at - 1].number == lines[at].number - 1 and len(set(above) - {""}) > 1
    if is_group:
        own = [
            over if not name else f"{over} {name}" if own.count(name) > 1 and over and over != name else name
            for name, over in zip(own, above, strict=True)
        ]
    end = at + 1
    if end < len(lines) and lines[end].number == lines[at].number + 1:
        whole = _joined(own, lines[end])
        if names.score(whole) > names.score(own) + 1 and all(cell.form == "text" for cell in lines[end].cells):
            own, end = whole, end + 1
    while own and not own[-1]:
        own.pop()
    return tuple(own), is_group, end


def _joined(names: Sequence[str], beneath: Line) -> list[str]:
    """Names, each with what stands beneath it."""
    return [f"{name} {more}".strip() for name, more in zip(names, _texts(beneath, len(names)), strict=True)]


def _texts(line: Line, width: int) -> list[str]:
    return [" ".join(line.at(column).text.split()) for column in range(1, width + 1)]
