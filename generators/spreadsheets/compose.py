"""The bytes of a register's file after an import: every row that did not change is kept as it was typed."""

from collections.abc import Iterator, Mapping, Sequence

from generators.read import csv_rows
from generators.side_file import in_file
from generators.spreadsheets.grid import Line
from generators.spreadsheets.plan import Plan
from generators.spreadsheets.registers import Target


def composed(target: Target, plan: Plan, renamed: Mapping[str, str]) -> tuple[bytes, dict[int, Line | None]]:
    """The new bytes, and by the line on which each row begins, its row of the sheet; None where it is as before.

    `renamed`: by our name of a column, the name that it is given in the file.
    """
    header, place = _header(target, plan, renamed)
    separator, end = target.table.separator if target.raw else ",", target.table.end
    texts: list[str] = []
    came_from: dict[int, Line | None] = {}
    line = 1
    rows = [*_kept(target, plan, header, place)]
    if not target.table.rows:
        rows.append((csv_rows.written(header, separator, end), None))
    for added in plan.added:
        cells = [""] * len(header)
        for ours, cell in added.cells.items():
            if cell:
                cells[place[ours]] = cell
        rows.append((csv_rows.written(cells, separator, end), added.row.line))
    for at, (text, origin) in enumerate(rows, 1):
        if at < len(rows) and not text.endswith(("\n", "\r")):
            text += end
        came_from[line] = origin
        texts.append(text)
        line += csv_rows.lines_in(text)
    encoding = target.encoding if target.raw else csv_rows.Encoding("utf-8")
    return csv_rows.encoded("".join(texts), encoding), came_from


def _header(target: Target, plan: Plan, renamed: Mapping[str, str]) -> tuple[list[str], dict[str, int]]:
    """The names of the file's columns after the import, and by our name the place of each."""
    header = list(target.header)
    names = {ours: in_file(target.side, ours) for ours in target.columns}
    place = {ours: header.index(name) for ours, name in names.items() if name in header}
    for ours in plan.new_columns:
        place[ours] = len(header)
        header.append(names[ours])
    for ours, name in renamed.items():
        if ours in place:
            header[place[ours]] = name
    return header, place


def _kept(
    target: Target, plan: Plan, header: Sequence[str], place: Mapping[str, int]
) -> Iterator[tuple[str, Line | None]]:
    """The text of every row that the file has, and for one that changes, its row of the sheet."""
    separator, end = target.table.separator, target.table.end
    changed = {one.at: one for one in plan.changed}
    extra = separator * len(plan.new_columns)
    for at, row in enumerate(target.table.rows):
        if at == target.header_row and tuple(header) != target.header:
            yield csv_rows.written(header, separator, end), None
        elif at in changed:
            cells = [*row.cells, *[""] * (len(header) - len(row.cells))]
            for ours, (_, new) in changed[at].cells.items():
                cells[place[ours]] = new
            yield csv_rows.written(cells, separator, end), changed[at].row.line
        elif extra and at > target.header_row and any(row.cells):
            bare = row.text.rstrip("\r\n")
            missing = separator * max(0, len(target.header) - len(row.cells))
            yield f"{bare}{missing}{extra}{row.text[len(bare) :]}", None
        else:
            yield row.text, None
