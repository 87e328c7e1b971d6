"""Lists of the words of the index, for what a reader's browser cannot ask the index without loading much of it.

For whoever types a word that stands on no page: which words there are, fetched only then. It has words of letters
alone, and leaves out what stands on one page and in no title: that is more often a slip itself. For every question:
which words stand on so many pages that they narrow nothing down beside a rarer one. Where they stand, which is most of
the index, need not be loaded then.
"""

import gzip
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

import orjson

from generators.search.packed import SIGN, read
from generators.second_process import in_parts

NAMES = ("words.json", "often.json")
"""The files within the index: every word worth offering, and those on many pages; each with how many have it."""
MOST = 20_000
"""Words, those on the most pages first: with so many the list is less than 100 KB to load, however large the site."""
FEWEST = 2
"""Pages that have a word, unless a title has it."""
OFTEN = 0.5
"""The share of all pages that have a word from which on it is said at once how many do."""
WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Counted:
    """Words with how many pages have each."""

    pages: int
    on_pages: Mapping[str, int]
    in_titles: frozenset[str]


def lists_of_words(index: Path) -> Iterator[tuple[str, bytes]]:
    """The files for an index, by name."""
    counted = counted_in(_pages(index / "fragment"))
    often = on_many_pages(counted, pages_of_stems(index / "index"))
    for name, words in zip(NAMES, (worth_offering(counted), often), strict=True):
        yield name, orjson.dumps(words, option=orjson.OPT_SORT_KEYS)


def counted_in(pages: Iterable[tuple[str, str]]) -> Counted:
    """The words of pages, each given as its title and its text."""
    number = 0
    on_pages: Counter[str] = Counter()
    in_titles: set[str] = set()
    for title, text in pages:
        titled = _in(title)
        in_titles |= titled
        on_pages.update(titled | _in(text))
        number += 1
    return Counted(number, on_pages, frozenset(in_titles))


def worth_offering(counted: Counted) -> Mapping[str, int]:
    """The words that can stand for one that nobody wrote; of too many those on the most pages."""
    found = counted.on_pages.items()
    worth = ((word, pages) for word, pages in found if pages >= FEWEST or word in counted.in_titles)
    return dict(sorted(worth, key=lambda one: (-one[1], one[0]))[:MOST])


def on_many_pages(counted: Counted, on_pages: Mapping[str, int]) -> Mapping[str, int]:
    """The words that stand on most pages in any of their forms: by how many pages the index has for their stem."""
    words = {word: on_pages.get(_stem(word, on_pages), pages) for word, pages in counted.on_pages.items()}
    return {word: pages for word, pages in words.items() if pages >= counted.pages * OFTEN}


def pages_of_stems(folder: Path) -> Mapping[str, int]:
    """Of every stem that an index keeps, on how many pages it stands in any form."""

    def counted(files: Iterable[Path]) -> dict[str, int]:
        return {stem: len(pages) for file in files for [words] in [read(file)] for stem, pages, *_ in words}

    return {stem: pages for found in in_parts(counted, sorted(folder.iterdir())) for stem, pages in found.items()}


def _stem(word: str, stems: Container[str]) -> str:
    """What an index keeps of a word: "policy" as "polici", of others the longest beginning that it has."""
    if word.endswith("y") and f"{word[:-1]}i" in stems:
        return f"{word[:-1]}i"
    return next((word[:end] for end in range(len(word), 2, -1) if word[:end] in stems), word)


def _in(text: str) -> set[str]:
    """The words of a text, each once."""
    return set(chain.from_iterable(map(_within, set(text.lower().split()))))


@cache
def _within(token: str) -> tuple[str, ...]:
    """The words of what stands between two spaces: on ten thousand pages there is much of the same."""
    return tuple(WORD.findall(token))


def _pages(fragments: Path) -> Iterator[tuple[str, str]]:
    """The title and the text of everything that can be found."""
    for file in fragments.iterdir():
        page = orjson.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGN))
        yield page["meta"].get("title", ""), page["content"]
