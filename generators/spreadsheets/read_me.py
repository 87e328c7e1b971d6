"""The sheet of a template that says how the workbook is filled in and read back, and what every column means."""

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generators.spreadsheets.heads import Head
from generators.spreadsheets.registers import Target

LINE, A_LINE = 15, 46
"""The height of a line, and how many characters it takes."""


def read_me(book: Workbook, sheet: Worksheet, target: Target, title: str, heads: Sequence[Head]) -> None:
    """How the workbook is filled in and read back, and what every column means."""
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    stem = target.path.rpartition("/")[2].removesuffix(".csv")
    command = f"scrutiny import {target.kind.name}/{stem}"
    told = (
        title,
        f"These are the rows of {target.path}. One row is: {target.side.fields.get('row', 'one entry')}",
        "Add rows beneath the last one, or change what is there. Leave the names of the columns as they are.",
        "Leave the id of a new row empty. Never change the id of a row: it is how the row is known again.",
        "A row that you take out here stays in the register: withdraw it there, with the date and the reason.",
        f"When you are done: {command} and the name of this file. It shows what it will do.",
        "Put no personal telephone number, address or e-mail address into it. Staff are named by their roles.",
    )
    for line, words in enumerate(told):
        sheet.write_string(line, 0, words, bold if not line else None)
    _columns(sheet, len(told) + 1, heads, bold, wrap)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 2, 48)
    sheet.set_column(3, 3, 18)


def _columns(sheet: Worksheet, top: int, heads: Sequence[Head], bold: Format, wrap: Format) -> None:
    """A line for every column of the register, from this one on, counted from nought."""
    for at, name in enumerate(("Column", "What it means", "What stands in it", "Needed")):
        sheet.write_string(top, at, name, bold)
    for line, head in enumerate(heads, top + 1):
        column = head.column
        choices = f": {', '.join(head.choices)}" if head.choices and column.form == "choice" else ""
        needed = "given by the program" if column.name == "id" else "yes" if column.is_needed else ""
        cells = (head.name, head.meaning, column.said + choices, needed)
        for at, words in enumerate(cells):
            sheet.write_string(line, at, words, wrap)
        sheet.set_row(line, LINE * (1 + max(len(cell) for cell in cells) // A_LINE))
