"""The same index for the same site: the program that makes it puts the values of facets in a new order every time.

Its files of facets, and the list of them, are written once more in alphabetical order, and named by what they hold;
so are those of words, which become smaller at that.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from generators.search.packed import encoded, read, write_named
from generators.search.smaller import smaller

WORDS, FACETS = 2, 3
"""The places in the list of files of those with words, and of those with facets, each with its name."""


def put_in_order(index: Path) -> None:
    """Rewrite what of an index has no order of its own. Raises ValueError if it is not written as it was expected."""
    entry_file = index / "pagefind-entry.json"
    entry = orjson.loads(entry_file.read_bytes())
    for language, about in entry["languages"].items():
        old = index / f"pagefind.{about['hash']}.pf_meta"
        listed = read(old)
        listed[WORDS] = smaller(index / "index", listed[WORDS], language)
        listed[FACETS] = sorted([name, _in_order(index / "filter", key, language)] for name, key in listed[FACETS])
        name = write_named(index, encoded(listed), f"pagefind.{language}_", ".pf_meta")
        about["hash"] = name.removeprefix("pagefind.")
        old.unlink()
    entry_file.write_bytes(orjson.dumps(entry))


def is_whole(index: Path) -> bool:
    """Whether every file of an index is there and has something in it."""
    try:
        entry = orjson.loads((index / "pagefind-entry.json").read_bytes())
        listed = [read(index / f"pagefind.{about['hash']}.pf_meta") for about in entry["languages"].values()]
    except (OSError, EOFError, ValueError):  # half of a file can be neither unpacked nor read
        return False
    names = [name for each in listed for name in _names(each)]
    return all((index / name).exists() for name in names) and all(
        file.stat().st_size for file in index.rglob("*") if file.is_file()
    )


def _names(listed: Any) -> Iterator[str]:
    """The files that the list of an index names: of its pages, of its words, and of its facets."""
    _, pages, words, facets, *_ = listed
    yield from (f"fragment/{page[0]}.pf_fragment" for page in pages)
    yield from (f"index/{chunk[-1]}.pf_index" for chunk in words)
    yield from (f"filter/{facet[1]}.pf_filter" for facet in facets)


def _in_order(folder: Path, key: str, language: str) -> str:
    """Write the file of one facet again with its values sorted; its new key."""
    old = folder / f"{key}.pf_filter"
    name, values = read(old)
    old.unlink()
    return write_named(folder, encoded([name, sorted(values)]), f"{language}_", ".pf_filter")
