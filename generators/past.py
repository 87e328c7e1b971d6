"""Days on which something was done or said, as a record gives them: none of them can lie ahead."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from generators.fields import Date
from generators.groups import Member, members, once_per_type
from generators.problem import Where


@dataclass(frozen=True)
class Past:
    """Marks a field that holds a day on which something was done."""


PastDate = Annotated[Date, Past()]
"""A day on which something was done, like 2017-09-22."""


def days_done(group: Any) -> Iterator[tuple[Where, date]]:
    """Every such day in a group of fields, and the way to it."""
    names, inner = _reaching(type(group))
    for name in names:
        if day := getattr(group, name):
            yield (name,), day
    for member in inner:
        value = getattr(group, member.name)
        for at, entry in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            here: Where = (member.name,) if at is None else (member.name, at)
            for where, day in days_done(entry) if entry else ():
                yield (*here, *where), day


@once_per_type
def _reaching(type_: type) -> tuple[tuple[str, ...], tuple[Member, ...]]:
    """The fields that hold such a day, and those that hold groups in which there is one; no others are walked."""
    hints = get_type_hints(type_, include_extras=True)
    names = tuple(field.name for field in fields(type_) if _is_marked(hints[field.name]))
    inner = (member for member in members(type_) if any(any(_reaching(group)) for group in member.groups))
    return names, tuple(inner)


def _is_marked(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return any(isinstance(mark, Past) for mark in annotation.__metadata__)
    return any(_is_marked(argument) for argument in get_args(annotation))
