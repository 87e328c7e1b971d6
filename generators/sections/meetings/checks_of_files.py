"""The files that lie beside records: each is listed by a record, is there, and is a file of its own."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from generators.archive import Archive
from generators.problem import Finding, did_you_mean
from generators.read.files import File
from generators.record import Record
from generators.rules import Said, every
from generators.sections.meetings.records import Meeting, Paper

FORMATS = (".pdf", ".csv", ".txt", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".png", ".jpg", ".jpeg")
"""Files that a browser shows or saves, and that cannot act on the site's own address."""
FOLDER = re.compile("content/meetings/[^/]+/[^/]+")
"""Where a file can be listed by a record beside it."""


def check(archive: Archive) -> Iterator[Finding]:
    """A finding for every listed file that is missing or a link, and every file that no record lists."""
    listed: set[str] = set()
    beside: dict[str, list[str]] = defaultdict(list)
    for path in archive.files:
        folder, _, name = path.rpartition("/")
        beside[folder].append(name)
    for type_ in (Meeting, Paper):
        for record in archive.all(type_):
            folder = record.path.rpartition("/")[0]
            listed.update(f"{folder}/{name}" for _, name in _files(record))
        yield from every(archive, type_, (partial(_not_there, beside), _enclosures))
    for path, file in archive.files.items():
        message = _unlisted(archive, file) if path not in listed else ""
        if message:
            yield Finding(path, (), message)


def _unlisted(archive: Archive, file: File) -> str:
    """What is wrong with a file that no record lists."""
    if file.is_link:
        return "a record is never a link to another file. Put the file itself here."
    if not FOLDER.fullmatch(file.path.rpartition("/")[0]):
        return "no file can lie here: only meetings and papers have attachments. Take it away."
    if archive.unsound_beside(file.path):
        return ""
    return "no record lists this file. Name it under `attachments` in the record beside it, or take it away."


def _not_there(beside: Mapping[str, list[str]], archive: Archive, record: Record) -> Said:
    """Every file that a record lists lies beside it. `beside`: the names of the files in every folder."""
    folder = record.path.rpartition("/")[0]
    seen: set[tuple[object, str]] = set()  # an attachment can be a document of the paper too
    for where, name in _files(record):
        if (where[0], name) in seen:
            yield where, f'"{name}" is listed in this record already. Take one of the two out.'
        elif message := _wrong(archive, folder, name, beside):
            yield where, message
        seen.add((where[0], name))


def _files(record: Record) -> Said:
    """The names of the files a record lists, and where."""
    for number, attachment in enumerate(getattr(record, "attachments", ())):
        yield ("attachments", number, "file"), attachment.file
    for group in ("appendices", "documents"):
        for number, enclosure in enumerate(getattr(record, group, ())):
            if enclosure.file:
                yield (group, number, "file"), enclosure.file


def _enclosures(_: Archive, record: Record) -> Said:
    """An enclosure that is attached names its file, and no other does."""
    for group in ("appendices", "documents"):
        for number, enclosure in enumerate(getattr(record, group, ())):
            if enclosure.held == "attached" and not enclosure.file:
                yield (group, number, "held"), "name the `file` that is attached, beside this record."
            if enclosure.held != "attached" and enclosure.file:
                yield (group, number, "held"), f"a file is named, and this says {enclosure.held}. Write attached."


def _wrong(archive: Archive, folder: str, name: str, beside: Mapping[str, list[str]]) -> str:
    """What is wrong with a file that a record lists. `beside`: the names of the files in every folder."""
    file = archive.files.get(f"{folder}/{name}")
    if not name.lower().endswith(FORMATS):
        return f'"{name}" is not of a kind that is published. Use one of: {", ".join(sorted(FORMATS))}.'
    if file is None:
        return f'there is no file "{name}" beside this record.{did_you_mean(name, beside.get(folder, ()))}'
    if file.is_link:
        return f'"{name}" is a link to another file. Put the file itself here.'
    return ""
