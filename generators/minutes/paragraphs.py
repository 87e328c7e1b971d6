"""Lines joined to paragraphs, and the number or letter that each begins with."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generators.minutes.capacities import heading
from generators.minutes.document import Line, Style

LABEL = re.compile(
    r"^(?P<bullet>[-–•●▪◦*✓√➢o\u2022\uf0a7]\s+(?=\S))?"
    r"(?P<label>"
    r"[A-Z]{1,3}(?:\.\d{1,4}){2,3}"  # C.24.27, C.24.30.1
    r"|[A-Z][A-Za-z]{0,5}[ /.-]?\d{0,4}/\d{1,4}(?:[/-] ?\d{1,4})?[:.]?"  # EC/19/22, PC21/034
    r"|\d{1,4}(?:-\d{2,4})?/\d{1,4}(?:[/-]\d{1,4})?:?"  # 21/17, 2021-22/045
    r"|\d{1,4}(?:\.\d{1,3}){1,3}[.)]?"  # 4.1, 6.3.1, 1851.2
    r"|\(?(?:\d{1,4}|[a-z]{1,2}|[A-H]|[ivx]{1,5}|[IVX]{1,5})[.):]{1,2}"  # 49., (a), iv)
    r"|(?!19\d\d|20\d\d)\d{1,4}(?=\s+[A-Z])"  # 7, 1851; no year
    r"|[1-9]\d{4}(?=\s+[A-Z]{3}[^a-z]*$)"  # 14365 before a heading in capitals; no house number, no postcode
    r"|[IVX]{1,5}(?=\s+[A-Z]{3}[^a-z]*$)"  # IV before a heading in capitals
    r")(?:\s+|$)(?P<rest>.*)$",
    re.DOTALL,
)
PREFIX = re.compile(r"^(?:agenda\s+item|item|minute|min)(?:\s+no)?\.?\s*(?=\d|[A-Z]{1,4}/?\d)", re.I)
BULLET = re.compile(r"^(?P<bullet>[-–•●▪◦*✓√➢▫]|o(?=\s))\s+(?P<rest>\S.*)$", re.DOTALL)
WITHIN = re.compile(r"(?<=[.;:?]) (?=\d{1,2}\.\d{1,2}\.\d{1,2}\.? [A-Z])")
"""Where a numbered paragraph begins in the middle of a line."""
NO_LABEL = re.compile(
    r"^(?:\d{1,2}[:.]\d\d\s*(?:am|pm|a\.m|p\.m|hrs|[-–])|\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\d{1,2}/(?:0?\d|1[0-2])/\d{2,4}\b|(?!(?-i:[IVX]\.\s+[A-Z]{4,}\s*$))[A-Z]\.?\s+[A-Z][a-z]+\s*$|\d+\.\d+\s*(?:%|million|m\b|k\b))",
    re.I,
)
LEAD = re.compile(r"^[A-Z][\w /]{1,40}:(?:\s|$)")
"""What stands before a colon begins a line of its own."""
INITIAL = re.compile(r"^[A-Z]\.\s+[A-Z]")
"""The first letter of a name that stands at the beginning of a line can look like the letter of a list."""
ENDED = re.compile(r"[.:;?!]['’”\")]?$")
UNENDED = re.compile(r"(?:,|\b(?:at|in|of|the|on|by|with|and|or|for))$")
"""How a line ends that goes on, however short it is."""


@dataclass(frozen=True)
class Para:
    """A paragraph, a heading or the row of a table."""

    lines: tuple[Line, ...]
    text: str
    label: str = ""
    """The number or letter that it begins with, as printed."""
    rest: str = ""
    """Its words behind the label."""
    bullet: bool = False

    @property
    def first(self) -> Line:
        """The line on which it begins."""
        return self.lines[0]

    @property
    def cells(self) -> tuple[str, ...]:
        """Of a row, its cells."""
        return self.lines[0].cells if len(self.lines) == 1 else ()

    @property
    def style(self) -> Style:
        """How it was set."""
        return self.lines[-1].style if len(self.lines) == 2 and not self.lines[0].style else self.lines[0].style

    @property
    def is_capitals(self) -> bool:
        """Whether it is set in capitals."""
        return self.text.upper() == self.text and any(sign.isalpha() for sign in self.text)

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(line.words for line in self.lines)


def paragraphs(lines: Iterable[Line]) -> list[Para]:
    """The lines joined."""
    found: list[list[Line]] = []
    for line in lines:
        before = found[-1][-1] if found else None
        if before is not None and _goes_on(before, line):
            found[-1].append(line)
        else:
            found.append([line])
    return _with_titles([para for joined in found for para in _cut(joined)])


def _with_titles(paras: list[Para]) -> list[Para]:
    """Numbers that stand alone on a line, joined to what follows them."""
    found: list[Para] = []
    for para in paras:
        before = found[-1] if found else None
        alone = before is not None and before.label and not before.rest and not before.bullet and len(before.lines) == 1
        if (
            before is not None
            and alone
            and not para.label
            and not para.cells
            and not para.bullet
            and before.first.page == para.first.page
        ):
            found[-1] = replace(
                before, lines=(*before.lines, *para.lines), text=f"{before.text} {para.text}", rest=para.text
            )
        else:
            found.append(para)
    return found


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line is the rest of a paragraph that the print broke."""
    if before.cells or line.cells or (line.page != before.page and not _is_broken(before, line)):
        return False
    if line.gap and line.page == before.page:
        return False
    if line.flows and line.style == "bold" and line.page == before.page:
        return True
    if LEAD.match(line.text) or (before.text.endswith(":") and heading(line.text)):
        return False
    begins = _label(line.text) and not (line.flows and INITIAL.match(line.text) and not ENDED.search(before.text))
    if line.style != before.style or begins or BULLET.match(line.text):
        return False
    is_open = line.page == before.page and UNENDED.search(before.text) is not None
    return line.flows or is_open or (line.page != before.page and _is_broken(before, line))


def _is_broken(before: Line, line: Line) -> bool:
    """Whether a sentence goes on over the end of a page."""
    return (
        not ENDED.search(before.text) and line.text[:1].islower() and len(before.text) > 40
        and not before.cells and not line.cells
    )  # fmt: skip


def _cut(lines: list[Line]) -> Iterator[Para]:
    """The paragraph of some lines, or several where numbered ones stand in it."""
    text = " ".join(line.text for line in lines)
    parts = WITHIN.split(text) if len(lines) == 1 and not lines[0].cells else [text]
    for number, part in enumerate(parts):
        own = tuple(lines) if len(parts) == 1 else (replace(lines[0], text=part, gap=not number or lines[0].gap),)
        yield labelled(Para(own, part))


def labelled(para: Para) -> Para:
    """A paragraph that knows its label."""
    text = (para.cells[0] if para.cells else para.text).strip()
    bullet = BULLET.match(text)
    text = bullet["rest"] if bullet else text
    found = _label(text)
    if not found:
        return replace(para, rest=bullet["rest"] if bullet else para.text, bullet=bool(bullet))
    return replace(para, label=found[0], rest=found[1], bullet=bool(bullet))


def _label(text: str) -> tuple[str, str] | None:
    """The label of a text and the rest of it."""
    bare = PREFIX.sub("", text)
    if NO_LABEL.match(bare):
        return None
    found = LABEL.match(bare)
    if not found or found["bullet"]:
        return None
    label = found["label"].rstrip(":" if "/" not in found["label"] else ":.")
    rest = found["rest"].strip()
    return re.sub(r"(?<=[/-])\s+", "", label), re.sub(r"^[–-]\s+", "", rest) if "/" in label else rest


def bare(label: str) -> str:
    """A label without its brackets and dot: `(a)` is `a`."""
    return label.strip("().: ")
