"""What the headings of a list of people say of those beneath them."""

import re
from dataclasses import dataclass
from typing import Literal

from generators.minutes.document import Line
from generators.minutes.names import Printed

Capacity = Literal["member", "officer", "in attendance"]
Status = Literal["present", "apologies", "absent", "invited"]
WHO = (
    r"(?:members?|councillors?|cllrs|governors?|trustees|directors|representatives|assessors|"
    r"(?!(?:all|some|several|most|many|other|new|staff|team|non)\b)[\w’']+\s+members|"
    r"school\s+members|authority\s+members|board\s+members|committee\s+members|"
    r"panel\s+members|forum\s+members)"
)
PATTERNS: tuple[tuple[str, Capacity, Status], ...] = (
        (r"(?:(?:(?:to\s+)?(?:receive|accept|note)\s+(?:and\s+(?:accept|approve|note)\s+)?)?apologies|apologies\s+for\s+absence|apologies\s+(?:were\s+)?received(?:\s+from)?|"
r"members?\s+(?:sending\s+)?apologies|apologies\s+and\s+absences?)", "member", "apologies"),
        (rf"(?:absent|(?:{WHO}\s+)?(?:absent|not\s+present)(?:\s+without\s+apolog(?:y|"
r"ies))?|did\s+not\s+attend)", "member", "absent"),
        (r"(?:(?:\w+\s+)?(?:officers?|officials?|staff|employees))(?:\s+members)?"
r"(?:\s+(?:(?:also\s+)?present|attending|in\s+attendance|supporting))?|"
r"also,?\s+present|officers\s+of\s+the\s+\w+|secretariat|support(?:ed\s+by)?|"
r"force\s+officers|supporting\s+officers", "officer", "present"),
        (r"(?:also\s+)?(?:in\s+attendance|attending|by\s+invitation|invited|invitees|"
r"guests?|observers?|others?\s+(?:present|in\s+attendance)|non[- ]voting(?:\s+\w+)?|"
r"non-?\s?members?(?:\s+(?:also|present|in\s+attendance|attending)\b.*)?|"
r"present\s+(?:in|for)\s+part(?:\s+of\s+the\s+meeting)?|"
r"members?\s+of\s+(?:the\s+)?(?:public|press)(?:\s+(?:present|in\s+attendance|attending))?|"
r"participating\s+observers|visitors|presenters?|in\s+attendance\s+for\s+(?:the|"
r"part)\b.*)", "in attendance", "present"),
        (r"p\s?r\s?e\s?s\s?e\s?n\s?t|(?:council|board|committee|panel)\s+in\s+attendance|(?:the\s+)?(?:voting|core|independent|co-?opted|"
rf"elected|appointed|lay|executive|non-executive|{WHO}|school|non[- ]schools?|"
rf"academy|maintained)*\s*{WHO}(?:\s+(?:present|in\s+attendance|of\s+the\s+\w+))?|"
rf"attendance|attendees|those\s+(?:present|attending|in\s+attendance)|(?:{WHO}\s+)?present(?:\s+at\s+the\s+meeting)?|"
r"(?:present\s+)?in\s+the\s+chair|(?:nominated\s+)?sub(?:stitute)?s|substitute\s+members|sederunt|"
r"membership|chair(?:man|person)?|vice[- ]chair(?:man|person)?|maintained\s+(?:primary|"
r"secondary|nursery|special).*|academ(?:y|ies)(?:\s+\w+)*", "member", "present"),
)  # fmt: skip
HEADINGS = tuple((re.compile(pattern, re.I), capacity, status) for pattern, capacity, status in PATTERNS)
LEAD = re.compile(
    r"^(?P<head>[^:]{3,60}?)\s*[:\t]\s*(?P<rest>\S.*)$|^(?P<head2>PRESENT|Present|"
    r"IN ATTENDANCE|In attendance|APOLOGIES|Apologies)\s*[-–]\s*(?P<rest2>\S.*)$",
    re.DOTALL,
)
COLUMN = re.compile(
    r"^(?:name|member|role|title|position|organisation|representing|initials|"
    r"attendance|present|status|designation|job title)s?$",
    re.I,
)
"""The name of a column of such a list."""
BY_MEANS = re.compile(
    r"(?<=\w)\s*(?:,\s*|\()?(?:(?:via|by|on|over|through)\s+(?:MS\s+|Microsoft\s+)?(?:Teams|Zoom|Skype|video\s?(?:link|conference)?|tele(?:phone|conference)|phone)|virtually|remotely|online|in\s+person)\b[\s\w]*\)?$",
    re.I,
)
"""By what means people attended, behind what says as what."""
NUMBER = re.compile(r"^(?:\(?\d+[.)]?|[A-Z]{1,6}\d{0,4}/\d{1,4})\s+")
"""`PL21/081 PRESENT`: of the item that is the list."""
SPACED = re.compile(r"^(?:[A-Z]\s){3,}[A-Z]:?$")


@dataclass(frozen=True)
class Attendee:
    """Somebody on such a list."""

    printed: Printed
    capacity: Capacity
    status: Status
    line: Line


def heading(text: str) -> tuple[Capacity, Status] | None:
    """What a heading says of those beneath it."""
    bare = NUMBER.sub("", text.replace(" ", "") if SPACED.match(text.strip()) else text).strip(" :.–-*()")
    bare = BY_MEANS.sub("", bare)
    return next(((capacity, status) for pattern, capacity, status in HEADINGS if pattern.fullmatch(bare)), None)
