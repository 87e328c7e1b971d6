"""What stays at the address of a record that is gone: a tombstone where it was withdrawn, a sign where it moved."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.link import Link, relative, to_record
from generators.page import Page

HOME = Link("Home", "")


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every withdrawn record and for every id that a record had before."""
    yield from _tombstones(archive)
    yield from _signs(archive)


def _tombstones(archive: Archive) -> Iterator[Page]:
    kinds = {kind.noun: kind for kind in archive.kinds}
    for stone in archive.tombstones:
        address = kinds[stone.noun].address(stone.id)
        if address:
            values = {
                "record": None, "previous": None, "next": None,
                "noun": stone.noun, "date": stone.date, "reason": stone.reason,
            }  # fmt: skip
            yield Page(address, "Withdrawn", "withdrawn.md.jinja", values, trail=(HOME,))


def _signs(archive: Archive) -> Iterator[Page]:
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values():
            for former in record.formerly:
                address, link = kind.address(former), to_record(archive, record)
                values = {"record": None, "previous": None, "next": None, "noun": kind.noun, "now_at": link}
                if address:
                    yield Page(
                        address, "Moved", "moved.md.jinja", values, trail=(HOME,),
                        moved_to=relative(address, link.address),
                    )  # fmt: skip
