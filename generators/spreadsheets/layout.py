"""How a sheet is laid out: where the columns are named, which rows are rows, and what the others are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generators.register import TOTAL
from generators.shortened import shortened
from generators.side_file import compared
from generators.spreadsheets import beside
from generators.spreadsheets.columns_named import Names, bare
from generators.spreadsheets.grid import Line, NotRead, Sheet
from generators.spreadsheets.header import header_at, header_of
from generators.spreadsheets.merged import taken_apart
from generators.spreadsheets.places import columns_told
from generators.yaml_writer import LONGEST_NAME

NIL = re.compile(
    r"(?i)\b(?:nil[\s-]+returns?|no\s+(?:gifts?|hospitality|offers?|entries|declarations?|items?)\b.*|nothing\s+to\s+(?:declare|report)"
    r"|(?:nil|none)\s+(?:received|offered|declared|recorded|this|for|to\s+report|in)\b.*|nil)\W*"
)
SUM = re.compile(
    r"(?i)(?:(?:sub|grand)[\s-]*)?totals?\b.*|(?:carried|brought)\s+(?:forward|down)\b.*|[cb]/[fd]\W*|sum\s+of\b.*"
)
"""How a row begins that adds up others, where it cannot be a record."""
ENOUGH = 4
"""What a row must score to name columns by itself, where another row does already."""
LONGEST = 80
"""Characters of how a row begins, where that is told."""
BLIND = (
    "A file of this format (.xls, .xlsb) does not tell which rows and columns are hidden: they were read like the "
    "others. Nor does it tell which values a formula gave. Where that matters, save it as .xlsx and import that."
)


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
    told: tuple[str, ...]
    unclear: tuple[tuple[Line, str], ...] = ()
    """Rows that nobody can tell how to take, and why."""


def laid_out(
    sheet: Sheet,
    names: Names,
    totals: Iterable[str],
    *,
    header_row: int = 0,
    rows: range | None = None,
    columns: range | None = None,
) -> Layout:
    """The parts of a sheet. `totals`: the words with which rows begin that the side file leaves out.

    `rows`, `columns`: those that are read; without the latter, those of the one table that names our columns.
    Raises NotRead where it has no row that could name columns, or more than one table.
    """
    if not sheet.lines:
        raise NotRead(f'there is nothing in the sheet "{sheet.name}".')
    if columns is not None:
        part, away = beside.only(sheet, columns, 0)
        return _with_beside(_in_table(part, names, totals, header_row, rows, columns), away, "")
    lines, _ = taken_apart(sheet)
    at = header_at(lines, names, header_row)
    header, _, end = header_of(lines, at, names)
    beneath = [line for line in lines[end:] if rows is None or line.number in rows]
    whole = range(1, max(len(header), *map(len, (line.cells for line in lines))) + 1)
    meant = beside.table_in(header, lines[at], beneath, names) if sheet.names_rows else whole
    part, away = beside.only(sheet, meant, lines[at].number)
    layout = _in_table(part, names, totals, header_row or lines[at].number, rows, meant)
    return _with_beside(layout, away, beside.told(header, beneath, meant))


def _with_beside(layout: Layout, away: Iterable[Line], told: str) -> Layout:
    """The layout with the rows of which nothing stands in its columns."""
    others = (Other(line.number, "beside the columns that are read", start_of(line)) for line in away)
    return replace(layout, others=(*layout.others, *others), told=(*filter(None, [told]), *layout.told))


def _in_table(
    sheet: Sheet, names: Names, totals: Iterable[str], header_row: int, rows: range | None, columns: range
) -> Layout:
    """The parts of a sheet with one table, in these columns."""
    lines, torn = taken_apart(sheet)
    if not lines:
        raise NotRead(f"there is nothing in the columns {columns_told(columns)}.")
    at = header_at(lines, names, header_row)
    header, group, end = header_of(lines, at, names)
    if any(len(name) > LONGEST_NAME for name in header):
        raise NotRead(f"row {lines[at].number} names the columns, and a name there has over {LONGEST_NAME} characters.")
    others = [*_above(lines[:at], header_row=lines[at].number, group=group)]
    others += [Other(line.number, "names of the columns, continued", start_of(line)) for line in lines[at + 1 : end]]
    torn = {row: why for row, why in torn.items() if row > lines[end - 1].number}
    told = [*_told(sheet, torn), *filter(None, [beside.unnamed(header, lines[end:], columns)])]
    kept: list[Line] = []
    left_out = set(totals)
    unclear = [(line, torn[line.number]) for line in lines[end:] if line.number in torn]
    for line in lines[end:]:
        if line.number in torn:
            continue
        what = _what(line, header, left_out, rows)
        if what:
            others.append(Other(line.number, what, start_of(line)))
        elif kept and names.score(line.texts) >= max(ENOUGH, names.score(header) // 2):
            raise NotRead(_second(sheet.name, lines[at].number, line.number, sheet.last))
        else:
            kept.append(line)
    return Layout(header, lines[at].number, tuple(kept), tuple(others), tuple(told), tuple(unclear))


def is_note(line: Line) -> bool:
    """Whether a row that is no record holds one thing alone: a heading between rows, or a note beneath them."""
    return len(set(line.texts)) == 1


def adds_up(line: Line) -> bool:
    """Whether a row that cannot be a record says that it adds up others."""
    return bool(SUM.fullmatch(line.texts[0]))


def _second(name: str, first: int, second: int, last: int) -> str:
    return (
        f'the sheet "{name}" has a second table, whose columns are named in row {second}. Import one at a time: '
        f"--header-row {first} --rows {first + 1}-{second - 1}, then --header-row {second} --rows {second + 1}-{last}."
    )


def _above(lines: Sequence[Line], header_row: int, *, group: bool) -> Iterator[Other]:
    for line in lines:
        is_heading = group and line.number == header_row - 1
        yield Other(line.number, "headings above the columns" if is_heading else "above the columns", start_of(line))


def _what(line: Line, header: Sequence[str], left_out: set[str], rows: range | None) -> str:
    """What a row is that is no record; empty where it may be one. `rows`: those that are read, if not all."""
    if rows is not None and line.number not in rows:
        return "outside --rows"
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
    return shortened(" | ".join(dict.fromkeys(line.texts)), LONGEST)


def _told(sheet: Sheet, torn: dict[int, str]) -> Iterator[str]:
    unseen = sheet.unseen
    if unseen.is_blind:
        yield BLIND
    tall = sum(one.bottom > one.top for one in unseen.merges)
    if tall:
        yield f"Merged cells ({tall}): their value is taken for each of their rows."
    if unseen.formulas:
        yield f"Formulas ({unseen.formulas:,}): the value that was stored is taken, not the formula."
    if torn:
        yield f"Merged across columns: {len(torn)} rows, refused below."
