"""Tables that stand beside each other on a sheet: told apart by columns without a name, and never read as one row."""

from collections.abc import Sequence
from dataclasses import replace

from generators.listed import listed
from generators.shortened import shortened
from generators.spreadsheets.columns_named import Names, bare
from generators.spreadsheets.grid import BLANK, Line, NotRead, Sheet, letters
from generators.spreadsheets.places import columns_told, runs

SHOWN = 3
"""So many names of a table's columns are told."""
LONGEST = 30
"""Characters of a name that is told."""


def table_in(header: Sequence[str], first: Line, lines: Sequence[Line], names: Names) -> range:
    """The columns of the table that is meant: all of them, where nothing stands beside it.

    Raises NotRead where more than one could be. `header`: the names of the columns; `first`: the row that has them,
    without what stands above; `lines`: what stands beneath.
    """
    typed = [bare(first.at(at).text) for at in range(1, len(header) + 1)]
    found = [part for block in _blocks(header, lines) for part in _repeated(block, typed)]
    if len(found) < 2:
        return found[0] if found else range(1, len(header) + 1)
    scores = {block: names.score(header[at - 1] for at in block) for block in found}
    meant = [block for block in found if scores[block] and not _is_of_something_else(block, header, names)]
    if len(meant) != 1 or scores[meant[0]] < max(scores.values()):
        raise NotRead(_several([block for block in found if scores[block]] or found, header))
    return meant[0]


def _is_of_something_else(block: range, header: Sequence[str], names: Names) -> bool:
    """Whether a table has columns that no register of this kind has, as many as others or more."""
    named = [header[at - 1] for at in block if header[at - 1]]
    return len(named) > 1 and 2 * sum(names.score([name]) > 0 for name in named) <= len(named)


def only(sheet: Sheet, columns: range, from_row: int) -> tuple[Sheet, tuple[Line, ...]]:
    """The sheet with nothing from a row on but these columns, and the rows of which nothing is left."""
    if columns[0] == 1 and all(len(line.cells) <= columns[-1] for line in sheet.lines):
        return sheet, ()
    kept = tuple(line if line.number < from_row else _cut(line, columns) for line in sheet.lines)
    beside = tuple(old for old, new in zip(sheet.lines, kept, strict=True) if not new.texts)
    merges = tuple(
        one._replace(right=min(one.right, columns[-1]))
        for one in sheet.unseen.merges
        if one.top < from_row or one.left in columns
    )  # fmt: skip
    unseen = replace(sheet.unseen, merges=merges)
    return replace(sheet, lines=tuple(line for line in kept if line.texts), unseen=unseen), beside


def told(header: Sequence[str], lines: Sequence[Line], columns: range) -> str:
    """What stands beside the columns that are read; empty where nothing does."""
    width = max((len(line.cells) for line in lines), default=0)
    rest = [at for at in range(1, max(width, len(header)) + 1) if at not in columns]
    first = {at: (header[at - 1] if at <= len(header) else "") or _first(lines, at) for at in rest}
    filled = [at for at in rest if first[at]]
    if not filled:
        return ""
    words = ", ".join(f"“{shortened(first[at], LONGEST)}”" for at in filled[:SHOWN]) + (
        "…" if len(filled) > SHOWN else ""
    )
    where = ", ".join(columns_told(run) for run in runs(filled))
    whole = columns_told(range(min(filled[0], columns[0]), max(filled[-1], columns[-1]) + 1))
    return (
        f"The table in {columns_told(columns)} is read. What stands beside it in {where} ({words}) is not; if both are "
        f"one table: --columns {whole}."
    )


def unnamed(header: Sequence[str], lines: Sequence[Line], columns: range) -> str:
    """What is told of columns of the table in which something stands, and that have no name."""
    found = [at for at in columns if not (at <= len(header) and header[at - 1]) and _first(lines, at)]
    if not found:
        return ""
    places = ", ".join(f"{letters(at)} (“{shortened(_first(lines, at), LONGEST)}”)" for at in found[:SHOWN])
    return f"Without a name, so not taken over: {places}{' …' if len(found) > SHOWN else ''}."


def _blocks(header: Sequence[str], lines: Sequence[Line]) -> list[range]:
    """Columns side by side that have names, or are filled in most rows: every table that there may be."""
    width = max((len(line.cells) for line in lines), default=0)
    named = [at <= len(header) and bool(header[at - 1]) for at in range(1, max(width, len(header)) + 1)]
    filled = [0] * len(named)
    for line in lines:
        for at, cell in enumerate(line.cells):
            filled[at] += bool(cell.text)
    belongs = [at for at, name in enumerate(named, 1) if name or 2 * filled[at - 1] > len(lines)]
    return [run for run in runs(belongs) if any(named[at - 1] for at in run)]


def _repeated(block: range, typed: Sequence[str]) -> list[range]:
    """Columns without a gap between them, cut where the names of the first ones begin again."""
    said = [typed[at - 1] if at <= len(typed) else "" for at in block]
    again = next((at for at in range(2, len(said)) if all(said[at : at + 2]) and said[at : at + 2] == said[:2]), 0)
    return [block[:again], *_repeated(block[again:], typed)] if again else [block]


def _several(found: Sequence[range], header: Sequence[str]) -> str:
    parts = []
    for one in found:
        names = [f"“{shortened(header[at - 1], LONGEST)}”" for at in one[:SHOWN] if header[at - 1]]
        parts.append(f"{columns_told(one)} ({', '.join(names)})")
    each = " or ".join(f"--columns {columns_told(one)}" for one in found[:SHOWN])
    whole = columns_told(range(found[0][0], found[-1][-1] + 1))
    return (
        f"tables may stand beside each other on this sheet, in {listed(parts)}. "
        f"If all are one table, give --columns {whole}; if not, the columns of the one that is meant, like {each}."
    )


def _cut(line: Line, columns: range) -> Line:
    return Line(line.number, tuple(c if at in columns else BLANK for at, c in enumerate(line.cells, 1)))


def _first(lines: Sequence[Line], at: int) -> str:
    return next((line.at(at).text for line in lines if line.at(at).text), "")
