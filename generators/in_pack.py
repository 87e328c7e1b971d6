"""The page of an attached agenda pack on which something stands: the pack's file, and which of its pages that is."""

from collections.abc import Iterator
from typing import Any

from generators.archive import Archive
from generators.link import Link
from generators.problem import Finding
from generators.record import PackPage, Record
from generators.register import Register


def in_pack(archive: Archive, meeting: str, printed: str | None) -> Link | None:
    """The page of an attached pack of this meeting that has this number; None where no such page is there."""
    record = archive.records["meeting"].get(meeting)
    if record is None or printed is None or not printed.isdecimal():
        return None
    for one, last in _packs(archive, record):
        number = int(printed) - one.pack_from + 1
        if number >= 1 and (last is None or int(printed) <= last):
            return Link(printed, f"{archive.kind(record).address(meeting)}{one.file}#page={number}")
    return None


def link_of(archive: Archive, named: PackPage | None) -> Link | None:
    """The same for a page that a record names together with its meeting."""
    return in_pack(archive, named.meeting, named.page) if named else None


def not_there(archive: Archive, meeting: str, printed: str | None) -> str | None:
    """What is wrong with the number of a page; nothing while no pack is attached, or where the page is there."""
    record = archive.records["meeting"].get(meeting)
    packs = list(_packs(archive, record)) if record and printed else []
    if not packs or record is None or record.path in archive.unsound or in_pack(archive, meeting, printed):
        return None
    have = " and ".join(f"{one.file} has pages {one.pack_from} to {last or 'the last'}" for one, last in packs)
    return f'there is no page "{printed}" in what is attached to {meeting}: {have}. Write the number on the page.'


def check(archive: Archive) -> Iterator[Finding]:
    """A finding for every register that names a page which the pack has not."""
    for kind in archive.kinds:
        if issubclass(kind.type, Register):
            for record in archive.records[kind.noun].values():
                named = getattr(record, "in_pack", None)
                if named and (wrong := not_there(archive, named.meeting, named.page)):
                    yield Finding(record.path, ("in_pack", "page"), wrong)


def _packs(archive: Archive, record: Record) -> Iterator[tuple[Any, int | None]]:
    """The packs that lie beside a meeting, each with the number on its last page where that is known."""
    folder = record.path.rpartition("/")[0]
    for one in getattr(record, "attachments", ()):
        if one.pack_from is not None:
            file = archive.files.get(f"{folder}/{one.file}")
            pages = one.pages or (file.pages if file else None)
            yield one, one.pack_from + pages - 1 if pages else None
