"""The search index of the site before: used again as long as nothing on the site has changed."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import orjson

from generators.facets import for_search
from generators.search.document_text import pages_of
from generators.search.index import FOLDER, Document, can_be_read, files_of, make_index
from generators.site.store import Store
from generators.stage import Staged, write

TEXTS = "texts"
"""The folder with the text of every document."""


class Kept(NamedTuple):
    """An index of an earlier build."""

    made_from: str
    files: Mapping[str, str]
    """By their path on the site, their keys in the store."""


def kept_index(work: Path, store: Store) -> Kept:
    """The index of the site before; none if any of its files is gone."""
    try:
        kept = Kept(**orjson.loads(_list(work).read_bytes()))
    except (OSError, orjson.JSONDecodeError, TypeError):
        return Kept("", {})
    return kept if all(key in store for key in kept.files.values()) else Kept("", {})


def fingerprint(searched: Mapping[str, str]) -> str:
    """A hash of all that an index is made from: pages and documents by their paths, and the code."""
    digest = sha256(version("pagefind").encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.read_bytes())
    for path, key in sorted(searched.items()):
        digest.update(f"{path}\0{key}\n".encode())
    return digest.hexdigest()


def new_index(
    work: Path, site: Path, staged: Iterable[Staged], searched: Mapping[str, str], store: Store
) -> Mapping[str, str]:
    """Index the site that stands in a folder, with the documents of its staged tree; its files, now in the store.

    `searched`: the pages and documents by their paths, with their keys.
    """
    made = make_index(site, documents(staged), partial(kept_pages, work / TEXTS, site, searched))
    files = {}
    for path in files_of(made):
        on_site, content = f"{FOLDER}/{path}", (made / path).read_bytes()
        files[on_site] = sha256(on_site.encode() + content).hexdigest()
        if files[on_site] not in store:
            store.take(files[on_site], made / path, content)
    shutil.rmtree(made)
    write(_list(work), orjson.dumps(Kept(fingerprint(searched), files)._asdict()))
    _forget(work / TEXTS, searched.values())
    return files


def documents(staged: Iterable[Staged]) -> Iterator[Document]:
    """The documents of a staged tree, each with what the page of its folder can be found by."""
    pages: dict[str, Staged] = {}
    found = []
    for file in staged:
        folder, _, name = file.path.rpartition("/")
        if file.is_page:
            pages[folder] = file
        elif can_be_read(name):
            found.append((file.path, folder, name))
    for path, folder, name in sorted(found):
        page = pages[folder]
        dated = str(page.facets.day or "")
        yield Document(path, f"{page.title}: {name}", dict(for_search(page.facets)), dated)


def kept_pages(kept: Path, site: Path, keys: Mapping[str, str], path: str) -> tuple[str, ...]:
    """The text of a document page by page; each is opened once, however often the site is indexed."""
    file = kept / f"{keys[path]}.json"
    try:
        return tuple(orjson.loads(file.read_bytes()))
    except (OSError, orjson.JSONDecodeError):
        pages = pages_of(site / path)
        write(file, orjson.dumps(pages))
        return pages


def _forget(kept: Path, keys: Iterable[str]) -> None:
    """Delete the texts of documents that are no longer on the site."""
    used = {f"{key}.json" for key in keys}
    for file in kept.glob("*"):
        if file.name not in used:
            file.unlink()


def _list(work: Path) -> Path:
    return work / "search.json"
