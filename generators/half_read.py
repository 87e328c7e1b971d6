"""Records with a mistake, as far as they were read: what else is wrong with them is told in the same run."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeVar, get_type_hints

from pydantic import TypeAdapter, ValidationError

from generators.archive import Archive
from generators.groups import once_per_type
from generators.problem import NAME
from generators.record import GIVEN_BY_PROGRAM, Record
from generators.shape import Identified

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Unread(Exception):  # noqa: N818 - it says what a field is
    """A field was asked for that could not be read: whoever asked has nothing more to say of this record."""


@dataclass(frozen=True, eq=False)
class ById(Archive):
    """The Archive as a rule meets it with such a record, which is in none of its lists: others are found by id."""

    def all(self, _: type[R]) -> tuple[R, ...]:
        """What lies in the record, or beside it, would be found in a list of those that are sound."""
        raise Unread


def by_id(archive: Archive) -> Archive:
    """The same archive without its lists."""
    return ById(*(getattr(archive, field.name) for field in fields(archive)))


def half_read(archive: Archive, type_: type[R]) -> Iterator[R]:
    """The broken records of a type that have a file of their own; a field that could not be read raises Unread."""
    for found in archive.broken:
        if found.kind.type is type_ and not found.line:
            known = dict(_known(found))
            unread = (field.name for field in fields(type_) if field.name not in known)
            record = object.__new__(_without(type_, unread))
            for name, value in known.items():
                object.__setattr__(record, name, value)
            yield record


def until_unread(said: Callable[[], Iterable[T]]) -> Iterator[T]:
    """What a rule says before it asks for a field that could not be read: that much rests on what could."""
    try:
        yield from said()
    except Unread:
        return


def _known(found: Identified) -> Iterator[tuple[str, Any]]:
    """The fields that were read. Where a name is wrong, any field that is not typed may be the one that is meant."""
    wrong = {where[0] for where in found.wrong if where}
    is_misnamed = any(len(where) == 2 and where[1] == NAME for where in found.wrong)
    own = {"id": found.id, "path": found.path, "line": found.line, "digest": found.digest}
    adapters, context = _adapters(found.kind.type), {**found.values, "id": found.id}
    for field in fields(found.kind.type):
        if field.name in GIVEN_BY_PROGRAM:
            yield field.name, own[field.name]
        elif field.name in found.values and field.name not in wrong:
            try:
                value = adapters[field.name].validate_python(found.values[field.name], context=context)
            except ValidationError:  # it can only be read together with one that is wrong
                continue
            yield field.name, value
        elif field.name not in wrong and not is_misnamed and field.default is not MISSING:
            yield field.name, field.default


@once_per_type
def _adapters(type_: Any) -> Mapping[str, TypeAdapter[Any]]:
    """The validator of each field, as it is within its record; each is built once it is used."""
    config: Any = {**type_.__pydantic_config__, "defer_build": True}
    hints = get_type_hints(type_, include_extras=True)
    return {field.name: TypeAdapter(hints[field.name], config=config) for field in fields(type_)}


def _without(type_: type[R], unread: Iterable[str]) -> type[R]:
    """The type of a record of which these fields could not be read."""
    return type(type_.__name__, (type_,), {name: property(_refuse) for name in unread})


def _refuse(_: Record) -> None:
    raise Unread
