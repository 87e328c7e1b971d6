"""The only gate: what may be seen, at this moment."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from generators.archive import Archive, Tombstone
from generators.dates import long_date
from generators.groups import withholding
from generators.record import Kind, Record
from generators.references import key_of, names, without


def public(archive: Archive, now: datetime) -> Archive:
    """The Archive without drafts, what is not yet due, and what is withheld; what was withdrawn as its tombstone.

    `now` is aware of its time zone. A record inside a hidden one is hidden with it. References to hidden
    records are emptied, so that not even the id of one is left.
    """
    seen: dict[str, dict[str, Record]] = {}
    hidden: set[tuple[str, str]] = set()
    tombstones: list[Tombstone] = []
    for kind in sorted(archive.kinds, key=lambda kind: _depth(kind, archive.kinds)):
        seen[kind.noun] = {}
        for id, record in archive.records[kind.noun].items():
            parent = (kind.within, id.rpartition("/")[0]) if kind.within else None
            if parent in hidden or not _is_due(record, now):
                hidden.add((kind.noun, id))
                if record.publication == "withdrawn" and parent not in hidden:
                    tombstones.append(_tombstone(kind, record))
            else:
                seen[kind.noun][id] = record
    visible = {
        kind.noun: MappingProxyType({id: without(_withheld(record), hidden) for id, record in seen[kind.noun].items()})
        for kind in archive.kinds
    }
    return replace(
        archive,
        records=MappingProxyType(visible),
        references=MappingProxyType(dict(_references(archive, visible))),
        tombstones=tuple(tombstones),
    )


def _references(archive: Archive, visible: Mapping[str, Mapping[str, Record]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the visible records name; looked for again only in those of which something is withheld."""
    for noun, found in visible.items():
        for id, record in found.items():
            key = key_of(noun, id)
            yield key, archive.references[key] if record is archive.records[noun][id] else names(record)


def _is_due(record: Record, now: datetime) -> bool:
    return record.publication == "published" and (record.publish_on is None or record.publish_on <= now)


def _depth(kind: Kind, kinds: tuple[Kind, ...]) -> int:
    """How many records a record of this kind lies within: the outer ones are judged first."""
    outer = next((other for other in kinds if other.noun == kind.within), None)
    return 1 + _depth(outer, kinds) if outer else 0


def _tombstone(kind: Kind, record: Record) -> Tombstone:
    change = [change for change in record.changes if change.kind == "withdrawn"][-1]
    return Tombstone(kind.noun, record.id, long_date(change.date), change.reason)


def _withheld(group: Any) -> Any:
    """The group with every part of it that was taken in private cut down to what may be known of it."""
    if getattr(group, "access", "public") == "exempt":
        return group.withheld()
    changed = {}
    for member in withholding(type(group)):
        value = getattr(group, member.name)
        kept = tuple(_withheld(entry) for entry in value)
        if any(new is not old for new, old in zip(kept, value, strict=True)):
            changed[member.name] = kept
    return replace(group, **changed) if changed else group
