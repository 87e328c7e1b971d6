"""The same index for the same site: the program that makes it puts the values of facets in a new order every time.

Its files of facets, and the list of them, are written once more in alphabetical order, and named by what they hold.
They are CBOR in gzip behind a sign of its own; tests/test_search.py holds this to what the installed version writes.
"""

import gzip
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2
import orjson

SIGN = b"pagefind_dcd"
FACETS = 3
"""The place in the list of files of those with facets, each with its name."""


def put_in_order(index: Path) -> None:
    """Rewrite what of an index has no order of its own. Raises ValueError if it is not written as it was expected."""
    entry_file = index / "pagefind-entry.json"
    entry = orjson.loads(entry_file.read_bytes())
    for language, about in entry["languages"].items():
        old = index / f"pagefind.{about['hash']}.pf_meta"
        listed = _read(old)
        listed[FACETS] = sorted([name, _in_order(index / "filter", key, language)] for name, key in listed[FACETS])
        about["hash"] = _write(index, listed, f"pagefind.{language}_", ".pf_meta").removeprefix("pagefind.")
        old.unlink()
    entry_file.write_bytes(orjson.dumps(entry))


def is_whole(index: Path) -> bool:
    """Whether every file of an index is there and has something in it."""
    try:
        entry = orjson.loads((index / "pagefind-entry.json").read_bytes())
        listed = [_read(index / f"pagefind.{about['hash']}.pf_meta") for about in entry["languages"].values()]
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
    name, values = _read(old)
    old.unlink()
    return _write(folder, [name, sorted(values)], f"{language}_", ".pf_filter")


def _read(file: Path) -> Any:
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(SIGN):
        raise ValueError(f"{file.name} is not written as this version of the program expects")
    return cbor2.loads(content.removeprefix(SIGN))


def _write(folder: Path, what: Any, start: str, end: str) -> str:
    """Write a file that is named by its content; its name without the end."""
    content = gzip.compress(SIGN + cbor2.dumps(what), mtime=0)
    name = f"{start}{sha256(content).hexdigest()[:13]}"
    (folder / f"{name}{end}").write_bytes(content)
    return name
