"""Every kind of record, group of fields and field by its name, and what the field guide says of it."""

from collections.abc import Iterator
from functools import cache
from textwrap import indent, wrap
from typing import NamedTuple, get_type_hints

from generators import sections
from generators.field_guide.examples import example, written
from generators.field_guide.field_guide import ID, Entry, groups
from generators.groups import closed_list
from generators.meanings import every_group, meaning, ways_to_groups
from generators.record import Kind, Record
from generators.register import Register

WIDTH = 96


class FieldPlace(NamedTuple):
    """A field, and where it can stand."""

    kind: Kind
    group: type
    way: tuple[str, ...]
    """The fields through which it is reached, and its own name."""
    entry: Entry

    @property
    def name(self) -> str:
        """`meeting.items.title`."""
        return ".".join((self.kind.noun, *self.way))

    @property
    def declared(self) -> type:
        """The type that has it first: of what every record can have, that of all records."""
        return next(
            cls for cls in reversed(self.group.__mro__) if self.entry.name in getattr(cls, "__annotations__", {})
        )


@cache
def places() -> tuple[FieldPlace, ...]:
    """Every field of every kind of record, and of the groups of fields within it."""
    return tuple(
        FieldPlace(kind, type_, (*way, entry.name), entry)
        for kind in sections.kinds()
        for type_, way in ways_to_groups(kind.type).items()
        for entry in groups(type_)[0].entries
    )


def of_kind(kind: Kind) -> Iterator[str]:
    """What a kind of record is, where it lies, and its fields."""
    yield f"A record: {kind.noun}"
    yield from _words(str(meaning(kind.type)))
    yield f"  Its file: {kind.files}"
    own, *inner = groups(kind.type)
    entries = (ID, *own.entries) if kind.files.endswith(".csv") else own.entries
    yield from (f"  {entry.name}{'' if not entry.required else ' (needed)'}: {entry.type}" for entry in entries)
    if inner:
        yield f"  Groups of fields within it: {', '.join(group.name for group in inner)}."
    yield f"More of one: scrutiny explain {kind.noun}.{own.entries[0].name}. Begin one: scrutiny new {kind.noun}"


def of_group(type_: type) -> Iterator[str]:
    """What a group of fields is, and its fields."""
    group = groups(type_)[0]
    yield f"A group of fields: {group.name}, in {', '.join(_kinds_with(type_))}"
    yield from _words(str(group.meaning))
    yield from (f"  {entry.name}{'' if not entry.required else ' (needed)'}: {entry.type}" for entry in group.entries)


def of_field(place: FieldPlace) -> Iterator[str]:
    """What a field means, what can stand in it, whether it is needed, and how it is written."""
    entry = place.entry
    whose = {Record: " (every record can have it)", Register: " (every register can have it)"}.get(place.declared, "")
    yield f"{place.name}{whose}: {entry.type}{'; needed' if entry.required else '; may be left out'}"
    yield from _words(str(entry.meaning))
    if example(place.group, entry.name):
        yield "  For example:"
        yield indent(written(place.group, entry.name), "    ")


def closed_words(place: FieldPlace) -> tuple[str, ...]:
    """The words that the field takes, where it takes no others."""
    return closed_list(get_type_hints(place.group, include_extras=True)[place.entry.name])


def _kinds_with(type_: type) -> Iterator[str]:
    return (kind.noun for kind in sections.kinds() if type_ in every_group(kind.type))


def _words(words: str) -> Iterator[str]:
    return (
        line for part in words.split("\n\n") for line in wrap(part, WIDTH, initial_indent="  ", subsequent_indent="  ")
    )
