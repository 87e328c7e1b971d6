"""Additions to a side file, line by line: what a person wrote in it, and every remark, stays where it is."""

import re
from collections.abc import Mapping
from typing import Any

from generators.read import yaml_text
from generators.spreadsheets.grid import NotRead
from generators.yaml_writer import to_yaml

Entries = Mapping[str, Any]
"""By name a text, or such entries."""


def with_entries(text: str, entries: Entries, path: str) -> str:
    """The side file's text with these entries added, or set anew. Raises NotRead where that is not safe."""
    before = yaml_text.parse(text)
    expected = _merged(before, entries)
    lines = text.rstrip("\n").split("\n")
    for name, value in entries.items():
        lines = _put(lines, 0, len(lines), 0, name, value, before.get(name))
    made = "\n".join(lines) + "\n"
    try:
        if yaml_text.parse(made) == expected:
            return made
    except yaml_text.NotUnderstood:
        pass
    wanted = to_yaml(dict(entries)).rstrip("\n")
    raise NotRead(f"{path} could not be added to as it is written. Add this to it by hand:\n{wanted}")


def with_item(text: str, name: str, item: Mapping[str, Any], path: str) -> str:
    """The side file's text with one more item at the end of a list. Raises NotRead where that is not safe."""
    before = yaml_text.parse(text)
    old = before.get(name)
    items = [*old, item] if isinstance(old, list) else [item]
    lines = text.rstrip("\n").split("\n")
    at = next((at for at, line in enumerate(lines) if _names(line, 0, name)), None)
    if at is not None and isinstance(old, list) and old:
        close = next(
            (n for n in range(at + 1, len(lines)) if _indent(lines[n]) == 0 and lines[n][:1] not in "-#"), None
        )
        last = max(n for n in range(at, close or len(lines)) if lines[n].strip() and not lines[n].startswith("#"))
        indent = _indent(lines[at + 1]) if last > at else 2
        made = "\n".join([*lines[: last + 1], *_items([item], indent), *lines[last + 1 :]]) + "\n"
        try:
            if yaml_text.parse(made) == {**before, name: items}:
                return made
        except yaml_text.NotUnderstood:
            pass
    return with_entries(text, {name: items}, path)


def _merged(before: Mapping[str, Any], entries: Entries) -> dict[str, Any]:
    found = dict(before)
    for name, value in entries.items():
        old = found.get(name)
        found[name] = _merged(old if isinstance(old, dict) else {}, value) if isinstance(value, Mapping) else value
    return found


def _put(lines: list[str], start: int, end: int, indent: int, name: str, value: Any, old: Any) -> list[str]:
    """The lines with an entry put among those from start to end that stand at this indentation."""
    at = next((at for at in range(start, end) if _names(lines[at], indent, name)), None)
    if at is None:
        last = max((n for n in range(start, end) if lines[n].strip()), default=end - 1)
        return [*lines[: last + 1], *_block({name: value}, indent), *lines[last + 1 :]]
    close = next((n for n in range(at + 1, end) if lines[n].strip() and _indent(lines[n]) <= indent), end)
    while close > at + 1 and (not lines[close - 1].strip() or lines[close - 1].lstrip().startswith("#")):
        close -= 1
    is_block = isinstance(old, dict) and lines[at].rstrip().endswith(":")
    if not is_block or not isinstance(value, Mapping):
        whole = _merged(old, value) if isinstance(old, dict) and isinstance(value, Mapping) else value
        return [*lines[:at], *_block({name: whole}, indent), *lines[close:]]
    inner = next((_indent(line) for line in lines[at + 1 : close] if line.strip()), indent + 2)
    for key, one in value.items():
        before = len(lines)
        lines = _put(lines, at + 1, close, inner, key, one, old.get(key))
        close += len(lines) - before
    return lines


def _names(line: str, indent: int, name: str) -> bool:
    """Whether a line begins the entry of this name."""
    if _indent(line) != indent:
        return False
    found = re.match(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^:#]+?(?::\S[^:]*?)*))\s*:(?:\s|$)""", line)
    if not found:
        return False
    return name in (found[1], (found[2] or "").replace("''", "'"), found[3])


def _block(entries: Entries, indent: int) -> list[str]:
    return [" " * indent + line if line else line for line in to_yaml(dict(entries)).rstrip("\n").split("\n")]


def _items(items: list[Any], indent: int) -> list[str]:
    listed = to_yaml({"items": items}).rstrip("\n").split("\n")[1:]
    own = _indent(listed[0])
    return [" " * indent + line[own:] if line.strip() else line for line in listed]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
