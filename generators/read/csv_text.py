"""CSV as text: a header row, then rows by column name, every cell as typed."""

import csv
import io
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from generators.problem import Where, count
from generators.read.yaml_text import NotUnderstood

LARGEST_CELL = 2_000_000
"""As large as a file may be: what is too long for a field is said by the checks."""
FORMULA = re.compile(
    r"=\s*(?:[A-Z][A-Z.]*\(|\$?[A-Z]{1,3}\$?\d|[-+(\"\d])|#(?:REF|NAME|VALUE|DIV/0|N/A|NULL|NUM)[!?]?$"
)
"""A cell that a spreadsheet should have worked out, or could not."""


def parse(text: str, header_line: int = 1) -> tuple[list[str], list[dict[str, str]]]:
    """The column names and the rows of a CSV text; a row's line in the file stands under the empty name.

    What is above the line of the names is no row. Raises NotUnderstood for the first mistake.
    """
    starts = _starts(text)
    if header_line > len(starts):
        message = f"the file ends before line {header_line}, where the side file has the names of the columns"
        raise NotUnderstood(1, 1, f"{message} (`header_line`).")
    lines = _lines(text[starts[header_line - 1] :], header_line)
    _, cells = next(lines, (header_line, []))
    if not cells:
        raise NotUnderstood(header_line, 1, "the line is empty that should name the columns.")
    filled = [(line, row) for line, row in lines if any(cell.strip() for cell in row)]
    header = _without_blank_end(_names(cells), [row for _, row in filled])
    _check_header(header, header_line, filled)
    return header, [{"": str(line), **_row(header, row, line, len(cells))} for line, row in filled]


def plain(name: str) -> str:
    """A column's name without what does not distinguish it: capitals, spaces and underscores."""
    return name.casefold().replace(" ", "").replace("_", "")


def formulas(row: dict[str, str]) -> Iterator[tuple[Where, str]]:
    """The cells that a spreadsheet was to work out: the next to open the file may see another result."""
    for name, cell in row.items():
        if cell[:1] in ("=", "#") and FORMULA.match(cell):
            yield (name,), f'"{cell[:40]}" is a formula or its error. Put the result itself into the cell.'


def _starts(text: str) -> list[int]:
    """Where in the text every line begins."""
    return [0, *(found.end() for found in re.finditer("\n", text))]


def _names(cells: list[str]) -> list[str]:
    """The names in the first row, each on one line."""
    return [" ".join(name.split()) for name in cells]


def separator_of(text: str) -> str:
    """What stands between the cells: tabs in what is saved as `Unicode text`, semicolons in many other countries.

    Bars stand between those of what a data base gives away, if between the names is nothing else.
    """
    names = next((line for line in text.split("\n") if line.strip()), "")
    if names.count("|") > 1 and not re.search("[,;\t]", names):
        return "|"
    first = next((line for line in text.split("\n") if re.search("[,;\t]", line)), "")
    return "\t" if "\t" in first else "," if "," in first else ";"


def _lines(text: str, first: int) -> Iterator[tuple[int, list[str]]]:
    """Every row with the line on which it begins, counted from the first."""
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text), strict=True, delimiter=separator_of(text))
    line = first
    try:
        for cells in reader:
            yield line, cells
            line = first + reader.line_num
    except csv.Error as error:
        hint = "a quotation mark in this row is opened and never closed."
        if "expected after" in str(error):
            hint = "a quotation mark stands inside a cell. Write it twice, and put the whole cell between quotes."
        raise NotUnderstood(line, 1, hint) from None


def places(text: str, header_line: int = 1) -> Callable[[Where], tuple[int, int]]:
    """What gives line and column of a cell, given as the row's line in the file and the column's name."""
    starts = _starts(text)
    below = text[starts[header_line - 1] :]
    separator = separator_of(below)
    header = _names(next(csv.reader(io.StringIO(below), delimiter=separator), []))
    at_of = {**_first_of(map(plain, header)), **_first_of(header)}

    def place(where: Where) -> tuple[int, int]:
        line = where[0] if where and isinstance(where[0], int) else 1
        name = where[1] if len(where) > 1 else ""
        before = at_of.get(str(name), at_of.get(plain(str(name)), 0))
        at = _after(separator, text, starts[min(max(line, header_line), len(starts)) - 1], before)
        line = bisect_right(starts, at)
        return line, at - starts[line - 1] + 1

    return place


def _first_of(names: Iterable[str]) -> dict[str, int]:
    """Where each of these names stands first."""
    found: dict[str, int] = {}
    for at, name in enumerate(names):
        found.setdefault(name, at)
    return found


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


def _check_header(header: list[str], line: int, rows: list[tuple[int, list[str]]]) -> None:
    if ";" in header[0]:
        raise NotUnderstood(line, 1, "the columns are separated by semicolons. Save the file as CSV with commas.")
    if len(header) == 1 and "," in header[0]:
        message = "the whole line stands between quotation marks, and so it is one cell. Take away those at its ends"
        raise NotUnderstood(line, 1, f"{message}, here and in every row, or save the file as CSV again.")
    if re.fullmatch("sep=.?", header[0], re.IGNORECASE):
        raise NotUnderstood(line, 1, "this line tells a spreadsheet what stands between the cells. Delete the line.")
    _refuse_title(header, line, rows)
    column, known = 1, set[str]()
    for number, name in enumerate(header, 1):
        if not name:
            raise NotUnderstood(line, column, f"column {number} has no name in the row that names the columns.")
        if name in known:
            raise NotUnderstood(line, column, "the column stands here a second time. Keep one of them.", name)
        column += len(name) + 1
        known.add(name)


def _refuse_title(header: list[str], line: int, rows: list[tuple[int, list[str]]]) -> None:
    """A line with few cells above a table with many is its title."""
    filled = [sum(bool(cell.strip()) for cell in row) for _, row in rows]
    if 2 * sum(map(bool, header)) <= max(filled, default=0):
        names = rows[filled.index(max(filled))][0]
        message = "this line has too few cells to name the columns of the rows beneath it. If it is a title, say in the"
        raise NotUnderstood(line, 1, f"{message} side file on which line the names stand: `header_line: {names}`.")


def _row(header: list[str], cells: list[str], line: int, widest: int) -> dict[str, str]:
    """The cells by column. `widest`: of how many cells the line of the names was, with empty ones at its end.

    In a row with more than these even an empty one may have come in by a comma that stands in a text.
    """
    if len(header) < len(cells) <= widest:
        cells = cells[: len(header)]
    if len(cells) != len(header):
        message = f"the row has {count(len(cells), 'cell')}, and {count(len(header), 'column')} are named above."
        message += " A cell that holds a comma must stand between quotes."
        if any(cell.strip().startswith("“") for cell in cells):
            message += " They must be straight ones: these are curly and belong to the text."
        raise NotUnderstood(line, 1, message)
    return dict(zip(header, (cell.strip() for cell in cells), strict=True))
