"""Attendance told in one paragraph of several sentences: who was present, then who sent apologies, then the public."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generators.minutes.capacities import LEAD, heading
from generators.minutes.paragraphs import Para
from generators.minutes.sentences import sentences

APOLOGIES = re.compile(r"(?:there\s+(?:were|was)\s+)?(?:an?\s+)?apolog(?:y|ies)\b", re.I)
PUBLIC = re.compile(
    r"(?:there\s+(?:were|was)\s+|also\s+)?(?:\w+\s+)?(?:\d+|no|one|two|three|four|five|six|seven|eight|nine|ten|several)\s+"
    r"members?\s+of\s+the\s+(?:public|press)(?:\s+(?:were|was))?(?:\s+(?:also\s+)?(?:present|in\s+attendance))?\.?",
    re.I,
)


def apart(paras: Sequence[Para]) -> list[Para]:
    """The paragraphs, such a one cut into its sentences."""
    return [piece for para in paras for piece in _cut(para)]


def whole(pieces: Sequence[Para], used: Sequence[Para]) -> list[Para]:
    """Those used of which every sentence was: of another, words would be lost."""
    taken = set(map(id, used))
    open_lines = {one.lines for one in pieces if id(one) not in taken and not PUBLIC.fullmatch(one.text.strip())}
    return [one for one in used if one.lines not in open_lines]


def _cut(para: Para) -> list[Para]:
    lead = LEAD.match(para.text)
    own = sentences(para.text)
    is_told = lead is not None and heading(lead["head"] or lead["head2"]) is not None and not para.cells
    if not is_told or not any(APOLOGIES.match(one) or PUBLIC.fullmatch(one) for one in own[1:]):
        return [para]
    return [replace(para, text=one, rest=one) for one in own]
