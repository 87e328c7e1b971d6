"""The mistakes that are made with a kind of record, and what the checks then say: made by making them.

Each is the section's own example with one value as people often type it. The checks look at it, and what they say is
taken over as it is, so the field guide cannot say anything else than they do.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import date
from itertools import islice
from typing import Any, get_origin, get_type_hints

from generators import sections
from generators.dates import long_date
from generators.explain.classes import meaning_of
from generators.field_guide.examples import example
from generators.gate.findings import without
from generators.gate.in_files import seen_in_fields
from generators.groups import closed_list, needed_fields
from generators.markdown import Markdown
from generators.meanings import groups_in
from generators.problem import Where, field_name, last_name
from generators.read import fields_in
from generators.record import GIVEN_BY_PROGRAM, Kind, Record
from generators.shape import Identified, shape

LONGEST_SHOWN = 60
"""Characters of what is typed."""
ALSO_SAID = {field.name for field in dataclass_fields(Record)}
"""What every row can say; mistakes in it are shown with the records that have files of their own."""
Spoilt = Iterator[tuple[str, Where, dict[str, Any]]]
"""What is typed, where, and the whole record with it."""
Sort = Callable[[Any, Any], bool]
Wrong = Callable[[Any], str]


@dataclass(frozen=True)
class Mistake:
    """What somebody typed, and what the checks say."""

    typed: str
    """As it stands in the file; of a field that was left out, nothing."""
    field: str
    """Where, as a problem names it."""
    said: Markdown
    """The words of the checks."""
    meaning: Markdown
    """What such a problem means; empty where nothing more is known."""
    values: Mapping[str, Any]
    """The whole of the record that was looked at."""


def mistakes(kind: Kind) -> Iterator[Mistake]:
    """One mistake of each sort that can be made with what the example of this kind shows."""
    values = _example(kind)
    for spoil in (_left_out, _misnamed, *(_mistyped(*sort) for sort in SORTS)):
        told = (_told(kind, typed, where, spoilt) for typed, where, spoilt in spoil(kind, values))
        yield from islice((mistake for mistake in told if mistake), 1)


def _left_out(kind: Kind, values: dict[str, Any]) -> Spoilt:
    """A field that is needed is not there."""
    for name in needed_fields(kind.type):
        if name in values and name not in (*GIVEN_BY_PROGRAM, kind.rows_field, kind.body_field):
            yield "", (name,), {other: value for other, value in values.items() if other != name}


def _misnamed(kind: Kind, values: dict[str, Any]) -> Spoilt:
    """The name of a field that can be left out is mistyped. In a file of rows, columns are looked at elsewhere."""
    needed = set(needed_fields(kind.type))
    for name, value in values.items() if not kind.files.endswith(".csv") else ():
        if name not in needed and len(name) > 3:
            wrong = f"{name[:-2]}{name[-1]}{name[-2]}"
            spoilt = {wrong if other == name else other: each for other, each in values.items()}
            yield f"{wrong}: {value}" if isinstance(value, str) else f"{wrong}:", (wrong, ""), spoilt


def _mistyped(is_sort: Sort, *wrong: Wrong) -> Callable[[Kind, dict[str, Any]], Spoilt]:
    """A value of one sort is typed as it often is."""

    def spoil(kind: Kind, values: dict[str, Any]) -> Spoilt:
        in_cells = kind.files.endswith(".csv")
        for where, hint, value in _every(kind.type, values, ()):
            for typed in (made(value) for made in wrong if is_sort(hint, value)):
                yield typed if in_cells else f"{last_name(where)}: {typed}", where, _with(values, where, typed)

    return spoil


def _told(kind: Kind, typed: str, where: Where, spoilt: dict[str, Any]) -> Mistake | None:
    """What the checks say of it; None where they let it pass."""
    found = shape(Identified(kind, "an/example", kind.files, 2 if kind.files.endswith(".csv") else 0, spoilt))
    for finding in found if isinstance(found, tuple) else ():
        if finding.where == where:
            shown = typed if len(typed) <= LONGEST_SHOWN else f"{typed[:LONGEST_SHOWN].rpartition(' ')[0]} …"
            message = without(finding.message, seen_in_fields(spoilt))
            told = Markdown(message), Markdown(meaning_of(message))
            return Mistake(shown, field_name(where), *told, spoilt)
    return None


def _example(kind: Kind) -> dict[str, Any]:
    """The values of the section's illustrative record; of a row, those that need no side file to be understood."""
    if kind.files.endswith(".csv"):
        every = {name: example(kind.type, name) for name in get_type_hints(kind.type) if name not in GIVEN_BY_PROGRAM}
        return {name: value for name, value in every.items() if value and name not in ALSO_SAID}
    section = next(section for section in sections.SECTIONS if kind in section.kinds())
    fields, body = fields_in(kind.files, section.example(kind))
    return {**fields, kind.body_field: body} if kind.body_field else dict(fields)


def _every(type_: type, values: Mapping[str, Any], before: Where) -> Iterator[tuple[Where, Any, Any]]:
    """Every value, with the way to it and its type: those of the record itself before those of its groups."""
    hints = get_type_hints(type_, include_extras=True)
    shown = [(name, hints[name], value) for name, value in values.items() if name in hints]
    yield from (((*before, name), hint, value) for name, hint, value in shown)
    for name, hint, value in shown:
        for group in groups_in(hint)[:1]:
            several = list(enumerate(value)) if isinstance(value, list) else []
            yield from (
                found
                for at, entry in several
                if isinstance(entry, dict)
                for found in _every(group, entry, (*before, name, at))
            )
            if isinstance(value, dict):
                yield from _every(group, value, (*before, name))


def _with(values: dict[str, Any], where: Where, typed: Any) -> dict[str, Any]:
    """The same record with something else in one place."""
    spoilt: Any = deepcopy(values)
    inner = spoilt
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = typed
    return dict(spoilt)


def _takes_words(hint: Any, value: Any) -> bool:
    """Whether a field takes one of a few words."""
    return isinstance(value, str) and bool(closed_list(hint))


def _is_day(_: Any, value: Any) -> bool:
    with suppress(ValueError, TypeError):
        return bool(date.fromisoformat(value))
    return False


def _is_list_of_texts(hint: Any, value: Any) -> bool:
    return get_origin(hint) is tuple and isinstance(value, list) and isinstance(value[0], str)


def _as_printed(value: str) -> str:
    return long_date(date.fromisoformat(value))


SORTS: tuple[tuple[Sort, *tuple[Wrong, ...]], ...] = (
    (_takes_words, lambda value: str(value).capitalize(), lambda value: f"{value}?"),
    (_is_day, _as_printed, lambda value: f"about {_as_printed(value)}"),
    (_is_list_of_texts, lambda value: str(value[0])),
    (lambda _, value: value in ("yes", "no"), lambda value: str(value)[0].upper()),
    (lambda _, value: isinstance(value, str) and value.isdigit(), lambda value: f"about {value}"),
)
"""Of each sort of value how it is known, and how it is often typed: a word of a few with a capital letter or a doubt, a
day as it is printed, a list of one as a text, yes as a letter, a number with a word."""
