"""The columns of a register as a person meets them: what stands in each, what is allowed, what it means."""

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from generators import sections
from generators.fields import Ref
from generators.groups import needed_fields
from generators.meanings import meanings
from generators.named_types import name_of_type
from generators.read import csv_rows
from generators.record import GIVEN_BY_PROGRAM, Kind, Record, shared_fields
from generators.register import FREE, WITHDRAWAL
from generators.rows_within import type_of_rows
from generators.wording import words

Form = Literal["text", "day", "sheet day", "yes or no", "whole number", "number", "period", "choice", "id of", "id"]
FORMS: dict[str, Form] = {
    "Date": "day", "SheetDate": "sheet day", "YesNo": "yes or no", "Number": "whole number",
    "Ordinal": "whole number", "Amount": "number", "When": "period", "Slug": "id",
}  # fmt: skip
"""By the name of a field's type; of any other, words stand in the cell."""
SAID: dict[Form, str] = {
    "text": "words", "day": "a day, like 2017-09-22", "sheet day": "a day, like 2017-09-22 or 22/09/2017",
    "yes or no": "yes or no", "whole number": "a whole number, like 12", "number": "a number, like 1234 or 12.5",
    "period": "a month, quarter or year, like 2020-03, 2019-20-q4 or 2019/20", "choice": "one of the words in the list",
    "id of": "the id of a record", "id": "a short id: lower-case letters, digits and hyphens",
}  # fmt: skip
OF_RECORDS = ("publication", "publish_on", "published", "source")
"""Fields of every record for which a register's file can have a column; it has one only where somebody wants it."""


@dataclass(frozen=True)
class Column:
    """One column."""

    name: str
    form: Form
    meaning: str
    example: str = ""
    is_needed: bool = False
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    """The noun of the records whose ids stand in it."""
    names_parts: bool = False
    """Whether a part of such a record can be named too."""
    holds_several: bool = False
    is_own: bool = True
    """Whether it is of this kind of row, and not one that any record can have."""
    annotation: Any = None

    @property
    def in_words(self) -> str:
        """Its name as words: `Offered by`."""
        return self.name.replace("_", " ").capitalize() if self.name != "id" else "Id"

    @property
    def said(self) -> str:
        """What may stand in it, in words."""
        what = f"the id of a {self.refers_to}" if self.form == "id of" else SAID[self.form]
        parts = ", perhaps with # and a part of it" if self.names_parts else ""
        return f"{what}{parts}" + ("; with a semicolon between two" if self.holds_several else "")

    def wrong(self, text: str, context: dict[str, Any]) -> str:
        """What is wrong with a value as the checks say it; empty where nothing is."""
        if self.annotation is None:
            return ""
        value: Any = [part.strip() for part in text.split(";") if part.strip()] if self.holds_several else text
        try:
            _adapter(self.annotation).validate_python(value, context=context)
        except ValidationError as error:
            return words(error.errors(include_url=False)[0], object)
        return ""


def free_column(name: str, meaning: str) -> Column:
    """A column of which only the side file knows."""
    return Column(name, "text", meaning)


@cache
def own_columns(kind: Kind) -> dict[str, Column]:
    """Every column that the rows of a register can have, by name, in the order of its fields."""
    type_ = type_of_rows(kind)
    hints = get_type_hints(type_, include_extras=True)
    said, examples = meanings(type_), _examples(kind)
    shared = shared_fields(type_)
    found: dict[str, Column] = {}
    if issubclass(type_, Record):
        meaning = "A short id of the row, unlike any other in the register and never changed."
        found["id"] = Column("id", "id", meaning, examples.get("id", ""), is_needed=True)
    for field in fields(type_):
        if field.name in (*GIVEN_BY_PROGRAM, FREE) or (field.name in shared and field.name not in OF_RECORDS):
            continue
        hint = hints[field.name]
        entry = get_args(hint)[0] if get_origin(hint) is tuple else hint
        if is_dataclass(entry):
            continue
        form, choices, ref = _form(entry)
        found[field.name] = Column(
            field.name, form, said.get(field.name, ""), examples.get(field.name, ""),
            is_needed=field.name in needed_fields(type_), choices=choices,
            refers_to=ref.kind if ref else "", names_parts=bool(ref and ref.part),
            holds_several=get_origin(hint) is tuple, is_own=field.name not in shared, annotation=hint,
        )  # fmt: skip
    if issubclass(type_, Record):
        found |= {name: Column(name, "text", "Of a row that is withdrawn.", is_own=False) for name in WITHDRAWAL}
    return found


def _form(annotation: Any) -> tuple[Form, tuple[str, ...], Ref | None]:
    """What stands in a column of a type: its form, the words it can be, the reference it declares."""
    if form := FORMS.get(name_of_type(annotation)):
        return form, (), None
    if get_origin(annotation) is Annotated:
        ref = next((mark for mark in annotation.__metadata__ if isinstance(mark, Ref)), None)
        return ("id of", (), ref) if ref else _form(annotation.__origin__)
    if get_origin(annotation) is Literal:
        return "choice", get_args(annotation), None
    for argument in get_args(annotation):
        if argument is not type(None):
            return _form(argument)
    return "text", (), None


def _examples(kind: Kind) -> dict[str, str]:
    """What the illustrative file of the field guide has in each column."""
    section = next(section for section in sections.SECTIONS if kind in section.kinds())
    text = section.example_rows(kind) or section.example(kind)
    header, *rows = csv_rows.cut(text).rows
    cells = {name: [row.cells[at] for row in rows if row.cells[at]] for at, name in enumerate(header.cells)}
    return {name: found[0] for name, found in cells.items() if found}


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def _adapter(annotation: Any) -> TypeAdapter[Any]:
    """The validator of a type; annotations that hold functions are known by their address, as types are."""
    key = id(annotation)
    if key not in _ADAPTERS:
        _ADAPTERS[key] = TypeAdapter(annotation)
    return _ADAPTERS[key]
