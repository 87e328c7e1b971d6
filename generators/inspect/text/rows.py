"""The cells of a table, each with the head of its column, which can say what it is."""

from collections.abc import Iterator, Mapping, Sequence

from generators.inspect.text.piece import Piece

HEAD_AMONG = 15
"""The head is the fullest of so many first rows: a title can stand above it."""

Row = tuple[str, Mapping[str, str]]
"""Its place in words, and its cells by column."""


def of_rows(rows: Sequence[Row]) -> Iterator[Piece]:
    """Every cell that is not empty."""
    head = max(range(min(len(rows), HEAD_AMONG)), key=lambda at: len(rows[at][1]), default=0)
    names = rows[head][1] if rows else {}
    for at, (where, cells) in enumerate(rows):
        for column, text in cells.items():
            yield Piece(where, names.get(column, "").replace("_", " ") if at > head else "", text)
