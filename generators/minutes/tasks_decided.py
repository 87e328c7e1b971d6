"""Decisions that hand out a task: `That the Panel write to …`, `That a visit be arranged`, `be requested to …`."""

import re
from dataclasses import dataclass

from generators.minutes.roles import Roles
from generators.minutes.task_verbs import HERE_TOO, MOST_WORDS, PLAIN, WHO
from generators.minutes.undertakings import is_owner

THAT = (
    r"^(?:(?:to\s+)?(?:agree|resolve|request|decide)d?\s+)?(?:[Tt]hat\s+)?"
    r"(?:,?\s*(?:if|where|when|once|subject)\b[^,]{0,30}?,?\s+)?"
)
SHOULD = r"(?:to|should|will|would|shall|must)"
REPORT = re.compile(
    rf"{THAT}(?:{WHO}\s+(?:be\s+(?:requested|asked|instructed|directed|invited)\s+to|{SHOULD})\s+"
    r"(?:provide|bring|submit|present|prepare|produce)\s+(?:back\s+)?)?an?\s+(?:(?:further|full|written|progress|update|detailed|annual|follow-up)\s+){0,3}"
    r"(?:report|paper)\b(?!.*\bbe\s+(?:noted|received|approved|agreed|accepted|adopted|endorsed))(?:.*\bbe\s+(?:brought|submitted|presented|provided|made))?",
    re.DOTALL,
)
ASKED = re.compile(
    rf"{THAT}{WHO}\s+be\s+(?:requested|asked|instructed|directed|tasked)\s+to\s+(?:{PLAIN}|{HERE_TOO})\b", re.DOTALL
)
TOLD = re.compile(rf"{THAT}{WHO}\s+(?:{SHOULD}\s+)?(?:{PLAIN}|provide|circulate)\b", re.DOTALL)
PASSIVE = re.compile(
    rf"{THAT}(?:[Aa]n?|[Aa]nother|[Tt]he)\s+(?:formal\s+|joint\s+|site\s+)?(?:letter|visit|meeting|e-?mail|reply|response|briefing|"
    r"workshop|survey|quotation|quote|working\s+group|copy|invitation)\b[^.]{0,160}?\bbe\s+(?:written|sent|arranged|organised|convened|"
    r"circulated|obtained|sought|carried\s+out|provided|prepared|set\s+up)\b",
    re.DOTALL,
)


CALLED_FOR = re.compile(r"\bbe\s+(?:brought|submitted|presented|provided|made)\b|^requested\b")
"""Where nobody is named who is to report, what makes a report wanted."""


@dataclass(frozen=True)
class Task:
    """What a decision gives somebody to do."""

    is_report: bool
    """Whether a report is asked for."""
    who: str
    """Who is to do it, as printed; empty where the decision does not say."""


def task(text: str, roles: Roles) -> Task | None:
    """The task that the words of a decision give, if they do."""
    for pattern, is_report in ((REPORT, True), (ASKED, False), (TOLD, False), (PASSIVE, False)):
        found = pattern.match(text)
        who = (found.groupdict().get("who") or "") if found else ""
        if found and (not who or (len(who.split()) <= MOST_WORDS and (is_owner(who, roles) or is_body(who)))):
            if is_report and not who and not CALLED_FOR.search(text):
                continue
            return Task(is_report, who)
    return None


def is_body(who: str) -> bool:
    """Whether the body itself is to do it."""
    return re.search(r"(?i)\b(?:panel|committee|board|council|forum|authority|group)$", who) is not None
