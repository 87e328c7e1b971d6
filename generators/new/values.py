"""The values of a new record: put in place by the way to each, and checked as they are typed."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import ValidationError

from generators.archive import Archive
from generators.groups import members, needed_fields
from generators.ids import whole
from generators.meanings import groups_in
from generators.new.place import is_broken
from generators.problem import Where, did_you_mean, last_name
from generators.record import GIVEN_BY_PROGRAM, Kind
from generators.shape import adapter
from generators.wording import words

BETWEEN = ";"
"""What stands between several entries that are typed on one line."""
MOST = 100
"""Entries of a list that can be given one by one."""


def needed(type_: type) -> Iterator[Where]:
    """The way to every field that a record cannot be without; of a list that is needed, to those of its first entry."""
    hints = get_type_hints(type_, include_extras=True)
    for name in needed_fields(type_):
        if name in GIVEN_BY_PROGRAM:
            continue
        inner = groups_in(hints[name])
        if not inner:
            yield (name,)
            continue
        step: Where = (name, 0) if is_list(hints[name]) else (name,)
        yield from ((*step, *way) for way in needed(inner[0]))


def type_at(type_: type, way: Where) -> tuple[type, Any]:
    """The group of fields at the end of a way, and the type of its field there. Raises KeyError where there is none."""
    hints = get_type_hints(type_, include_extras=True)
    hint = hints[str(way[0])]
    rest = way[1:]
    while rest and (isinstance(rest[0], int) or (not groups_in(hint) and _is_lines(hint))):
        rest = rest[1:]
    inner = groups_in(hint)
    if rest and inner:
        return type_at(inner[0], rest)
    if rest:
        raise KeyError(rest[0])
    return type_, hint


def is_list(hint: Any) -> bool:
    """Whether a field holds several entries."""
    return get_origin(hint) is tuple


def _is_lines(hint: Any) -> bool:
    return get_origin(hint) is dict


def at(values: Any, way: Where) -> Any:
    """What stands at the end of a way; None where nothing does."""
    for step in way:
        if isinstance(values, Mapping):
            values = values.get(step)
        else:
            is_there = isinstance(values, list) and isinstance(step, int) and step < len(values)
            values = values[step] if is_there else None
    return values


def with_value(values: Any, way: Where, value: Any) -> Any:
    """The same values with one more. Raises ValueError where the way leads through what is no list or group."""
    if not way:
        return value
    step, *rest = way
    if isinstance(step, int):
        listed = list(values or []) if isinstance(values, list | None) else None
        if listed is None or step > len(listed) or step >= MOST:
            raise ValueError("give the entries of a list one after the other, from 1 on.")
        listed[step : step + 1] = [with_value(listed[step] if step < len(listed) else None, tuple(rest), value)]
        return listed
    if not isinstance(values, dict | None):
        raise ValueError(f'"{step}" is given twice, once alone and once with what is in it.')
    return {**(values or {}), step: with_value((values or {}).get(step), tuple(rest), value)}


def typed_at(type_: type, way: Where, said: str) -> Any:
    """What was typed for a field: a text, or where it takes several, the entries between semicolons."""
    try:
        _, hint = type_at(type_, way)
    except KeyError:
        return said
    if is_list(hint) and not isinstance(way[-1], int) and not groups_in(hint):
        return [entry for part in said.split(BETWEEN) if (entry := part.strip())]
    if _is_lines(hint) and len(way) == 1:
        pairs = (part.partition(":") for part in said.split(BETWEEN) if part.strip())
        return {name.strip(): value.strip() for name, _, value in pairs}
    return said


def wrong(kind: Kind, archive: Archive, values: Mapping[str, Any], way: Where, id: str) -> tuple[str, ...]:
    """What is wrong with the value at the end of a way, in the words of the checks."""
    own = {"id": id, "path": "", "line": 0, "digest": ""}
    found: list[str] = []
    try:
        adapter(kind.type).validate_python({**values, **own}, context={**values, "id": id})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            where = tuple(step for step in detail["loc"] if isinstance(step, str | int))
            if where[: len(way)] == way or (detail["type"] != "missing" and way[: len(where)] == where):
                found.append(words(detail, kind.type))
    return tuple(found) or tuple(_missing(kind.type, archive, values, way))


def _missing(type_: type, archive: Archive, values: Mapping[str, Any], way: Where) -> Iterator[str]:
    """Ids that name no record."""
    group, _ = type_at(type_, way)
    name = last_name(way)
    ref = next((member.ref for member in members(group) if member.name == name), None)
    found = at(values, way)
    for id in (found if isinstance(found, list) else [found]) if ref else ():
        known = archive.records[ref.kind] if ref else {}
        is_end = "/" not in str(id) and any("/" in other for other in known)  # of an id in the same folder
        if ref and whole(str(id)) not in known and not is_end and not is_broken(archive, ref.kind, whole(str(id))):
            yield f'there is no {ref.kind} "{id}".{did_you_mean(str(id), known)}'


def converted(type_: type, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with days, times, numbers, and yes and no as such, so that they are typed without quotation marks."""
    hints = get_type_hints(type_, include_extras=True)
    return {name: _converted(hints[name], value) for name, value in values.items()}


def _converted(hint: Any, value: Any) -> Any:
    inner = groups_in(hint)
    if isinstance(value, list):
        entry = get_args(hint)[0] if is_list(hint) else hint
        return [_converted(entry, one) for one in value]
    if isinstance(value, dict):
        return converted(inner[0], value) if inner else value
    try:
        found = adapter(hint).validate_python(value, context={})
    except ValidationError:
        return value
    return found if isinstance(found, date | time | bool | int) else value
