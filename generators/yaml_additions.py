"""Additions to a record's YAML: every line that a person wrote stays as it is, remarks and order among them.

Only what stands between brackets on one line, and is added to, is written out beneath its name, in the very words.
"""

from collections.abc import Sequence
from typing import Any

from generators.problem import Where
from generators.read.yaml_spans import Span, on_one_line, parts, span
from generators.yaml_writer import NONE, Remarks, remark, to_yaml


def with_field(
    text: str, way: Where, name: str, value: Any, remarks: Remarks = NONE, behind: Sequence[str] = ()
) -> str:
    """The text with a field in the group at the end of the way; if the group has it, this value is in place of its own.

    `remarks`: by the way from the value on. `behind`: the fields of which it follows the last one that is there.
    """
    text = _written_out(text, way)
    if name in span(text, way).names and span(text, (*way, name)).in_brackets:
        text = _flat(text, (*way, name))
    group = span(text, way)
    lines = text.split("\n")
    written = to_yaml({name: value}, {(name, *rest): words for rest, words in remarks.items()})
    new = _indented(written.rstrip("\n").split("\n"), group.column)
    if name in group.names:
        return _instead(lines, span(text, (*way, name)), new)
    before = next((one for one in reversed(behind) if one in group.names), None)
    at = span(text, (*way, before)).last if before else group.last
    return "\n".join([*lines[:at], *new, *lines[at:]])


def with_entry(text: str, way: Where, at: int, value: Any, remarks: Remarks = NONE) -> str:
    """The text with one more entry in a list that has some: it comes behind so many of them."""
    text = _written_out(text, way)
    place = span(text, way)
    written = to_yaml({"x": [value]}, {("x", 0, *rest): words for rest, words in remarks.items()})
    new = _indented([line[2:] for line in written.rstrip("\n").split("\n")[1:]], place.column)
    lines = text.split("\n")
    line = span(text, (*way, at - 1)).last if at else place.first + 1  # above the remarks on what was first
    return "\n".join([*lines[:line], *new, *lines[line:]])


def with_remark(text: str, way: Where, words: str) -> str:
    """The text with a remark above a value; above the brackets, where it stands between some."""
    around = next((way[:length] for length in range(1, len(way)) if span(text, way[:length]).in_brackets), way)
    place = span(text, around)
    lines = text.split("\n")
    indent = len(lines[place.first]) - len(lines[place.first].lstrip(" "))
    return "\n".join([*lines[: place.first], *_indented(remark(words), indent), *lines[place.first :]])


def _written_out(text: str, way: Where) -> str:
    """The text in which nothing on the way stands between brackets any more."""
    for length in range(len(way) + 1):
        if span(text, way[:length]).in_brackets:
            text = _spread(text, way[:length])
    return text


def _spread(text: str, way: Where) -> str:
    """The text in which one value does not stand between brackets, but a line for each of its fields or entries."""
    text = _flat(text, way)
    place = span(text, way)
    begin = text.rfind("\n", 0, place.start) + 1
    before, behind = text[begin : place.start], text[place.end :]
    hyphen = "- " if place.kind == "list" else ""
    each = [f"{hyphen}{part}" for part in parts(text, way)]
    if before.strip(" -"):
        column = place.name_column + 2
        return f"{text[:begin]}{before.rstrip()}\n" + "\n".join(_indented(each, column)) + behind
    return text[: place.start] + ("\n" + " " * place.column).join(each) + behind


def _flat(text: str, way: Where) -> str:
    """The text in which the brackets stand on one line; the remarks that stood in them, or behind, are above it."""
    place = span(text, way)
    flat, remarks = on_one_line(text, place.start, place.end)
    rest, newline, behind = text[place.end :].partition("\n")
    if rest.lstrip().startswith("#"):
        remarks, rest = [*remarks, rest.strip()], ""
    lines = (text[: place.start] + flat + rest + newline + behind).split("\n")
    return "\n".join([*lines[: place.first], *_indented(remarks, place.name_column), *lines[place.first :]])


def _instead(lines: list[str], place: Span, new: list[str]) -> str:
    """The lines with a field in the place of the one that is there; a hyphen before its name stays."""
    hyphen = lines[place.first][: place.name_column]
    first = [hyphen + new[0].lstrip(" ")] if hyphen.strip() else [new[0]]
    return "\n".join([*lines[: place.first], *first, *new[1:], *lines[max(place.last, place.first + 1) :]])


def _indented(lines: Sequence[str], column: int) -> list[str]:
    return [" " * column + line if line else "" for line in lines]
