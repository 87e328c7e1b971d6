"""The cells of a workbook as text: those of hidden sheets too, and days as days although a cell keeps their number."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from generators.dates import SERIALS, day_counted
from generators.inspect.office.package import Package
from generators.inspect.office.sheets import WORKBOOK, listed
from generators.inspect.office.styles import MAIN
from generators.inspect.text.piece import Piece
from generators.inspect.text.rows import Row, of_rows

BUILT_IN_DAYS = frozenset({"14", "15", "16", "17", "22"})
DAYS = re.compile(r"[dy]", re.I)
NO_SIGNS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
"""Words and colours in a format."""
COLUMN = re.compile(r"[A-Z]+")


def of_workbook(package: Package) -> Iterator[Piece]:
    """Every cell of every sheet, and the names of the sheets."""
    texts, days = tuple(_shared(package)), frozenset(_formats_of_days(package))
    for sheet in listed(package, package.xml(WORKBOOK)):
        yield Piece(f"sheet {sheet.number}", "", sheet.name)
        if sheet.part in package.parts:
            rows = list(_rows(package.xml(sheet.part), f"sheet {sheet.number}", texts, days))
            yield from of_rows(rows)


def _rows(sheet: Element, where: str, texts: tuple[str, ...], days: frozenset[int]) -> Iterator[Row]:
    for number, row in enumerate(sheet.iter(f"{MAIN}row"), start=1):
        cells: Mapping[str, str] = {
            found[0] if (found := COLUMN.match(cell.get("r", ""))) else str(at): text
            for at, cell in enumerate(row.iter(f"{MAIN}c"))
            if (text := _text(cell, texts, days).strip())
        }
        yield f"{where}, row {row.get('r', number)}", cells


def _text(cell: Element, texts: tuple[str, ...], days: frozenset[int]) -> str:
    kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v") or ""
    if kind == "inlineStr":
        return "".join(one.text or "" for one in cell.iter(f"{MAIN}t"))
    if kind == "s":
        return texts[int(value)] if value.isdecimal() and int(value) < len(texts) else ""
    if kind == "n" and int(cell.get("s", 0)) in days and value.partition(".")[0].isdecimal():
        number = int(value.partition(".")[0])
        return day_counted(number).isoformat() if number < SERIALS.stop else value
    return value


def _shared(package: Package) -> Iterator[str]:
    part = "xl/sharedStrings.xml"
    for one in package.xml(part).findall(f"{MAIN}si") if part in package.parts else ():
        yield "".join(text.text or "" for text in one.iter(f"{MAIN}t"))


def _formats_of_days(package: Package) -> Iterator[int]:
    """The numbers of the formats in which a number is shown as a day."""
    part = "xl/styles.xml"
    root = package.xml(part) if part in package.parts else None
    formats = root.find(f"{MAIN}cellXfs") if root is not None else None
    if root is None or formats is None:
        return
    codes = {one.get("numFmtId", ""): NO_SIGNS.sub("", one.get("formatCode", "")) for one in root.iter(f"{MAIN}numFmt")}
    for number, format in enumerate(formats):
        id = format.get("numFmtId", "")
        if id in BUILT_IN_DAYS or DAYS.search(codes.get(id, "")):
            yield number
