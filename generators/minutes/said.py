"""Whether a sentence decides something: a verb in capitals, minutes that are confirmed, a body that notes or agrees."""

import re
from dataclasses import dataclass

from generators.minutes import outcomes
from generators.minutes.value import Sure

CORRECT = re.compile(
    r"\bminutes?\b.{0,200}\b(?:correct|accurate|true|confirmed|approved|agreed|signed|accepted)\b", re.I
)
TRUE_RECORD = re.compile(r"\bminutes?\b.{0,200}\b(?:correct|accurate|true|fair)\b", re.I)
WAS = re.compile(r"\b(?:was|were|be|been|agreed|approved|confirmed|accepted|signed)\b")
NOT_YET = re.compile(
    r"\b(?:will\s+be\s+asked|asked\s+to|to\s+confirm|not\s+yet|draft\b|motioned\s+for\b(?!.*\b(?:carried|passed|favou?r|unanim)))",
    re.I,
)
PAST = re.compile(r"\b(?:if|whether|when|had\s+been|would|last\s+year|previously(?!\s+circulated))\b", re.I)
PROPOSED = re.compile(r"\s*(?:the\s+|this\s+)?(?:\w+\s+)?(?:application|proposals?|recommendations?|motion)\b", re.I)
"""What a body can support or not, so that this decides something."""
SPOKEN = frozenset({"noted", "received", "confirmed", "supported", "requested", "accepted"})
"""Outcomes whose verbs minutes also use of what was only said."""
NEVER = frozenset({"requested", "supported", "confirmed", "withdrawn", "amended", "referred"})
"""Those whose verbs a sentence in small letters hardly ever uses of a decision."""
ONLY_SAID = frozenset({"notes", "note", "ask", "request", "recommends"})
DOUBLE = frozenset({"received", "considered", "discussed", "accepted"})
AND_THAT = re.compile(r",?\s+and\s+that\s+(?=(?:the|an?|this|these|all|any|it|he|she|they|[A-Z])\b)")
"""Where a second decision begins in one sentence."""
LED = re.compile(r"(?P<verb>Resolved|Agreed)\s*[:–—-]?\s*(?P<rest>(?:that|to)\s.+)$", re.DOTALL)
"""`Agreed – that …`, in a paragraph that began with something else."""
SPLITS = frozenset({"agreed", "resolved", "decided"})
CHOOSES = frozenset({"RESOLVED", "DECIDED", "AGREED"})
"""Words that leave open what was decided; what follows tells."""


@dataclass(frozen=True)
class Said:
    """What a sentence decides."""

    outcome: str
    word: str
    sure: Sure


def said_in(sentence: str) -> Said | None:
    """What a sentence decides, if it does."""
    return _in_capitals(sentence) or _led(sentence) or _of_minutes(sentence) or _by_body(sentence) or _passive(sentence)


def several(text: str, word: str, outcome: str) -> list[tuple[str, str]]:
    """The decisions of one sentence with the standard word of each: `It was agreed that … and that …` is two."""
    parts = AND_THAT.split(text)
    if word.lower() not in SPLITS or len(parts) == 1 or not re.search(r"\bthat\b", parts[0]):
        return [(text, outcome)]
    more = [(f"That {part}", outcomes.outcome_in(f"that {part}", word.lower())) for part in parts[1:]]
    return [(parts[0], outcome), *more]


def _in_capitals(sentence: str) -> Said | None:
    found = outcomes.CAPITALS.search(sentence)
    if not found or sentence.upper() == sentence:
        return None
    verb, after = found["verb"], sentence[found.end() :]
    if verb == "RECEIVED" and outcomes.A_REPORT.match(after):
        return None
    second = outcomes.AND.match(after)
    if TRUE_RECORD.search(sentence) and verb in ("APPROVED", "AGREED", "ACCEPTED"):
        return Said("confirmed", verb, "sure")
    if second:
        return Said(outcomes.outcome_of(second["verb"]), verb, "sure")
    return Said(outcomes.outcome_in(after, verb) if verb in CHOOSES else outcomes.outcome_of(verb), verb, "sure")


def _led(sentence: str) -> Said | None:
    found = LED.match(sentence)
    return Said(outcomes.outcome_in(found["rest"], found["verb"]), found["verb"], "likely") if found else None


def _of_minutes(sentence: str) -> Said | None:
    is_so = CORRECT.search(sentence) and WAS.search(sentence) and not NOT_YET.search(sentence)
    return Said("confirmed", "", "sure") if is_so else None


def _by_body(sentence: str) -> Said | None:
    said = outcomes.SAID.match(sentence) or outcomes.IT_WAS.search(sentence)
    if not said:
        return None
    verb, rest = said["verb"].lower(), said["rest"]
    if verb == "adjourned" and not PROPOSED.match(rest):
        return None  # the meeting, and no business of it
    second = outcomes.AND.match(rest)
    if verb in DOUBLE and second:
        return Said(outcomes.outcome_of(second["verb"]), second["verb"], "likely")
    outcome = outcomes.outcome_of(verb)
    is_told = outcome in SPOKEN and (outcomes.NARRATIVE.match(rest) or outcomes.A_REPORT.match(rest))
    if outcome == "supported" and PROPOSED.match(rest):
        return Said(outcome, said["verb"], "likely")
    if is_told or outcome in NEVER or verb in ONLY_SAID:
        return None
    return Said("deferred" if outcomes.PUT_OFF.search(rest) else outcome, said["verb"], "likely")


def _passive(sentence: str) -> Said | None:
    moved = outcomes.SECONDED.search(sentence)
    if moved:
        return Said(outcomes.outcome_in(moved["rest"], moved["verb"]), moved["verb"], "likely")
    found = outcomes.CHOSEN.match(sentence) or outcomes.PASSIVE.search(sentence)
    if not found or PAST.search(sentence):
        return None
    verb = found["verb"].lower()
    special = {"signed": "confirmed", "carried": "approved"}
    return Said(special.get(verb) or outcomes.outcome_of(verb), found["verb"], "likely")
