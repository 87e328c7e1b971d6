"""What an .ods file says of its cells besides their values."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse

from generators.spreadsheets.grid import Merge, NotRead, Unseen
from generators.spreadsheets.marks import FAR, MOST_CELLS, MOST_COLUMNS
from generators.spreadsheets.opened import DAMAGED

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
HIDDEN = ("collapse", "filter")


def unseen_in(content: bytes, at: int) -> Unseen:
    """What is to be known of the sheet at this place, counted from nought. Raises NotRead where it is too wide."""
    rows: set[int] = set()
    columns: set[int] = set()
    merges: list[Merge] = []
    errors: dict[tuple[int, int], str] = {}
    formulas = row = 0
    for element in _elements(content, at):
        if element.tag == f"{TABLE}table-column":
            columns |= _columns(element)
            continue
        times = _number(element, "number-rows-repeated")
        row += 1
        if element.get(f"{TABLE}visibility") in HIDDEN:
            rows |= set(range(row, row + min(times, MOST_CELLS)))
        for column, wide, cell in _cells(element):
            across, down = _number(cell, "number-columns-spanned"), _number(cell, "number-rows-spanned")
            if across > 1 or down > 1:
                merges.append(Merge(row, column, row + down - 1, column + across - 1))
            formulas += bool(cell.get(f"{TABLE}formula"))
            if error := _error(cell):
                errors[row, column] = error
            if (len(cell) or cell.get(f"{OFFICE}value-type")) and wide * times > MOST_CELLS:
                raise NotRead(FAR)
        row += times - 1
    hidden = frozenset(column for column in columns if column <= MOST_COLUMNS)
    return Unseen(frozenset(rows), hidden, tuple(merges), errors, formulas)


def _cells(row: Any) -> Iterator[tuple[int, int, Any]]:
    """The cells of a row, each with the column of the first that it stands for, counted from 1, and their number."""
    column = 1
    for cell in row:
        wide = _number(cell, "number-columns-repeated")
        yield column, wide, cell
        column += wide


def _error(cell: Any) -> str:
    """What a formula gave that could not be worked out; empty where it gave a value, or there is none."""
    text = "".join(cell.itertext()).strip() if cell.get(f"{TABLE}formula") else ""
    return text if text.startswith(("#", "Err:")) else ""


def _columns(element: Any) -> set[int]:
    """The hidden ones among these columns; how many stand before them is noted in the element itself."""
    before = int(element.get("before", 0))
    times = min(_number(element, "number-columns-repeated"), MOST_COLUMNS)
    return set(range(before + 1, before + times + 1)) if element.get(f"{TABLE}visibility") in HIDDEN else set()


def _elements(content: bytes, at: int) -> Iterator[Any]:
    """The columns and rows of the sheet at this place, each given up once it was looked at."""
    sheet, before = -1, 0
    with ZipFile(BytesIO(content)) as archive, archive.open("content.xml") as part:
        try:
            for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
                if event == "start":
                    sheet += element.tag == f"{TABLE}table"
                elif element.tag == f"{TABLE}table-column" and sheet == at:
                    element.set("before", str(before))
                    before += _number(element, "number-columns-repeated")
                    yield element
                elif element.tag == f"{TABLE}table-row":
                    if sheet == at:
                        yield element
                    element.clear()
        except SyntaxError as fault:
            raise NotRead(DAMAGED) from fault


def _number(element: Any, name: str) -> int:
    text = element.get(f"{TABLE}{name}", "1")
    return int(text) if text.isdigit() else 1
