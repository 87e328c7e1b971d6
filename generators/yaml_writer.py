"""Records as YAML, the way a person would type them: what is written reads back as exactly the same text."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from generators.problem import code_of
from generators.read.yaml_text import CONTROL

Remarks = Mapping[tuple[str | int, ...], str]
"""What stands in a remark above a field, by the way to it; above the whole record, by the empty way."""
NONE: Remarks = MappingProxyType({})
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ODD_WITHIN = re.compile(r":(?=\s|$)|\s#|[^\S ]|[\ud800-\udfff]")
"""What ends a value or begins a remark where no quotation marks stand around it."""
FOR_ANOTHER = re.compile(
    r"""(?ix) y|n|yes|no|on|off|true|false|null|~|<<|=
    | [-+]? (?: 0x[\da-f_]+ | 0b[01_]+ | 0o[0-7_]+ | (?:\d[\d_]*)? (?:\.[\d_]*)? (?:e[-+]?\d+)?
              | \d[\d_]* (?: :[0-5]?\d)+ (?:\.[\d_]*)? | \.(?:inf|nan) )
    | \d{4}-\d\d?-\d\d? (?: (?:t|[ ]+) \d.* )?"""
)
"""Texts that other programs take for a number, a moment, or yes and no. A plain day is left to them."""
SHORT = re.compile(r"[A-Za-z][A-Za-z0-9 /.-]{0,31}")
"""Words that need no quotation marks in a list on one line."""
LONGEST_LIST = 60
"""Characters of a list that stands on one line."""
LONGEST_NAME = 1000
"""Characters of a field's name, beyond which YAML does not see the colon after it."""


def to_yaml(fields: Mapping[str, Any], remarks: Remarks = NONE) -> str:
    """Fields in the order given. Texts with several lines stand as a block; what is None is left out.

    Raises ValueError for what no record can hold: a sign that nobody sees, half a character, an unnamed field.
    """
    lines = [*remark(remarks.get((), "")), *(_group(fields, remarks, ()) or ["{}"])]
    return "\n".join([*lines, ""])


def typed(words: str) -> str:
    """Words on one line as they are typed in YAML: as they are, or between quotation marks where they need them."""
    _refuse(words)
    if DAY.fullmatch(words) or not _needs_quotes(words):
        return words
    if ('"' in words or "\\" in words) and not re.search(r"[\n\r\t]", words):
        return "'" + words.replace("'", "''") + "'"
    return json.dumps(words, ensure_ascii=False)


def remark(words: str) -> list[str]:
    """The lines of a remark."""
    return [f"# {line}".rstrip() for line in _visible(words).splitlines()]


def _group(fields: Mapping[str, Any], remarks: Remarks, way: tuple[str | int, ...]) -> list[str]:
    """The lines of a group of fields."""
    lines: list[str] = []
    for name, value in fields.items():
        if not name or len(name) > LONGEST_NAME:
            raise ValueError(f"a field needs a name of at most {LONGEST_NAME} characters.")
        if value is None:
            continue
        here = (*way, name)
        lines += remark(remarks.get(here, ""))
        lines += _named(f"{typed(name)}:", value, remarks, here)
    return lines


def _named(name: str, value: Any, remarks: Remarks, way: tuple[str | int, ...]) -> Iterator[str]:
    """The lines of a field: its name, and its value behind or beneath."""
    if isinstance(value, Mapping) and (inner := _group(value, remarks, way)):
        yield name
        yield from _indented(inner)
    elif (
        isinstance(value, list | tuple)
        and _is_short(value)
        and not any((*way, at) in remarks for at in range(len(value)))
    ):
        yield f"{name} [{', '.join(value)}]"
    elif isinstance(value, list | tuple) and value:
        yield name
        yield from _indented(_listed(value, remarks, way))
    else:
        first, *rest = _plain(value)
        yield f"{name} {first}"
        yield from rest


def _listed(values: list[Any] | tuple[Any, ...], remarks: Remarks, way: tuple[str | int, ...]) -> Iterator[str]:
    """The lines of a list; a remark on the first field of an entry stands above its hyphen."""
    for number, value in enumerate(values):
        here = (*way, number)
        yield from remark(remarks.get(here, ""))
        lines = _entry(value, remarks, here)
        while lines[0].startswith("#"):
            yield lines.pop(0)
        yield f"- {lines[0]}"
        yield from lines[1:] if isinstance(value, str) else _indented(lines[1:])


def _entry(value: Any, remarks: Remarks, way: tuple[str | int, ...]) -> list[str]:
    if isinstance(value, Mapping):
        return _group(value, remarks, way) or ["{}"]
    if isinstance(value, list | tuple) and value:
        return list(_listed(value, remarks, way))
    return list(_plain(value))


def _plain(value: Any) -> Iterator[str]:
    """The lines of what is neither a list nor a group: one, or of a text with several lines their block."""
    if isinstance(value, str) and _is_block(value):
        _refuse(value)
        body = value.rstrip("\n")
        after = len(value) - len(body)
        yield "|" if after == 1 else "|-" if not after else "|+"
        yield from _indented([*body.split("\n"), *[""] * (after - 1)])
    else:
        yield typed(value) if isinstance(value, str) else _value(value)


def _value(value: Any) -> str:
    """What is no text, as it is typed in a record."""
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case int():
            return str(value)
        case float() if Decimal(value).is_finite():
            return f"{Decimal(repr(value)):f}"
        case list() | tuple():
            return "[]"
        case Mapping():
            return "{}"
    raise ValueError(f"a record cannot hold {value!r}.")


def _is_short(values: list[Any] | tuple[Any, ...]) -> bool:
    """Whether a list is of few plain words, and stands on one line."""
    are_words = all(isinstance(one, str) and SHORT.fullmatch(one) and typed(one) == one for one in values)
    return bool(values) and are_words and len(", ".join(values)) <= LONGEST_LIST


def _is_block(words: str) -> bool:
    """Whether a text has several lines that can stand as they are."""
    return "\n" in words and words[0] not in " \t\n" and not re.search(r"\r|[\ud800-\udfff]", words)


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)


def _needs_quotes(words: str) -> bool:
    if not words or words != words.strip() or not (words[0].isalnum() or words[0] in "(£€/+.$“‘–—…"):
        return True
    return bool(ODD_WITHIN.search(words) or FOR_ANOTHER.fullmatch(words) or words == "...")


def _refuse(words: str) -> None:
    """Refuse what the reader would not take in."""
    if re.search(r"[\ud800-\udfff]", words):
        raise ValueError("this cannot be read as text. Type it again.")
    if control := CONTROL.search(words):
        raise ValueError(f"the value holds an invisible control character ({code_of(control[0])}). Take it out.")


def _visible(words: str) -> str:
    """The words of a remark without what the reader would refuse."""
    return re.sub(r"[\ud800-\udfff\r]", " ", CONTROL.sub(" ", words))
