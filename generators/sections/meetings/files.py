"""The files that lie beside a record, as its page lists them."""

from collections.abc import Iterable
from dataclasses import dataclass

from generators.archive import Archive
from generators.file_size import in_words
from generators.problem import count
from generators.sections.meetings.records.document import Attachment
from generators.sections.meetings.records.paper import Enclosure


@dataclass(frozen=True)
class FileView:
    """One file with what a reader wants to know before opening it."""

    name: str
    title: str
    format: str
    size: str
    pages: str


def attachments(archive: Archive, path: str, listed: Iterable[Attachment]) -> tuple[FileView, ...]:
    """The files a record lists, with their sizes."""
    return tuple(_file(archive, path, one.file, one.title, one.pages) for one in listed)


def enclosed(archive: Archive, path: str, listed: Iterable[Enclosure]) -> tuple[FileView | None, ...]:
    """The file of every appendix or enclosed document, None where it has none."""
    return tuple(_file(archive, path, one.file, one.title, None) if one.file else None for one in listed)


def _file(archive: Archive, path: str, name: str, title: str, pages: int | None) -> FileView:
    file = archive.files[f"{path.rpartition('/')[0]}/{name}"]
    pages = pages or file.pages
    words = count(pages, "page") if pages else ""
    return FileView(name, title, name.rpartition(".")[2].upper(), in_words(file.size), words)
