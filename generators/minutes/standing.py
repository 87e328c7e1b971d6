"""As what those on the lists of a part were there, where a heading alone does not tell."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generators.minutes.capacities import Attendee
from generators.minutes.name_patterns import ROLE_WORD
from generators.minutes.paragraphs import Para

LEGEND = re.compile(
    r"\*\s*(?:denotes\s+|indicates\s+)?(?:members?\s+)?(?:present|attendance|attended|in\s+attendance)\.?", re.I
)
"""What explains a star before some of the names."""
SERVES = re.compile(
    r"(?:(?:the|temporary|acting|deputy|assistant|interim|locum|parish|town|council)\s+)*"
    r"(?:clerk|RFO|responsible\s+financial\s+officer|(?:minutes?|notes?)[- ](?:taker|secretary|taken\s+by))\b",
    re.I,
)
"""A role that serves a body, under whatever heading it stands."""


def as_they_serve(found: list[Attendee]) -> list[Attendee]:
    """A clerk among the members is none; and where no members are listed, those in attendance are the members."""
    found = [replace(one, capacity="officer") if _serves(one) else one for one in found]
    if any(one.capacity == "member" and one.status == "present" for one in found):
        return found
    return [
        replace(one, capacity="member")
        if one.capacity == "in attendance" and (_has_seat(one.printed.role) or not ROLE_WORD.search(one.printed.role))
        else one
        for one in found
    ]


def _has_seat(role: str) -> bool:
    return re.search(r"\b(?:chair\w*|member|mayor|convener|provost)\b", role, re.I) is not None


def _serves(one: Attendee) -> bool:
    return one.capacity == "member" and SERVES.match(one.printed.role) is not None


def but_marked(found: list[Attendee], paras: Sequence[Para]) -> list[Attendee]:
    """Where a star says who was present, whoever has none was not."""
    if not any(LEGEND.fullmatch(para.text.strip()) for para in paras):
        return found
    starred = {para.first for para in paras if para.first.text.startswith("*")}
    is_so = [one.status != "present" or one.capacity != "member" or one.line in starred for one in found]
    return [one if so else replace(one, status="absent") for one, so in zip(found, is_so, strict=True)]
