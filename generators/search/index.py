"""The index that a reader's browser searches: made from the finished pages, and from the text of attached documents.

The only module that knows the program that makes it.
"""

import asyncio
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import orjson

from generators.search import guides
from generators.search.document_text import READERS
from generators.search.order import is_whole, put_in_order
from generators.search.words import lists_of_words
from generators.stage import write

FOLDER = "pagefind"
"""Where the index stands on the site."""
LANGUAGE = "en-gb"
LONGEST = 120
"""Seconds until what was written is on the disk."""
NOT_SEARCHED = (".trail", ".before-after", ".record-foot", ".headerlink", ".jump", "svg", ".chart-files", ".kind")
"""What stands on many pages, or is said again beside it."""
NOT_SERVED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "wasm.unknown")
"""How the names of files begin that the program writes and our own page has no use for."""


@dataclass(frozen=True)
class Document:
    """An attached document, and the page to which it belongs."""

    path: str
    """From the site's root."""
    title: str
    facets: dict[str, list[str]]
    """Of that page, by name."""
    dated: str
    """Of that page, like 2017-09-22; empty where it has none."""


def make_index(site: Path, documents: Iterable[Document], read: Callable[[str], Sequence[str]]) -> Path:
    """Index a finished site, documents included; the folder with the index, beside the site.

    `read` gives the text of a document page by page, by its path.
    Pages are found if the theme marked them so. Raises OSError where the files cannot be written.
    """
    for left in site.parent.glob(f"{site.name}.{FOLDER}-*"):  # by a build that was stopped
        shutil.rmtree(left, ignore_errors=True)
    # Its own: the program of a build that was stopped may still be writing into the other.
    made = Path(mkdtemp(prefix=f"{site.name}.{FOLDER}-", dir=site.parent))
    made.chmod(0o755)  # it may be served as it is
    with ThreadPoolExecutor(1) as apart:  # whoever calls may have an event loop of their own
        apart.submit(asyncio.run, _make(site, made, documents, read)).result()
    for file in made.iterdir():
        if file.name.startswith(NOT_SERVED):
            file.unlink()
    put_in_order(made)
    for name, content in lists_of_words(made):
        write(made / name, content)
    write(made / guides.NAME, orjson.dumps(guides.guides(made)))
    return made


def files_of(made: Path) -> Iterator[str]:
    """The path of every file of an index within it."""
    for place, _, names in os.walk(made):
        for name in sorted(names):
            yield (Path(place) / name).relative_to(made).as_posix()


def can_be_read(path: str) -> bool:
    """Whether this is a document whose text is searched."""
    return Path(path).suffix.lower() in READERS


async def _make(site: Path, made: Path, documents: Iterable[Document], read: Callable[[str], Sequence[str]]) -> None:
    from pagefind.index import IndexConfig
    from pagefind.service import PagefindService

    config = IndexConfig(
        output_path=str(made),
        force_language=LANGUAGE,
        exclude_selectors=list(NOT_SEARCHED),
    )
    async with PagefindService() as service:
        index = await service.create_index(config=config)
        await index.add_directory(str(site), glob="**/*.html")
        for document in documents:
            for record in _records(document, read(document.path)):
                await index.add_custom_record(**record)
        await index.write_files()
        # It says so before the files are on the disk, and what is not would be lost with the program.
        async with asyncio.timeout(LONGEST):
            while not is_whole(made):
                await asyncio.sleep(0.05)


def _records(document: Document, pages: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Every page of a document that has any text, as the index takes it."""
    kind = f"{Path(document.path).suffix[1:].upper()} document"
    meta = {"kind": kind, "dated": document.dated, "body": ", ".join(document.facets.get("body", ()))}
    for number, text in enumerate(pages, 1):
        if text:
            of_many = len(pages) > 1
            yield {
                "url": f"/{document.path}#page={number}" if of_many else f"/{document.path}",
                "content": text,
                "language": "en",
                "meta": {"title": f"{document.title}, page {number}" if of_many else document.title, **meta},
                "filters": {**document.facets, "kind": [kind]},
                "sort": {"date": document.dated} if document.dated else {},
            }
