"""YAML as text: every value stays what was typed (`4.10`, `NO`, `14:00`), and nothing in it can do anything."""

import re
from typing import Any

import yaml

from generators.problem import Where

DEEPEST = 20
MARK = re.compile(r"(?:^|[\s\[,{])[&*!][^\s]", re.MULTILINE)


class NotUnderstood(Exception):  # noqa: N818 - says what is the matter
    """What stands in a file that cannot be understood, and where."""

    def __init__(self, line: int, column: int, message: str, field: str = "") -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.field = line, column, message, field


def parse(text: str) -> dict[str, Any]:
    """The fields of a YAML text. A value left empty counts as not given; a quoted empty one is an empty text."""
    root = _compose(text)
    _refuse_marks(text)
    if root is None:
        raise NotUnderstood(1, 1, "there are no fields here. Write them as `name: value`, one a line.")
    if not isinstance(root, yaml.MappingNode):
        raise _at(root, "a record is a list of fields, each written as `name: value` on a line of its own.")
    fields: dict[str, Any] = _value(root, 0)
    return fields


def place(text: str, where: Where) -> tuple[int, int]:
    """Line and column, counted from 1, of a value; of its field's name when the value is missing."""
    try:
        node = _compose(text)
    except NotUnderstood as error:
        return error.line, error.column
    best = node
    for step in where:
        found = _child(node, step)
        if found is None:
            break
        node, best = found
    mark = best.start_mark if best is not None else None
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _child(node: Any, step: str | int) -> tuple[Any, Any] | None:
    """The value at one step, and the node to point at: the field's name, or the value in a list."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return value, (value if value.value else key)
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _compose(text: str) -> Any:
    loader = yaml.CBaseLoader(text)
    try:
        return loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(text, error) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise NotUnderstood(1, 1, "this is not YAML. Write `name: value`, one a line.") from None
    finally:
        loader.dispose()


def _refuse_marks(text: str) -> None:
    """Refuse `&name`, `*name` and `!tag`: YAML would take the word away, and what was typed must not be lost."""
    if not MARK.search(text):
        return
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if getattr(event, "anchor", None) else ""
        if not sign and getattr(event, "tag", None):
            sign = "!"
        if sign:
            message = f"a value may not begin with `{sign}`. Put the value between quotes."
            mark = event.start_mark
            raise NotUnderstood(mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, message)


def _not_yaml(text: str, error: yaml.MarkedYAMLError) -> NotUnderstood:
    """The parser's complaint in words for a person who has not heard of YAML."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    tabbed = [n for n, content in enumerate(lines, 1) if content.lstrip(" ").startswith("\t")]
    if tabbed:
        first = min(tabbed, key=lambda n: abs(n - line))
        return NotUnderstood(first, 1, "the line is indented with a tab. Indent with spaces.")
    said = str(error.problem or "")
    hints = {
        "mapping values are not allowed": 'there is a second ": " in the value. Put the value between quotes.',
        "found undefined alias": "a value may not begin with `*`. Put the value between quotes.",
        "cannot start any token": "a value may not begin with this character. Put the value between quotes.",
        "could not find expected ':'": "a colon is missing after the field's name: write `name: value`.",
        "expected a single document": "there is a second `---` in the file. A file holds one record.",
        "found unexpected end of stream": "a quotation mark is opened and never closed.",
        "did not find expected key": "the line does not fit the lines above it. Check its indentation and quotes.",
        "did not find expected '-' indicator": "the line does not fit the list above it. Check its indentation.",
        "did not find expected ',' or": "a list in square brackets is not closed, or a comma is missing.",
    }
    hint = next((words for key, words in hints.items() if key in said), "")
    return NotUnderstood(line, column, hint or f"the file cannot be understood from here on ({said}).")


def _value(node: Any, depth: int) -> Any:
    """A node as text, list or group."""
    if depth > DEEPEST:
        raise _at(node, "the lists and groups are nested too deeply here.")
    if isinstance(node, yaml.ScalarNode):
        return None if node.value == "" and node.style is None else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, depth + 1) for child in node.value]
    fields: dict[str, Any] = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _at(key, "a field's name must be a word.")
        if key.value in fields:
            raise _at(key, "the field stands here a second time. Keep one of them.", key.value)
        fields[key.value] = _value(child, depth + 1)
    return {name: value for name, value in fields.items() if value is not None}


def _at(node: Any, message: str, field: str = "") -> NotUnderstood:
    return NotUnderstood(node.start_mark.line + 1, node.start_mark.column + 1, message, field)
