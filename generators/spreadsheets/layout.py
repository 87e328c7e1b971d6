"""How a sheet is laid out: where the columns are named, which rows are rows, and what the others are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generators.register import TOTAL
from generators.side_file import compared
from generators.spreadsheets.columns_named import Names, bare
from generators.spreadsheets.grid import BLANK, Cell, Line, NotRead, Sheet
from generators.yaml_writer import LONGEST_NAME

LOOKED_AT = 60
"""So many rows are looked at for the names of the columns."""
NIL = re.compile(
    r"(?i)\b(?:nil[\s-]+returns?|no\s+(?:gifts?|hospitality|offers?|entries|declarations?|items?)\b.*|nothing\s+to\s+(?:declare|report)"
    r"|(?:nil|none)\s+(?:received|offered|declared|recorded|this|for|to\s+report|in)\b.*|nil)\W*"
)
ENOUGH = 4
"""What a row must score to name columns by itself, where another row does already."""


class Other(NamedTuple):
    """A row that is no record: its number, what it is, and how it begins."""

    number: int
    what: str
    words: str


@dataclass(frozen=True)
class Layout:
    """A sheet in its parts. Every row from the first to the last is in one of them, or is blank."""

    header: tuple[str, ...]
    """The names of the columns, from the first column on."""
    header_at: int
    rows: tuple[Line, ...]
    others: tuple[Other, ...]
    blank: int
    told: tuple[str, ...]
    unclear: tuple[tuple[Line, str], ...] = ()
    """Rows that nobody can tell how to take, and why."""


def laid_out(
    sheet: Sheet, names: Names, totals: Iterable[str], *, header_row: int = 0, rows: range | None = None
) -> Layout:
    """The parts of a sheet. `totals`: the words with which rows begin that the side file leaves out.

    Raises NotRead where it has no row that could name columns, or more than one table.
    """
    if not sheet.lines:
        raise NotRead(f'there is nothing in the sheet "{sheet.name}".')
    lines, torn = _whole(sheet)
    at = _header_at(lines, names, header_row)
    header, group = _header(lines, at)
    if any(len(name) > LONGEST_NAME for name in header):
        raise NotRead(f"row {lines[at].number} names the columns, and a name there has over {LONGEST_NAME} characters.")
    others = [*_above(lines[:at], header_row=lines[at].number, group=group)]
    torn = {row: why for row, why in torn.items() if row > lines[at].number}
    told = list(_told(sheet, torn))
    kept: list[Line] = []
    left_out = set(totals)
    unclear = [(line, torn[line.number]) for line in lines[at + 1 :] if line.number in torn]
    for line in lines[at + 1 :]:
        if line.number in torn:
            continue
        if rows is not None and line.number not in rows:
            others.append(Other(line.number, "outside --rows", start_of(line)))
            continue
        what = _what(line, header, left_out)
        if what:
            others.append(Other(line.number, what, start_of(line)))
        elif kept and names.score(line.texts) >= max(ENOUGH, names.score(header) // 2):
            raise NotRead(_second(sheet.name, lines[at].number, line.number, sheet.last))
        else:
            kept.append(line)
    blank = sheet.last - sum(line.number > 0 for line in lines)
    return Layout(header, lines[at].number, tuple(kept), tuple(others), blank, tuple(told), tuple(unclear))


def is_note(line: Line) -> bool:
    """Whether a row that is no record holds one thing alone: a heading between rows, or a note beneath them."""
    return len(set(line.texts)) == 1


def _second(name: str, first: int, second: int, last: int) -> str:
    return (
        f'the sheet "{name}" has a second table, whose columns are named in row {second}. Import one at a time: '
        f"--header-row {first} --rows {first + 1}-{second - 1}, then --header-row {second} --rows {second + 1}-{last}."
    )


def _header_at(lines: Sequence[Line], names: Names, header_row: int) -> int:
    """At which place of the lines the columns are named."""
    if header_row:
        found = next((at for at, line in enumerate(lines) if line.number == header_row), None)
        if found is None:
            raise NotRead(f"row {header_row} is blank, so it names no columns.")
        return found
    scores = [names.score(line.texts) for line in lines[:LOOKED_AT]]
    best = max(range(len(scores)), key=lambda at: (scores[at], -at))
    if scores[best] >= 2:
        return best
    widest = max(len(line.texts) for line in lines[:LOOKED_AT])
    return next(at for at, line in enumerate(lines[:LOOKED_AT]) if 2 * len(line.texts) > widest)


def _header(lines: Sequence[Line], at: int) -> tuple[tuple[str, ...], bool]:
    """The names of the columns; where one is blank or stands twice, with what stands above it. And whether it did."""
    width = max(len(line.cells) for line in lines)
    own = [" ".join(lines[at].at(column).text.split()) for column in range(1, width + 1)]
    above = [" ".join(lines[at - 1].at(column).text.split()) for column in range(1, width + 1)] if at else [""] * width
    is_group = bool(at) and lines[at - 1].number == lines[at].number - 1 and len(set(above) - {""}) > 1
    if is_group:
        own = [
            over if not name else f"{over} {name}" if own.count(name) > 1 and over and over != name else name
            for name, over in zip(own, above, strict=True)
        ]
    while own and not own[-1]:
        own.pop()
    return tuple(own), is_group


def _above(lines: Sequence[Line], header_row: int, *, group: bool) -> Iterator[Other]:
    for line in lines:
        is_heading = group and line.number == header_row - 1
        yield Other(line.number, "headings above the columns" if is_heading else "above the columns", start_of(line))


def _what(line: Line, header: Sequence[str], left_out: set[str]) -> str:
    """What a row is that is no record; empty where it may be one."""
    first = line.texts[0]
    if compared(first) in left_out:
        return "left out by the side file"
    if TOTAL.fullmatch(compared(first)):
        return "total"
    if [bare(cell.text) for cell in line.cells[: len(header)]] == [bare(name) for name in header]:
        return "names of the columns again"
    if len(set(line.texts)) <= 2 and any(NIL.fullmatch(text) for text in line.texts):
        return "nil return"
    return ""


def start_of(line: Line) -> str:
    """How a row begins, on one line."""
    words = " | ".join(" ".join(text.split()) for text in dict.fromkeys(line.texts))
    return words if len(words) <= 80 else f"{words[:79]}…"


def _whole(sheet: Sheet) -> tuple[list[Line], dict[int, str]]:
    """The rows with the value of merged cells in each of them; by row, why merged cells cannot be taken apart.

    Downwards they are one value for several rows. Across they are a heading, or nobody knows which column is meant.
    """
    merged = [one for one in sheet.unseen.merges if one.top <= sheet.last]
    if not merged:
        return list(sheet.lines), {}
    by_number = {line.number: list(line.cells) for line in sheet.lines}
    torn: dict[int, str] = {}
    widest = max(map(len, by_number.values()), default=0)
    for one in merged:
        one = one._replace(right=min(one.right, widest))  # beyond stands nothing, however far they were merged
        value = _at(by_number.get(one.top, []), one.left)
        if not value.text:
            continue
        for row in range(one.top, min(one.bottom, sheet.last) + 1):
            cells = by_number.setdefault(row, [])
            alone = not [cell for at, cell in enumerate(cells, 1) if cell.text and not one.left <= at <= one.right]
            if one.right > one.left and not alone:
                torn[row] = "cells of several columns are merged here, and nobody can tell which column is meant."
            cells.extend([BLANK] * (one.right - len(cells)))
            cells[one.left - 1 : one.right] = [value] * (one.right - one.left + 1)
    return [
        Line(number, tuple(cells)) for number, cells in sorted(by_number.items()) if any(c.text for c in cells)
    ], torn


def _at(cells: Sequence[Cell], column: int) -> Cell:
    return cells[column - 1] if column <= len(cells) else BLANK


def _told(sheet: Sheet, torn: dict[int, str]) -> Iterator[str]:
    unseen = sheet.unseen
    if unseen.is_blind:
        yield "What is hidden or worked out by a formula cannot be seen in a file of this format, but in .xlsx it can."
    tall = sum(one.bottom > one.top for one in unseen.merges)
    if tall:
        yield f"Merged cells ({tall}): their value is taken for each of their rows."
    if unseen.formulas:
        yield f"Formulas ({unseen.formulas:,}): the value that was stored is taken, not the formula."
    if torn:
        yield f"Merged across columns: {len(torn)} rows, refused below."
