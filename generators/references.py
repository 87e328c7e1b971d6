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


def noun_in_words(noun: str) -> str:
    """What readers call a kind of record: `gift offer`."""
    return noun.replace("-", " ")


def key_in_words(key: str) -> str:
    """A record as it is named where nothing links to it: `gift offer office/2023-05-a`."""
    noun, _, id = key.partition(":")
    return f"{noun_in_words(noun)} {id}"


def names(record: Record) -> tuple[str, ...]:
    """The key of every record that this one names, each once."""
    found: dict[str, None] = {}
    _collect(record, found)
    return tuple(found)


def references(record: Record) -> Iterator[tuple[Where, str, str]]:
    """Every reference in a record: where it stands, the noun of what it names, and the id."""
    for where, ref, reference in _walk(record, (), referring):
        yield where, ref.kind, record_of(reference, ref)


def references_to_parts(record: Record) -> Iterator[tuple[Where, str, str]]:
    """Every reference in a record that can name a part: where it stands, the noun of what it names, and all of it."""
    for where, ref, reference in _walk(record, (), referring_to_parts):
        yield where, ref.kind, reference


def record_of(reference: str, ref: Ref) -> str:
    """The id of the record that is named, without the part of it where it can name one."""
    return whole(reference) if ref.part else reference


def without(group: Any, hidden: AbstractSet[tuple[str, str]]) -> Any:
    """The same group with every reference to a hidden record, given by noun and id, emptied."""

    def seen(typed: str, ref: Ref) -> str:
        return NOT_PUBLISHED if (ref.kind, record_of(typed, ref)) in hidden else typed

    return _with(group, seen) if hidden else group


def under_former_ids(group: Any, former: Mapping[tuple[str, str], str]) -> Any:
    """The same group with every record that moved named as it was before; these by noun and the id they have now."""

    def before(typed: str, ref: Ref) -> str:
        id = record_of(typed, ref)
        return former.get((ref.kind, id), id) + typed.removeprefix(id)

    return _with(group, before)


def _with(group: Any, named: Callable[[str, Ref], str]) -> Any:
    """The same group with every reference as this names it."""
    changed: dict[str, Any] = {}
    for member in referring(type(group)):
        value = getattr(group, member.name)
        if value is None or value == ():
            continue
        entries = value if isinstance(value, tuple) else (value,)
        kept = tuple(named(entry, member.ref) if member.ref else _with(entry, named) for entry in entries)
        if kept != entries:
            changed[member.name] = kept if isinstance(value, tuple) else kept[0]
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
                found[key_of(member.ref.kind, record_of(entry, member.ref))] = None


@once_per_type
def _reading(type_: type) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[Member, ...]]:
    """The fields by which a reference can be reached, and what reads all of their values at once."""
    found = referring(type_)
    if len(found) < 2:  # of one name `attrgetter` gives the value itself, and it takes one at least
        return lambda group: tuple(getattr(group, member.name) for member in found), found
    return attrgetter(*(member.name for member in found)), found
