"""YAML as text: every value stays what was typed (`4.10`, `NO`, `14:00`), and nothing in it can do anything."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from generators.problem import NAME, Where, code_of
from generators.read.yaml_said import not_yaml

DEEPEST = 20
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
)
"""What nobody sees and no text needs: controls, signs without a width, and those that turn the direction of the words
after them. The joiners of letters (U+200C, U+200D) are not among them: some languages are not written without."""
MARK = re.compile(r"(?:^|[\s\[,{])(?:[&*]\S|!)", re.MULTILINE)
REMARK = re.compile(r"\S[ \t]+#")


class NotUnderstood(Exception):  # noqa: N818 - says what is the matter
    """What stands in a file that cannot be understood, and where."""

    def __init__(self, line: int, column: int, message: str, field: str = "") -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.field = line, column, message, field


class _Loader(yaml.CBaseLoader):
    """Stops before lists within lists exhaust the memory of the parser, which would end the program."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def descend_resolver(self, parent: Any, _: Any) -> None:
        """Called by the parser before it goes into a value."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise _at(parent, "the lists and groups are nested too deeply here.")

    def ascend_resolver(self) -> None:
        """Called by the parser when it comes out again."""
        self._depth -= 1


def parse(text: str) -> dict[str, Any]:
    """The fields of a YAML text. A value left empty counts as not given; a quoted empty one is an empty text."""
    root = composed(text)
    _refuse_marks(text)
    _refuse_remarks(text, root)
    if root is None:
        raise NotUnderstood(1, 1, "there are no fields here. Write them as `name: value`, one a line.")
    if not isinstance(root, yaml.MappingNode):
        raise _at(root, "a record is a list of fields, each written as `name: value` on a line of its own.")
    fields: dict[str, Any] = _value(root)
    return fields


def places(text: str) -> Callable[[Where], tuple[int, int]]:
    """What gives line and column, counted from 1, of a value; of its field's name when the value is missing.

    A way that ends in `NAME` leads to the field's name.
    """
    try:
        root = composed(text)
    except NotUnderstood as error:
        at = (error.line, error.column)
        return lambda _: at
    return lambda where: _place(root, where)


def _place(node: Any, where: Where) -> tuple[int, int]:
    best = key = node
    for step in where:
        if step == NAME:
            best = key
            break
        found = _child(node, step)
        if found is None:
            break
        key, node = found
        best = node if node.value and node.start_mark.line == key.start_mark.line else key
    return (best.start_mark.line + 1, best.start_mark.column + 1) if best is not None else (1, 1)


def _child(node: Any, step: str | int) -> tuple[Any, Any] | None:
    """The value at one step, after the node that names it: its field's name, or in a list the value itself."""
    if isinstance(node, yaml.MappingNode):
        return _by_name(node).get(str(step))
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _by_name(node: Any) -> dict[str, tuple[Any, Any]]:
    """The fields of a group by their names. They are kept with it: thousands can be wrong at once."""
    found: dict[str, tuple[Any, Any]] | None = getattr(node, "by_name", None)
    if found is None:
        pairs = ((key, value) for key, value in reversed(node.value) if isinstance(key, yaml.ScalarNode))
        found = node.by_name = {key.value: (key, value) for key, value in pairs}
    return found


def composed(text: str) -> Any:
    """The tree of a YAML text with the place of every value; None where nothing stands. Raises NotUnderstood."""
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise NotUnderstood(*not_yaml(text, error)) from None
    except (yaml.YAMLError, ValueError):
        raise NotUnderstood(1, 1, "this is not YAML. Write `name: value`, one a line.") from None
    finally:
        loader.dispose()


def _refuse_marks(text: str) -> None:
    """Refuse `&name`, `*name` and `!tag`: YAML would take the word away, and what was typed must not be lost."""
    if not ("&" in text or "*" in text or "!" in text) or not MARK.search(text):
        return  # nearly every file; the search for each sign costs far less than the pattern
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if getattr(event, "anchor", None) else ""
        if not sign and getattr(event, "tag", None):
            sign = "!"
        if sign:
            message = f"a value may not begin with `{sign}`. Put the value between quotes."
            mark = event.start_mark
            raise NotUnderstood(mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, message)


def _refuse_remarks(text: str, root: Any) -> None:
    """Refuse `item #5`: YAML would take the words from `#` on for a remark, and they would be lost."""
    if not (" #" in text or "\t#" in text) or not REMARK.search(text):
        return
    lines = text.split("\n")
    for node in _scalars(root):
        end = node.end_mark
        rest = lines[end.line][end.column :] if not node.style and end.line < len(lines) else ""
        if not node.value:
            rest = rest.lstrip(" :")
        if rest.lstrip().startswith("#"):
            column = end.column + 1 + rest.index("#")
            message = "the words from `#` on would be lost. Put the value between quotes, or a remark on its own line."
            raise NotUnderstood(end.line + 1, column, message)


def _scalars(node: Any) -> Iterator[Any]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _scalars(child)
    elif isinstance(node, yaml.MappingNode):
        for _, child in node.value:
            yield from _scalars(child)


def _value(node: Any) -> Any:
    """A node as text, list or group."""
    if isinstance(node, yaml.ScalarNode):
        return _text(node)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child) for child in node.value]
    fields: dict[str, Any] = {}
    before = ""
    for key, child in node.value:
        name = _text(key) if isinstance(key, yaml.ScalarNode) else None
        if not name:
            raise _at(key, "a field's name must be a word.")
        if name in fields:
            raise _at(key, "the field stands here a second time. Keep one of them.", name)
        fields[name] = _value(child)
        if fields[name] is None and node.flow_style:
            raise _without_value(key, child, name, before)
        before = name if re.fullmatch("[a-z_]+", name) else before
    return {name: value for name, value in fields.items() if value is not None}


def _without_value(key: Any, child: Any, name: str, before: str) -> NotUnderstood:
    """A name in braces that has no value: mostly no name at all, and the end of a value that holds a comma."""
    if before and child.start_mark.index == key.end_mark.index:
        message = f'the words "{name}" stand behind a comma and are taken for a field of their own.'
        return _at(key, f"{message} Put the whole value, with its comma, between quotes.", before)
    if not key.style and child.start_mark.index == key.end_mark.index:
        what = "a space is missing after the colon" if ":" in name else "a colon is missing after the field's name"
        return _at(key, f"{what}: write `name: value`.")
    return _at(key, "there is no value here. A value that holds a comma stands between quotes.", name)


def _text(node: Any) -> str | None:
    """The text of a node, or None where nothing was typed."""
    value: str = node.value
    if node.style == '"' and (control := CONTROL.search(value)):  # others hold only what stands in the file itself
        raise _at(node, f"the value holds an invisible control character ({code_of(control[0])}). Take it out.")
    return None if not value and not node.style else value


def _at(node: Any, message: str, field: str = "") -> NotUnderstood:
    return NotUnderstood(node.start_mark.line + 1, node.start_mark.column + 1, message, field)
