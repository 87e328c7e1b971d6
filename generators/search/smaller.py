"""The words of an index in smaller files: with each word that is asked for, fewer others are loaded.

A question of many words loads a file for nearly each of them. The longer list of smaller files is what every question
loads, so that much smaller ones would save nothing. tests/bench_search.py measures both.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import cbor2

from generators.search.packed import read, write_named

MOST = 16_000
"""Bytes of one file before it is packed, unless a single word takes more."""

Word = Sequence[Any]
"""As the program writes it; the word itself comes first."""


def smaller(folder: Path, listed: Sequence[Sequence[str]], language: str) -> list[list[str]]:
    """Write the listed files of words as smaller ones; the new list: from which word to which, and the key."""
    return [one for each in listed for one in _divided(folder, each, language)]


def _divided(folder: Path, each: Sequence[str], language: str) -> Iterator[list[str]]:
    first, last, key = each
    old = folder / f"{key}.pf_index"
    [words] = read(old)
    old.unlink()
    some = list(parts(words))
    cuts = [_between(one[-1][0], other[0][0]) for one, other in pairwise(some)]
    begins = [first, *(begin for _, begin in cuts)]
    ends = [*(end for end, _ in cuts), last]
    for begin, end, part in zip(begins, ends, some, strict=True):
        yield [begin, end, write_named(folder, [part], f"{language}_", ".pf_index")]


def parts(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words in order, so many at a time that they fit in a file."""
    part: list[Word] = []
    size = 0
    for word in words:
        more = len(cbor2.dumps(word))
        if part and size + more > MOST:
            yield part
            part, size = [], 0
        part.append(word)
        size += more
    yield part


def _between(word: str, following: str) -> tuple[str, str]:
    """As much of two words as tells which comes first."""
    length = next((at for at in range(len(word)) if word[: at + 1] != following[: at + 1]), len(word)) + 1
    return word[:length], following[:length]
