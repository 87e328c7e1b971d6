"""What is recognised in a record file: in its fields and its text, or in its cells and the names of their columns."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from generators.gate.contacts import ADDRESS
from generators.gate.first_pass import MARKED, rules_for
from generators.gate.recognise import recognise
from generators.gate.seen import Seen
from generators.inspect.text.piece import Piece
from generators.problem import Where

STATES = frozenset({"draft", "exempt"})
"""Values by which a record itself says that it is not, or not wholly, public."""
WITHHELD = "exempt-information"
ACROSS_LINES = frozenset({"date-of-birth", "postcode", "street-address"})
"""What is found, too, where a line of a page ends within it."""

OF_TELEPHONES = re.compile(r"\b(?:tele)?(?:phone|mobile|tel|contact)\b|\bphone|\bmobile", re.I)
WITHOUT_ZERO = re.compile(r"[127]\d{8,9}")


@cache
def version() -> str:
    """A hash of the code that recognises: what an older one found is not relied on."""
    code = (*sorted(Path(__file__).parent.glob("*.py")), Path(__file__).parent.parent / "names_policy.py")
    return sha256(b"".join(path.read_bytes() for path in code)).hexdigest()[:12]


def seen_in_fields(fields: dict[str, Any]) -> Iterator[Seen]:
    """What is recognised in the fields of a record."""
    said = list(_texts(fields))
    rules = rules_for("\n".join(("", *(text for _, text, _ in said), "")))
    for where, text, is_withheld in said if rules else ():
        for rule, words in recognise(text, rules):
            if not (is_withheld and rule == WITHHELD):
                yield Seen(where, rule, words)


def seen_in_rows(rows: Iterable[dict[str, str]]) -> Iterator[Seen]:
    """What is recognised in the rows of a table, by line and column. What a column is called can say what a cell is."""
    said = [
        (int(row[""]), name, cell, _named(name.replace("_", " "), cell))
        for row in rows
        for name, cell in row.items()
        if name and cell and not ADDRESS.fullmatch(cell)
    ]
    rules = rules_for("\n".join(("", *(f"{named}\n{cell}" for _, _, cell, named in said), "")))
    for line, name, cell, named in said if rules else ():
        found = (*recognise(named, rules - MARKED), *recognise(cell, rules & MARKED))
        for rule, words in found:
            yield Seen((line, name), rule, words)


def seen_in_pieces(pieces: Iterable[Piece]) -> Iterator[Seen]:
    """What is recognised in the text of an attached file, by the place of each piece or the line in it."""
    said = [(piece, _named(piece.name, piece.text) if piece.name else piece.text) for piece in pieces]
    rules = rules_for("\n".join(("", *(f"{named}\n{piece.text}" for piece, named in said), "")))
    for piece, named in said if rules else ():
        marked = recognise(piece.text, rules & MARKED)
        joined = recognise(" ".join(piece.text.split("\n")), rules & ACROSS_LINES) if "\n" in piece.text else ()
        for rule, words in dict.fromkeys((*marked, *recognise(named, rules - MARKED), *joined)):
            yield Seen((piece.where or _line(piece.text, words),), rule, words)


def _named(name: str, cell: str) -> str:
    """A cell behind what its column is called. A program for tables drops the zero with which a number begins."""
    lost = "0" if WITHOUT_ZERO.fullmatch(cell) and OF_TELEPHONES.search(name) else ""
    return f"{name}: {lost}{cell}"


def _line(text: str, words: str) -> str:
    """The line in which words begin that may be broken by the end of one."""
    at = text.find(words) if words in text else text.find(words.split()[0])
    return f"line {text.count(chr(10), 0, max(0, at)) + 1}"


def _texts(value: Any, where: Where = (), *, is_withheld: bool = False) -> Iterator[tuple[Where, str, bool]]:
    """Every text within a value, and whether it belongs to a part that is said to be exempt.

    An address of the web, or the `mailto:` address that an office gives as its own, is none.
    """
    if isinstance(value, dict):
        withheld = is_withheld or value.get("access") == "exempt"
        for name, inner in value.items():
            yield from _texts(inner, (*where, name), is_withheld=withheld)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*where, number), is_withheld=is_withheld)
    elif isinstance(value, str) and value not in STATES and not ADDRESS.fullmatch(value):
        yield where, value, is_withheld
