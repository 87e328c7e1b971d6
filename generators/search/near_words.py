"""The words of the index, for whoever types one that stands on no page: which of them it is nearest to.

A reader's browser fetches the list only then. It has words of letters alone, and leaves out what stands on one page and
in no title: that is more often a slip itself.
"""

import gzip
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

import orjson

from generators.search.order import SIGN

NAME = "words.json"
"""The file within the index: every word with how many pages have it."""
MOST = 20_000
"""Words, those on the most pages first: with so many the list is less than 100 KB to load, however large the site."""
FEWEST = 2
"""Pages that have a word, unless a title has it."""
WORD = re.compile(r"[^\W\d_]{3,}")


def list_of_words(index: Path) -> bytes:
    """The file for an index."""
    return orjson.dumps(words_of(_pages(index / "fragment")), option=orjson.OPT_SORT_KEYS)


def words_of(pages: Iterator[tuple[str, str]]) -> Mapping[str, int]:
    """The words that are worth offering, with how many pages have each; of every page its title and its text."""
    on_pages: Counter[str] = Counter()
    in_titles: set[str] = set()
    for title, text in pages:
        titled = _in(title)
        in_titles |= titled
        on_pages.update(titled | _in(text))
    worth = ((word, pages) for word, pages in on_pages.items() if pages >= FEWEST or word in in_titles)
    return dict(sorted(worth, key=lambda one: (-one[1], one[0]))[:MOST])


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
