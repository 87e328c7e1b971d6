"""The files that lie beside records: each is listed by a record, is there, and is a file of its own."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.problem import Finding, Where, did_you_mean
from generators.record import Record
from generators.sections.meetings.records import Meeting, Paper

FORMATS = (".pdf", ".csv", ".txt", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".png", ".jpg", ".jpeg")
"""Files that a browser shows or saves, and that cannot act on the site's own address."""


def check(archive: Archive) -> Iterator[Finding]:
    """A finding for every listed file that is missing or a link, and every file that no record lists."""
    listed: set[str] = set()
    for type_ in (Meeting, Paper):
        for record in archive.all(type_):
            folder = record.path.rpartition("/")[0]
            for where, name in _files(record):
                listed.add(f"{folder}/{name}")
                message = _wrong(archive, folder, name)
                if message:
                    yield Finding(record.path, where, message, record.line)
            for where, message in _enclosures(record):
                yield Finding(record.path, where, message, record.line)
    for path, file in archive.files.items():
        if path not in listed and not archive.unsound_beside(path):
            message = "a record is never a link to another file. Put the file itself here." if file.is_link else (
                "no record lists this file. Name it under `attachments` in the record beside it, or take it away."
            )  # fmt: skip
            yield Finding(path, (), message)


def _files(record: Record) -> list[tuple[Where, str]]:
    """The names of the files a record lists, and where."""
    found: list[tuple[Where, str]] = [
        (("attachments", number, "file"), attachment.file)
        for number, attachment in enumerate(getattr(record, "attachments", ()))
    ]
    for group in ("appendices", "documents"):
        for number, enclosure in enumerate(getattr(record, group, ())):
            if enclosure.file:
                found.append(((group, number, "file"), enclosure.file))
    return found


def _enclosures(record: Record) -> Iterator[tuple[Where, str]]:
    """An enclosure that is attached names its file, and no other does."""
    for group in ("appendices", "documents"):
        for number, enclosure in enumerate(getattr(record, group, ())):
            if enclosure.held == "attached" and not enclosure.file:
                yield (group, number, "held"), "name the `file` that is attached, beside this record."
            if enclosure.held != "attached" and enclosure.file:
                yield (group, number, "held"), f"a file is named, and this says {enclosure.held}. Write attached."


def _wrong(archive: Archive, folder: str, name: str) -> str:
    file = archive.files.get(f"{folder}/{name}")
    if not name.lower().endswith(FORMATS):
        return f'"{name}" is not of a kind that is published. Use one of: {", ".join(sorted(FORMATS))}.'
    if file is None:
        beside = {path.rpartition("/")[2] for path in archive.files if path.rpartition("/")[0] == folder}
        return f'there is no file "{name}" beside this record.{did_you_mean(name, beside)}'
    if file.is_link:
        return f'"{name}" is a link to another file. Put the file itself here.'
    return ""
