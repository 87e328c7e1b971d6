"""Who is named on this site, and what is never told of anybody.

Members of bodies, holders of an office and chief officers are named, and have a record in `content/people`. Everybody
else is told of by role: no name, no collar number, nothing of age, family or health. A name behind a title can be found
in a text, and a bare name cannot: whoever writes a record looks for those.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generators.gate.seen import HIDDEN, shape

CIVIL = "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Rev|Revd|Reverend"
KNIGHTED = "Sir|Dame|Lord|Lady|Baroness"
"""The titles behind which a first name stands alone."""
RANKS = (
    "WPC|PCSO|PC|PS|DC|DS|DI|DCI|DSI|DSU|DCS|ACO|ACC|DCC|(?:Det|Ch|Chief)\\.? (?:Con|Sgt|Insp|Supt)|Constable|"
    "Sergeant|Sgt|Inspector|Insp|Superintendent|Supt|Commander"
)  # fmt: skip
COUNTED = r"(?!\s*(?:%|(?:years?|months?|weeks?|days?|hours?|minutes?|times|metres|miles|files|cases|people|pounds)\b))"
"""What does not stand behind a collar number: then it would count something."""
COLLAR_NUMBER = re.compile(
    rf"\b(?:WPC|PCSO|PC|PS|DC|DS)\.?\s?\d{{2,5}}\b{COUNTED}"
    rf"|\b(?i:(?:det\.?\s(?:con|sgt|insp)|constable|sergeant|sgt|inspector|insp)\.?\s?\d{{3,5}})\b{COUNTED}"
    rf"|\bP\.\s?C\.\s?\d{{2,5}}\b{COUNTED}"
    rf"|\b(?i:officer)\s(?!(?:19|20)\d\d\b)\d{{3,5}}\b{COUNTED}"
    r"|\b(?i:collar\s+(?:(?:nos?|num|numbers?)\.?\s*)?:?\s*\d+)\b"
)
"""A rank with a number behind it, or the word itself; a year behind the name of an office is none."""
WORD = r"[^\W\da-z\u00df-\u00ff_](?:[\w'\u2019-]*[^\W\dA-Z_])(?<!['\u2019]s)"
TITLED = re.compile(rf"\b(?:{CIVIL}|{KNIGHTED}|{RANKS})\b\.?\s+((?:[A-Z]\.?\s+)*{WORD}(?:\s+{WORD})?)")
"""A title and one or two words that begin with a capital, initials between them or not."""
IN_CAPITALS = re.compile(rf"\b(?:{CIVIL.upper()})\b\.?\s+((?:[A-Z]\.?\s+)*[^\W\da-z_](?:[^\W\da-z_]|['\u2019-])+)\b")
"""The same where all of it is in capitals."""
FOUNDED = frozenset({"Ltd", "Limited", "plc", "PLC", "LLP", "Inc", "Foundation", "Trust", "Charity", "Associates"})
"""What makes the name of an organisation of its founder's."""
BEHIND = re.compile(rf"\s+(?:(?:and|&)\s+(?:Sons?|Daughters?|Co)\b|(?:{'|'.join(sorted(FOUNDED))})\b)")
"""The same where it stands behind what was taken for a name."""
NO_NAME = frozenset({"Degree", "Entry", "Federation", "General", "Major", "Programme", "Team"})
"""What stands behind a title with a capital and is no name, as in `Police Constable Degree Apprenticeship`."""
KIN = (
    "wife|husband|spouse|partner|fianc(?:e|é)e?|boyfriend|girlfriend|sons?|daughters?|child(?:ren)?|baby|"
    "mother|father|mum|dad|parents?|sisters?|brothers?|grand(?:mother|father|son|daughter|parents?)"
)  # fmt: skip
FAMILY = re.compile(rf"\b(?:his|her)\s+(?:(?:ex|former|late|own|young|elder|eldest|youngest)[ -])?(?:{KIN})\b", re.I)
AGE = re.compile(
    r"(?<![-\u2013])(?<!\bto )\b\d{1,3}[- ]years?[- ]olds?\b"
    r"|\bage[ds]?\s+(?:of\s+)?\d{1,3}\b(?!\s*(?:[-\u2013]\s*\d|to\s+\d|(?:and|or)\s+(?:over|under|above|below|older)\b))"
    r"|\b(?:boy|girl|child|man|woman|male|female) of \d{1,3}\b",
    re.IGNORECASE,
)
"""How one person's age is given; a range of ages is that of many."""
HEALTH = re.compile(
    r"\bdiagnos(?:ed|is)\s+(?:with|of)\b|\bsuffer(?:s|ed|ing)\s+(?:from|with)\b|\bpregnan(?:t|cy)\b|\bmiscarriage\b"
    r"|\b(?:his|her)\s+(?:(?:mental|ill|poor)[ -])?(?:health|illness|condition|disability|medication|injury|injuries)\b"
    r"|\b(?:has|had|with)\s+(?:cancer|dementia|autism|ADHD|HIV|epilepsy|depression|schizophrenia)\b",
    re.IGNORECASE,
)


class Objection(NamedTuple):
    """What is said of something that was found in a text. It is read in public logs, and holds no name."""

    message: str
    words: str
    """The very words. They are never told: their line is looked up by them."""


def collar_numbers(text: str) -> Iterator[str]:
    """Numbers by which an officer can be found, with the rank before them."""
    return (found[0] for found in COLLAR_NUMBER.finditer(text))


def names(text: str, public: frozenset[str]) -> Iterator[Objection]:
    """What is to be said of names behind a title. `public`: the last names that may stand."""
    for found in titled(text, public):
        yield Objection(
            f'"{_without_name(found)}" looks like a name. Give the role only. Members, office holders and '
            "chief officers may be named, once they have a record in content/people.",
            found[0],
        )


def names_of_givers(text: str, public: frozenset[str]) -> Iterator[Objection]:
    """The same of whoever gives something, in a field that else names an organisation."""
    for found in titled(text, public):
        right = "Of a private person write what they are, like `A member of the public`."
        yield Objection(f'"{_without_name(found)}" looks like a name. {right}', found[0])


def titled(text: str, public: frozenset[str]) -> Iterator[re.Match[str]]:
    """Every title with a name behind it that may not stand."""
    for found in (*TITLED.finditer(text), *IN_CAPITALS.finditer(text)):
        words = found[1].split()
        is_public = not public.isdisjoint(word.casefold() for word in words)
        is_founder = not FOUNDED.isdisjoint(words) or BEHIND.match(text, found.end())
        if words[0] not in NO_NAME and not is_public and not is_founder:
            yield found


def _without_name(found: re.Match[str]) -> str:
    """A title as it stands, and behind it no more than the shape of the name."""
    return shape(found[0], len(" ".join(found[0][: found.start(1) - found.start()].split())))


def private_facts(text: str) -> Iterator[Objection]:
    """What is to be said of wordings that tell of somebody's age, family or health."""
    for found in AGE.finditer(text):
        age = re.sub(r"\d", HIDDEN, found[0])
        yield Objection(f'"{age}" gives an age, which could point to somebody. Say `a child` or `an adult`.', found[0])
    for pattern, what in ((FAMILY, "family"), (HEALTH, "health")):
        for found in pattern.finditer(text):
            words = " ".join(found[0].split())
            message = f'"{words}" can tell of somebody\'s {what}. Leave it out, or say it of nobody in particular.'
            yield Objection(message, found[0])


def last_names(of_people: Iterable[str]) -> frozenset[str]:
    """The last words of these names, as they are compared; of a knight the first name too, as in `Sir Ben`."""
    words = [name.split() for name in of_people]
    first = {name[1] for name in words if len(name) > 1 and name[0] in KNIGHTED.split("|")}
    return frozenset(word.casefold() for word in {*first, *(name[-1] for name in words)})
