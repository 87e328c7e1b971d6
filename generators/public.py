"""The only gate: what may be seen, at this moment."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Any

from generators.archive import Archive
from generators.groups import Member, referring, withholding
from generators.record import Record
from generators.references import key_of, names, without
from generators.unseen import unseen
from generators.withdrawn import tombstones

Parts = Callable[[], Iterable[str]]


def public(archive: Archive, now: datetime) -> Archive:
    """The Archive without drafts, what is not yet due, and what is withheld; what was withdrawn as its tombstone.

    `now` is aware of its time zone. References to hidden records are emptied, so that not even the id of one is left;
    a reference to a part that is withheld leads to what is left around it.
    """
    return _left(archive, unseen(archive, now).keys())


def with_drafts(archive: Archive, now: datetime) -> Archive:
    """The same with drafts and what is not yet due, for whoever keeps the records. No site is ever made of it.

    What is withheld stays withheld: it is looked at as it will be seen.
    """
    return _left(archive, {key for key, one in unseen(archive, now).items() if one.why == "withdrawn"})


def _left(archive: Archive, hidden: AbstractSet[tuple[str, str]]) -> Archive:
    """The Archive without what is hidden, and with a tombstone of each record that was withdrawn."""
    return replace(seen_without(archive, hidden), tombstones=tuple(tombstones(archive, hidden)))


def seen_without(archive: Archive, hidden: AbstractSet[tuple[str, str]]) -> Archive:
    """The Archive as it is seen while these records, given by noun and id, are hidden."""
    seen = {
        kind.noun: {id: record for id, record in archive.records[kind.noun].items() if (kind.noun, id) not in hidden}
        for kind in archive.kinds
    }
    withheld = {noun: {id: _withheld(record) for id, record in found.items()} for noun, found in seen.items()}
    _shorten(archive, withheld)
    visible = {
        kind.noun: MappingProxyType(
            {
                id: _as_it_is_seen(archive.records[kind.noun][id], without(record, hidden))
                for id, record in withheld[kind.noun].items()
            }
        )
        for kind in archive.kinds
    }
    return replace(
        archive,
        records=MappingProxyType(visible),
        references=MappingProxyType(dict(_references(archive, visible))),
    )


def _references(archive: Archive, visible: Mapping[str, Mapping[str, Record]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the visible records name; looked for again only in those of which something is withheld."""
    for noun, found in visible.items():
        for id, record in found.items():
            key = key_of(noun, id)
            yield key, archive.references[key] if record is archive.records[noun][id] else names(record)


def _as_it_is_seen(whole: Record, seen: Record) -> Record:
    """A record of which something is withheld is no longer what its file says."""
    return seen if seen is whole else replace(seen, digest="")


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


def _shorten(archive: Archive, withheld: Mapping[str, dict[str, Record]]) -> None:
    """Cut every reference to a part that is withheld back to what is left: its item, or the record."""
    left: dict[str, Parts] = {}
    for kind in archive.kinds:
        for id, record in withheld[kind.noun].items() if kind.parts else ():
            if kind.parts and record is not archive.records[kind.noun][id]:
                left[key_of(kind.noun, id)] = partial(kind.parts, record)
    for noun, found in withheld.items() if left else ():
        for id, record in found.items():
            if not left.keys().isdisjoint(archive.references[key_of(noun, id)]):
                found[id] = _shortened(record, left)


def _shortened(group: Any, left: Mapping[str, Parts]) -> Any:
    """The group with its references cut back. `left`: the parts of every record that has lost some, by its key."""
    changed: dict[str, Any] = {}
    for member in referring(type(group)):
        value = getattr(group, member.name)
        if value is None or value == ():
            continue
        kept = (
            tuple(_cut(one, member, left) for one in value) if isinstance(value, tuple) else _cut(value, member, left)
        )
        if kept != value:
            changed[member.name] = kept
    return replace(group, **changed) if changed else group


def _cut(entry: Any, member: Member, left: Mapping[str, Parts]) -> Any:
    if not member.ref:
        return _shortened(entry, left)
    id, _, part = entry.partition("#")
    if not part or key_of(member.ref.kind, id) not in left:
        return entry
    known = set(left[key_of(member.ref.kind, id)]())
    while part and part not in known:
        part = part.rpartition("-")[0]
    return f"{id}#{part}" if part else id
