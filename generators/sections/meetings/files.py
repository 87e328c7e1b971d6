"""The files that lie beside a record, as its page lists them."""

from collections.abc import Iterable
from dataclasses import dataclass

from generators.archive import Archive
from generators.sections.meetings.records.document import Attachment


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
    folder = path.rpartition("/")[0]
    found = []
    for attachment in listed:
        file = archive.files[f"{folder}/{attachment.file}"]
        pages = attachment.pages or file.pages
        words = "" if not pages else "1 page" if pages == 1 else f"{pages} pages"
        format = attachment.file.rpartition(".")[2].upper()
        found.append(FileView(attachment.file, attachment.title, format, size(file.size), words))
    return tuple(found)


def size(number: int) -> str:
    """A file's size as people say it: `3 KB`, `1.2 MB`."""
    if number < 1_000_000:
        return f"{max(1, round(number / 1000))} KB"
    return f"{number / 1_000_000:.1f} MB"
