"""Text and tables of values as text."""

from collections.abc import Iterator

from generators.inspect.plain import decoded, rows
from generators.inspect.text.piece import Piece
from generators.inspect.text.rows import of_rows


def of_text(content: bytes) -> Iterator[Piece]:
    """The whole text. What is in no known encoding is told of as damaged."""
    yield Piece("", "", (decoded(content) or "").replace("\r\n", "\n").replace("\r", "\n"))


def of_table(content: bytes) -> Iterator[Piece]:
    """Every cell."""
    found = enumerate(rows(decoded(content) or ""), start=1)
    yield from of_rows(
        [(f"row {number}", {str(at): cell for at, cell in enumerate(row) if cell.strip()}) for number, row in found]
    )
