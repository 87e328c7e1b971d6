"""What stands in the margin beside a paragraph, or in the last cell of its row: an owner, or that it was noted."""

import re

from generators.minutes.name_patterns import COLLECTIVE, HONORIFIC, NAME
from generators.minutes.paragraphs import Para
from generators.minutes.roles import Roles

OUTCOME = re.compile(
    r"(?:unanimously\s+|all\s+|duly\s+)?(?P<word>noted|agreed|approved|resolved|accepted|adopted|received|deferred|endorsed|carried)",
    re.I,
)
BARE = re.compile(r"^(?:[A-Z]{2,4}|All|ALL)(?:\s*[/,&+]\s*(?:[A-Z]{2,4}))*$")
SERVANT = re.compile(
    r"^(?:the\s+)?(?:(?:deputy|assistant|vice|town|parish|council|acting)[- ]){0,2}"
    r"(?:clerk|chair(?:man|woman|person)?|secretary|treasurer|RFO|officers?|monitoring\s+officer|chief\s+executive|director|all)$",
    re.I,
)
"""A role that a margin names alone."""
PART = re.compile(r"\s*[/,&+]\s*|\s+and\s+")
LEAST_BESIDE = 20
"""Signs that stand beside a margin, at least; shorter ones are cells of a table."""
LEAST_WORDS = 6
LONGEST_MARGIN = 60
FAR = 20
"""By how many signs a line is set in that stands in the margin alone."""


def parted(para: Para) -> tuple[str, str]:
    """The words of a row and what stands in the margin beside them; nothing where it has no margin."""
    if len(para.cells) not in (2, 3):
        return "", ""
    *_, before, last = para.cells
    words = last.strip(" .()[]")
    is_one = len(before) > LEAST_BESIDE and len(words) <= LONGEST_MARGIN
    return (" ".join(para.cells[:-1]), words) if is_one else ("", "")


def outcome(para: Para) -> tuple[str, str]:
    """The words of a row and the word in its margin that says what was decided."""
    before, margin = parted(para)
    found = OUTCOME.fullmatch(margin)
    return (before, found["word"]) if found else ("", "")


def names_owners(words: str, roles: Roles, *, beside: str) -> bool:
    """Whether words in a margin name those who are to act, and nobody else."""
    if BARE.match(words):
        return True
    shared = COLLECTIVE.match(words)
    parts = [part for part in PART.split(words[shared.end() :] if shared else words) if part.strip()]
    is_sentence = len(beside.split()) >= LEAST_WORDS
    return bool(parts) and is_sentence and all(shared or _is_owner(part, roles) for part in parts)


def _is_owner(words: str, roles: Roles) -> bool:
    words = re.sub(r"^the\s+", "", words.strip())
    titled = HONORIFIC.match(words)
    is_named = titled is not None and NAME.match(words[titled.end() :]) is not None
    return bool(is_named or SERVANT.match(words) or BARE.match(words) or (len(words) > 3 and roles.find(words)))


def alone(para: Para, roles: Roles) -> bool:
    """Whether a line is nothing but initials of people who are known, or stands far in and names owners."""
    text = para.text.strip()
    if BARE.match(text) and all(roles.find(part) for part in re.split(r"\s*[/,&+]\s*", text)):
        return True
    far = para.first.indent >= FAR and not para.cells and len(text) <= LONGEST_MARGIN
    return far and names_owners(text, roles, beside="one two three four five six")
