"""Amendments: what was changed in minutes, in terms of reference or in a schedule, from what to what."""

import re
from collections.abc import Sequence
from typing import Any

from generators.minutes.paragraphs import Para
from generators.minutes.sentences import sentences
from generators.minutes.value import Value

QUOTED = r"[‘“'\"](?P<{}>[^’”\"]{{1,200}}?)[’”'\"]"
OLD, NEW = QUOTED.format("old"), QUOTED.format("new")
CHANGES = tuple(
    re.compile(pattern, re.I | re.DOTALL)
    for pattern in (
        rf"\b(?:amend|chang|replac|correct)(?:e|ed|ing|s)?\b[^‘“'\"]{{0,60}}{OLD}\s*(?:,\s*)?(?:to|by|with|for|into)\s+(?:read\s+)?{NEW}",
        rf"{OLD}\s+(?:should\s+read|to\s+read|be\s+(?:amended|changed|corrected)\s+to(?:\s+read)?|be\s+replaced\s+(?:by|with))\s+{NEW}",
    )
)
MOVED = re.compile(
    r"\bwith\s+the\s+amendment\s+(?:of|that)\s+(?:the\s+)?(?:\w+\s+(?:of|on)\s+)?(?P<old>[^,]{3,60}?)\s+(?:being\s+|is\s+|be\s+)?(?:moved|changed|amended)\s+to\s+(?P<new>[^,.]{3,60})",
    re.I,
)
SUBJECT = re.compile(
    r"\b(?:subject\s+to|with)\s+(?:(?:the\s+following|an?|one|two|three|some|minor|slight|small|these)\s+){0,3}"
    r"(?:amendments?|changes?|corrections?|additions?|alterations?)\b",
    re.I,
)
"""Minutes or a report that are taken with a change, whatever it is."""


def amended(paras: Sequence[Para], *, is_sure: bool) -> list[Value]:
    """Each change with its old and its new wording. `is_sure`: whether the item says that something was amended."""
    found = []
    for para in paras:
        for sentence in sentences(para.text):
            for pattern in (*CHANGES, MOVED):
                changes = pattern.finditer(sentence) if is_sure or pattern is MOVED else ()
                found += [_decision(sentence, change, para) for change in changes]
    return found


def speaks_of(paras: Sequence[Para]) -> bool:
    """Whether a decision was taken subject to an amendment."""
    return any(SUBJECT.search(para.text) or re.search(r"\bas\s+amended\b|\bamendments?\b", para.text) for para in paras)


def _decision(sentence: str, change: re.Match[str], para: Para) -> Value:
    fields: dict[str, Any] = {
        "outcome": "amended",
        "text": " ".join(sentence.split()),
        "old_wording": " ".join(change["old"].split()),
        "new_wording": " ".join(change["new"].split()),
    }
    return Value(fields, para.first, "likely", "Say what was amended in your own words.")
