"""All datasets as one workbook, as government statisticians ask for: contents, notes, and one table a sheet.

No cells are merged and nothing is worked out by a formula; a text is never taken for one.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from generators.follow.publisher import Publisher
from generators.formats.as_csv import meaning_of
from generators.formats.as_json import text_of
from generators.formats.dataset import Dataset, Value

MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The same in every workbook, so that the same records give the same bytes."""
FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count a 29 February 1900 that never was: an earlier day is written as text."""
LONGEST = 32_767
"""Characters in a cell, as spreadsheets count: one outside the basic plane of Unicode, like an emoji, is two."""
CUT = " […]"
MOST_ROWS = 5_000
"""In one sheet; a longer list is slow to open, and is in the CSV file and in the database."""
LONGEST_NAME = 31
NOTES = (
    "An empty cell says that nothing is known or that it does not apply.",
    f"A text of more than {LONGEST:,} characters is cut, and ends in{CUT}. The CSV file has all of it.",
    "A day before 1 March 1900 is written as text, since a spreadsheet cannot count so far back.",
    "Lists and groups of values are written as JSON.",
    f"A list of more than {MOST_ROWS:,} rows is not in this workbook. The contents say so, and the CSV file has it.",
)


def begun(into: BytesIO, **properties: str) -> Workbook:
    """A workbook in which no text is taken for a formula or a link, and that is the same whenever it is made."""
    book = Workbook(into, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({**properties, "created": MADE.replace(tzinfo=None)})
    return book


def workbook_of(datasets: Sequence[Dataset], office: Publisher) -> bytes:
    """The workbook. A dataset without rows has no sheet."""
    into = BytesIO()
    book = begun(into, title=f"The public record: {office.name}")
    formats = {date: book.add_format({"num_format": "yyyy-mm-dd"}), time: book.add_format({"num_format": "hh:mm"})}
    head = book.add_format({"bold": True})
    contents, notes = book.add_worksheet("Contents"), book.add_worksheet("Notes")
    filled = [(dataset, dataset.rows) for dataset in datasets]
    listed: list[Sequence[Any]] = []
    for at, (dataset, rows) in enumerate(filled):
        if 0 < len(rows) <= MOST_ROWS:
            name = _sheet_name(dataset.name, at)
            listed.append((name, dataset.row, len(rows), dataset.left_out))
            _sheet(book.add_worksheet(name), dataset, rows, head, formats)
        elif rows:
            listed.append((f"in {dataset.name}.csv", dataset.row, len(rows), dataset.left_out))
    _table(contents, ("Sheet", "What one row is", "Rows", "What is left out"), listed, head)
    meanings = [
        (one.name, column.name, column.type, meaning_of(column))
        for one, rows in filled
        if rows
        for column in one.columns
    ]
    said = [("All sheets", "", "", note) for note in (f"Licence: {office.licence} {office.licence_address}", *NOTES)]
    _table(notes, ("Sheet", "Column", "Type", "Meaning"), [*said, *meanings], head)
    book.close()
    return into.getvalue()


def _table(sheet: Worksheet, header: Sequence[str], rows: Sequence[Sequence[Any]], head: Any) -> None:
    for at, words in enumerate(header):
        sheet.write_string(0, at, words, head)
    for line, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            _write(sheet, line, at, value, {})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(header) - 1, 30)


def _sheet(
    sheet: Worksheet, dataset: Dataset, rows: Sequence[Sequence[Value]], head: Any, formats: dict[type, Any]
) -> None:
    _table(sheet, [column.name for column in dataset.columns], (), head)
    for line, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            if value is not None and value != "":
                _write(sheet, line, at, value, formats)


def _write(sheet: Worksheet, line: int, at: int, value: Value, formats: dict[type, Any]) -> None:
    """A cell of the type that its value has."""
    if isinstance(value, bool):
        sheet.write_boolean(line, at, value)
    elif isinstance(value, int | float):
        sheet.write_number(line, at, value)
    elif isinstance(value, time) or (type(value) is date and value >= FIRST_DAY):
        sheet.write_datetime(line, at, value, formats[type(value)])
    else:
        sheet.write_string(line, at, _fitting(value if isinstance(value, str) else text_of(value)))


def _fitting(text: str) -> str:
    """A text that a cell can hold: itself, or its beginning and the sign that there was more."""
    if len(text) <= LONGEST // 2:  # most are, and need not be counted
        return text
    counted = text.encode("utf-16-le")
    if len(counted) <= 2 * LONGEST:
        return text
    return counted[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _sheet_name(name: str, at: int) -> str:
    """The name of a dataset as that of a sheet; a long one is cut, and has its number so that it stays its own."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 4]}-{at:03}"
