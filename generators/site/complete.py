"""Whether a site has everything that is to be on it: what the archive owes the public, held against what was made.

Each side is worked out by itself. That they differ is a mistake of this program, and must never become one of the site.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import orjson

from generators.archive import Archive
from generators.formats.rows import page_of
from generators.headers import attachments
from generators.left_behind import moves
from generators.problem import Problem, Problems
from generators.search.index import FOLDER
from generators.site.store import Store
from generators.stage import Staged

INDEX = f"{FOLDER}/pagefind-entry.json"
FRAGMENTS = f"{FOLDER}/fragment/"
"""Where the search keeps what it shows of each page."""
OURS = "This is a mistake of the program and not of your records: please report it. The old site stays as it is."


class Owed(NamedTuple):
    """What a site is to have, by the archive alone."""

    pages: Mapping[str, str]
    """The address of each page that shows a record, or is all that is left of one; and which record that is."""
    files: AbstractSet[str]
    """Where each attached file is to lie."""
    sources: AbstractSet[str]
    """The file of every record that may be seen: a page that names another shows what is not public."""


def owed(archive: Archive) -> Owed:
    """What the site of an archive is to have."""
    pages: dict[str, str] = {}
    sources: set[str] = set()
    addresses = {kind.noun: kind.address for kind in archive.kinds}
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values():
            sources.add(record.path)
            place = page_of(kind, record).partition("#")[0]
            if place:
                pages[place] = record.path
    for kind, id, former in moves(archive):
        pages.setdefault(kind.address(former), f"{kind.noun} {id}")
    for stone in archive.tombstones:
        pages.setdefault(addresses[stone.noun](stone.id), f"{stone.noun} {stone.id}")
    pages.pop("", None)
    return Owed(pages, frozenset(attachments(archive)), sources)


NOTHING = Owed({}, frozenset(), frozenset())


def check_complete(
    owing: Owed, staged: Sequence[Staged], pages: int, contents: Mapping[str, str], store: Store
) -> None:
    """Raises Problems unless these contents are all that the archive owes, all that was staged, and no other page.

    `pages`: how many were to be made. `contents`: the files of the site by their paths, with their keys.
    """
    wrong = [*_unpaid(owing, contents), *_unfounded(owing, staged), *_unfinished(staged, pages, contents)]
    wrong += _unsearchable(contents, store)
    if wrong:
        raise Problems(Problem(path, 1, 1, "", f"{words} {OURS}") for path, words in wrong)


Wrong = Iterator[tuple[str, str]]
"""A file, and what is wrong with it."""


def _unpaid(owing: Owed, contents: Mapping[str, str]) -> Wrong:
    for address, source in owing.pages.items():
        if f"{address}index.html" not in contents:
            yield source, f"this is public, and its page /{address} was not made."
    for path in owing.files - contents.keys():
        yield path, "this attached file is public, and is not on the site."


def _unfounded(owing: Owed, staged: Iterable[Staged]) -> Wrong:
    for file in staged:
        if file.source and file.source not in owing.sources:
            yield file.source, f"this is not public, and the page {file.path} was made of it."


def _unfinished(staged: Sequence[Staged], pages: int, contents: Mapping[str, str]) -> Wrong:
    finished = [f"{file.path.removesuffix('.md')}.html" if file.is_page else file.path for file in staged]
    for path in set(finished) - contents.keys():
        yield path, "this was made and is not on the site."
    if len(finished) != len(set(finished)):
        twice = {path for path in finished if finished.count(path) > 1}
        yield from ((path, "two different files were made for this place.") for path in sorted(twice))
    there = sum(path == "index.html" or path.endswith("/index.html") for path in contents)
    if there != pages:
        yield "index.html", f"the site was to have {pages:,} pages and has {there:,}."


def _unsearchable(contents: Mapping[str, str], store: Store) -> Wrong:
    """The index of the search can be read, and everything that it names is there."""
    try:
        languages = orjson.loads(store.path(contents[INDEX]).read_bytes())["languages"]
        named = {f"{FOLDER}/pagefind.{about['hash']}.pf_meta" for about in languages.values()}
        listed = sum(about["page_count"] for about in languages.values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        yield INDEX, "the list of what can be searched cannot be read."
        return
    for path in named - contents.keys():
        yield path, "the search needs this file, and it is not there."
    there = sum(path.startswith(FRAGMENTS) for path in contents)
    if not listed or there != listed:
        yield INDEX, f"{listed:,} pages and documents can be searched, and {there:,} are there to be shown."
