"""The words of an index in smaller files: with each word that is asked for, fewer others are loaded.

A question of many words loads a file for nearly each of them. The longer list of smaller files is what every question
loads, so that much smaller ones would save nothing. tests/bench_search.py measures both.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from generators.search.packed import encoded, encoded_list, read, write_named
from generators.second_process import in_parts

MOST = 16_000
"""Bytes of one file before it is packed, unless a single word takes more."""

Word = Sequence[Any]
"""As the program writes it; the word itself comes first."""


def smaller(folder: Path, listed: Sequence[Sequence[str]], language: str) -> list[list[str]]:
    """Write the listed files of words as smaller ones; the new list: from which word to which, and the key."""

    def divided(files: Sequence[Sequence[str]]) -> list[list[str]]:
        return [one for each in files for one in _divided(folder, each, language)]

    return [one for found in in_parts(divided, listed) for one in found]


def _divided(folder: Path, each: Sequence[str], language: str) -> Iterator[list[str]]:
    first, last, key = each
    old = folder / f"{key}.pf_index"
    [words] = read(old)
    old.unlink()
    some = list(parts(words))
    cuts = [_between(one[-1], other[0]) for (one, _), (other, _) in pairwise(some)]
    begins = [first, *(begin for _, begin in cuts)]
    ends = [*(end for end, _ in cuts), last]
    for begin, end, (_, part) in zip(begins, ends, some, strict=True):
        yield [begin, end, write_named(folder, encoded_list([encoded_list(part)]), f"{language}_", ".pf_index")]


def parts(words: Sequence[Word]) -> Iterator[tuple[list[str], list[bytes]]]:
    """The words in order, and what stands for each, so many at a time that they fit in a file."""
    named: list[str] = []
    part: list[bytes] = []
    size = 0
    for word in words:
        what = encoded(word)
        if part and size + len(what) > MOST:
            yield named, part
            named, part, size = [], [], 0
        named.append(word[0])
        part.append(what)
        size += len(what)
    yield named, part


def _between(word: str, following: str) -> tuple[str, str]:
    """As much of two words as tells which comes first."""
    length = next((at for at in range(len(word)) if word[: at + 1] != following[: at + 1]), len(word)) + 1
    return word[:length], following[:length]
