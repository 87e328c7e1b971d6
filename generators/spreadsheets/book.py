"""Spreadsheets as sheets of cells: of Excel, of LibreOffice, as CSV, as JSON."""

import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import orjson
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from generators.read import csv_rows
from generators.read.encoding import sheet_text
from generators.read.yaml_text import CONTROL, NotUnderstood
from generators.spreadsheets import marks, ods
from generators.spreadsheets.grid import BLANK, Cell, Line, Merge, NotRead, Sheet, Unseen
from generators.spreadsheets.opened import DAMAGED, PASSWORD, kind_of

SIGNS = 10
"""Digits after the point that are kept of a number: a computer's 0.1 + 0.2 is no more exact."""


@dataclass(frozen=True)
class Book:
    """The sheets of a file that can be read, by name, and the names of those that are hidden."""

    content: bytes
    kind: str
    names: tuple[str, ...]
    hidden: tuple[str, ...] = ()


def opened(name: str, content: bytes) -> Book:
    """A file by its sheets. Raises NotRead where it is not taken."""
    kind = kind_of(name, content)
    if kind in (".csv", ".json"):
        return Book(content, kind, (name.rpartition("/")[2],))
    book = _calamine(content)
    tables = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    if not tables:
        raise NotRead(DAMAGED)
    hidden = tuple(one.name for one in tables if one.visible != SheetVisibleEnum.Visible)
    return Book(content, kind, tuple(one.name for one in tables), hidden)


def sheet_of(book: Book, name: str) -> Sheet:
    """One sheet of a file. Raises NotRead where it cannot be read."""
    if book.kind == ".csv":
        return _of_csv(name, book.content)
    if book.kind == ".json":
        return _of_json(name, book.content)
    opened = _calamine(book.content)
    at = opened.sheet_names.index(name)
    unseen = Unseen(is_blind=True)
    if book.kind == ".xlsx":
        unseen = marks.unseen_in(book.content, at)
    elif book.kind == ".ods":
        unseen = ods.unseen_in(book.content, at)
    try:
        sheet = opened.get_sheet_by_name(name)
        lines = tuple(_lines(sheet.iter_rows(), sheet.start[1] if sheet.start else 0, unseen))
        if book.kind == ".xls" and sheet.merged_cell_ranges:
            found = ((a[0] + 1, a[1] + 1, b[0] + 1, b[1] + 1) for a, b in sheet.merged_cell_ranges)
            unseen = replace(unseen, merges=tuple(Merge(*one) for one in found))
    except CalamineError as fault:
        raise NotRead(DAMAGED) from fault
    return Sheet(name, lines, lines[-1].number if lines else 0, unseen)


def _calamine(content: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(BytesIO(content))
    except PasswordError:
        raise NotRead(PASSWORD) from None
    except (CalamineError, OSError, ValueError) as fault:
        raise NotRead(DAMAGED) from fault


def _lines(rows: Iterable[list[Any]], before: int, unseen: Unseen) -> Iterator[Line]:
    """The rows in which anything stands. A value that comes again is one cell, however many rows have it."""
    known: dict[tuple[type, Any], Cell] = {}
    marked = {row for row, _ in (*unseen.errors, *unseen.percentages, *unseen.months)}
    for number, values in enumerate(rows, 1):
        cells = [BLANK] * before
        for value in values:
            key = (type(value), value)
            cell = known.get(key)
            if cell is None:
                cell = known[key] = _cell(value)
            cells.append(cell)
        if number in marked:
            cells = [_marked(cell, number, at, unseen) for at, cell in enumerate(cells, 1)]
        if any(cell.text for cell in cells):
            yield Line(number, tuple(cells))


def _marked(cell: Cell, row: int, column: int, unseen: Unseen) -> Cell:
    """A cell as it is shown, where that is another than its value."""
    if (row, column) in unseen.errors:
        return Cell(unseen.errors[row, column], "error")
    if (row, column) in unseen.percentages and cell.form == "number":
        return Cell(f"{_plain(float(cell.text) * 100)}%", "number")
    if (row, column) in unseen.months and cell.form == "day":
        return Cell(f"{date.fromisoformat(cell.text):%b-%y}")
    return cell


def _cell(value: Any) -> Cell:
    match value:
        case bool():
            return Cell("yes" if value else "no", "yes or no")
        case int() | float():
            return Cell(_plain(value), "number")
        case datetime():
            clock = "" if value.time() == time(0) else f" {value:%H:%M}"
            return Cell(f"{value:%Y-%m-%d}{clock}", "day")
        case date():
            return Cell(value.isoformat(), "day")
        case time():
            return Cell(f"{value:%H:%M}" if not value.second else f"{value:%H:%M:%S}", "time")
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            rest = f":{seconds:02}" if seconds else ""
            return Cell(f"{minutes // 60:02}:{minutes % 60:02}{rest}", "time")
    return _of_text(str(value).replace("\r\n", "\n").replace("_x000D_", "").replace("\u00a0", " "))


def _of_text(typed: str) -> Cell:
    """A text without what nobody sees: such signs could move a name about on the screen, and no record holds them."""
    text = CONTROL.sub("", typed).strip()
    return Cell(text) if text else BLANK


def _plain(number: float) -> str:
    """A number without the last digits that only a computer sees: `12`, `0.3`."""
    if not math.isfinite(number):
        return str(number)
    if number == int(number):
        return str(int(number))
    return f"{number:.{SIGNS}f}".rstrip("0")


def _of_csv(name: str, content: bytes) -> Sheet:
    try:
        rows = csv_rows.cut(sheet_text(content)).rows
    except NotUnderstood as fault:
        raise NotRead(f"line {fault.line}: {fault.message}") from None
    every = (Line(number, tuple(map(_of_text, row.cells))) for number, row in enumerate(rows, 1))
    lines = tuple(line for line in every if line.texts)
    return Sheet(name, lines, lines[-1].number if lines else 0)


def _of_json(name: str, content: bytes) -> Sheet:
    """An array of objects: the names of their fields are the header, which is row nought."""
    found = _parsed(content.removeprefix(b"\xef\xbb\xbf"))
    lists = [*_lists(found)]
    rows = lists[0] if len(lists) == 1 else found
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise NotRead('it is JSON and no list of rows. It should look like `[{"name": "value"}, …]`.')
    header = list(dict.fromkeys(key for row in rows for key in row))
    lines = [Line(0, tuple(map(_of_text, header)))] if header else []
    for number, row in enumerate(rows, 1):
        cells = tuple(_of_value(row.get(key), number, key) for key in header)
        if any(cell.text for cell in cells):
            lines.append(Line(number, cells))
    return Sheet(name, tuple(lines), len(rows), names_rows=False)


def _parsed(content: bytes) -> Any:
    """What JSON says; of a file with an object on each line, all of them."""
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError as fault:
        lines = [line for line in content.splitlines() if line.strip()]
        if len(lines) > 1 and all(line.lstrip().startswith(b"{") and line.rstrip().endswith(b"}") for line in lines):
            with suppress(orjson.JSONDecodeError):
                return [orjson.loads(line) for line in lines]
        message = f"it is no JSON that can be read: from line {fault.lineno} on it is damaged, or not in UTF-8."
        raise NotRead(message) from None


def _lists(found: Any) -> Iterator[list[Any]]:
    """Every list in groups within groups: the rows are often kept beneath a name or two."""
    if isinstance(found, Mapping):
        for one in found.values():
            yield from [one] if isinstance(one, list) else _lists(one)


def _of_value(value: Any, number: int, key: str) -> Cell:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return Cell("; ".join(value))
    if isinstance(value, list | dict):
        raise NotRead(f"row {number}: {key}: a cell holds a text or a number, and this is a group.")
    return BLANK if value is None else _cell(value)
