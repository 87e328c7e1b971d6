"""What the side file of a register says of its columns and words, as it was typed, before it is checked."""

from collections.abc import Iterable, Mapping
from typing import Any

from generators.fields import is_column_name
from generators.read import Document
from generators.read.csv_text import plain

BLANK = "blank"
"""In `words`, what stands for an empty cell."""


def side_file(path: str) -> str:
    """The path of the file that says what a register holds."""
    return path.removesuffix(".csv") + ".yml"


def rows_file(path: str) -> str:
    """The path of the rows of the register that this side file describes."""
    return path.removesuffix(".yml") + ".csv"


def in_file(side: Document | None, name: str) -> str:
    """What the file calls one of our columns."""
    return called(side).get(name, name) if side else name


def ours_of(header: Iterable[str], columns: Iterable[str], called: Mapping[str, str]) -> tuple[str, ...]:
    """Our name of each of a file's columns; empty where it is not described. Capitals and spaces do not matter.

    `columns`: ours that are described; `called`: by ours, what the file calls them.
    """
    theirs = {called.get(ours, ours): ours for ours in columns}
    loosely = {plain(name): ours for name, ours in theirs.items()}
    return tuple(theirs.get(name) or loosely.get(plain(name), "") for name in header)


def called(side: Document) -> dict[str, str]:
    """Our names of columns and those in the file; what is no text is refused where the side file is checked."""
    return {ours: name for ours, name in group(side, "called").items() if isinstance(name, str)}


def id_from(side: Document) -> tuple[str, ...]:
    """The columns of which ids are made; what is no column's name is refused where the side file is checked."""
    named = side.fields.get("id_from")
    if not isinstance(named, list):
        return ()
    return tuple(name for name in named if isinstance(name, str) and is_column_name(name))


def words(side: Document) -> dict[str, dict[str, str]]:
    """By our name of a column, the file's words as they are compared, and ours."""
    groups = {name: found for name, found in group(side, "words").items() if isinstance(found, dict)}
    return {
        name: {compared(theirs): "" if compared(ours) == BLANK else ours for theirs, ours in found.items()}
        for name, found in groups.items()
        if all(isinstance(ours, str) for ours in found.values())
    }


def has_words(side: Document) -> bool:
    """Whether the words are typed as words can be: while they are not, nobody can tell what a row says."""
    typed = side.fields.get("words", {})
    return isinstance(typed, dict) and len(words(side)) == len(typed)


def rows_left_out(side: Document) -> frozenset[str]:
    """The words, as they are compared, with which rows begin that are no records."""
    return frozenset(map(compared, group(side, "rows_left_out")))


def group(side: Document, name: str) -> dict[str, Any]:
    """A group of lines of the side file; nothing where something else was typed there."""
    found = side.fields.get(name)
    return found if isinstance(found, dict) else {}


def compared(words: str) -> str:
    """Words without what does not distinguish them: capitals, spaces before, after and between, a full stop after."""
    plain = " ".join(words.split()).casefold()
    return plain.rstrip(".") or plain
