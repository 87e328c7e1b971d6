"""What an .xlsx file says of its cells besides their values: hidden, merged, worked out, shown as a month."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from generators.spreadsheets.grid import Merge, NotRead, Unseen, column_of
from generators.spreadsheets.opened import DAMAGED

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NARROW = 0.1
MOST_COLUMNS = 20_000
"""More than a spreadsheet has."""
MOST_CELLS = 30_000_000
"""From the first to the last row and column. A cell far out would make a sheet of a billion empty ones."""
FAR = "its cells stand so far apart that it is not opened. Delete the empty rows and columns between them."
PERCENT, MONTH = ("9", "10"), ("17",)
"""Numbers of formats that every spreadsheet has."""
YES = (b"1", b"true")
ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
ERROR = re.compile(
    rb'<(?:\w+:)?c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]+)(\d+)"[^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)',
    re.DOTALL,
)
MERGE = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
PLACE = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"')


def unseen_in(content: bytes, at: int) -> Unseen:
    """What is to be known of the sheet at this place, counted from nought. Raises NotRead where it is too wide."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            name = _part_of(archive, at)
            sheet = archive.read(name) if name else b""
            percentages, months = _styles(archive)
    except (KeyError, ValueError, SyntaxError) as fault:
        raise NotRead(DAMAGED) from fault
    _refuse_far(sheet)
    return Unseen(
        frozenset(_hidden_rows(sheet)),
        frozenset(_hidden_columns(sheet)),
        tuple(Merge(int(m[2]), _column(m[1]), int(m[4]), _column(m[3])) for m in MERGE.finditer(sheet)),
        {(int(m[2]), _column(m[1])): m[3].decode("utf-8", "replace") for m in ERROR.finditer(sheet)},
        sum(1 for _ in FORMULA.finditer(sheet)),
        frozenset(_with_style(sheet, percentages)),
        frozenset(_with_style(sheet, months)),
    )


def _part_of(archive: ZipFile, at: int) -> str:
    book = fromstring(archive.read("xl/workbook.xml"), forbid_dtd=True)
    relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"), forbid_dtd=True)
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    sheets = [sheet for sheet in book.iter() if sheet.tag.endswith("}sheet")]
    mark = next((value for key, value in sheets[at].items() if key.endswith("}id")), None)
    target = targets.get(mark, "").lstrip("/")
    name = target if target.startswith("xl/") else f"xl/{target}"
    return name if name in archive.namelist() else ""


def _styles(archive: ZipFile) -> tuple[list[str], list[str]]:
    """The numbers of the cells' formats that show percentages, and of those that show a month and a year."""
    if "xl/styles.xml" not in archive.namelist():
        return [], []
    root = fromstring(archive.read("xl/styles.xml"), forbid_dtd=True)
    codes = {one.get("numFmtId"): _bare(one.get("formatCode", "")) for one in root.iter(f"{MAIN}numFmt")}
    percentages: list[str] = []
    months: list[str] = []
    formats = root.find(f"{MAIN}cellXfs")
    for at, one in enumerate(formats if formats is not None else ()):
        number = one.get("numFmtId", "0")
        code = codes.get(number, "")
        if number in PERCENT or "%" in code:
            percentages.append(str(at))
        elif number in MONTH or ("m" in code and "y" in code and not {"d", "h", "s"} & set(code)):
            months.append(str(at))
    return percentages, months


def _bare(code: str) -> str:
    return re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", code).lower()


def _with_style(sheet: bytes, styles: list[str]) -> Iterator[tuple[int, int]]:
    if styles:
        marks = "|".join(styles).encode()
        pattern = rb'<(?:\w+:)?c\b(?=[^>]*\bs="(?:' + marks + rb')")[^>]*?\br="([A-Z]+)(\d+)"'
        yield from ((int(m[2]), _column(m[1])) for m in re.finditer(pattern, sheet))


def _hidden_rows(sheet: bytes) -> Iterator[int]:
    above = 0
    for found in ROW.finditer(sheet):
        above = int(_value(found[1], b"r") or above + 1)
        height = _value(found[1], b"ht")
        if _value(found[1], b"hidden") in YES or (height and float(height) < NARROW):
            yield above


def _hidden_columns(sheet: bytes) -> Iterator[int]:
    for found in COLUMN.finditer(sheet[: sheet.find(b"sheetData")]):
        if _value(found[1], b"hidden") in YES or float(_value(found[1], b"width") or 9) < NARROW:
            first, last = int(_value(found[1], b"min") or 1), int(_value(found[1], b"max") or 0)
            yield from range(first, min(last, MOST_COLUMNS) + 1)


def _value(attributes: bytes, name: bytes) -> bytes:
    found = re.search(rb"(?:^|\s)" + name + rb'="([^"]*)"', attributes)
    return found[1] if found else b""


def _refuse_far(sheet: bytes) -> None:
    rows, widest = 0, set[bytes]()
    for found in PLACE.finditer(sheet):
        rows = max(rows, int(found[2]))
        widest.add(found[1])
    if rows * max(map(_column, widest), default=0) > MOST_CELLS:
        raise NotRead(FAR)


def _column(name: bytes) -> int:
    return column_of(name.decode())
