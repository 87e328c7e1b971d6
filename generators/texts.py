"""Every text of a record, and the way to it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generators.problem import Where
from generators.record import GIVEN_BY_PROGRAM


def texts(value: Any, where: Where = ()) -> Iterator[tuple[Where, str]]:
    """Every text in a record, whether it stands alone, in a list or in a group."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from texts(entry, (*where, number))
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield from texts(entry, (*where, name))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in GIVEN_BY_PROGRAM:
                yield from texts(getattr(value, field.name), (*where, field.name))
