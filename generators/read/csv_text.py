"""CSV as text: a header row, then rows by column name, every cell as typed."""

import csv
import io

from generators.problem import Where
from generators.read.yaml_text import NotUnderstood


def parse(text: str) -> tuple[list[str], list[dict[str, str]]]:
    """The column names and the rows of a CSV text; a row's line in the file stands under the empty name.

    Raises NotUnderstood for the first mistake.
    """
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        header = [name.strip() for name in next(reader)]
        _check_header(header)
        rows = []
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append({"": str(line), **_row(header, cells, line)})
            line = reader.line_num + 1
    except csv.Error as error:
        raise NotUnderstood(reader.line_num, 1, f"the row cannot be understood ({error}). Check its quotes.") from None
    return header, rows


def place(text: str, where: Where) -> tuple[int, int]:
    """Line and column of a cell, given as the row's line in the file and the column's name."""
    line = where[0] if where and isinstance(where[0], int) else 1
    try:
        reader = csv.reader(io.StringIO(text))
        header = [name.strip() for name in next(reader)]
        cells = next((row for row in reader if reader.line_num >= line), []) if line > 1 else header
    except (csv.Error, StopIteration):
        return line, 1
    name = where[1] if len(where) > 1 else None
    before = cells[: header.index(name)] if name in header else []
    return line, 1 + sum(len(cell) + 1 for cell in before)


def _check_header(header: list[str]) -> None:
    for number, name in enumerate(header):
        column = 1 + sum(len(before) + 1 for before in header[:number])
        if not name:
            raise NotUnderstood(1, column, f"column {number + 1} has no name in the first row.")
        if name in header[:number]:
            raise NotUnderstood(1, column, "the column stands here a second time. Keep one of them.", name)


def _row(header: list[str], cells: list[str], line: int) -> dict[str, str]:
    if len(cells) != len(header):
        message = f"the row has {len(cells)} cells and the first row names {len(header)} columns."
        raise NotUnderstood(line, 1, message + " A cell that holds a comma must stand between quotes.")
    return dict(zip(header, (cell.strip() for cell in cells), strict=True))
