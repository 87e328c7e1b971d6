"""Who stood in for whom, as a list of those present says it behind a name."""

import re
from dataclasses import replace

from generators.minutes.names import Printed, people
from generators.minutes.people import Match, People

STANDS_IN = re.compile(
    r"(?:as\s+)?(?:an?\s+)?(?:named\s+)?(?:substitut(?:e|ing)|standing\s+in|stood\s+in)(?:\s+members?)?"
    r"(?:\s+for:?\s+(?P<who>[^()]{2,60}))?",
    re.I,
)


def told(one: Printed) -> str:
    """The words that say that somebody stood in for another, in the place of a role or in brackets; or none."""
    return next((words for words in (one.aside, *one.role.split(", ")) if words and STANDS_IN.fullmatch(words)), "")


def without(one: Printed) -> Printed:
    """The same person without these words: they are no role, and nobody came late or left."""
    words = told(one)
    role = ", ".join(part for part in one.role.split(", ") if part and part != words)
    return replace(one, role=role, aside="" if one.aside == words else one.aside) if words else one


def stood_for(one: Printed, known: People) -> Match | None:
    """The member on record for whom somebody stood in."""
    found = STANDS_IN.fullmatch(told(one))
    named = people(found["who"]) if found and found["who"] else []
    return known.match(named[0]) if len(named) == 1 else None
