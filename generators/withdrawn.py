"""What is left of records that were withdrawn, by themselves or with the record in which they lay."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from generators.archive import Archive, Tombstone
from generators.record import Kind, Record
from generators.unseen import depth


def tombstones(archive: Archive, hidden: AbstractSet[tuple[str, str]]) -> Iterator[Tombstone]:
    """One for every record that was withdrawn, those around others first.

    `hidden`: all that may not be seen. Of what lies in a draft nothing is told, since nobody ever saw it.
    """
    found: dict[tuple[str | None, str], Tombstone] = {}
    for kind in sorted(archive.kinds, key=lambda kind: depth(kind, archive.kinds)):
        for id, record in archive.records[kind.noun].items():
            outer = (kind.within, id.rpartition("/")[0])
            around = found.get(outer)
            if outer in hidden and not around:
                continue
            if stone := _own(kind, record) or (_with(around, kind, record) if around else None):
                found[kind.noun, id] = stone
                yield stone


def _own(kind: Kind, record: Record) -> Tombstone | None:
    """That of a record which says itself that it was withdrawn, and why."""
    said = [change for change in record.changes if change.kind == "withdrawn"]
    if record.publication != "withdrawn" or not said:
        return None
    return Tombstone(kind.noun, record.id, said[-1].date, said[-1].reason, record.formerly)


def _with(around: Tombstone, kind: Kind, record: Record) -> Tombstone | None:
    """That of a record which went with the one in which it lay, where it had a page of its own and was on it."""
    moments = (record.publish_on.date() if record.publish_on else None, record.published)
    came_later = any(day > around.date for day in moments if day)
    if record.publication == "draft" or came_later or not kind.address(record.id):
        return None
    return Tombstone(kind.noun, record.id, around.date, around.reason, record.formerly, around.noun)
