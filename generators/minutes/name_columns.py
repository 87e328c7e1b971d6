"""Lists of people set in two or more columns of names, with nothing but names in them."""

import re
from collections.abc import Iterator, Sequence

from generators.minutes.document import Line
from generators.minutes.name_patterns import HONORIFIC, NAME, ROLE_WORD
from generators.minutes.paragraphs import Para

LEAST_ROWS = 3
"""With fewer rows a second cell can as well be whom somebody represents."""
ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")
"""An office or a body, and no name."""


def of_names(paras: Sequence[Para]) -> frozenset[Line]:
    """The rows whose every cell is a name of its own; shorter tables follow the longest of the document."""
    tables = [table for table in _tables(paras) if all(map(_is_of_names, table)) and not _repeats(table)]
    if not any(len(table) >= LEAST_ROWS for table in tables):
        return frozenset()
    return frozenset(para.first for table in tables for para in table)


def _tables(paras: Sequence[Para]) -> Iterator[list[Para]]:
    """Rows that stand beneath one another."""
    table: list[Para] = []
    for para in paras:
        if len(para.cells) > 1:
            table.append(para)
        elif table:
            yield table
            table = []
    if table:
        yield table


def _is_of_names(para: Para) -> bool:
    return all(_is_name(cell) for cell in para.cells if cell.strip())


def _is_name(cell: str) -> bool:
    """First name and last name, without a word of an office."""
    bare = HONORIFIC.sub("", cell.strip())
    return (
        NAME.match(bare) is not None and 2 <= len(bare.split()) <= 4
        and not ROLE_WORD.search(bare) and not ABBREVIATION.search(bare)
    )  # fmt: skip


def _repeats(table: Sequence[Para]) -> bool:
    """Whether a cell stands twice in a table: names do not, those whom people represent do."""
    cells = [cell for para in table for cell in para.cells if cell.strip()]
    return len(set(cells)) < len(cells)
