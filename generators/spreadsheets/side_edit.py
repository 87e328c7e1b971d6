"""Additions to a side file: what a person wrote in it, and every remark, stays where it is."""

from collections.abc import Callable, Mapping
from typing import Any

from generators.problem import Where
from generators.read import yaml_text
from generators.spreadsheets.grid import NotRead
from generators.yaml_additions import with_entry, with_field
from generators.yaml_writer import to_yaml

Entries = Mapping[str, Any]
"""By name a text, or such entries."""


def with_entries(text: str, entries: Entries, path: str) -> str:
    """The side file's text with these entries added, or set anew. Raises NotRead where that is not safe."""
    before = yaml_text.parse(text)
    return _made(lambda: _with(text, before, entries, ()), _merged(before, entries), entries, path)


def with_item(text: str, name: str, item: Entries, path: str) -> str:
    """The side file's text with one more item at the end of a list. Raises NotRead where that is not safe."""
    before = yaml_text.parse(text)
    listed = before.get(name)
    if not isinstance(listed, list) or not listed:
        return with_entries(text, {name: [item]}, path)
    expected = {**before, name: [*listed, item]}
    return _made(lambda: with_entry(text, (name,), len(listed), item), expected, {name: [item]}, path)


def _made(make: Callable[[], str], expected: Entries, added: Entries, path: str) -> str:
    """The text that is made, where it says what it should. Raises NotRead where it does not."""
    try:
        made = make()
        if yaml_text.parse(made) == expected:
            return made
    except (LookupError, StopIteration, ValueError, yaml_text.NotUnderstood):
        pass
    wanted = to_yaml(added).rstrip("\n")
    raise NotRead(f"{path} could not be added to as it is written. Add this to it by hand:\n{wanted}")


def _with(text: str, before: Entries, entries: Entries, way: Where) -> str:
    """The text with these entries in the group at the end of the way, which holds those of before."""
    for name, value in entries.items():
        old = before.get(name)
        if isinstance(value, Mapping) and isinstance(old, Mapping) and old:
            text = _with(text, old, value, (*way, name))
        else:
            text = with_field(text, way, name, value)
    return text


def _merged(before: Entries, entries: Entries) -> dict[str, Any]:
    found = dict(before)
    for name, value in entries.items():
        old = found.get(name)
        found[name] = _merged(old if isinstance(old, dict) else {}, value) if isinstance(value, Mapping) else value
    return found
