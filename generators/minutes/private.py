"""Telephone numbers, e-mail addresses and what else the checks hold back: left out of a draft, and counted."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from generators.gate.recognise import recognise
from generators.minutes.document import Document, Line, count_words

GAP = "[…]"
"""What stands where something was left out: no word of its own."""
Allowed = Callable[[str, str], bool]
"""Whether the office lets every record give these words, by rule."""


@dataclass(frozen=True)
class LeftOut:
    """A document without what is private."""

    document: Document
    rules: Counter[str]
    """How often each rule found something."""
    words: int


def left_out(document: Document, allowed: Allowed) -> LeftOut:
    """The document with gaps in it."""
    rules: Counter[str] = Counter()
    lines = tuple(_line(line, allowed, rules) for line in document.lines)
    aside = tuple(_line(line, allowed, rules) for line in document.furniture)
    clean = replace(document, lines=lines, furniture=aside)
    return LeftOut(clean, rules, document.words - clean.words)


def _line(line: Line, allowed: Allowed, rules: Counter[str]) -> Line:
    found = [(rule, words) for rule, words in recognise(line.text) if not allowed(rule, words)]
    if not found:
        return line
    rules.update(rule for rule, _ in found)
    return replace(line, text=_gaps(line.text, found), cells=tuple(_gaps(cell, found) for cell in line.cells))


def _gaps(text: str, found: list[tuple[str, str]]) -> str:
    for _, words in found:
        text = text.replace(words, GAP)
    return text


def without(tree: Any, allowed: Allowed, rules: Counter[str]) -> tuple[Any, int]:
    """Plain fields with gaps where something private went over the end of a line; and how many words that took."""
    if isinstance(tree, str):
        found = [(rule, words) for rule, words in recognise(tree) if not allowed(rule, words)]
        rules.update(rule for rule, _ in found)
        clean = _gaps(tree, found)
        return clean, count_words(tree) - count_words(clean)
    if isinstance(tree, dict):
        parts = {name: without(value, allowed, rules) for name, value in tree.items()}
        return {name: part for name, (part, _) in parts.items()}, sum(words for _, words in parts.values())
    if isinstance(tree, list):
        listed = [without(value, allowed, rules) for value in tree]
        return [part for part, _ in listed], sum(words for _, words in listed)
    return tree, 0
