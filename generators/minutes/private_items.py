"""Items that were taken in private: those that say so, and those for which the press and public were excluded."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generators.minutes.paragraphs import Para

TITLE = re.compile(
    r"^(?:exempt|confidential|private|restricted|non[- ]public|closed)"
    r"(?:$|\s*[:–-]\s|\s+(?:items?|sessions?|business|minutes|reports?|matters?|appendi\w+|part|agenda)\b)|"
    r"^part\s+(?:ii|2|two|b)(?:$|\s*[:–-]\s|\s+(?:items?|business|exempt|confidential|private)\b)|"
    r"\((?:exempt|confidential)(?:\s+(?:item|report|appendix|minutes))?\)$",
    re.I,
)
"""Titles that say so themselves; `Private sector housing` does not."""
EXCLUDED = re.compile(
    r"\b(?:press\s+and\s+(?:the\s+)?public|public(?:\s+and\s+(?:the\s+)?press)?)\b[^.]{0,80}\b(?:be\s+|were\s+|was\s+|now\s+)*excluded\b|"
    r"\b(?:agree[sd]?|decided|resolved|voted)\s+to\s+exclude\s+(?:the\s+)?(?:press|public)\b|\bexclusion\s+of\s+(?:the\s+)?(?:press|public)\b",
    re.I,
)
NOT_SO = re.compile(r"\b(?:whether|if|considering|may|might|no\s+(?:items?|need|exempt)|not\s+(?:be\s+)?exclude)", re.I)
"""Words of an agenda, or of minutes that say that nothing was private."""
FOLLOWING = re.compile(
    r"\b(?:following|remaining|remainder\s+of|rest\s+of)\b[^.]{0,40}\b(?:items?|business|reports?|meeting)\b", re.I
)
NUMBERED = re.compile(r"\bitems?\s+(?:nos?\.?\s*|numbers?\s*)?(?P<numbers>\d+(?:\s*(?:,|and|&|to|-|–)\s*\d+)*)", re.I)
ADMITTED = re.compile(
    r"\b(?:re-?admi\w+|return\w*)\b.{0,60}\bpublic\b|"
    r"\bpublic\b.{0,60}\bre-?(?:admitted|joined)\b",
    re.I,
)
LAW = re.compile(
    r"\bparagraphs?\s+(?P<which>\d+[a-z]?(?:\s*(?:,|and|&|to|or)\s*\d+[a-z]?)*)(?:[^.]{0,60}?\bPart\s*(?:1|I|one))?"
    r"[^.]{0,40}?\bSchedule\s+12A",
    re.I,
)


@dataclass(frozen=True)
class Block:
    """What is looked at of an item."""

    number: str
    title: str
    paras: Sequence[Para]


def private(blocks: Sequence[Block]) -> dict[int, str]:
    """By its place, the reason why an item was taken in private."""
    called = [TITLE.search(block.title) and not EXCLUDED.search(block.title) for block in blocks]
    found = {at: "" for at, is_so in enumerate(called) if is_so}
    reason = ""
    for at, block in enumerate(blocks):
        said = _excluding(block)
        if not said:
            continue
        reason = _reason(said)
        numbers = _numbers(said)
        for place in range(at + 1, len(blocks)):
            if ADMITTED.search(blocks[place].title):
                break
            if blocks[place].number in numbers or (not numbers and FOLLOWING.search(said)):
                found[place] = reason
    return {at: own or reason or "The document calls it exempt or private." for at, own in sorted(found.items())}


def _excluding(block: Block) -> str:
    """The sentence by which the public was excluded."""
    texts = [para.text for para in block.paras]
    return next((text for text in reversed(texts) if EXCLUDED.search(text) and not NOT_SO.search(text)), "")


def _numbers(said: str) -> set[str]:
    """The items that it names."""
    found: set[str] = set()
    for match in NUMBERED.finditer(said):
        bounds = re.fullmatch(r"(\d+)\s*(?:to|-|–)\s*(\d+)", match["numbers"])
        own = range(int(bounds[1]), int(bounds[2]) + 1) if bounds else map(int, re.findall(r"\d+", match["numbers"]))
        found |= {str(number) for number in own}
    return found


def _reason(said: str) -> str:
    law = LAW.search(said)
    if law:
        which = " ".join(law["which"].split())
        return f"Exempt information: paragraph {which} of Schedule 12A to the Local Government Act 1972."
    return "The press and public were excluded."
