"""The fields that name other records: where they stand, what they name, and how they are emptied."""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from operator import attrgetter
from typing import Any

from generators.fields import Ref
from generators.groups import Member, once_per_type, referring, referring_to_parts
from generators.ids import whole
from generators.problem import Where
from generators.record import Record

NOT_PUBLISHED = ""
"""Stands where the id of a record stood that may not be seen."""


def key_of(noun: str, id: str) -> str:
    """A record's noun and id in one word, which no other record has."""
    return f"{noun}:{id}"


def names(record: Record) -> tuple[str, ...]:
    """The key of every record that this one names, each once."""
    found: dict[str, None] = {}
    _collect(record, found)
    return tuple(found)


def references(record: Record) -> Iterator[tuple[Where, str, str]]:
    """Every reference in a record: where it stands, the noun of what it names, and the id."""
    for where, ref, reference in _walk(record, (), referring):
        yield where, ref.kind, _record_of(reference, ref)


def references_to_parts(record: Record) -> Iterator[tuple[Where, str, str]]:
    """Every reference in a record that can name a part: where it stands, the noun of what it names, and all of it."""
    for where, ref, reference in _walk(record, (), referring_to_parts):
        yield where, ref.kind, reference


def references_typed(type_: type, values: Mapping[str, Any]) -> Iterator[tuple[Where, str, str]]:
    """The same of a row whose fields are still as they were typed."""
    for member in referring(type_):
        typed = values.get(member.name)
        for entry in (typed,) if isinstance(typed, str) else typed or ():
            if member.ref:
                yield (member.name,), member.ref.kind, _record_of(entry, member.ref)


def without(group: Any, hidden: AbstractSet[tuple[str, str]]) -> Any:
    """The same group with every reference to a hidden record, given by noun and id, emptied."""
    changed: dict[str, Any] = {}
    for member in referring(type(group)) if hidden else ():
        value = getattr(group, member.name)
        if value is None or value == ():
            continue
        if isinstance(value, tuple):
            kept: Any = tuple(_without(entry, member, hidden) for entry in value)
        else:
            kept = _without(value, member, hidden)
        if kept != value:
            changed[member.name] = kept
    return replace(group, **changed) if changed else group


def _walk(group: Any, where: Where, reaching: Callable[[type], tuple[Member, ...]]) -> Iterator[tuple[Where, Ref, str]]:
    """Every reference that is reached by these members: where it stands, what it declares, and what was typed."""
    for member in reaching(type(group)):
        value = getattr(group, member.name)
        if value is None or value == ():
            continue
        entries = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for position, entry in entries:
            here = (*where, member.name) if position is None else (*where, member.name, position)
            if member.ref:
                if entry != NOT_PUBLISHED:
                    yield here, member.ref, entry
            else:
                yield from _walk(entry, here, reaching)


def _collect(group: Any, found: dict[str, None]) -> None:
    """The keys alone, for every record at every start: several times as fast as with the places."""
    values_of, referring_members = _reading(type(group))
    for value, member in zip(values_of(group), referring_members, strict=True):
        if not value:
            continue
        for entry in value if isinstance(value, tuple) else (value,):
            if not member.ref:
                _collect(entry, found)
            elif entry != NOT_PUBLISHED:
                found[key_of(member.ref.kind, _record_of(entry, member.ref))] = None


@once_per_type
def _reading(type_: type) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[Member, ...]]:
    """The fields by which a reference can be reached, and what reads all of their values at once."""
    found = referring(type_)
    if len(found) < 2:  # of one name `attrgetter` gives the value itself, and it takes one at least
        return lambda group: tuple(getattr(group, member.name) for member in found), found
    return attrgetter(*(member.name for member in found)), found


def _without(entry: Any, member: Member, hidden: AbstractSet[tuple[str, str]]) -> Any:
    if not member.ref:
        return without(entry, hidden)
    return NOT_PUBLISHED if (member.ref.kind, _record_of(entry, member.ref)) in hidden else entry


def _record_of(reference: str, ref: Ref) -> str:
    return whole(reference) if ref.part else reference
