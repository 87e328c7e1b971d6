"""The cells of one sheet: those that are there and are not seen."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generators.inspect.found import Found
from generators.inspect.office.formulas import reads_elsewhere
from generators.inspect.office.styles import MAIN
from generators.problem import count
from generators.slugs import number_of

YES = ("1", "true")
NARROW = 0.6
"""Characters: a column narrower than this shows nothing."""
LOW = 2.0
"""Points: a row lower than this shows nothing."""
FAR_ROWS, FAR_COLUMNS = 200, 30
"""Empty rows or columns, after which nobody looks for more."""
LETTERS = re.compile(r"[A-Z]+")


class Cell(NamedTuple):
    """A cell with content."""

    row: int
    column: int
    format: int


def look_at_cells(sheet: Element, where: str, unseen: frozenset[int], used: set[int]) -> Iterator[Found]:
    """Hidden rows, columns and cells with content; the numbers of the texts that are used are noted."""
    cells = list(_cells(sheet, used))
    rows, columns = _hidden_rows(sheet), _hidden_columns(sheet)
    if hidden := len({cell.row for cell in cells if cell.row in rows}):
        yield Found("hidden-rows", where, f"{count(hidden, 'row')} with content")
    if hidden := len({cell.column for cell in cells if cell.column in columns}):
        yield Found("hidden-columns", where, f"{count(hidden, 'column')} with content")
    if hidden := sum(cell.format in unseen for cell in cells):
        yield Found("hidden-cells", where, f"{count(hidden, 'cell')} with content that show nothing")
    if _gap({cell.row for cell in cells}) > FAR_ROWS:
        yield Found("far-cells", where, "there is content far below the rest")
    if _gap({cell.column for cell in cells}) > FAR_COLUMNS:
        yield Found("far-cells", where, "there is content far to the right of the rest")
    if any(reads_elsewhere(formula.text or "") for formula in sheet.iter(f"{MAIN}f")):
        yield Found("external-link", where, "a formula takes values from another file")
    for one in ("dataValidation", "cfRule"):
        if any("[" in "".join(rule.itertext()) for rule in sheet.iter(f"{MAIN}{one}")):
            yield Found("external-link", where, "a rule for cells takes values from another file")


def _cells(sheet: Element, used: set[int]) -> Iterator[Cell]:
    above = 0
    for row in sheet.iter(f"{MAIN}row"):
        above = int(row.get("r", above + 1))
        before = 0
        for cell in row.iter(f"{MAIN}c"):
            before = _column(cell.get("r", "")) or before + 1
            value = cell.find(f"{MAIN}v")
            if cell.get("t") == "s" and value is not None and value.text:
                used.add(int(value.text))
            if any((one.text or "").strip() for one in cell.iter() if one is not cell):
                yield Cell(above, before, int(cell.get("s", 0)))


def _column(reference: str) -> int:
    """The number of the column of `B12`; nought where none is named."""
    letters = LETTERS.match(reference)
    return number_of(letters[0]) if letters else 0


def _hidden_rows(sheet: Element) -> frozenset[int]:
    """The rows that are not shown. Where rows are hidden unless told otherwise, those that say nothing of it too."""
    usual = sheet.find(f"{MAIN}sheetFormatPr")
    is_usual = usual is not None and usual.get("zeroHeight") in YES
    found, above = set(), 0
    for row in sheet.iter(f"{MAIN}row"):
        above = int(row.get("r", above + 1))
        is_low = row.get("ht") is not None and float(row.get("ht", "15")) < LOW
        if row.get("hidden") in YES or is_low or (is_usual and row.get("hidden") is None and row.get("ht") is None):
            found.add(above)
    return frozenset(found)


def _hidden_columns(sheet: Element) -> frozenset[int]:
    found: set[int] = set()
    for columns in sheet.iter(f"{MAIN}col"):
        if columns.get("hidden") in YES or float(columns.get("width", "9")) < NARROW:
            found.update(range(int(columns.get("min", 0)), min(int(columns.get("max", 0)), 20_000) + 1))
    return frozenset(found)


def _gap(places: Iterable[int]) -> int:
    """The widest empty stretch before a place, the edge included."""
    ordered = [0, *sorted(places)]
    return max((after - before - 1 for before, after in pairwise(ordered)), default=0)
