"""By when something is to be done: `by 30 June`, `before the next meeting`, or `[June meeting]` behind it."""

import re
from dataclasses import dataclass
from datetime import date

from generators.minutes.printed import MONTH, days

DAY = (
    rf"(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH})\b\.?,?(?:\s+\d{{4}})?"
    rf"|(?:{MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?|\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?)"
)
TIME = (
    rf"(?:(?:the\s+)?end\s+of\s+(?:the\s+)?[\w-]+(?:\s+\d{{4}})?|(?:the\s+)?next\s+(?:\w+\s+){{0,2}}?(?:meeting|report|quarter|month|week|agenda)|"
    rf"{DAY}|(?:the\s+)?(?:{MONTH})(?:\s+\d{{4}})?\s+meeting|(?:the\s+)?meeting\s+(?:in|of|on)\s+(?:{DAY}|(?:{MONTH})(?:\s+\d{{4}})?)|"
    rf"\w+\s+\d{{4}}|(?:early\s+|mid-?\s?|late\s+)?(?:{MONTH})\b(?:\s+\d{{4}})?|Q[1-4](?:\s+\d{{4}}(?:[/-]\d\d)?)?|ASAP|immediately|ongoing)"
)
DUE = re.compile(
    r"\b(?:by|before|due(?:\s+by|\s+date)?:?|deadline:?|no\s+later\s+than|in\s+time\s+for)\s+"
    r"(?:(?:the\s+)?(?:end\s+of\s+\w+(?:\s+\d{4})?|next\s+(?:\w+\s+)?meeting|\d{1,2}(?:st|nd|rd|th)?\s+\w+(?:\s+\d{4})?|"
    r"\w+\s+\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}))",
    re.I,
)
MEETING = re.compile(
    rf"\b(?:to|for|at|in)\s+(?P<when>(?:the|an?|our)\s+(?:future|next|later|subsequent|following|(?:{MONTH})(?:\s+\d{{4}})?)\s+"
    r"(?:\w+\s+){0,2}?(?:meeting|report|agenda))\b",
    re.I,
)
"""`to a future meeting`, `at the June meeting`."""
LED = (
    r"(?:(?:by|before|for|due(?:\s+by|\s+date|\s+on)?|deadline|target(?:\s+date)?"
    r"|timescale|at|to|until|no\s+later\s+than|date|when)\s*:?\s+)*"
)
BEHIND = re.compile(rf"\s*[(\[]\s*(?P<when>{LED}{TIME})\s*[)\]]\s*(?P<end>[.;]?)$", re.I)
"""In brackets at the end, with or without a word before the day."""


@dataclass(frozen=True)
class Due:
    """When something is due."""

    printed: str
    day: date | None


def parted(text: str) -> tuple[str, Due | None]:
    """A task without the brackets that say when it is due, and when that is."""
    behind = BEHIND.search(text)
    if behind and text[: behind.start()].strip():
        return f"{text[: behind.start()]}{behind['end']}", _due(behind["when"])
    found, meeting = DUE.search(text), MEETING.search(text)
    return text, _due(found[0]) if found else _due(meeting["when"]) if meeting else None


def _due(printed: str) -> Due:
    day = days(printed)
    return Due(" ".join(printed.split()), day[0].day if day else None)
