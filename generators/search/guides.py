"""Which pages are guides for whoever keeps the records: they have the words of every record, and come after them all.

A weight cannot do that: the words of a title count in full, whatever its page weighs. Readers' browsers are told the
names of these pages, since a result has nothing more than its name until it is shown.
"""

from pathlib import Path

import orjson

from generators.search.packed import read

NAME = "guides.json"
KIND = "Guide for staff"
"""As the theme calls them (partials/facets.html)."""
PAGES, FACETS = 1, 3
"""The places in the list of files of those of pages, by their number, and of those with facets."""


def guides(index: Path) -> list[str]:
    """The names by which an index knows the pages of this kind."""
    entry = orjson.loads((index / "pagefind-entry.json").read_bytes())
    return sorted(
        name
        for about in entry["languages"].values()
        for name in _of_kind(index, read(index / f"pagefind.{about['hash']}.pf_meta"))
    )


def _of_kind(index: Path, listed: list[list[list[str]]]) -> list[str]:
    keys = [key for name, key in listed[FACETS] if name == "kind"]
    values = [value for key in keys for value in read(index / "filter" / f"{key}.pf_filter")[1]]
    return [listed[PAGES][number][0] for kind, numbers in values if kind == KIND for number in numbers]
