"""The files beneath `content/` and `data/`, in a fixed order, and what is known of those that are no records."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generators.cache import Cache
from generators.pdf_structure import Structure, structure
from generators.problem import Problem

RECORDS = {"content": (".yml", ".md"), "data": (".yml", ".csv")}
"""The folders that are read, and the endings of the files in them that are records; other files are attachments."""
PROPOSED = ".proposed"
"""The ending of what a record could become. It lies beside the record, and is not read until a person has taken it."""
SETTLED = 2_000_000_000
"""Nanoseconds. A file written this lately could change again within one tick of its clock."""


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
    lacks: tuple[str, ...] | None = None
    """What a PDF lacks of what assistive technology needs; None where that is not known."""


def entries(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file beneath the folders of records in a fixed order; hidden and proposed ones are left alone."""
    folders = [folder for folder in RECORDS if (root / folder).is_dir()]
    for folder in folders:
        yield from _walk(root / folder, folder)


def is_record(path: str, entry: os.DirEntry[str]) -> bool:
    """Whether a file is read as one; others are attachments. A pipe, which would be waited at for ever, is no file."""
    return path.endswith(RECORDS[path.partition("/")[0]]) and entry.is_file(follow_symlinks=False)


def is_legible(path: str) -> bool:
    """Whether every sign of a path can be written down; a system may keep names of which some cannot."""
    return not any("\ud800" <= sign <= "\udfff" for sign in path)


def illegible(path: str) -> Problem:
    """That the name of a file, or of a folder around it, cannot be read."""
    words = "the name has a sign that cannot be read. Name files and folders with plain letters, digits and hyphens."
    return Problem(path.encode(errors="replace").decode(), 1, 1, "", words)


def _walk(folder: Path, path: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith(PROPOSED):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, f"{path}/{entry.name}")
        else:
            yield f"{path}/{entry.name}", entry


def signature(path: str, status: os.stat_result) -> str:
    """Everything the system says of a file: while it is the same, the file need not be opened again."""
    return f"{path}:{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_ino}"


def is_settled(status: os.stat_result) -> bool:
    """Whether a file was written long enough ago for its signature to be trusted."""
    return time.time_ns() - status.st_mtime_ns > SETTLED


def to_file(path: str, entry: os.DirEntry[str], cache: Cache) -> File:
    """What is to be known of a file that is no record."""
    status = entry.stat(follow_symlinks=False)
    is_pdf = path.lower().endswith(".pdf") and not entry.is_symlink()
    found = _structure(path, entry, cache) if is_pdf else Structure()
    return File(path, status.st_size, status.st_mtime_ns, entry.is_symlink(), found.pages, found.lacks)


def _structure(path: str, entry: os.DirEntry[str], cache: Cache) -> Structure:
    """What was found of a PDF, which takes long, so that it is looked for once."""
    status = entry.stat(follow_symlinks=False)
    key = f"pdf 1 {signature(path, status)}"
    kept = cache.get(key)
    if kept is not None:
        pages, lacks = kept
        return Structure(pages, None if lacks is None else tuple(lacks))
    found = structure(entry.path)
    if is_settled(status):
        cache.put(key, [found.pages, found.lacks])
    return found
