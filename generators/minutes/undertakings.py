"""What somebody who was there agreed to do, said in a sentence of the discussion."""

import re
from collections.abc import Sequence

from generators.minutes.name_patterns import HONORIFIC, ROLE_WORD
from generators.minutes.paragraphs import Para
from generators.minutes.roles import Roles
from generators.minutes.sentences import sentences

AGREED = re.compile(
    r"^(?:(?:In|Following|After|On)\b[^,]{3,80},\s+)?(?P<who>(?:[Tt]he\s+)?[A-Z][^,.;:]{1,60}?)\s+(?:agreed|undertook|offered|promised|volunteered)\s+to\s+"
    r"(?P<what>(?!an?\b|the\b|this\b|that\b|these\b|note\b|support\b|receive\b|be\b)[a-z]+\b.*)$",
    re.DOTALL,
)
WILL = re.compile(
    r"^(?:(?:In|Following|After|On)\b[^,]{3,80},\s+)?(?P<who>(?:[Tt]he\s+)?[A-Z][^,.;:]{1,60}?)\s+(?:will|is\s+to|are\s+to)\s+(?:also\s+|now\s+|then\s+)?"
    r"(?P<what>(?:contact|speak|write|send|circulate|arrange|provide|check|investigate|report\s+back|ask|obtain|prepare|follow\s+up|chase|"
    r"liaise|discuss|meet|draft|bring|look|e-?mail|ring|phone|find|draw|organise|share|review|add|order|purchase|get|make|put|"
    r"invite|raise|submit|update|work|report|seek|request|advise|produce|complete|explore|confirm|forward|distribute|inform)\b.*)$",
    re.DOTALL,
)
"""A task in the future, by a verb of the work that minutes hand out."""
NOT_YET = re.compile(r"\b(?:had|has|have|not|never|who|which|that)\b", re.I)
"""Words by which the sentence tells of something else."""
SERVANTS = re.compile(r"(?:\w+\s+)?(?:staff|management|administration|secretariat|convener)", re.I)
LONGEST_ROLE = 7
"""Words; a longer one is no role."""
BODY = re.compile(
    r"^(?:the\s+)?(?:\w+\s+)*(?:panel|committee|board|council|members?|meeting|forum|authority|trust|trustees|governors|councillors|commissioners|supervisors|regents|aldermen|selectmen|partnership|all|it|they|he|she)$",
    re.I,
)
"""A body that agrees decides something: that is no undertaking."""


def undertaken(paras: Sequence[Para], roles: Roles) -> list[tuple[str, str, Para]]:
    """The sentence, who undertook it and where; the discussion keeps the sentence, as part of what was said."""
    found = []
    for para in paras:
        for sentence in sentences(para.rest if para.label or para.bullet else para.text):
            said, will = AGREED.match(sentence), WILL.match(sentence)
            said = said or (will if will and _is_person(will["who"], roles) else None)
            if said and is_owner(said["who"], roles):
                found.append((sentence, said["who"], para))
    return found


def _is_person(words: str, roles: Roles) -> bool:
    """Whether somebody who was there, or the clerk, is meant: of others minutes tell what they plan."""
    bare = re.sub(r"^[Tt]he\s+", "", words)
    return roles.find(bare) is not None or re.fullmatch(r"(?:parish\s+|town\s+)?clerk", bare, re.I) is not None


def is_owner(words: str, roles: Roles) -> bool:
    """Whether somebody is named who can be given a task: a person or an office, and no body that decides."""
    if NOT_YET.search(words) or BODY.match(words):
        return False
    bare = re.sub(r"^[Tt]he\s+", "", words)
    if roles.find(bare) is not None or HONORIFIC.match(bare) or re.fullmatch(r"[A-Z]{2,5}", bare):
        return True
    return (ROLE_WORD.search(bare) or SERVANTS.fullmatch(bare)) is not None and len(bare.split()) < LONGEST_ROLE
