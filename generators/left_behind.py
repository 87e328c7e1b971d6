"""What stays at the address of a record that is gone: a tombstone where it was withdrawn, a sign where it moved."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generators.archive import Archive, Tombstone
from generators.link import Link, relative, to_record
from generators.page import ALONE, Page
from generators.record import Kind
from generators.references import noun_in_words

HOME = Link("Home", "")


class Move(NamedTuple):
    """An id that a record had before, by itself or with the record around it."""

    kind: Kind
    id: str
    """The one it has now; that of a tombstone where it was withdrawn since."""
    former: str


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every withdrawn record and for every id that a record had before, by itself or through another."""
    kinds = {kind.noun: kind for kind in archive.kinds}
    for stone in archive.tombstones:
        if address := kinds[stone.noun].address(stone.id):
            yield _tombstone(stone, address)
    yield from _former(archive)


def moves(archive: Archive) -> tuple[Move, ...]:
    """Every id that a record had before, and that which it has now."""
    typed = [
        Move(kind, id, former)
        for kind in archive.kinds
        for id, record in archive.records[kind.noun].items()
        for former in record.formerly
    ]
    kinds = {kind.noun: kind for kind in archive.kinds}
    typed += [Move(kinds[one.noun], one.id, former) for one in archive.tombstones for former in one.formerly]
    return (*typed, *_moved_along(archive, typed)) if typed else ()


def _former(archive: Archive) -> Iterator[Page]:
    """What stands at an address that nothing has any more: the sign to the new one, or once more the tombstone."""
    moved = moves(archive)
    if not moved:
        return
    taken = {kind.address(id) for kind in archive.kinds for id in archive.records[kind.noun]}
    kinds = {kind.noun: kind for kind in archive.kinds}
    taken |= {kinds[stone.noun].address(stone.id) for stone in archive.tombstones}
    stones = {(stone.noun, stone.id): stone for stone in archive.tombstones}
    for kind, id, former in moved:
        address, stone = kind.address(former), stones.get((kind.noun, id))
        if address and address not in taken:
            taken.add(address)
            yield _tombstone(stone, address) if stone else _sign(archive, kind, id, address)


def _tombstone(stone: Tombstone, address: str) -> Page:
    noun, went_with = noun_in_words(stone.noun), noun_in_words(stone.went_with)
    values = {**ALONE, "noun": noun, "went_with": went_with, "date": stone.date, "reason": stone.reason}
    return Page(address, "Withdrawn", "withdrawn.md.jinja", values, trail=(HOME,))


def _sign(archive: Archive, kind: Kind, id: str, address: str) -> Page:
    link = to_record(archive, archive.records[kind.noun][id])
    values = {**ALONE, "noun": noun_in_words(kind.noun), "now_at": link}
    moved_to = relative(address, link.address)
    return Page(address, "Moved", "moved.md.jinja", values, trail=(HOME,), moved_to=moved_to)


def _moved_along(archive: Archive, moved: Iterable[Move]) -> Iterator[Move]:
    """The ids that records had while another, with whose id theirs begin, had the id it had before."""
    kinds = {kind.noun: kind for kind in archive.kinds}
    inside: dict[tuple[str | None, str], list[tuple[Kind, str]]] = defaultdict(list)
    for kind in archive.kinds:
        for id in archive.records[kind.noun]:
            inside[kind.within, id.rpartition("/")[0]].append((kind, id))
    for stone in archive.tombstones:
        inside[kinds[stone.noun].within, stone.id.rpartition("/")[0]].append((kinds[stone.noun], stone.id))
    waiting = list(moved)
    for outer, around, former in waiting:
        for kind, id in inside[outer.noun, around]:
            waiting.append(Move(kind, id, f"{former}/{id.rpartition('/')[2]}"))
            yield waiting[-1]
