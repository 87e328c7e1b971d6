"""What changed between two versions of a record, word by word, for a reader."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Literal, NamedTuple

import orjson

from generators.ledger.nested import differing, field_in_words
from generators.ledger.usual import Usual

WORD = re.compile(r"\s+|\w+|[^\w\s]")
MOST = 4_000_000
"""Pairs of words to be compared; with more, one text stands for the other as a whole."""
AROUND = 25
"""Words shown on each side of a change."""


class Part(NamedTuple):
    """Some words: the same in both, taken out, or put in."""

    what: Literal["same", "out", "in"]
    words: str


class Difference(NamedTuple):
    """One field that is another now, with the group it stands in: `Item 2, decision a, outcome`."""

    field: str
    lines: tuple[tuple[Part, ...], ...]


def differences(before: str, after: str, usual: Usual = MappingProxyType({})) -> tuple[Difference, ...]:
    """The fields that differ between two versions, each as the ledger keeps it; in groups, the fields of these.

    `usual`: what is said where nothing was typed, which is not told of a group that came or went.
    """
    old, new = (orjson.loads(text)["fields"] for text in (before, after))
    names = [*new, *(name for name in old if name not in new)]
    places = (
        place
        for name in names
        for place in differing(field_in_words(name), old.get(name), new.get(name), usual.get(name))
    )
    return tuple(
        Difference(f"{place.title[:1].upper()}{place.title[1:]}", tuple(compared(place.old, place.new)))
        for place in places
    )


def compared(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Part, ...]]:
    """The lines that differ, word by word."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        pairs = min(b - a, d - c)
        for at in range(pairs):
            yield tuple(words(old[a + at], new[c + at]))
        yield from ((Part("out", line),) for line in old[a + pairs : b])
        yield from ((Part("in", line),) for line in new[c + pairs : d])


def words(old: str, new: str) -> Iterator[Part]:
    """The words of two lines: those of both, and those of one."""
    left, right = WORD.findall(old), WORD.findall(new)
    if len(left) * len(right) > MOST:
        yield from (Part("out", old), Part("in", new))
        return
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for at, (tag, a, b, c, d) in enumerate(codes):
        if tag == "equal":
            yield Part("same", _short(left[a:b], is_first=at == 0, is_last=at == len(codes) - 1))
        else:
            yield from (Part("out", "".join(left[a:b])),) if b > a else ()
            yield from (Part("in", "".join(right[c:d])),) if d > c else ()


def _short(same: list[str], *, is_first: bool, is_last: bool) -> str:
    """Words that did not change; of many, those next to a change."""
    start, end = (0 if is_first else AROUND), (0 if is_last else AROUND)
    if len(same) <= start + end + AROUND:
        return "".join(same)
    return f"{''.join(same[:start])} … {''.join(same[len(same) - end :])}"
