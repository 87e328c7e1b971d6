"""Cells that were merged into one, taken apart again."""

from collections.abc import Sequence

from generators.spreadsheets.grid import BLANK, Cell, Line, Sheet


def taken_apart(sheet: Sheet) -> tuple[list[Line], dict[int, str]]:
    """The rows with the value of merged cells in each of them; by row, why merged cells cannot be taken apart.

    Downwards they are one value for several rows. Across they are a heading, or nobody knows which column is meant.
    """
    merged = [one for one in sheet.unseen.merges if one.top <= sheet.last]
    if not merged:
        return list(sheet.lines), {}
    by_number = {line.number: list(line.cells) for line in sheet.lines}
    torn: dict[int, str] = {}
    widest = max(map(len, by_number.values()), default=0)
    for one in merged:
        one = one._replace(right=min(one.right, widest))  # beyond stands nothing, however far they were merged
        value = _at(by_number.get(one.top, []), one.left)
        if not value.text:
            continue
        for row in range(one.top, min(one.bottom, sheet.last) + 1):
            cells = by_number.setdefault(row, [])
            alone = not [cell for at, cell in enumerate(cells, 1) if cell.text and not one.left <= at <= one.right]
            if one.right > one.left and not alone:
                torn[row] = "cells of several columns are merged here, and nobody can tell which column is meant."
            cells.extend([BLANK] * (one.right - len(cells)))
            cells[one.left - 1 : one.right] = [value] * (one.right - one.left + 1)
    return [
        Line(number, tuple(cells)) for number, cells in sorted(by_number.items()) if any(c.text for c in cells)
    ], torn


def _at(cells: Sequence[Cell], column: int) -> Cell:
    return cells[column - 1] if column <= len(cells) else BLANK
