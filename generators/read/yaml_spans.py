"""Where each value of a YAML text begins and ends: what has to be known to add to a text that a person wrote."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import yaml

from generators.problem import Where
from generators.read.yaml_text import composed


@dataclass(frozen=True)
class Span:
    """A value's place. Lines and columns are counted from 0."""

    kind: Literal["text", "list", "group"]
    in_brackets: bool
    """Whether it is written between brackets: `[a, b]` or `{name: value}`."""
    column: int
    """Where its fields, or the hyphens of its entries, begin."""
    first: int
    """The line on which its name stands, or its hyphen."""
    last: int
    """The line behind its last one; remarks and empty lines that follow are not its own."""
    name_column: int
    start: int
    """Its first sign, counted from the beginning of the text."""
    end: int
    """The sign behind its last one."""
    names: tuple[str, ...] = ()
    """Of a group, its fields in order."""
    many: int = 0
    """Of a list or a group, how many it has."""


def span(text: str, way: Where) -> Span:
    """The place of a value that is there."""
    lines = text.split("\n")
    key = node = composed(text)
    outer: Any = None
    for step in way:
        outer = node
        if isinstance(node, yaml.MappingNode):
            key, node = next((key, value) for key, value in node.value if key.value == step)
        else:
            key = node = node.value[step]
    first, column = key.start_mark.line, key.start_mark.column
    if isinstance(outer, yaml.SequenceNode) and not outer.flow_style:
        column = outer.start_mark.column
        while not lines[first][column:].startswith("-"):
            first -= 1
    kind: Literal["text", "list", "group"] = (
        "group" if isinstance(node, yaml.MappingNode) else "list" if isinstance(node, yaml.SequenceNode) else "text"
    )
    return Span(
        kind, kind != "text" and bool(node.flow_style), node.start_mark.column, first,
        max(_behind(node, lines), key.end_mark.line + 1 if key is not node else 0), column,
        node.start_mark.index, node.end_mark.index,
        tuple(key.value for key, _ in node.value) if kind == "group" else (), len(node.value) if kind != "text" else 0,
    )  # fmt: skip


def parts(text: str, way: Where) -> list[str]:
    """The fields or entries of what is written between brackets on one line, each in the very words."""
    node = composed(text)
    for step in way:
        node = next(v for k, v in node.value if k.value == step) if isinstance(step, str) else node.value[step]
    if isinstance(node, yaml.MappingNode):
        return [text[key.start_mark.index : value.end_mark.index] for key, value in node.value]
    return [text[one.start_mark.index : one.end_mark.index] for one in node.value]


def on_one_line(text: str, start: int, end: int) -> tuple[str, list[str]]:
    """What is written between brackets, on one line, and the remarks that stood in it."""
    flat, remarks, at = "", [], start
    for first, last in _tokens(text):
        if last <= start or first >= end:
            continue
        gap = text[at:first]
        remarks += re.findall(r"#[^\n]*", gap)
        flat += " " if gap and "\n" in gap else gap
        flat += re.sub(r"[ \t]*\n[ \t]*", " ", text[first:last])
        at = last
    return flat, remarks


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    """The first sign of each token and the one behind its last; what lies between them says nothing."""
    for token in yaml.scan(text, Loader=yaml.CBaseLoader):
        if token.end_mark.index > token.start_mark.index:
            yield token.start_mark.index, token.end_mark.index


def _behind(node: Any, lines: list[str]) -> int:
    """The line behind the last one of a value."""
    if not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
        last = node.value[-1]
        parts = last if isinstance(last, tuple) else (last,)
        return max(_behind(part, lines) for part in parts)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        end = node.end_mark.line + (1 if node.end_mark.column else 0)
        while end - 1 > node.start_mark.line and not lines[end - 1].strip() and not node.value.endswith("\n\n"):
            end -= 1
        return end
    if isinstance(node, yaml.ScalarNode) and not node.value and not node.style:
        return 0
    return int(node.end_mark.line) + 1


def remarks_in(text: str) -> list[str]:
    """Every remark of a YAML text, in order."""
    found, at = [], 0
    for first, last in (*_tokens(text), (len(text), len(text))):
        found += [one.rstrip() for one in re.findall(r"#[^\n]*", text[at:first])]
        at = max(at, last)
    return found
