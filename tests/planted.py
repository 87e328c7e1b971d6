"""Record files with a text in every field of every kind of record, made from the record types themselves.

What is typed need not be right: it is looked at before anything else is known of it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from itertools import count
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from generators.record import GIVEN_BY_PROGRAM, Kind
from generators.sections import kinds

OF_THE_OFFICE = {
    "office": {"contacts", "domains", "premises", "website", "address", "report_a_mistake"},
    "meeting": {"place"},
}
"""By noun, the fields in which an office says what of its own may stand everywhere."""
DEEPEST = 6
"""Groups within groups."""
FREE = ("id", "period", "anything", "another_column")
"""Columns of a table whose columns are an office's own."""
Plant = Callable[[], str]
ONE_LINE, IN_A_BLOCK = "{}", "|-\n{indent}A line before it.\n{indent}{}"


def written(root: Path, text: str, style: str) -> dict[str, set[int]]:
    """Write a record of every kind with this text in every field; the lines of each file on which it stands."""
    found: dict[str, set[int]] = {}
    number = count(1)
    for kind in kinds():
        for path, content in _files(kind, lambda: f"q{next(number)}q {text}", style):
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, "utf-8")
            lines = content.split("\n")
            found[path] = {at for at, line in enumerate(lines, start=1) if re.search(r"\bq\d+q ", line)}
    return found


def _files(kind: Kind, plant: Plant, style: str) -> Iterator[tuple[str, str]]:
    names = iter(("a-record", "2024-03-06", "a-part"))
    path = re.sub(r"\*", lambda _: next(names), kind.files)
    if path.endswith(".csv"):
        yield path, _table(_columns(kind), plant)
        return
    left_out = {*GIVEN_BY_PROGRAM, "formerly", kind.body_field, kind.rows_field, *OF_THE_OFFICE.get(kind.noun, ())}
    typed = "\n".join(_group(kind.type, left_out, plant, style, "", 0))
    yield path, f"---\n{typed}\n---\n\n## A heading\n\n1. {plant()}\n" if path.endswith(".md") else f"{typed}\n"
    if kind.rows_field:
        yield path.replace(".yml", ".csv"), _table(FREE, plant)


def _columns(kind: Kind) -> tuple[str, ...]:
    """The columns that a register can have; where they are the office's own, some."""
    own = [one.name for one in fields(kind.type) if one.name not in (*GIVEN_BY_PROGRAM, "formerly", "allow", "changes")]
    return tuple(dict.fromkeys(("id", *own, *FREE)))


def _table(columns: tuple[str, ...], plant: Plant) -> str:
    """A row for each column, in which that one is filled in: so its line tells the column."""
    rows = [",".join(f'"{plant()}"' if one == column else "" for one in columns) for column in columns]
    return "\n".join((",".join(columns), *rows, ""))


def _group(type_: type, left_out: set[str | None], plant: Plant, style: str, indent: str, deep: int) -> Iterator[str]:
    hints = get_type_hints(type_, include_extras=True)
    for one in fields(type_):
        if one.name not in left_out:
            yield from _entry(one.name, hints[one.name], plant, style, indent, deep)


def _entry(name: str, annotation: Any, plant: Plant, style: str, indent: str, deep: int) -> Iterator[str]:
    """A field with its value, however deep that is."""
    inner = _plain(annotation)
    within = f"{indent}  "
    if get_origin(inner) is tuple:
        member = _plain(get_args(inner)[0])
        yield f"{indent}{name}:"
        if is_dataclass(member) and deep < DEEPEST:
            first, *others = _group(member, set(), plant, style, f"{within}  ", deep + 1)  # type: ignore[arg-type]
            yield from (f"{within}- {first.strip()}", *others)
        else:
            yield f"{within}- {_value(plant(), style, within)}"
    elif get_origin(inner) is dict:
        yield f"{indent}{name}:"
        yield from _entry("a_name", get_args(inner)[1], plant, style, within, deep + 1)
    elif is_dataclass(inner) and deep < DEEPEST:
        yield f"{indent}{name}:"
        yield from _group(inner, set(), plant, style, within, deep + 1)  # type: ignore[arg-type]
    else:
        yield f"{indent}{name}: {_value(plant(), style, indent)}"


def _value(text: str, style: str, indent: str) -> str:
    return style.format(f'"{text}"' if style == ONE_LINE else text, indent=f"{indent}    ")


def _plain(annotation: Any) -> Any:
    """A type without what is asked of it besides, and without that it can be missing."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = annotation.__origin__
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(one for one in get_args(annotation) if one is not NoneType)
        else:
            return str if get_origin(annotation) is Literal else annotation
