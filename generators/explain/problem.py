"""A problem as it was printed: its file, its field, and what would be right."""

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

from generators import sections
from generators.explain.classes import meaning_of
from generators.explain.fields import WIDTH, FieldPlace, of_field, places
from generators.new.values import type_at
from generators.problem import Where, last_name
from generators.record import Kind
from generators.rows_within import type_of_rows
from generators.shape import kind_at
from generators.side_file import side_file

PRINTED = re.compile(
    r"(?P<path>(?:content|data)/.+?):(?P<line>\d+):(?P<column>\d+): (?:warning: )?(?P<said>.+)", re.DOTALL
)
FIELD = re.compile(r"(?P<field>[^:`\"]+): (?P<message>.+)", re.DOTALL)


class Printed(NamedTuple):
    """What a printed problem says."""

    path: str
    line: int
    field: str
    message: str
    kind: Kind | None


def printed(words: str) -> Printed | None:
    """The problem that was printed so; None where the words are none."""
    found = PRINTED.fullmatch(words)
    if not found:
        return None
    field, message = _parted(found["said"])
    return Printed(found["path"], int(found["line"]), field, message, _kind(found["path"]))


def told(problem: Printed) -> Iterator[str]:
    """What it says, and what is known of its field and of problems like it."""
    place = _place(problem)
    yield f"{problem.path}, line {problem.line}{f', {problem.field}' if problem.field else ''}"
    yield from message_told(problem.message)
    if place:
        yield ""
        yield from of_field(place)
    elif problem.kind and not meaning_of(problem.message):
        yield f"The record is a {problem.kind.noun}: scrutiny explain {problem.kind.noun} lists its fields."
    elif not meaning_of(problem.message):
        yield "Where records lie, and what can stand in them: scrutiny explain and the name of a kind, like meeting."


def message_told(message: str) -> Iterator[str]:
    """What a message says, and what is known of problems like it."""
    yield from _wrapped(f"What is wrong: {message}")
    if words := meaning_of(message):
        yield from _wrapped(f"What it means: {words}")


def _parted(said: str) -> tuple[str, str]:
    """The field and the message. A message can hold a colon too, so the field is what is like the way to one."""
    found = FIELD.fullmatch(said)
    is_field = found and all(re.fullmatch(r"[\w .()/&'’-]+", step) for step in found["field"].split(", "))
    return (found["field"], found["message"]) if found and is_field else ("", said)


def _kind(path: str) -> Kind | None:
    found = kind_at(path, sections.kinds()) or (
        kind_at(side_file(path), sections.kinds()) if path.endswith(".csv") else None
    )
    return found[0] if found else None


def _place(problem: Printed) -> FieldPlace | None:
    """The field that it is about, in the field guide."""
    if not problem.kind or not problem.field:
        return None
    way = way_of(problem.field)
    is_row_within = problem.path.endswith(".csv") and problem.kind.rows_field
    start: type = type_of_rows(problem.kind) if is_row_within else problem.kind.type
    for end in range(len(way), 0, -1):
        try:
            group, _ = type_at(start, way[:end])
        except KeyError:
            continue
        name = last_name(way[:end])
        return next((one for one in places() if one.group is group and one.entry.name == name), None)
    return None


def way_of(field: str) -> Where:
    """The way to a field that a problem names: `items 3, title`."""
    way: list[str | int] = []
    for step in field.split(", "):
        numbered = re.fullmatch(r"(.+) (\d+)", step)
        way += [numbered[1], int(numbered[2]) - 1] if numbered else [step]
    return tuple(way)


def _wrapped(words: str) -> list[str]:
    return wrap(words, WIDTH, initial_indent="  ", subsequent_indent="  ")
