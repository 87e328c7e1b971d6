"""Headers, footers and numbers of pages: what the print repeats and nobody wrote into the text."""

import re
from collections import Counter
from collections.abc import Sequence

from generators.minutes.document import Line

EDGE = 3
"""Lines at the head and at the foot of a page among which furniture is looked for."""
OFTEN = 3
"""On so many pages the same words at an edge are furniture."""
NUMBER = re.compile(
    r"(?:page\s*\|?\s*)?[-–—\[(]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—\])]?(?:\s*(?:of|/)\s*\d{1,4})?\.?", re.I
)
PAGE_OF = re.compile(r"(?:.{0,60}\s)?page\s*\|?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*", re.I)
NAMED = re.compile(r"page\s*\|?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\.?", re.I)
BLANK = re.compile(
    r"(?:this\s+page\s+is\s+(?:left\s+)?intentionally(?:\s+left)?\s+blank|end\s+of\s+(?:the\s+)?document)\.?", re.I
)
DIGITS = re.compile(r"\d+")


def furniture(pages: Sequence[Sequence[Line]]) -> frozenset[Line]:
    """The lines of furniture in these pages."""
    edges = [_edge(page) for page in pages]
    often = Counter(key for edge in edges for key in {_key(line) for line in edge})
    needed = max(OFTEN, len(pages) // 4) if len(pages) > OFTEN else OFTEN
    found = {line for edge in edges for line in edge if often[_key(line)] >= needed and _may_repeat(line)}
    found |= {line for page in pages for line in (*page[:1], *page[-2:]) if NAMED.fullmatch(line.text.strip())}
    found |= {line for page in pages for line in (*page[:1], *page[-2:]) if len(pages) > 1 and _is_number(line)}
    return frozenset(found | {line for page in pages for line in page if BLANK.fullmatch(line.text.strip())})


def _edge(page: Sequence[Line]) -> list[Line]:
    """The first and last lines of a page; of a short one fewer, as its middle is near."""
    many = min(EDGE, max(1, len(page) // 4))
    return [*page[:many], *page[max(many, len(page) - many) :]]


def _key(line: Line) -> str:
    """The same for all pages: the numbers of pages differ."""
    return DIGITS.sub("#", line.text.casefold()).strip()


def _may_repeat(line: Line) -> bool:
    return len(line.text) <= 150 and not line.text.rstrip().endswith((";", ","))


def _is_number(line: Line) -> bool:
    text = line.text.strip()
    return bool(NUMBER.fullmatch(text) or PAGE_OF.fullmatch(text))
