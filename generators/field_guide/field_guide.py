"""The public field guide and the JSON Schemas: what every field of every kind of record means.

Both are made from the record types themselves, so they cannot say anything else than what the checks enforce.
"""

import json
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from generators import sections
from generators.field_guide.as_typed import as_typed
from generators.field_guide.examples import example, written
from generators.fields import Ref
from generators.groups import once_per_type
from generators.link import Link
from generators.markdown import Markdown
from generators.meanings import every_group, groups_in, meaning, meanings, name_of
from generators.named_types import name_of_type
from generators.page import ALONE, Page
from generators.record import GIVEN_BY_PROGRAM, Kind, Record
from generators.references import noun_in_words
from generators.shape import adapter

WORDS = {
    "Slug": "short id, like visits-2",
    "Id": "id",
    "ColumnName": "name of a column",
    "Text": "text on one line",
    "TextOrBlank": "text on one line, or left blank",
    "RichText": "text in Markdown",
    "NumberedText": "text with numbered paragraphs",
    "Date": "date, like 2017-09-22",
    "SheetDate": "date, like 2017-09-22, or the day first: 22/09/2017, 22.09.2017, 22/09/17, 22 Sep 2017",
    "CellText": "text in a cell",
    "Time": "time, like 14:00",
    "Moment": "moment, like 2026-12-01 09:00",
    "YesNo": "yes or no",
    "Number": "whole number",
    "Amount": "number, like 1234 or 12.5",
    "When": "month, quarter or year, like 2020-03, 2019-20-q4 or 2019/20",
    "Ordinal": "number in an order, the first is 1",
    "Address": "web address",
    "ContactAddress": "web address, or mailto: and an office's address",
    "FileName": "name of a file beside the record",
    "Colour": "colour, like 0b5060",
}


TOLD = ("text", "one of", "list of text", "list of one of", "list of groups", "group")
"""How the words of a type begin of which an editor says enough itself."""


@dataclass(frozen=True)
class Entry:
    """One field of the guide."""

    name: str
    type: str
    required: bool
    meaning: Markdown
    group: str
    """The group of fields it holds, if it holds one."""


ID = Entry(
    "id", WORDS["Slug"], required=True, group="",
    meaning=Markdown("A column of every file: a short id of the row, unlike any other in the file and never changed."),
)  # fmt: skip


@dataclass(frozen=True)
class Group:
    """A record, or a group of fields inside one."""

    name: str
    meaning: Markdown
    entries: tuple[Entry, ...]


def pages(kinds: tuple[Kind, ...]) -> Iterator[Page]:
    """An index of the kinds of record, and a page for each with all its fields."""
    home, about = Link("Home", ""), Link("About", "about/")
    guide = Link(sections.GUIDE.title, sections.GUIDE.address)
    listed = tuple(
        (Link(noun_in_words(kind.noun).capitalize(), f"field-guide/{kind.noun}/"), meaning(kind.type), kind.files)
        for kind in kinds
    )
    values: dict[str, Any] = {**ALONE, "kinds": listed}
    yield Page("field-guide/", guide.text, "field_guide.md.jinja", values, section="field-guide/", trail=(home, about))
    for at, (link, words, files) in enumerate(listed):
        values = {
            **ALONE,
            "previous": listed[at - 1][0] if at else None,
            "next": listed[at + 1][0] if at + 1 < len(listed) else None,
            "noun": kinds[at].noun,
            "kind_files": files,
            "meaning": words,
            "schema": f"field-guide/{kinds[at].noun}.schema.json",
            "beneath": kinds[at].body_field,
        }
        title = f"The fields of a record: {noun_in_words(kinds[at].noun)}"
        yield Page(
            link.address, title, "field_guide_kind.md.jinja", values,
            view=_view, section="field-guide/", trail=(home, about, guide),
        )  # fmt: skip


def _view(page: Page) -> dict[str, Any]:
    return _of_kind(page.values["noun"])


@cache
def _of_kind(noun: str) -> dict[str, Any]:
    """What its page shows of a kind: no record changes it."""
    from generators.field_guide.mistakes import mistakes

    section, kind = next(
        (section, kind) for section in sections.SECTIONS for kind in section.kinds() if kind.noun == noun
    )
    own, *inner = groups(kind.type)
    if kind.files.endswith(".csv"):
        own = replace(own, entries=(ID, *own.entries))
    return {
        "groups": (own, *inner),
        "examples": _examples(kind),
        "mistakes": tuple(mistakes(kind)),
        "example": section.example(kind).splitlines(),
        "example_rows": section.example_rows(kind).splitlines(),
    }


def _examples(kind: Kind) -> dict[tuple[str, str], list[str]]:
    """The lines of an example of every field as it is written, by the names of its group and its own."""
    in_cells = kind.type if kind.files.endswith(".csv") else None
    return {
        (name_of(type_), entry.name): [str(value)] if type_ is in_cells else written(type_, entry.name).splitlines()
        for type_ in every_group(kind.type)
        for entry in _entries(type_)
        if (value := example(type_, entry.name))
    }


@once_per_type
def groups(type_: type) -> tuple[Group, ...]:
    """The fields of a record type, then those of every group inside it, each group once."""
    waiting, found = [type_], dict[type, Group]()
    while waiting:
        group = waiting.pop(0)
        if group in found:
            continue
        entries = tuple(_entries(group))
        found[group] = Group(name_of(group), meaning(group), entries)
        hints = get_type_hints(group, include_extras=True)
        waiting += [inner for entry in entries for inner in groups_in(hints[entry.name])]
    return tuple(found.values())


@cache
def schema(kind: Kind) -> bytes:
    """The JSON Schema of what is typed for a kind of record, for editors: names, types and meanings of its fields."""
    made = adapter(kind.type).json_schema()
    definitions = {kind.type.__name__: made, **made.get("$defs", {})}
    for group in every_group(kind.type):
        properties = definitions[group.__name__]["properties"]
        hints = get_type_hints(group, include_extras=True)
        for name, words in meanings(group).items():
            if name in properties:
                properties[name]["description"] = f"{words}{_how(_type_words(hints[name]))}"
    for name in (*GIVEN_BY_PROGRAM, kind.body_field or ""):
        made["properties"].pop(name, None)
    made["required"] = [name for name in made.get("required", ()) if name not in GIVEN_BY_PROGRAM]
    typed = as_typed(made, in_cells=kind.files.endswith(".csv"))
    typed |= {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": noun_in_words(kind.noun)}
    return (json.dumps(typed, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _how(words: str) -> str:
    """How a value is typed, where that has to be said beside a list of what it can be."""
    return "" if words.startswith(TOLD) else f" {words[:1].upper()}{words[1:]}."


def _entries(type_: type) -> Iterator[Entry]:
    hints = get_type_hints(type_, include_extras=True)
    words = meanings(type_)
    own = [field for field in fields(type_) if field.name not in GIVEN_BY_PROGRAM]
    shared = {field.name for field in fields(Record)} if issubclass(type_, Record) else set()
    for field in sorted(own, key=lambda field: field.name in shared):
        inner = groups_in(hints[field.name])
        required = field.default is MISSING and field.default_factory is MISSING
        yield Entry(
            field.name, _type_words(hints[field.name]), required, Markdown(words.get(field.name, "")),
            name_of(inner[0]) if inner else "",
        )  # fmt: skip


def _type_words(annotation: Any) -> str:
    """The type of a field in words."""
    if named := name_of_type(annotation):
        return WORDS[named]
    if get_origin(annotation) is Annotated:
        ref = next((mark for mark in annotation.__metadata__ if isinstance(mark, Ref)), None)
        return _ref_words(ref) if ref else _type_words(annotation.__origin__)
    if get_origin(annotation) is Literal:
        return "one of: " + ", ".join(get_args(annotation))
    arguments = [argument for argument in get_args(annotation) if argument not in (type(None), ...)]
    if get_origin(annotation) is tuple:
        return f"list of {_type_words(arguments[0])}" if not is_dataclass(arguments[0]) else "list of groups of fields"
    if get_origin(annotation) is dict:
        return "group of lines, each a name, a colon and a text"
    if arguments:
        return _type_words(arguments[0])
    return "group of fields" if is_dataclass(annotation) else "text"


def _ref_words(ref: Ref) -> str:
    return f"id of a {ref.kind}, or of it and after # a part of it" if ref.part else f"id of a {ref.kind}"
