"""What types and their fields mean, from the sentences beneath them in the source: the one place that says so."""

import ast
import inspect
from dataclasses import is_dataclass
from itertools import pairwise
from textwrap import dedent
from typing import Any, get_args, get_type_hints

from generators.groups import once_per_type
from generators.markdown import Markdown


def meaning(type_: type) -> Markdown:
    """What a group of fields is, from its docstring."""
    return Markdown(inspect.getdoc(type_) or "")


def groups_in(annotation: Any) -> list[type]:
    """The types of the groups of fields that an annotation names."""
    if isinstance(annotation, type) and is_dataclass(annotation):
        return [annotation]
    return [
        inner for argument in get_args(annotation) if argument is not ... for inner in groups_in(argument)
    ]  # fmt: skip


def every_group(type_: type) -> list[type]:
    """A type and every group of fields inside it, each once."""
    waiting, found = [type_], list[type]()
    while waiting:
        group = waiting.pop(0)
        if group not in found:
            found.append(group)
            hints = get_type_hints(group, include_extras=True)
            waiting += [inner for name in hints for inner in groups_in(hints[name])]
    return found


def meanings(type_: type) -> dict[str, str]:
    """The sentence beneath every field in the source of a type, inherited ones included."""
    found: dict[str, str] = {}
    for cls in reversed(type_.__mro__[:-1]):
        found |= _own_meanings(cls)
    return found


@once_per_type
def _own_meanings(type_: type) -> dict[str, str]:
    """Those of the fields that a type declares itself. Its source is read once: most types share what they inherit."""
    found: dict[str, str] = {}
    body = ast.parse(dedent(inspect.getsource(type_))).body[0]
    statements = body.body if isinstance(body, ast.ClassDef) else []
    for field, words in pairwise(statements):
        match field, words:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(meaning))):
                found[name] = " ".join(meaning.split())
    return found
