"""Where two versions of a record differ, groups of fields inside it by their own names: item 2, decision a, outcome."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, NamedTuple

import orjson

KEYS = ("number", "letter", "id", "ref", "period", "person", "file", "field", "date", "start", "name", "title")
"""What one of several groups is called by, where each of them has it: the first that fits."""
MAIN = ("text", "title", "name", "what", "question", "value")
"""What a group says first, where it is told as a whole."""
TIME = re.compile(r"\d\d:\d\d:00")
"""A time of day as a record's data has it; in words it has no seconds."""
LONG = 200
"""More characters than these are told by themselves."""
FEW = 3
"""So are more lines."""
Group = Mapping[str, Any]


class DifferingField(NamedTuple):
    """A place in a record where two versions differ, and what each says there."""

    title: str
    old: list[str]
    new: list[str]


class _Pair(NamedTuple):
    """One group as it was and as it is, and what it is called among its like."""

    name: str
    old: Group | None
    new: Group | None


def differing(name: str, old: Any, new: Any, usual: Any = None) -> Iterator[DifferingField]:
    """Every place in a field that differs. What is told of a group that came or went is one line, if it is short.

    `usual`: of a field that holds groups, what these say where nobody typed anything.
    """
    unsaid = usual if isinstance(usual, Mapping) else {}
    if old == new:
        return
    if _are_groups(old) and _are_groups(new) and (old or new):
        for one in _paired(old or (), new or ()):
            yield from _of_pair(f"{_one(name)} {one.name}".strip(), one.old, one.new, unsaid, MAIN)
        yield from _order(name, old or (), new or ())
    elif isinstance(old or new, Mapping) and isinstance(new or old, Mapping):
        yield from _of_pair(name, old, new, unsaid)
    else:
        yield DifferingField(name, lines(old), lines(new))


def lines(value: Any) -> list[str]:
    """A value of a record as lines that a reader can read."""
    if isinstance(value, Mapping):
        return [line for name, each in value.items() for line in _named(field_in_words(name), lines(each))]
    if isinstance(value, list):
        return [line for each in value for line in lines(each)]
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, str) and TIME.fullmatch(value):
        return [value[:5]]
    return [] if value is None else [line for line in str(value).split("\n") if line.strip()]


def field_in_words(name: str) -> str:
    """The name of a field without the sign between its words."""
    return name.replace("_", " ")


def _of_pair(
    title: str, old: Group | None, new: Group | None, usual: Group, main: Sequence[str] = ()
) -> Iterator[DifferingField]:
    """Where a group differs: field by field where it stays; as a whole where it came or went.

    `main`: the fields that it says first, where it is one of several and is called by another.
    """
    if old and new:
        for name in (*new, *(name for name in old if name not in new)):
            yield from differing(f"{title}, {field_in_words(name)}", old.get(name), new.get(name), usual.get(name))
        return
    group = {name: value for name, value in (new or old or {}).items() if name not in usual or usual[name] != value}
    apart = {name: value for name, value in group.items() if _stands_alone(value)}
    if told := _told(title, {name: value for name, value in group.items() if name not in apart}, main):
        yield DifferingField(title, [], [told]) if new else DifferingField(title, [told], [])
    for name, value in apart.items():
        old_, new_ = (None, value) if new else (value, None)
        yield from differing(f"{title}, {field_in_words(name)}", old_, new_, usual.get(name))


def _told(title: str, group: Group, main: Sequence[str]) -> str:
    """A group on one line: what it says first, then in brackets the rest; not what it is called by."""
    rest = {name: ", ".join(lines(value)) for name, value in group.items()}
    rest = {name: said for name, said in rest.items() if said and not (name in KEYS and title.endswith(f" {said}"))}
    first = next((rest.pop(name) for name in main if name in rest), "")
    others = "; ".join(f"{field_in_words(name)}: {said}" for name, said in rest.items())
    return f"{first} ({others})" if first and others else first or others


def _stands_alone(value: Any) -> bool:
    """Whether a field of a group that came or went is told by itself: groups in it, and long texts."""
    is_group = isinstance(value, Mapping) or (isinstance(value, list) and _are_groups(value))
    return is_group or len(" ".join(lines(value))) > LONG or len(lines(value)) > FEW


def _are_groups(value: Any) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(each, Mapping) for each in value))


def _paired(old: Sequence[Group], new: Sequence[Group]) -> Iterator[_Pair]:
    """The groups that are the same one, by what they are called; else by what they say and their place."""
    if key := _key(old, new):
        before = {str(group[key]): group for group in old}
        after = {str(group[key]): group for group in new}
        names = (*after, *(name for name in before if name not in after))
        yield from (_Pair(name, before.get(name), after.get(name)) for name in names)
        return
    text: Callable[[Group], bytes] = orjson.dumps
    for tag, a, b, c, d in SequenceMatcher(None, [*map(text, old)], [*map(text, new)], autojunk=False).get_opcodes():
        if tag != "equal":
            for at, (was, is_) in enumerate(zip_longest(old[a:b], new[c:d]), c + 1):
                yield _Pair(str(at) if was and is_ and len(new) > 1 else "", was, is_)


def _order(name: str, old: Sequence[Group], new: Sequence[Group]) -> Iterator[DifferingField]:
    """Where groups that stay stand in another order, that order."""
    if key := _key(old, new):
        before, after = ([str(group[key]) for group in groups] for groups in (old, new))
        were, are = [one for one in before if one in after], [one for one in after if one in before]
        if were != are:
            yield DifferingField(f"{name}, order", [", ".join(were)], [", ".join(are)])


def _key(old: Sequence[Group], new: Sequence[Group]) -> str:
    """What the groups are called by; empty where nothing tells them apart."""
    return next((key for key in KEYS if _tells_apart(old, key) and _tells_apart(new, key)), "")


def _tells_apart(groups: Sequence[Group], key: str) -> bool:
    values = [group.get(key) for group in groups]
    return all(isinstance(value, str | int) for value in values) and len(set(values)) == len(values)


def _one(name: str) -> str:
    """One of what a field holds several of: `item` of `items`."""
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name


def _named(name: str, found: list[str]) -> list[str]:
    return [f"{name[:1].upper()}{name[1:]}: {found[0]}", *found[1:]] if found else []
