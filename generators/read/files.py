"""The files beneath `content/` and `data/`, in a fixed order, and what is known of those that are no records."""

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RECORDS = {"content": (".yml", ".md"), "data": (".yml", ".csv")}
"""The folders that are read, and the endings of the files in them that are records; other files are attachments."""


@dataclass(frozen=True)
class File:
    """A file that is not a record: an attachment, by its place and size."""

    path: str
    size: int
    changed: int
    """When it was last written, in nanoseconds: enough to know that a copy of it is still good."""
    is_link: bool
    pages: int | None = None
    """How many pages a PDF has."""


def entries(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file beneath the folders of records in a fixed order; hidden ones are left alone."""
    folders = [folder for folder in RECORDS if (root / folder).is_dir()]
    for folder in folders:
        yield from _walk(root / folder, folder)


def _walk(folder: Path, path: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, f"{path}/{entry.name}")
        else:
            yield f"{path}/{entry.name}", entry


def to_file(path: str, entry: os.DirEntry[str]) -> File:
    """What is to be known of a file that is no record."""
    status = entry.stat(follow_symlinks=False)
    is_pdf = path.lower().endswith(".pdf") and not entry.is_symlink()
    pages = _pages(entry.path) if is_pdf else None
    return File(path, status.st_size, status.st_mtime_ns, entry.is_symlink(), pages)


def _pages(path: str) -> int | None:
    """How many pages a PDF has, or None where it does not say."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd is nothing the office can mend
    try:
        return len(PdfReader(path).pages)
    except Exception:  # a damaged file makes the library fail in any way
        return None
