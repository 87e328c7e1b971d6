"""A table's text cut into its rows, each exactly as it was typed, and rows written as such a text has them."""

import csv
import io
import re
from collections.abc import Iterable
from typing import NamedTuple

from generators.read import csv_text
from generators.read.encoding import plain_ends
from generators.read.yaml_text import NotUnderstood

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")


class Row(NamedTuple):
    """One row: its cells, and the text of which they were read, with the end of its line."""

    text: str
    cells: tuple[str, ...]
    line: int
    """The line of the file on which it begins, counted from 1."""


class Rows(NamedTuple):
    """The rows of a text, and how it separates cells and ends lines."""

    rows: tuple[Row, ...]
    separator: str
    end: str


def cut(text: str) -> Rows:
    """The rows of a text. Put together, their texts are the text. Raises NotUnderstood for the first mistake."""
    lines = LINE.findall(text)
    separator = csv_text.separator_of(text)
    csv.field_size_limit(csv_text.LARGEST_CELL)
    reader = csv.reader(map(plain_ends, lines), strict=True, delimiter=separator)
    rows, at = [], 0
    try:
        for cells in reader:
            rows.append(Row("".join(lines[at : reader.line_num]), tuple(cells), at + 1))
            at = reader.line_num
    except csv.Error:
        message = "a quotation mark in this row is never closed, or stands inside a cell and is not written twice."
        raise NotUnderstood(at + 1, 1, message) from None
    end = next((found[0] for line in lines if (found := re.search(r"\r\n|\n|\r", line))), "\n")
    return Rows(tuple(rows), separator, end)


def written(cells: Iterable[str], separator: str, end: str) -> str:
    """One row as text."""
    into = io.StringIO()
    csv.writer(into, lineterminator=end, delimiter=separator).writerow(cells)
    return into.getvalue()


class Encoding(NamedTuple):
    """How a table's text is written as bytes."""

    name: str
    mark: bytes = b""
    """With which the file begins."""


MARKS = (Encoding("utf-8", b"\xef\xbb\xbf"), Encoding("utf-16-le", b"\xff\xfe"), Encoding("utf-16-be", b"\xfe\xff"))


def decoded(raw: bytes) -> tuple[str, Encoding]:
    """The text of a table that can be read, with its own ends of lines, and its encoding."""
    for encoding in MARKS:
        if raw.startswith(encoding.mark):
            return raw[len(encoding.mark) :].decode(encoding.name), encoding
    try:
        return raw.decode("utf-8"), Encoding("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252"), Encoding("cp1252")


def encoded(text: str, encoding: Encoding) -> bytes:
    """A text in the encoding of its file; in UTF-8 where that has not all of its signs."""
    try:
        return encoding.mark + text.encode(encoding.name)
    except UnicodeEncodeError:
        return text.encode("utf-8")


def lines_in(text: str) -> int:
    """How many lines the text of one row takes."""
    return len(LINE.findall(text))
