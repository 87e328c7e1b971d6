"""The fields that name other records, in a record with a mistake: its fields are still as they were typed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generators.fields import Ref
from generators.groups import referring
from generators.problem import Where
from generators.references import record_of
from generators.shape import Identified


def references_typed(found: Identified) -> Iterator[tuple[Where, str, str]]:
    """The references in a record whose fields are still as they were typed."""
    for where, ref, reference in _typed(found):
        yield where, ref.kind, record_of(reference, ref)


def parts_typed(found: Identified) -> Iterator[tuple[Where, str, str]]:
    """Of these all that can name a part, with the part."""
    for where, ref, reference in _typed(found):
        if ref.part:
            yield where, ref.kind, reference


def _typed(found: Identified) -> Iterator[tuple[Where, Ref, str]]:
    """Every reference in full, but for what stands where something is wrong: it may be no id at all."""
    for where, ref, typed in _walk_typed(found.kind.type, found.values, ()):
        if not any(where[: len(wrong)] == wrong for wrong in found.wrong):
            yield where, ref, ref.in_full(typed.strip(), found.id)


def _walk_typed(type_: type, values: Mapping[str, Any], where: Where) -> Iterator[tuple[Where, Ref, str]]:
    """The same in a group of fields as it was typed, whatever stands in it."""
    for member in referring(type_):
        value = values.get(member.name)
        entries: Iterable[tuple[int | None, Any]] = enumerate(value) if isinstance(value, list) else ((None, value),)
        for position, entry in entries:
            here = (*where, member.name) if position is None else (*where, member.name, position)
            if member.ref and isinstance(entry, str):
                yield here, member.ref, entry
            for group in member.groups if isinstance(entry, dict) else ():
                yield from _walk_typed(group, entry, here)
