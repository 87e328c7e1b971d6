"""What looking at a file gives: an answer, and what was found, in words that repeat nothing of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generators.inspect.rules import RULES
from generators.problem import count

Outcome = Literal["clean", "finding", "could not look"]
MOST_PLACES = 12
"""Places of one rule that are told one by one."""


@dataclass(frozen=True)
class Found:
    """One thing that was found."""

    rule: str
    """Its name in the table of rules."""
    where: str
    """The place in the file, in words."""
    words: str
    """What was found there, never the value itself: what is printed of a finding must not be the next leak."""


@dataclass(frozen=True)
class Inspection:
    """The answer for one file."""

    outcome: Outcome
    found: tuple[Found, ...] = ()


def inspection(found: Iterable[Found]) -> Inspection:
    """The answer that these findings give: what could not be looked at weighs most."""
    every = in_short(tuple(dict.fromkeys(found)))
    if not every:
        return Inspection("clean")
    blind = any(RULES[one.rule].could_not_look for one in every)
    return Inspection("could not look" if blind else "finding", every)


def in_short(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The same, where one rule has many places the first of them and how many more there are."""
    by_rule: dict[str, list[Found]] = {}
    for one in found:
        by_rule.setdefault(one.rule, []).append(one)
    told: list[Found] = []
    for rule, ones in by_rule.items():
        told += ones[:MOST_PLACES]
        if more := len(ones) - MOST_PLACES:
            told += [Found(rule, "elsewhere", f"the same in {count(more, 'more place')}")] if more > 0 else []
    return tuple(told)
