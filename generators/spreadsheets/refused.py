"""The rows that an import refused, as a workbook to be mended and imported."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from generators.formats.workbook import begun
from generators.spreadsheets.columns_named import OURS


def refused_rows(header: Sequence[str], rows: Iterable[tuple[int, str, Sequence[str]]]) -> bytes:
    """A workbook with each row's number, why it was refused, and its cells as text."""
    into = BytesIO()
    book = begun(into)
    sheet = book.add_worksheet("Refused")
    bold = book.add_format({"bold": True})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for at, name in enumerate((*(name.capitalize() for name in OURS), *header)):
        sheet.write_string(0, at, name, bold)
    for line, (number, why, cells) in enumerate(rows, 1):
        for at, cell in enumerate((str(number), why, *cells)):
            sheet.write_string(line, at, cell, text)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, len(header) + 1, 24)
    book.close()
    return into.getvalue()
