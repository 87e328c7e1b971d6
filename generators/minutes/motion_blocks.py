"""Motions printed in lines of their own: `Moved: …`, `Seconded: …`, and beneath `CARRIED` or `LOST`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generators.minutes.paragraphs import Para

NAMED = r"[:\s]\s*(?P<{}>[A-Z][^,;:]{{1,60}}?)"
MOVER = re.compile(
    rf"(?:(?:motion|resolution)\s*(?:no\.?|:)\s*[\w/-]+\s+)?(?:moved(?:\s+by)?|mover|proposed(?:\s+by)?|motion\s+by){NAMED.format('mover')}"
    rf"(?:[,;/\s]+(?:and\s+)?second(?:ed|er)?(?:\s+by)?{NAMED.format('second')})?[.\s]*",
    re.I,
)
SECOND = re.compile(rf"second(?:ed|er)(?:\s+by)?{NAMED.format('second')}[.\s]*", re.I)
FATE = re.compile(
    r"(?:final\s+resolution:\s*|disposition:?\s+)?(?:(?:the\s+)?motion\s+(?:was\s+)?)?(?:declared\s+)?(?P<fate>carried|carries|passed|passes|adopted|lost|fails|failed|defeated)"
    r"(?:\s+unanimously)?(?:,?\s+by\s+all(?:\s+members)?(?:\s+present)?)?[\s\d.,:()–-]*",
    re.I,
)
LOST = frozenset({"lost", "fails", "failed", "defeated"})
NUMBER = re.compile(r"(?:resolution|motion)?\s*(?:no\.?\s*)?[A-Z]{0,4}[\d/.-]+", re.I)
"""The number of a resolution on a line of its own."""
WANTS = re.compile(r"[\"“‘']?(?:that|to|motion\s+to|motion\s+that|recommendation)\b", re.I)
STEM = re.compile(r"(?:that|to)\b[^.]{0,60}:\s*(?:-\s*)?", re.I)
"""`That Council:`, over a list of what it resolves."""
MATTERS = re.compile(r".*\b(?:consider|discuss|regarding|concerning|including)\b[^:]*:", re.I | re.DOTALL)
"""`That we meet in private to consider the following:`, over a list of matters, of which none is decided."""
LONGEST = 20
"""Paragraphs of a motion."""


@dataclass(frozen=True)
class Block:
    """One such motion."""

    wants: tuple[Para, ...]
    """What was moved: a paragraph, or each of a list."""
    mover: str
    second: str
    is_lost: bool
    used: tuple[Para, ...]
    """All its lines."""


def blocks(paras: Sequence[Para]) -> dict[int, Block]:
    """The motions, each by the place of its first paragraph."""
    found: dict[int, Block] = {}
    start = 0
    for at, para in enumerate(paras):
        fate = FATE.fullmatch(para.text.strip())
        block = _block(paras, max(start, at - LONGEST), at, fate["fate"].lower() in LOST) if fate else None
        if block:
            found[next(number for number, one in enumerate(paras) if one is block.used[0])] = block
        start = at + 1 if fate else start
    return found


def _block(paras: Sequence[Para], start: int, end: int, is_lost: bool) -> Block | None:  # noqa: FBT001 - a value
    """The motion that ends at a line, where somebody moved it in a line of its own."""
    lines = [(at, MOVER.fullmatch(_bare(paras[at]))) for at in range(start, end)]
    at, mover = next(((at, said) for at, said in reversed(lines) if said), (0, None))
    if mover is None:
        return None
    first = at
    while first > start and (WANTS.match(paras[first - 1].text) or NUMBER.fullmatch(paras[first - 1].text.strip())):
        first -= 1
    seconds = [said["second"] for para in paras[at:end] if (said := SECOND.fullmatch(_bare(para)))]
    inside = paras[first:end]
    aside = (MOVER, SECOND, NUMBER)
    wants = [one for one in inside if not any(pattern.fullmatch(_bare(one)) for pattern in aside)]
    listed = [one for one in wants if one.label or one.bullet]
    if listed and STEM.fullmatch(wants[0].text.strip()) and not MATTERS.fullmatch(wants[0].text.strip()):
        wants = listed
    elif len(listed) == len(wants) - 1 and MATTERS.fullmatch(wants[0].text.strip()):
        wants = [
            replace(wants[0], text=" ".join([wants[0].rest or wants[0].text, *(one.text for one in listed)]), rest="")
        ]
    if not wants or (not WANTS.match((inside[0] if wants == listed else wants[0]).text) and wants != listed):
        return None
    return Block(
        tuple(wants), mover["mover"], mover["second"] or " ".join(seconds[:1]), is_lost, tuple(paras[first : end + 1])
    )


def _bare(para: Para) -> str:
    """The words of a line without the dot before them."""
    return (para.rest if para.bullet and not para.label else para.text).strip()
