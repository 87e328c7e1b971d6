"""A validator's complaints in words for the person who keeps the record."""

import re
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_args

from pydantic_core import ErrorDetails

from generators.problem import Where, did_you_mean
from generators.record import GIVEN_BY_PROGRAM

LONGEST_SHOWN = 40
"""Characters of a value that a message repeats."""

AS_PRINTED = "_as_printed"
"""The end of the name of a field that takes the words of the paper."""
UNKNOWN = "unexpected_keyword_argument"
"""What the validator calls a field that there is not."""


def words(detail: ErrorDetails, type_: type) -> str:
    """What is wrong with a value of a record of this type, and what would be right."""
    where = tuple(step for step in detail["loc"] if isinstance(step, str | int))
    say = SAID.get(detail["type"])
    return say(detail, type_, where) if say else f"{detail['msg']}."


def _own(detail: ErrorDetails, type_: type, where: Where) -> str:
    """The types of `fields` say by themselves what would have been right; the record, where words would do instead."""
    said = str(detail["ctx"]["message"])
    beside = f"{where[-1]}{AS_PRINTED}" if where else ""
    is_words = isinstance(detail["input"], str) and re.search(r"[^\W\d_]{3}", detail["input"])
    if is_words and beside in _names(type_, where[:-1]) and _may_be_left_out(type_, where):
        return f"{said} Where the paper prints no such day, write its words in `{beside}` instead."
    return said


def _missing(_: ErrorDetails, __: type, where: Where) -> str:
    if len(where) > 1:
        return "the field is missing, and it is needed here."
    return "the field is missing. Every record of this kind needs it."


def _unknown(_: ErrorDetails, type_: type, where: Where) -> str:
    near = did_you_mean(str(where[-1]), _names(type_, where[:-1]))
    return f'there is no field "{where[-1]}" here.{near or " The field guide lists those there are."}'


def _choice(detail: ErrorDetails, _: type, __: Where) -> str:
    value = detail["input"]
    choices = [word.strip("'") for word in str(detail["ctx"]["expected"]).replace(" or ", ", ").split(", ")]
    all_ = f" It can be: {', '.join(choices)}."
    if not isinstance(value, str):
        return f"this is {_form(value)} and should be one word.{all_}"
    meant = "" if value.casefold().startswith("not ") else value  # `not accepted` does not mean `accepted`
    return f'"{value}" is not one of the words for this.{did_you_mean(meant, choices) or all_}'


def _long(detail: ErrorDetails, _: type, __: Where) -> str:
    length, most = len(detail["input"]), detail["ctx"]["max_length"]
    return f"the text has {length:,} characters; a field holds at most {most:,}. Attach it as a file."


def _short(_: ErrorDetails, __: type, ___: Where) -> str:
    return "the field is empty. Fill it in or take it out."


def _lines(detail: ErrorDetails, _: type, __: Where) -> str:
    if "\n" not in detail["input"]:
        return "nothing that can be seen stands here. Fill it in or take it out."
    return "the text has several lines, and this field takes one. Write it on one line."


def _text(detail: ErrorDetails, _: type, __: Where) -> str:
    value = detail["input"]
    hint = " If the text contains a colon, put it between quotes." if isinstance(value, dict) else ""
    return f"this is {_form(value)} and should be a text.{hint}"


def _list(detail: ErrorDetails, type_: type, where: Where) -> str:
    value = detail["input"]
    is_entry = isinstance(value, str) and len(value) <= LONGEST_SHOWN and not _names(type_, where)
    entry = value if is_entry else "entry"
    return f"this should be a list. Write each entry on a line of its own that begins with a hyphen: `- {entry}`."


def _group(_: ErrorDetails, type_: type, where: Where) -> str:
    named = _names(type_, where)
    fields_ = f"{', '.join(named[:8])}{'…' if len(named) > 8 else ''}"
    return f"this should be a group of fields: {fields_}. Write each as `name: value` on a line of its own, indented."


def _pairs(_: ErrorDetails, __: type, ___: Where) -> str:
    return "this should be a group of fields. Write each as `name: value` on a line of its own."


SAID: dict[str, Callable[[ErrorDetails, type, Where], str]] = {
    "scrutiny": _own,
    "missing": _missing,
    UNKNOWN: _unknown,
    "literal_error": _choice,
    "string_too_long": _long,
    "string_too_short": _short,
    "string_pattern_mismatch": _lines,
    "string_type": _text,
    "tuple_type": _list,
    "list_type": _list,
    "dataclass_type": _group,
    "dict_type": _pairs,
}


def _form(value: Any) -> str:
    """What somebody wrote where something else belongs."""
    return "a list" if isinstance(value, list) else "a group of fields" if isinstance(value, dict) else "empty"


def _may_be_left_out(type_: type, where: Where) -> bool:
    """Whether the record is whole without the field at the end of a way."""
    return any(one.name == where[-1] and one.default is not MISSING for one in fields(_group_at(type_, where[:-1])))


def _group_at(type_: Any, where: Where) -> Any:
    """The type of what stands at a place in a record."""
    for step in where:
        if isinstance(step, str):
            type_ = {field.name: field.type for field in fields(type_)}[step]
        type_ = next((found for found in _types_in(type_) if isinstance(found, type) and is_dataclass(found)), type_)
    return type_


def _names(type_: Any, where: Where) -> list[str]:
    """The names of the fields that may stand at a place in a record."""
    type_ = _group_at(type_, where)
    found = [field.name for field in fields(type_)] if is_dataclass(type_) else []
    return [name for name in found if name not in GIVEN_BY_PROGRAM]


def _types_in(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in get_args(annotation):
        yield from _types_in(argument)
