"""A register as a workbook to be filled in: its columns with lists, notes and formats, and the rows it has."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from generators.dates import sheet_day
from generators.formats.workbook import FIRST_DAY, begun
from generators.spreadsheets.column import Column
from generators.spreadsheets.grid import LISTS, letters
from generators.spreadsheets.heads import Head, heads_of
from generators.spreadsheets.present import present
from generators.spreadsheets.read_me import read_me
from generators.spreadsheets.registers import Target

ROOM = 1000
"""Empty rows for which lists and formats are ready."""
LONGEST_LIST = 255
"""Characters of a list that a cell can hold itself; a longer one stands on a sheet of its own."""
READ_ME = "Read me"
LONGEST_TITLE, LONGEST_MESSAGE = 32, 255
NARROWEST, WIDEST = 10, 48
NO_TEXT = ("number", "whole number")
DAYS = ("day", "sheet day")


def template(target: Target, *, empty: bool = False) -> bytes:
    """The workbook. The same register gives the same bytes."""
    into = BytesIO()
    title = str(target.side.fields.get("title", target.path))
    book = begun(into, title=title, comments=target.path)
    heads = heads_of(target)
    rows = [] if empty else [row.cells for row in present(target)]
    sheet = book.add_worksheet(_sheet_name(target))
    about = book.add_worksheet(READ_ME)
    lists = _Lists(book, heads)
    _fill(book, sheet, heads, rows)
    for at, head in enumerate(heads):
        _validate(sheet, at, head, len(rows) + ROOM, lists)
    read_me(book, about, target, title, heads)
    book.close()
    return into.getvalue()


def _sheet_name(target: Target) -> str:
    return f"{target.kind.name} {target.path.rpartition('/')[2].removesuffix('.csv')}"[:31]


class _Lists:
    """The sheet that holds lists too long for a cell; it is made only where there is one."""

    def __init__(self, book: Workbook, heads: Sequence[Head]) -> None:
        long = [
            head for head in heads if len(",".join(head.choices)) > LONGEST_LIST or any("," in c for c in head.choices)
        ]
        self.places: dict[str, str] = {}
        if not long:
            return
        sheet = book.add_worksheet(LISTS)
        sheet.hide()
        for at, head in enumerate(long):
            sheet.write_string(0, at, head.column.name)
            for line, choice in enumerate(head.choices, 1):
                sheet.write_string(line, at, choice)
            name = letters(at + 1)
            self.places[head.column.name] = f"={LISTS}!${name}$2:${name}${len(head.choices) + 1}"


def _fill(book: Workbook, sheet: Worksheet, heads: Sequence[Head], rows: Sequence[Mapping[str, str]]) -> None:
    """The names of the columns with a note each, and the rows."""
    bold = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#e8eef0", "border": 1}
    needed, other = book.add_format({**bold, "bg_color": "#d5e3e8"}), book.add_format(bold)
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
    number = book.add_format({"num_format": "General", "valign": "top"})
    for at, head in enumerate(heads):
        column = head.column
        sheet.write_string(0, at, head.name, needed if column.is_needed else other)
        note = _note(head)
        size = {"x_scale": 2.2, "y_scale": 1 + len(note) / 110}
        sheet.write_comment(0, at, note, {"author": "scrutiny", "visible": False, **size})
        format_ = day if column.form in DAYS else number if column.form in NO_TEXT else text
        sheet.set_column(at, at, _width(head, rows), format_)
        for line, row in enumerate(rows, 1):
            _write(sheet, line, at, row.get(column.name, ""), column, (text, day, number))
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 32)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if heads:
        sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)


def _write(sheet: Worksheet, line: int, at: int, cell: str, column: Column, formats: Sequence[Any]) -> None:
    """A cell: a day as a day, a number as a number where it comes back as it was, all else as text."""
    text, day, number = formats
    if not cell:
        return
    if column.form in DAYS and (found := sheet_day(cell)) and found >= FIRST_DAY:
        sheet.write_datetime(line, at, datetime.combine(found, time()), day)
    elif column.form in NO_TEXT and _comes_back(cell):
        sheet.write_number(line, at, float(cell), number)
    else:
        sheet.write_string(line, at, cell, text)


def _comes_back(cell: str) -> bool:
    """Whether a number that a spreadsheet shows is what was typed: 12.50 becomes 12.5 there."""
    try:
        return f"{float(cell):g}" == cell and len(cell) < 12
    except ValueError:
        return False


def _note(head: Head) -> str:
    column = head.column
    example = f"\nExample: {column.example}" if column.example and not column.wrong(column.example, {}) else ""
    needed = "\nEvery row needs it." if column.is_needed and column.name != "id" else ""
    new = "\nLeave it empty in a new row: it is given one." if column.name == "id" else ""
    return f"{head.meaning}\nHere stands {column.said}.{needed}{new}{example}"


def _width(head: Head, rows: Sequence[Mapping[str, str]]) -> int:
    longest = max((len(row.get(head.column.name, "")) for row in rows[:200]), default=0)
    return min(max(NARROWEST, len(head.name) + 4, longest + 2), WIDEST)


def _validate(sheet: Worksheet, at: int, head: Head, last: int, lists: _Lists) -> None:
    """A list of what can stand in a column, or the bounds of its days."""
    column = head.column
    said = {
        "input_title": head.name[:LONGEST_TITLE],
        "input_message": f"Here stands {column.said}."[:LONGEST_MESSAGE],
        "error_title": "Not one of the words",
        "error_message": f"Here stands {column.said}."[:LONGEST_MESSAGE],
        "error_type": "stop" if head.is_closed else "information",
    }
    if head.choices:
        source = lists.places.get(column.name) or list(head.choices)
        sheet.data_validation(1, at, last, at, {**said, "validate": "list", "source": source})
    elif column.form in DAYS:
        bounds = {"validate": "date", "criteria": ">=", "value": datetime(1900, 3, 1)}  # noqa: DTZ001 - a day alone
        sheet.data_validation(1, at, last, at, {**said, **bounds, "error_title": "No day", "error_type": "warning"})
