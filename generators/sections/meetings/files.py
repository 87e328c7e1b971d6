"""The files that lie beside a record, as its page lists them."""

from collections.abc import Iterable
from dataclasses import dataclass

from generators.archive import Archive
from generators.link import Link
from generators.problem import count
from generators.sections.meetings.records.document import Attachment
from generators.sections.meetings.records.meeting import Meeting
from generators.sections.meetings.records.paper import Enclosure, Paper


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


def in_pack(archive: Archive, meeting: Meeting, paper: Paper) -> Link | None:
    """The page of the attached agenda pack on which a paper begins; None where no such page is there."""
    for one in meeting.attachments:
        if one.pack_from is not None and paper.pack_page and paper.pack_page.isdecimal():
            number = int(paper.pack_page) - one.pack_from + 1
            last = one.pages or archive.files[f"{meeting.path.rpartition('/')[0]}/{one.file}"].pages or number
            if 1 <= number <= last:
                return Link(paper.pack_page, f"meetings/{meeting.id}/{one.file}#page={number}")
    return None


def enclosed(archive: Archive, path: str, listed: Iterable[Enclosure]) -> tuple[FileView | None, ...]:
    """The file of every appendix or enclosed document, None where it has none."""
    return tuple(_file(archive, path, one.file, one.title, None) if one.file else None for one in listed)


def _file(archive: Archive, path: str, name: str, title: str, pages: int | None) -> FileView:
    file = archive.files[f"{path.rpartition('/')[0]}/{name}"]
    pages = pages or file.pages
    words = count(pages, "page") if pages else ""
    return FileView(name, title, name.rpartition(".")[2].upper(), size(file.size), words)


def size(number: int) -> str:
    """A file's size as people say it: `3 KB`, `1.2 MB`."""
    if number < 1_000_000:
        return f"{max(1, round(number / 1000))} KB"
    return f"{number / 1_000_000:.1f} MB"
