"""A rule cut into its words and signs, each with its place."""

from collections.abc import Iterator
from typing import NamedTuple

SIGNS = (">=", "=", ":", ",")
"""What stands for itself, with spaces around it or without. `+` and `-` need a space after them."""


class Token(NamedTuple):
    """A word or sign of a rule."""

    text: str
    at: int
    """Its place in the rule, counted from 0."""


def tokens(rule: str) -> Iterator[Token]:
    """Every word and sign, in order."""
    at = 0
    while at < len(rule):
        if rule[at].isspace():
            at += 1
            continue
        end = _end(rule, at)
        yield Token(rule[at:end], at)
        at = end


def _end(rule: str, start: int) -> int:
    """Where the word or sign that begins here ends."""
    sign = _sign(rule, start)
    if sign:
        return start + len(sign)
    end = start + 1
    while end < len(rule) and not rule[end].isspace() and not _sign(rule, end):
        end += 1
    return end


def _sign(rule: str, at: int) -> str:
    """The sign that stands here; the comma within a number is none."""
    if rule[at] == "," and rule[at - 1 : at].isdigit() and rule[at + 1 : at + 2].isdigit():
        return ""
    if rule[at] in "+-" and rule[at + 1 : at + 2].strip() == "":
        is_alone = at == 0 or rule[at - 1].isspace()
        return rule[at] if is_alone else ""
    return next((sign for sign in SIGNS if rule.startswith(sign, at)), "")
