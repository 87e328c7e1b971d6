"""Spreadsheets for tests, made from rows: of Excel with all that makes one untidy, of LibreOffice by hand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from html import escape
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

Rows = Sequence[Sequence[Any]]


def xlsx(
    sheets: Mapping[str, Rows],
    *,
    hidden: Iterable[str] = (),
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
    merged: Iterable[str] = (),
    formats: Mapping[str, str] | None = None,
) -> bytes:
    """A workbook. A text that begins with `==` is a formula, behind a bar its result. Rows are counted from 1."""
    into = BytesIO()
    book = Workbook(into, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for line, row in enumerate(rows):
            for at, value in enumerate(row):
                _write(book, sheet, line, at, value, (formats or {}).get(f"{chr(65 + at)}{line + 1}"))
        for number in hidden_rows:
            sheet.set_row(number - 1, None, None, {"hidden": True})
        for number in hidden_columns:
            sheet.set_column(number - 1, number - 1, None, None, {"hidden": True})
        for place in merged:
            first = rows[int(place.split(":")[0][1:]) - 1][ord(place[0]) - 65]
            sheet.merge_range(place, first)
        if name in hidden:
            sheet.hide()
    book.close()
    return into.getvalue()


def _write(book: Workbook, sheet: Any, line: int, at: int, value: Any, code: str | None) -> None:
    format = book.add_format({"num_format": code}) if code else None
    match value:
        case None | "":
            return
        case str() if value.startswith("=="):
            formula, _, result = value[1:].partition("|")
            sheet.write_formula(line, at, formula, None, result)
        case str():
            sheet.write_string(line, at, value, format)
        case bool():
            sheet.write_boolean(line, at, value)
        case date():
            day = value if isinstance(value, datetime) else datetime.combine(value, time())
            sheet.write_datetime(line, at, day, book.add_format({"num_format": code or "dd/mm/yyyy"}))
        case _:
            sheet.write_number(line, at, value, format)


def ods(rows: Rows, hidden_rows: Iterable[int] = ()) -> bytes:
    """A spreadsheet of LibreOffice, no more than it must be."""
    lines = []
    for number, row in enumerate(rows, 1):
        shown = ' table:visibility="collapse"' if number in hidden_rows else ""
        lines.append(f"<table:table-row{shown}>{''.join(map(_cell, row))}</table:table-row>")
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0" office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="One">{"".join(lines)}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{space}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return packed({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _cell(value: Any) -> str:
    if isinstance(value, date):
        return _typed(f'"date" office:date-value="{value}"', str(value))
    if isinstance(value, int | float):
        return _typed(f'"float" office:value="{value}"', str(value))
    if not value:
        return "<table:table-cell/>"
    return _typed('"string"', escape(value))


def _typed(type: str, text: str) -> str:
    return f"<table:table-cell office:value-type={type}><text:p>{text}</text:p></table:table-cell>"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of parts."""
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return into.getvalue()
