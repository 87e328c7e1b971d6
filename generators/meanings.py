"""What types and their fields mean, from the sentences beneath them in the source: the one place that says so."""

import ast
import inspect
import re
import sys
from dataclasses import is_dataclass
from functools import cache
from itertools import pairwise
from typing import Any, get_args, get_type_hints

from generators.groups import once_per_type
from generators.markdown import Markdown


def meaning(type_: type) -> Markdown:
    """What a group of fields is, from its docstring."""
    return Markdown(inspect.getdoc(type_) or "")


def name_of(type_: type) -> str:
    """What a group of fields is called in words: `NextMeeting` is the group `next meeting`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type_.__name__).lower()


def groups_in(annotation: Any) -> list[type]:
    """The types of the groups of fields that an annotation names."""
    if isinstance(annotation, type) and is_dataclass(annotation):
        return [annotation]
    return [
        inner for argument in get_args(annotation) if argument is not ... for inner in groups_in(argument)
    ]  # fmt: skip


def every_group(type_: type) -> list[type]:
    """A type and every group of fields inside it, each once."""
    return list(ways_to_groups(type_))


def ways_to_groups(type_: type) -> dict[type, tuple[str, ...]]:
    """A type and every group of fields inside it, with the shortest way to each by the names of fields."""
    waiting: list[tuple[type, tuple[str, ...]]] = [(type_, ())]
    found: dict[type, tuple[str, ...]] = {}
    while waiting:
        group, way = waiting.pop(0)
        if group not in found:
            found[group] = way
            hints = get_type_hints(group, include_extras=True)
            waiting += [(inner, (*way, name)) for name in hints for inner in groups_in(hints[name])]
    return found


def meanings(type_: type) -> dict[str, str]:
    """The sentence beneath every field in the source of a type, inherited ones included."""
    found: dict[str, str] = {}
    for cls in reversed(type_.__mro__[:-1]):
        found |= _own_meanings(cls)
    return found


@once_per_type
def _own_meanings(type_: type) -> dict[str, str]:
    """Those of the fields that a type declares itself."""
    found: dict[str, str] = {}
    for field, words in pairwise(_declared(type_.__module__)[type_.__name__]):
        match field, words:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(meaning))):
                found[name] = " ".join(meaning.split())
    return found


@cache
def _declared(module: str) -> dict[str, list[ast.stmt]]:
    """What stands in every class of a module, by its name. A module is read once, however many it has."""
    parsed = ast.parse(inspect.getsource(sys.modules[module]))
    return {found.name: found.body for found in parsed.body if isinstance(found, ast.ClassDef)}
