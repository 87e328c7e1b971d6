"""From the type of a record to datasets: what is a column, what is a list with rows of its own, and how both are read.

Nothing here knows any kind of record. A field of plain values is a column; one that holds a group is a column for each
field of the group; one that holds many groups or many ids is a dataset of its own, whose rows name the row they belong
to. The numbered text of papers and minutes is no table: it is nine tenths of what an archive holds, and stands in the
files of the single records.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime, time
from operator import attrgetter
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from generators.fields import Ref
from generators.formats.dataset import Column, Type, column_of
from generators.groups import needed_fields, once_per_type
from generators.ids import whole
from generators.meanings import meaning, meanings
from generators.numbered import NumberedText
from generators.periods import Period
from generators.record import GIVEN_BY_PROGRAM, Record, shared_fields

APART = ("publication", "changes", "also_printed", "allow")
"""Fields of every record: the first says the same of all that is here, the last is a page, the others are datasets."""
TYPES: tuple[tuple[type, Type], ...] = (
    (bool, "yes or no"), (int, "integer"), (float, "number"), (datetime, "moment"), (date, "date"), (time, "time"),
)  # fmt: skip
Read = Callable[[Any], Any]


@dataclass(frozen=True)
class Reading:
    """A column, and how its value is read from a record or group."""

    column: Column
    read: Read
    field: str
    """The field of the record or group from which it comes."""


@dataclass(frozen=True)
class Inner:
    """A list within a record or group."""

    name: str
    field: str
    """The field of the record or group in which it lies."""
    entries: Callable[[Any], Iterable[Any]]
    plan: "Plan"


@dataclass(frozen=True)
class Plan:
    """The columns of a type, and the lists inside it."""

    row: str
    """What one row is."""
    readings: tuple[Reading, ...]
    inner: tuple[Inner, ...] = field(default=())
    of: type | None = None
    """The type that it is of; None where a row is no more than an id."""


@once_per_type
def plan(type_: type) -> Plan:
    """How a type of record or group becomes rows."""
    own = [each for each in fields(type_) if not issubclass(type_, Record) or each.name not in GIVEN_BY_PROGRAM + APART]
    hints, words = get_type_hints(type_, include_extras=True), meanings(type_)
    readings: list[Reading] = []
    inner: list[Inner] = []
    of_all = shared_fields(type_)
    for each in sorted(own, key=lambda each: each.name in of_all):
        required = each.name in needed_fields(type_)
        for found in _of_field(each.name, hints[each.name], words[each.name], required):
            (readings if isinstance(found, Reading) else inner).append(found)  # type: ignore[arg-type]
    return Plan(_first_sentence(meaning(type_)), tuple(readings), tuple(inner), type_)


def _of_field(name: str, hint: Any, words: str, required: bool) -> Iterator[Reading | Inner]:  # noqa: FBT001
    """The columns and lists that one field becomes."""
    get = attrgetter(name)
    ref, bare = _bare(hint)
    if ref:
        yield from _named(name, get, ref, words)
    elif bare is NumberedText:
        return
    elif get_origin(bare) is tuple:
        entry_ref, entry = _bare(get_args(bare)[0])
        if entry_ref:
            one = Plan(words, tuple(_named(column_of(entry_ref.kind), _itself, entry_ref, words)))
            yield Inner(name, name, lambda group: filter(None, getattr(group, name)), one)
        elif is_dataclass(entry):
            yield Inner(name, name, get, plan(entry))  # type: ignore[arg-type]
        else:
            yield Reading(Column(name, words, "list"), lambda group: getattr(group, name) or None, name)
    elif is_dataclass(bare):
        yield from _beneath(name, get, plan(bare))  # type: ignore[arg-type]
    else:
        column, convert = _plain(name, bare, words, required=required)
        yield Reading(column, (lambda group: convert(get(group))) if convert else get, name)


def _beneath(name: str, get: Read, group: Plan) -> Iterator[Reading | Inner]:
    """The columns and lists of a group that stands in one field."""
    for found in group.readings:
        old = found.column
        column = Column(
            f"{name}_{old.name}", old.meaning, old.type, refers_to=old.refers_to, choices=old.choices
        )  # fmt: skip
        yield Reading(column, _through(get, found.read), name)
    for inner in group.inner:
        yield Inner(f"{name}_{inner.name}", name, _through(get, inner.entries, ()), inner.plan)


def _named(name: str, get: Read, ref: Ref, words: str) -> Iterator[Reading]:
    """The column of an id, and one for the part of the record that is meant.

    Nothing stands there where the record named may not be seen, so that neither is ever required.
    """
    if not ref.part:
        yield Reading(Column(name, words, refers_to=ref.kind), lambda group: get(group) or None, name)
        return
    yield Reading(Column(name, words, refers_to=ref.kind), lambda group: whole(get(group) or "") or None, name)
    part = Column(f"{name}_part", f"The part of it: what stands behind # in its address. {words}")
    yield Reading(part, lambda group: (get(group) or "").partition("#")[2] or None, name)


def _plain(name: str, bare: Any, words: str, *, required: bool) -> tuple[Column, Read | None]:
    """The column of a field with a plain value, and how that is written where it is none of the plain types."""
    if bare is Period:
        return Column(name, words, required=required), lambda value: value.id if value else None
    if get_origin(bare) is Literal:
        return Column(name, words, required=required, choices=get_args(bare)), None
    if get_origin(bare) is dict:
        return Column(name, words, "group"), lambda value: dict(value) if value else None
    if isinstance(bare, type) and issubclass(bare, str) and bare is not str:
        return Column(name, words, required=required), lambda value: value if value is None else str(value)
    found: Type = next((type_ for class_, type_ in TYPES if bare is class_), "text")
    return Column(name, words, found, required=required), None


def _bare(hint: Any) -> tuple[Ref | None, Any]:
    """The reference an annotation declares, or the type it is of, without `None` and what else is said of it."""
    if get_origin(hint) is Annotated:
        ref = next((mark for mark in hint.__metadata__ if isinstance(mark, Ref)), None)
        return (ref, str) if ref else _bare(hint.__origin__)
    arguments = [one for one in get_args(hint) if one is not type(None)]
    if len(arguments) == 1 and type(None) in get_args(hint):
        return _bare(arguments[0])
    return None, hint


def _itself(value: Any) -> Any:
    return value


def _through(get: Read, read: Read, nothing: Any = None) -> Read:
    """What is read from a group that may not be there."""

    def found(outer: Any) -> Any:
        group = get(outer)
        return nothing if group is None else read(group)

    return found


def _first_sentence(words: str) -> str:
    return " ".join(words.split("\n\n")[0].split())
