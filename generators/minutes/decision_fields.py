"""One decision as a record has it: the standard word, who moved it, and how the vote fell."""

import re
from typing import Any

from generators.minutes import outcomes
from generators.minutes.paragraphs import Para, bare
from generators.minutes.value import Sure, Value

MOVED = re.compile(
    r"(?:(?:was\s+|were\s+)?(?:[Pp]roposed|[Mm]oved)(?:\s+by)?:?\s+(?P<mover>(?:the\s+)?[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}))"
    r"(?:[^.]{0,60}?(?:and\s+)?seconded(?:\s+by)?:?\s+(?P<second>(?:the\s+)?[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}))?"
)
VOTES = re.compile(
    r"(?P<for2>\d{1,3})\s+votes?\s+to\s+(?P<against2>\d{1,3})(?:[^.;)]{0,20}?(?P<abstained2>\d{1,3})\s+absten\w+)?|"
    r"(?P<for>\d{1,3})\s+(?:votes?\s+)?(?:in\s+favour|for)\b(?:[^.;]{0,30}?(?P<against>\d{1,3}|none|no|nil)\s+(?:votes?\s+)?against)?(?:[^.;]{0,30}?(?P<abstained>\d{1,3}|none|no|nil)\s+absten\w+)?",
    re.I,
)
UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\ball\s+(?:(?:those|members)\s+)?(?:present\s+)?(?:were\s+|voted\s+)?(?:unanimously\s+)?in\s+favour\b|\bnem\.?\s*con\b",
    re.I,
)


def decision(text: str, word: str, para: Para, sure: Sure, label: str = "", outcome: str = "") -> Value:
    """One decision as a record has it."""
    outcome = outcome or outcomes.outcome_in(text, word)
    fields: dict[str, Any] = {
        "outcome": outcome,
        "letter": bare(label) if label else None,
        "text": " ".join(text.split()),
    }
    if (word and word.lower() != outcome) or (word and word.isupper()):
        fields["word_as_printed"] = word
    moved = MOVED.search(text)
    if moved:
        fields |= {"moved_by": moved["mover"], "seconded_by": moved["second"]}
    votes = VOTES.search(text)
    if votes:
        groups = (("votes_for", "for"), ("votes_against", "against"), ("abstained", "abstained"))
        counts = {name: votes[group] or votes[f"{group}2"] for name, group in groups}
        fields["vote"] = {name: _count(printed) for name, printed in counts.items() if printed}
    elif UNANIMOUS.search(text):
        fields["vote"] = {"unanimous": "yes"}
    return Value(fields, para.first, sure)


def _count(printed: str) -> int:
    return int(printed) if printed.isdigit() else 0
