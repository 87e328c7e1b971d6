"""What stays at the address of a record that is gone: a tombstone where it was withdrawn, a sign where it moved."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generators.archive import Archive
from generators.link import Link, relative, to_record
from generators.page import ALONE, Page
from generators.record import Kind, Record

HOME = Link("Home", "")


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every withdrawn record and for every id that a record had before, by itself or through another."""
    yield from _tombstones(archive)
    yield from _signs(archive)


def _tombstones(archive: Archive) -> Iterator[Page]:
    kinds = {kind.noun: kind for kind in archive.kinds}
    for stone in archive.tombstones:
        address = kinds[stone.noun].address(stone.id)
        if address:
            values = {**ALONE, "noun": stone.noun, "date": stone.date, "reason": stone.reason}
            yield Page(address, "Withdrawn", "withdrawn.md.jinja", values, trail=(HOME,))


def _signs(archive: Archive) -> Iterator[Page]:
    typed = [
        (kind, record, former)
        for kind in archive.kinds
        for record in archive.records[kind.noun].values()
        for former in record.formerly
    ]
    if not typed:
        return
    taken = {kind.address(id) for kind in archive.kinds for id in archive.records[kind.noun]}
    kinds = {kind.noun: kind for kind in archive.kinds}
    taken |= {kinds[stone.noun].address(stone.id) for stone in archive.tombstones}
    for kind, record, former in (*typed, *_moved_along(archive, typed)):
        address, link = kind.address(former), to_record(archive, record)
        if address and address not in taken:
            taken.add(address)
            values = {**ALONE, "noun": kind.noun, "now_at": link}
            yield Page(
                address, "Moved", "moved.md.jinja", values, trail=(HOME,),
                moved_to=relative(address, link.address),
            )  # fmt: skip


def _moved_along(archive: Archive, moved: Iterable[tuple[Kind, Record, str]]) -> Iterator[tuple[Kind, Record, str]]:
    """The ids that records had while another, with whose id theirs begin, had the id it had before."""
    inside: dict[tuple[str | None, str], list[tuple[Kind, Record]]] = defaultdict(list)
    for kind in archive.kinds:
        for id, record in archive.records[kind.noun].items():
            inside[kind.within, id.rpartition("/")[0]].append((kind, record))
    waiting = list(moved)
    for outer, record, former in waiting:
        for kind, inner in inside[outer.noun, record.id]:
            waiting.append((kind, inner, f"{former}/{inner.id.rpartition('/')[2]}"))
            yield waiting[-1]
