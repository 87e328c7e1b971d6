"""A document as lines that know where they stand."""

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["", "heading", "bold", "list"]
WORD = re.compile(r"[^\W_]+(?:['’.,/:@&-][^\W_]+)*")
"""A word as it is counted: letters and digits, with the signs that join them."""


@dataclass(frozen=True)
class Line:
    """One printed line."""

    page: int
    number: int
    """Its number on the page, or in a text without pages in the whole file; counted from 1."""
    text: str
    indent: int = 0
    """By how many signs it is set in."""
    cells: tuple[str, ...] = ()
    """Where it is the row of a table, its cells."""
    style: Style = ""
    gap: bool = False
    """Whether a blank line or a wide gap stands before it."""
    flows: bool = False
    """Whether it goes on from the line before, because the print was too narrow."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return count_words(self.text)


@dataclass(frozen=True)
class Document:
    """What was read of a file."""

    name: str
    pages: int
    lines: tuple[Line, ...]
    """Every line that is not furniture, in order."""
    furniture: tuple[Line, ...] = ()
    """Headers, footers and numbers of pages."""
    empty_pages: tuple[int, ...] = ()
    """Pages without a word: pictures, or scans that nobody has made text of."""
    remarks: tuple[str, ...] = ()
    """What was noticed of the file that its keeper should know."""

    @property
    def words(self) -> int:
        """How many words it has, those of its furniture too."""
        return sum(line.words for line in (*self.lines, *self.furniture))


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in WORD.finditer(text))
