"""An example of every field, from the illustrative files beside each section.

What such a file cannot show, because it would not agree with the rest, stands in the section's `more.yml`: by the name
of the record or of the group of fields, then by field, each for itself.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from generators import sections
from generators.meanings import every_group, groups_in, name_of
from generators.new.values import converted
from generators.read import fields_in
from generators.read.csv_text import parse
from generators.record import Kind
from generators.rows_within import type_of_rows
from generators.sections.section import Section
from generators.yaml_writer import to_yaml

Examples = dict[tuple[type, str], Any]


def example(type_: type, field: str) -> Any:
    """The example of a field, as it would be typed; None where there is none."""
    return next((known[cls, field] for known in (_known(),) for cls in type_.__mro__ if (cls, field) in known), None)


def written(type_: type, field: str) -> str:
    """The example of a field as it is written in a record, its name included; of a list, the first entries."""
    value = example(type_, field)
    shown = (value[:1] if value and isinstance(value[0], dict) else value[:3]) if isinstance(value, list) else value
    return to_yaml(converted(type_, {field: shown})).rstrip("\n")


@cache
def _known() -> Examples:
    """By the type that has it and its name, an example of every field."""
    found: Examples = {}
    for section in sections.SECTIONS:
        for type_, name, value in _more(section):
            found.setdefault((type_, name), value)
    for section in sections.SECTIONS:
        for kind in section.kinds():
            for type_, name, value in _shown(section, kind):
                for cls in type_.__mro__:
                    found.setdefault((cls, name), value)
    return found


def _shown(section: Section, kind: Kind) -> Iterator[tuple[type, str, Any]]:
    """What the illustrative files of a kind show."""
    if kind.files.endswith(".csv"):
        yield from _cells(section.example(kind), kind.type)
        return
    fields, text = fields_in(kind.files, section.example(kind))
    yield from _within(kind.type, {**fields, kind.body_field: text.strip()} if kind.body_field else fields)
    if kind.rows_field:
        yield from _cells(section.example_rows(kind), type_of_rows(kind))


def _cells(text: str, type_: type) -> Iterator[tuple[type, str, Any]]:
    _, rows = parse(text)
    names = get_type_hints(type_)
    yield from ((type_, name, cell) for row in rows for name, cell in row.items() if cell and name in names)


def _within(type_: type, values: Mapping[str, Any]) -> Iterator[tuple[type, str, Any]]:
    """Every field of a group, then those of the groups in it."""
    hints = get_type_hints(type_, include_extras=True)
    for name, value in values.items():
        yield type_, name, value
        for inner in groups_in(hints[name]) if name in hints else ():
            for entry in value if isinstance(value, list) else [value]:
                if isinstance(entry, dict):
                    yield from _within(inner, entry)


def _more(section: Section) -> Iterator[tuple[type, str, Any]]:
    """What the section's further examples show."""
    groups = {name_of(cls): cls for kind in section.kinds() for cls in _groups(kind)}
    nouns = {kind.noun: kind.type for kind in section.kinds()}
    file = Path(sections.__file__).parent / section.folder / "examples" / "more.yml"
    fields, _ = fields_in(file.name, file.read_text("utf-8")) if file.is_file() else ({}, "")
    for name, values in fields.items():
        yield from _within({**groups, **nouns}[name], values)


def _groups(kind: Kind) -> Iterator[type]:
    """The groups of fields of a kind, and the types from which it has what all have."""
    for group in every_group(kind.type):
        yield from (cls for cls in group.__mro__ if cls is not object)
