"""Text and tables of values: characters that are not seen, formulas, rows far from the others."""

import re
from collections.abc import Iterator

from generators.inspect.found import Found
from generators.inspect.names import HIDDEN
from generators.problem import count

FORMULA = re.compile(r" *[=＝@＠].|[\t\r\n]\s*\S|[+\-＋－].")
"""What makes a spreadsheet program calculate a cell."""
NO_FORMULA = re.compile(r"[+\-＋－](?:[\s+\-/][^(!|]*|[(]?[£$€]?\d[\d,. /:()\-–]*[A-Za-z% ]*)$")
"""What begins so and is a number with its unit, a telephone number, or words behind a dash."""
FAR = 20
"""Empty lines, after which nobody looks for more."""


def look_at_text(content: bytes) -> Iterator[Found]:
    """What is hidden in plain text."""
    text = decoded(content)
    if text is None:
        yield Found("damaged", "the whole file", "it is neither UTF-8 nor another known encoding of text")
        return
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if hidden := len(HIDDEN.findall(line.rstrip("\r"))):
            yield Found("hidden-characters", f"line {number}", f"it has {count(hidden, 'hidden character')}")
    yield from _far(lines)


def look_at_table(content: bytes) -> Iterator[Found]:
    """What is hidden in a table of values."""
    yield from look_at_text(content)
    for number, row in enumerate(rows(decoded(content) or ""), start=1):
        if formulas := sum(bool(FORMULA.match(cell) and not NO_FORMULA.match(cell)) for cell in row):
            yield Found("formula", f"row {number}", f"{count(formulas, 'cell')} can be taken for a formula")


def decoded(content: bytes) -> str | None:
    """The text in the first encoding that fits; None where there is none."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _try(content, "utf-16")
    text = _try(content, "utf-8-sig")
    return text if text is not None else _try(content, "cp1252")


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _far(lines: list[str]) -> Iterator[Found]:
    empty = 0
    for number, line in enumerate(lines, start=1):
        if line.strip(" ,;\t\r"):
            if empty > FAR and number > empty + 1:
                yield Found("far-cells", f"line {number}", f"there is more after {empty} empty lines")
            empty = 0
        else:
            empty += 1


def rows(text: str) -> Iterator[list[str]]:
    """The cells of every row: what a spreadsheet program would make of them, a quoted cell without its quotes."""
    row: list[str] = []
    for cell, end in CELL.findall(text):
        row.append(cell[1:-1].replace('""', '"') if cell.startswith('"') and cell.endswith('"') else cell)
        if end not in SEPARATORS:
            yield row
            row = []


SEPARATORS = (",", ";", "\t")
CELL = re.compile(r'[ ]*("(?:[^"]|"")*+"|[^,;\t\r\n]*+)(,|;|\t|\r\n|\r|\n|\Z)')
