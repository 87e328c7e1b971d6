"""What an import says of a meeting that has a record: what it would add, what differs, what is the same."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generators.listed import listed
from generators.minutes.drafted import Drafted
from generators.minutes.merging import Added, Differs, Merge
from generators.minutes.proposing import said_in, shown
from generators.problem import count, field_name
from generators.read import yaml_text
from generators.read.encoding import plain_text
from generators.read.files import PROPOSED
from generators.shortened import shortened

MANY = 3
"""Differences of one sort in a list that are told in one line, at least."""
LONGEST = 90
"""Signs of a value in a line, where the proposal has the whole."""


def lines(record: Drafted, raw: bytes, merge: Merge, name: str) -> Iterator[str]:
    """What is told of one meeting."""
    text = plain_text(raw)
    old = yaml_text.parse(text)
    is_new = bool(merge.added or merge.settled)
    if is_new:
        yield f"{record.path} is there already. The document adds to it:"
        yield from (f"  {line}" for line in _added(old, merge.added))
    else:
        yield f"{record.path} is there already, and the document adds nothing to it."
    yield from _settled(merge.settled)
    if merge.differs:
        places = yaml_text.places(text)
        verb = "differs" if len(merge.differs) == 1 else "differ"
        yield f"{count(len(merge.differs), 'value')} {verb}. The record keeps its own:"
        for alike in _alike(merge.differs):
            said = _differs(alike[0], record, name, whole=not is_new)
            more = f" {_others(alike)}" if len(alike) > 1 else ""
            yield f"  {record.path}:{places(alike[0].way)[0]}: {said}{more}"
    if merge.same:
        yield f"{count(merge.same, 'value')} stand{'s' if merge.same == 1 else ''} in it already."
    if merge.unnamed:
        yield f"The document does not speak of {', '.join(_item(old['items'][at]) for at in merge.unnamed)}."
    if merge.unheard:
        yield f"The document does not say whether {', '.join(map(_who, merge.unheard))} came."


def next_step(record: Drafted) -> Iterator[str]:
    """What there is to do with a proposal."""
    yield f"Proposed: {record.path}{PROPOSED}. The record itself is as it was."
    yield f"Read the proposal beside the document and mend it. Then: scrutiny import meeting --take {record.id}"


def _added(old: Mapping[str, Any], added: Sequence[Added]) -> Iterator[str]:
    """A line for the meeting itself, and one for each item and each entry of a list."""
    by_place: dict[str, list[str]] = {}
    order = sorted(added, key=lambda one: [-1 if not one.way else 0, *(at for at in one.of if isinstance(at, int))])
    for one in order:
        at = one.way[1] if len(one.way) > 1 and isinstance(one.way[1], int) else None
        group = one.way[0] if one.way else ""
        place = "" if at is None else _item(old["items"][at]) if group == "items" else field_name((str(group), at))
        place = f"{_item(one.value)}, which is new" if _is_item(one) else place
        by_place.setdefault(place, []).extend(() if _is_item(one) else (_what(one),))
    for place, fields in by_place.items():
        words = ", ".join(
            f"{many} {what}" if what.startswith("more") else what for what, many in Counter(fields).items()
        )
        yield ": ".join(part for part in (place, words) if part)


def _settled(settled: Sequence[Differs]) -> Iterator[str]:
    """A line for each word that only announced something, and what came of it."""
    came: dict[tuple[str, str], Counter[str]] = {}
    for one in settled:
        came.setdefault((str(one.way[-1]), shown(one.record)), Counter())[shown(one.document)] += 1
    for (name, before), after in came.items():
        number = {words: f" ({many})" if after.total() > 1 else "" for words, many in after.items()}
        yield f"  {name}: “{before}” becomes {', '.join(f'“{words}”{number[words]}' for words in after)}"


def _who(entry: Mapping[str, Any]) -> str:
    return str(entry.get("person") or entry.get("as_printed") or entry.get("role") or "somebody")


def _is_item(one: Added) -> bool:
    return one.way == ("items",)


def _what(one: Added) -> str:
    if isinstance(one.step, int):
        return f"more of {one.way[-1]}"
    many = len(one.value) if isinstance(one.value, list) and isinstance(one.value[0], Mapping) else 0
    return f"{one.step} ({many})" if many else one.step


def _item(item: Mapping[str, Any]) -> str:
    number = item.get("minute") or item.get("number") or item.get("id")
    return f"{f'item {number},' if number else 'the item'} “{shortened(item['title'], LONGEST)}”"


def _differs(one: Differs, record: Drafted, name: str, *, whole: bool) -> str:
    theirs = shown(one.document) if whole else shortened(shown(one.document), LONGEST)
    mine, place = shortened(shown(one.record), LONGEST), said_in(name, record, one.of)
    return f"{field_name(one.way)}: “{mine}”. In {place}: “{theirs}”."


def _alike(differs: Sequence[Differs]) -> list[list[Differs]]:
    """What is told in one line: many people whom a list has otherwise in the same respect, and all else by itself."""
    found: dict[tuple[Any, ...], list[Differs]] = {}
    for one in differs:
        key = (one.way[0], one.way[-1]) if one.way[0] == "attendance" else one.way
        found.setdefault(key, []).append(one)
    return [part for alike in found.values() for part in ([alike] if len(alike) >= MANY else [[one] for one in alike])]


def _others(alike: Sequence[Differs]) -> str:
    """Where the same is otherwise too."""
    numbers = [str(one.way[1] + 1) for one in alike[1:] if isinstance(one.way[1], int)]
    return f"The same field differs in attendance {listed(numbers)}."
