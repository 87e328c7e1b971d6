"""What does not fit between the columns of a register's file and those that its side file describes."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from generators.problem import Finding, count, nearest
from generators.read import Document
from generators.read.csv_text import plain
from generators.side_file import called, group, id_from, in_file

MANY = 10
"""More columns than these that are wrong in one way are one mistake, like a side file for another table."""
NAMED = 3
"""So many of them are told of."""
MISTYPED = 50
"""With more columns that nobody describes, they were not all mistyped, and looking for near ones would take long."""


def as_described(document: Document, side: Document, columns: Mapping[str, Any]) -> Document:
    """The document with its columns named as the side file has them.

    Where only capitals, spaces or underscores differ, and no other column could be meant, it is the same name.
    """
    waiting = [name for name in _described(side, columns) if name not in document.header]
    undescribed = [*_undescribed(document, side, columns)]
    times = Counter(map(plain, (*waiting, *undescribed)))
    theirs = {plain(name): name for name in undescribed}
    meant = {theirs[plain(name)]: name for name in waiting if plain(name) in theirs and times[plain(name)] == 2}
    if not meant:
        return document
    header = tuple(meant.get(name, name) for name in document.header)
    return replace(document, header=header, rows=tuple(_renamed(row, meant) for row in document.rows))


def _renamed(row: Mapping[str, Any], meant: Mapping[str, str]) -> dict[str, Any]:
    return {meant.get(name, name): cell for name, cell in row.items()}


def misfits(
    document: Document, side: Document, columns: Mapping[str, Any], known: Collection[str], needed: Collection[str]
) -> Iterator[Finding]:
    """Every column that is missing, that nobody describes, or that no register of this kind has, each once.

    `known`: the columns that such a register can have; `needed`: those without which no row is complete.
    """
    waiting = {in_file(side, name): name for name in columns if in_file(side, name) not in document.header}
    meant = _meant([*_undescribed(document, side, columns)], waiting)
    for name, other in meant:
        if other and waiting[other] in known:
            yield _otherwise(document, side, name, other, waiting[other])
    free = {name for name in known if name not in document.header}
    yield from _in_short([name for name, other in meant if not other], lambda name: _strange(document, name, free))
    missing = waiting.keys() - {other for _, other in meant}
    lost = [name for name, ours in waiting.items() if name in missing and ours in known]
    yield from _in_short(lost, lambda name: _lost(document, side, name))
    yield from _unprovided(document, side, columns, needed)
    yield from _foreign(side, columns, known)
    yield from _without_column(side, columns)


def _meant(undescribed: Sequence[str], waiting: Collection[str]) -> list[tuple[str, str]]:
    """Each column that nobody describes, and the one that is waited for that it may be; no two are the same one."""
    left = [*waiting] if len(undescribed) <= MISTYPED else []
    found = []
    for name in undescribed:
        near = [other for other in left if plain(other) == plain(name)] or get_close_matches(name, left, n=1)
        found.append((name, near[0] if near else ""))
        left = [other for other in left if other not in near[:1]]
    return found


def _otherwise(document: Document, side: Document, name: str, other: str, ours: str) -> Finding:
    """The file names a column a little otherwise than the side file does."""
    message = f'{side.path} describes "{other}", which is not here. Did you mean "{other}"?'
    if plain(other) == plain(name):
        message = f'{side.path} describes "{other}", and more than one column here could be that.'
    hint = f" If this file calls it so, write there under `called`: `{ours}: {name}`."
    return Finding(document.path, (name,), message + hint, 1)


def _unprovided(
    document: Document, side: Document, columns: Mapping[str, Any], needed: Collection[str]
) -> Iterator[Finding]:
    """Columns without which no row is complete, and of which neither file knows."""
    for name in sorted(needed):
        if name not in columns and name not in document.header:
            message = f'every row needs a column "{name}". Add it here, and to the columns in {side.path}.'
            hint = " Or say there under `id_from` from which columns ids are made." if name == "id" else ""
            yield Finding(document.path, (), message + hint, 1)


def _in_short(names: Sequence[str], told: Callable[[str], Finding]) -> Iterator[Finding]:
    """What is told of each of these columns; of very many, of the first few, and how many more there are."""
    if len(names) <= MANY:
        yield from map(told, names)
        return
    *first, last = map(told, names[:NAMED])
    yield from first
    more = count(len(names) - NAMED, "other column")
    yield replace(last, message=f"{last.message} The same holds for {more}.")


def _strange(document: Document, name: str, free: Collection[str]) -> Finding:
    message = f"the side file does not say what this column means.{nearest(name, free)}"
    hint = " Describe it there under `columns`, or give the reason under `left_out` why it is not taken over."
    return Finding(document.path, (name,), message + hint, 1)


def _lost(document: Document, side: Document, name: str) -> Finding:
    return Finding(document.path, (), f'the column "{name}" is missing, which {side.path} describes.', 1)


def _described(side: Document, columns: Mapping[str, Any]) -> dict[str, None]:
    """The columns of the file of which the side file says something, by their names there."""
    return dict.fromkeys((*(in_file(side, ours) for ours in columns), *group(side, "left_out")))


def _undescribed(document: Document, side: Document, columns: Mapping[str, Any]) -> Iterator[str]:
    """Columns of the file of which the side file says nothing."""
    described = _described(side, columns)
    yield from (name for name in document.header if name not in described)


def _foreign(side: Document, columns: Mapping[str, Any], known: Collection[str]) -> Iterator[Finding]:
    """Columns that a register of this kind does not have, and those that two columns would take."""
    taken: dict[str, str] = {}
    yield from _in_short([name for name in columns if name not in known], lambda name: _unknown(side, name, known))
    for name in columns:
        other = taken.setdefault(in_file(side, name), name)
        if other != name:
            where = ("called", name) if name in called(side) else ("called", other)
            message = f'"{in_file(side, name)}" is "{other}" already. One column of the file is one column here.'
            yield Finding(side.path, where, message)


def _unknown(side: Document, name: str, known: Collection[str]) -> Finding:
    message = f'a row has no column "{name}" here. Take it out, in the CSV file too.{nearest(name, known)}'
    return Finding(side.path, ("columns", name), message)


def _without_column(side: Document, columns: Mapping[str, Any]) -> Iterator[Finding]:
    """What is said of columns that the side file does not describe."""
    for field in ("called", "words"):
        for name in group(side, field):
            if name not in columns:
                message = f'there is no "{name}" under `columns`.{nearest(name, columns)}'
                yield Finding(side.path, (field, name), message)
    for at, name in enumerate(id_from(side)):
        if "id" in columns:
            message = "the file has a column of ids already. Take one of the two out."
            yield Finding(side.path, ("id_from", at), message)
        elif name not in columns:
            yield Finding(side.path, ("id_from", at), f'there is no "{name}" under `columns`.{nearest(name, columns)}')
