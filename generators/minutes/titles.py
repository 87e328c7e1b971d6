"""Titles of items that no number marks: before a colon, behind a dash, or beneath a number in brackets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generators.minutes.capacities import LEAD, heading
from generators.minutes.paragraphs import Para
from generators.minutes.printed import days

USUAL = re.compile(
    r"^(?:welcome|apologies|declarations?|minutes|matters\s+arising|urgent|any\s+other|a\.?o\.?b|date\s+of|public\s+(?:question|participation|forum)|call\s+to\s+order|roll\s+call|pledge|invocation|(?:old|new|unfinished)\s+business|adjourn|chair|election|appointment|exclusion|exempt|forward|work\s+(?:plan|programme)|items?\b|introduction|correspondence|finance|planning|reports?\b|update|review)",
    re.I,
)
COLON = re.compile(r"(?P<title>[A-Z][\w’'&/, -]{2,60}?):\s+(?P<rest>\S.*)", re.DOTALL)
NOT_A_TITLE = re.compile(
    r"(?:re)?(?:solved|solution|commendation)|mo(?:ved?|tion)|second|propos|carried|ayes?\b|yeas?\b|nays?\b|noes?\b|vote|abst|action|agreed|noted|"
    r"decision|outcome|date|time|venue|place|location|present\b|absent|attend|apolog|chair|mayor|clerk|roll\s+call|"
    r"question|answer|response|reason|note|nb|signed|submitted|page|from|to\b|cc\b|subject|"
    r"(?:\w+\s+){0,3}(?:present|absent|attendance|attending)$",
    re.I,
)
"""What stands before a colon and is no title of an item."""
LEAST = 4
"""Titles, before fewer of them are taken for those of items."""
LEAST_USUAL = 3
LONGEST = 6
"""Words of a title before a colon."""
HEAD = 15
DASHED = re.compile(r"(?P<title>[^.:]{3,60}?)\s+[–—-]\s+(?P<rest>\S.*)", re.DOTALL)


@dataclass(frozen=True)
class Start:
    """The paragraph that begins an item."""

    at: int
    number: str
    title: str


def is_day(text: str) -> bool:
    """Whether a line is nothing but a day."""
    found = days(text)
    return len(found) == 1 and len(text) - (found[0].end - found[0].start) < len(found[0].printed) // 2


def in_brackets(paras: Sequence[Para]) -> Mapping[int, str]:
    """The paragraphs that `(26)`, `(27)` number, where these grow by one and nothing else is numbered so."""
    found = {at: para.label[1:-1] for at, para in enumerate(paras) if re.fullmatch(r"\(\d{1,4}\)", para.label)}
    grows = all(int(after) == int(before) + 1 for before, after in pairwise(found.values()))
    are_titles = all(paras[at].rest.upper() == paras[at].rest or paras[at].style for at in found)
    return found if len(found) > 1 and grows and are_titles else {}


def leads(paras: Sequence[Para]) -> list[Start]:
    """Titles before a colon, with their text on the same line, or over it; where enough of them are usual ones."""
    begin = _behind_lists(paras)
    told = {at for at, para in enumerate(paras[begin:], begin) if _is_lead(para)}
    usual = [at for at in told if USUAL.match(paras[at].text)]
    if len(told) < LEAST or len(usual) < LEAST_USUAL:
        return []
    alone = {at for at, para in enumerate(paras) if at >= begin and _is_alone(para)}
    return [Start(at, "", paras[at].text.strip()) for at in sorted(told | alone)]


def dashes(paras: Sequence[Para]) -> list[Start]:
    """A list that is all there is: each of its dashes is an item."""
    begin = _behind_lists(paras)
    own = [at for at, para in enumerate(paras[begin:], begin) if para.bullet and not para.cells and not para.label]
    behind = paras[own[0] :] if own else ()
    if (
        len(own) < LEAST
        or len(own) * 2 < len(behind)
        or any(paras[at].first.indent > own_indent(paras, own) for at in own)
    ):
        return []
    return [Start(at, "", DASHED.sub(r"\g<title>: \g<rest>", paras[at].rest, count=1)) for at in own]


def own_indent(paras: Sequence[Para], own: Sequence[int]) -> int:
    """How far the first of a list is set in."""
    return paras[own[0]].first.indent


def _is_lead(para: Para) -> bool:
    found = COLON.fullmatch(para.text.strip())
    is_set = found is not None and para.first.gap and not para.label and not para.bullet and not para.cells
    return (
        is_set and found is not None and len(found["title"].split()) <= LONGEST
        and not NOT_A_TITLE.match(found["title"]) and heading(found["title"]) is None
    )  # fmt: skip


def _is_alone(para: Para) -> bool:
    """A usual title over its text, with the colon behind it."""
    text = para.text.strip()
    is_set = para.first.gap and text.endswith(":") and not para.label and not para.cells and not para.bullet
    return is_set and len(text.split()) <= LONGEST and USUAL.match(text) is not None and not NOT_A_TITLE.match(text)


def _behind_lists(paras: Sequence[Para]) -> int:
    """Where the lists of people near the beginning end, as far as their headings tell."""
    last = 0
    for at, para in enumerate(paras[:HEAD]):
        lead = LEAD.match(para.text)
        if heading(para.text) or (lead and heading(lead["head"] or lead["head2"])):
            last = at + 1
            while last < len(paras) and heading(para.text) and (paras[last].bullet or paras[last].cells):
                last += 1
    return last
