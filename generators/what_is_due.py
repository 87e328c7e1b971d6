"""Everything that the office has still to prepare or to publish, put together from all sections."""

from collections.abc import Iterator
from datetime import datetime

from generators import sections
from generators.archive import Archive
from generators.fields import LONDON
from generators.ids import outer
from generators.public import seen_without
from generators.record import Kind, Record
from generators.to_do import ToDo


def what_is_due(archive: Archive, now: datetime) -> tuple[ToDo, ...]:
    """By day; what has none comes last. `archive`: with drafts, which are what the office works on."""
    today = now.astimezone(LONDON).date()
    archive = seen_without(archive, _withdrawn(archive))
    told = (one for section in sections.modules("to_do") for one in section.to_do(archive, today))
    found = (*told, *_to_appear(archive, now))
    return tuple(sorted(found, key=lambda one: (one.day is None, str(one.day), one.words, one.path)))


def _withdrawn(archive: Archive) -> set[tuple[str, str]]:
    """Everything that was withdrawn, and all that lies in it: nobody prepares it any more."""
    return {
        (kind.noun, id)
        for kind in archive.kinds
        for id, record in archive.records[kind.noun].items()
        if any(one.publication == "withdrawn" for one in _around(archive, kind, record))
    }


def _around(archive: Archive, kind: Kind, record: Record) -> Iterator[Record]:
    """A record and all those in which it lies."""
    yield record
    around = archive.records[kind.within].get(outer(record.id)) if kind.within else None
    if around:
        yield from _around(archive, archive.kind(around), around)


def _to_appear(archive: Archive, now: datetime) -> Iterator[ToDo]:
    """The records that are held back until a moment still to come."""
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values():
            if record.publication == "published" and record.publish_on and record.publish_on > now:
                words = f"The {kind.noun.replace('-', ' ')} {record.id} becomes public by itself"
                yield ToDo("record", words, record.path, record.publish_on.astimezone(LONDON).date())
