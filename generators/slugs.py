"""Ids made from words: for rows to which the office gave none, and for what is only known by its name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

LONGEST = 60
"""Characters: an id stands in an address, and is read aloud."""

SHORT = 48
"""Characters of an id that is proposed from words."""


def slug_of(words: str) -> str:
    """Words as an id: `GH/2019, no. 12` is `gh-2019-no-12`. Empty where they hold neither a letter nor a digit."""
    plain = unicodedata.normalize("NFKD", words.replace("&", " and ")).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def short_slug(words: str) -> str:
    """Words as an id that somebody will read: of whole words, and not too long."""
    slug = slug_of(words)
    return slug if len(slug) <= SHORT else slug[: SHORT + 1].rpartition("-")[0] or slug[:SHORT]


def letters(number: int) -> str:
    """Letters that count from 1: `a`, `z`, `aa`."""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


def number_of(letters: str) -> int:
    """What letters count, from 1, small or capital: 1 for `a`, 27 for `AA`."""
    number = 0
    for letter in letters.lower():
        number = 26 * number + ord(letter) - ord("a") + 1
    return number


def distinct(names: Iterable[str]) -> Iterator[str]:
    """A short id from each of these words; where one comes again, it is followed by `-2`, `-3` and so on."""
    times: dict[str, int] = {}
    taken: set[str] = set()
    for words in names:
        base = slug_of(words)[:LONGEST].strip("-") or "row"
        id, at = base, times.get(base, 0)
        while not at or id in taken:
            at += 1
            id = base if at == 1 else f"{base}-{at}"
        times[base] = at
        taken.add(id)
        yield id
