"""CSV as text: a header row, then rows by column name, every cell as typed."""

import csv
import io
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from generators.problem import Where
from generators.read.yaml_text import NotUnderstood

LARGEST_CELL = 2_000_000
"""As large as a file may be: what is too long for a field is said by the checks."""
FORMULA = re.compile(
    r"=\s*(?:[A-Z][A-Z.]*\(|\$?[A-Z]{1,3}\$?\d|[-+(\"\d])|#(?:REF|NAME|VALUE|DIV/0|N/A|NULL|NUM)[!?]?$"
)
"""A cell that a spreadsheet should have worked out, or could not."""


def parse(text: str) -> tuple[list[str], list[dict[str, str]]]:
    """The column names and the rows of a CSV text; a row's line in the file stands under the empty name.

    Raises NotUnderstood for the first mistake.
    """
    lines = _lines(text)
    _, cells = next(lines)
    filled = [(line, row) for line, row in lines if any(cell.strip() for cell in row)]
    header = _without_blank_end(_names(cells), [row for _, row in filled])
    _check_header(header)
    rows = [{"": str(line), **_row(header, row, line)} for line, row in filled]
    for row in rows:
        _refuse_formulas(row, text)
    return header, rows


def _names(cells: list[str]) -> list[str]:
    """The names in the first row, each on one line."""
    return [re.sub("[ \n]+", " ", name).strip() for name in cells]


def _separator(text: str) -> str:
    """What stands between the cells: a spreadsheet of another country than Britain writes semicolons."""
    first = text.partition("\n")[0]
    return ";" if ";" in first and "," not in first else ","


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with the line on which it begins."""
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text), strict=True, delimiter=_separator(text))
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "a quotation mark in this row is opened and never closed."
        if "expected after" in str(error):
            hint = "a quotation mark stands inside a cell. Write it twice, and put the whole cell between quotes."
        raise NotUnderstood(line, 1, hint) from None


def places(text: str) -> Callable[[Where], tuple[int, int]]:
    """What gives line and column of a cell, given as the row's line in the file and the column's name."""
    separator = _separator(text)
    header = _names(next(csv.reader(io.StringIO(text), delimiter=separator), []))
    starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(where: Where) -> tuple[int, int]:
        line = where[0] if where and isinstance(where[0], int) else 1
        name = where[1] if len(where) > 1 else None
        before = header.index(name) if name in header else 0
        at = _after(separator, text, starts[min(line, len(starts)) - 1], before)
        line = bisect_right(starts, at)
        return line, at - starts[line - 1] + 1

    return place


def _after(separator: str, text: str, start: int, times: int) -> int:
    """The place after so many separators that stand outside quotes, in the row that begins at the start."""
    quoted = False
    for at in range(start, len(text)):
        if not times:
            return at
        quoted ^= text[at] == '"'
        if text[at] == "\n" and not quoted:
            return start
        times -= text[at] == separator and not quoted
    return start if times else len(text)


def _without_blank_end(header: list[str], rows: list[list[str]]) -> list[str]:
    """The first row without the columns at its end that have no name and hold nothing."""
    used = max((at for row in [header, *rows] for at, cell in enumerate(row, 1) if cell.strip()), default=0)
    return header[: max(used, 1)] if used < len(header) else header


def _check_header(header: list[str]) -> None:
    for sign, called in ((";", "semicolons"), ("\t", "tabs")):
        if sign in header[0]:
            raise NotUnderstood(1, 1, f"the columns are separated by {called}. Save the file as CSV with commas.")
    for number, name in enumerate(header):
        column = 1 + sum(len(before) + 1 for before in header[:number])
        if not name:
            raise NotUnderstood(1, column, f"column {number + 1} has no name in the first row.")
        if name in header[:number]:
            raise NotUnderstood(1, column, "the column stands here a second time. Keep one of them.", name)


def _row(header: list[str], cells: list[str], line: int) -> dict[str, str]:
    if len(cells) > len(header) and not any(cell.strip() for cell in cells[len(header) :]):
        cells = cells[: len(header)]
    if len(cells) != len(header):
        message = f"the row has {len(cells)} cells and the first row names {len(header)} columns."
        raise NotUnderstood(line, 1, message + " A cell that holds a comma must stand between quotes.")
    return dict(zip(header, (cell.strip() for cell in cells), strict=True))


def _refuse_formulas(row: dict[str, str], text: str) -> None:
    """What a spreadsheet was to work out is no record: the next to open the file may see another result."""
    for name, cell in row.items():
        if cell[:1] in ("=", "#") and FORMULA.match(cell):
            line, column = places(text)((int(row[""]), name))
            message = f'"{cell[:40]}" is a formula or its error. Put the result itself into the cell.'
            raise NotUnderstood(line, column, message, name)
