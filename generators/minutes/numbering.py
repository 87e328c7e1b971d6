"""Which paragraphs begin an item: the best chain of numbers that grow, and where there are none, the headings."""

import re
from collections.abc import Sequence
from itertools import pairwise

from generators.minutes import titles
from generators.minutes.capacities import heading
from generators.minutes.paragraphs import ENDED, Para, bare
from generators.minutes.titles import USUAL, Start

MARKED_NUMBER = re.compile(
    r"^(?:[A-Z]{1,3}\.\d{1,4}\.\d{1,4}|"
    r"[A-Z][A-Za-z]{0,5}[ /.-]?\d{0,4}/\d{1,4}(?:[/-]\d{1,4})?|\d{1,4}(?:-\d{2,4})?/\d{1,4}(?:[/-]\d{1,4})?)$"
)
"""`21/17`, `1/16`, `EC/19/22`: with a stroke, and so hardly ever anything but an item."""
WHOLE = re.compile(r"^\d{1,5}$")
"""Some bodies count on for a hundred years."""
ROMAN = re.compile(r"^[IVX]{1,5}$")
"""`IV`, in capitals only: in small letters it is hardly ever an item."""
PADDED = re.compile(r"^\d{1,2}\.0\d$")
"""`1.01`: an item under a heading, and no paragraph of one."""
LEAST_PADDED = 2
STEPPED = re.compile(r"^\d{1,3}\.\d{1,3}$")
TO = re.compile(
    r"^to\s+(?:receive|approve|consider|note|agree|confirm|discuss|review|elect|resolve|appoint|accept|adopt|record|declare|sign|deal|exclude|set|hear|report|update|decide)\b",
    re.I,
)
"""How an agenda words its items, and many minutes after it."""
NO_TITLE = re.compile(
    r"^(?:that|to\s+(?!receive|approve|consider|note|agree|confirm|discuss|review|elect|resolve|appoint|accept|adopt|record|declare|sign|deal|exclude|set|hear|report|update|decide)|the\s+(?:panel|committee|board|council|chair\w*|clerk|minutes|report|meeting)\b.*\b(?:was|were|is|are|be|noted|agreed|resolved|received|had)\b|it\s+was|resolved|noted|agreed|action|members?\s+\w+ed)\b",
    re.I,
)
HEADER = re.compile(
    r"(?:(?:min(?:ute)?|no|ref|agenda|item)\.?\s+){1,3}(?:(?:item|subject|title|discussion|details?|lead|action|owner|by|att|who|notes?)\.?\s*)+",
    re.I,
)
"""The row of headings over a table of items: `Min Item Lead`."""
LONGEST_TITLE = 170
BEHIND = re.compile(r"[.:]\s+(?=[A-Z])")
"""In a row the text of an item stands behind its title."""
LONG_LINE = 90
OVER = re.compile(r"(?!(?:(?:Mr|Mrs|Ms|Dr|Cllr|The|It|This|In|There)\b))(?:[^\s.:]+\s+){0,13}[^\s.:]+(?=:\s+\S)")
"""A title that stands with its text on one line, before a colon."""
NAME_OF_ALL = re.compile(r"(?:draft\s+)?minutes|(?:draft\s+)?agenda|(?:regular|special)\s+(?:meeting|session)", re.I)
"""What is printed over a whole document."""
HEAD = 15
"""Paragraphs among which lists of people stand before the items."""
SENTENCE = 5
"""Words, at least."""
WINDOW = 60
"""How many candidates back a number may have its forerunner."""


def starts(paras: Sequence[Para]) -> list[Start]:
    """Where each item begins."""
    families = (MARKED_NUMBER, WHOLE, STEPPED, ROMAN)
    header = next((at for at, para in enumerate(paras) if HEADER.fullmatch(para.text.strip())), len(paras))
    chains = [_chain(paras, family, header) for family in families]
    weights = [sum(weight for _, weight in chain) for chain in chains]
    padded = sum(1 for at, _ in chains[2] if PADDED.match(bare(paras[at].label)))
    if padded >= LEAST_PADDED:
        chosen = chains[2]
    elif len(chains[0]) > 1 or (chains[0] and not chains[1]):
        chosen = chains[0]
    elif len(chains[3]) > 1 and weights[3] > max(2.0, weights[1]):
        chosen = _filled(paras, chains[3], ROMAN)
    elif chains[1] and _has_own_text(paras, chains[1]) and weights[1] >= 2:
        chosen = _filled(paras, chains[1], WHOLE)
    elif weights[2] > max(2.0, weights[1]):
        chosen = chains[2]
    else:
        chosen = chains[1] if weights[1] >= 2 else []
    found = [_start(paras, at) for at, _ in chosen]
    return found or _alone(paras, chains[1]) or _unnumbered(paras)


def _unnumbered(paras: Sequence[Para]) -> list[Start]:
    """Titles before colons, headings, or the dashes of a list that has no heading within it."""
    headings, dashes = _headings(paras), titles.dashes(paras)
    is_list = bool(dashes) and not any(start.at > dashes[0].at for start in headings)
    return titles.leads(paras) or (dashes if is_list else headings)


def _alone(paras: Sequence[Para], chain: list[tuple[int, float]]) -> list[Start]:
    """The one numbered item of a short meeting, where it looks like an item and no heading stands beneath it."""
    found = [_start(paras, at) for at, weight in chain if weight >= 1 and _value(paras[at], WHOLE) == (1,)]
    is_one = len(chain) == 1 and bool(found) and not ENDED.search(found[0].title)
    return found if is_one and not any(other.at > found[0].at for other in _headings(paras)) else []


def _start(paras: Sequence[Para], at: int) -> Start:
    para = paras[at]
    number = bare(para.label)
    title = (para.rest or "").strip()
    title = "" if re.fullmatch(r"\d{1,3}[.)]?", title) else title
    if para.cells:
        rest = [cell for cell in para.cells[1:] if cell and not re.fullmatch(r"\d{1,3}[.)]?", cell)]
        title = title or (rest[0] if rest else "")
    elif MARKED_NUMBER.match(number):
        title = re.sub(r"^\d{1,3}[.)]\s+(?=\S)", "", title)
    return Start(at, number, title)


def _has_own_text(paras: Sequence[Para], chain: list[tuple[int, float]]) -> bool:
    """Whether whole numbers are those of items, and not of a few things within one."""
    return len(chain) > 1 or bool(paras[chain[0][0]].style)


def _chain(paras: Sequence[Para], family: re.Pattern[str], header: int) -> list[tuple[int, float]]:
    """The heaviest chain of paragraphs whose numbers grow step by step; those under a header of items weigh more."""
    candidates = [
        (at, value, weight)
        for at, para in enumerate(paras)
        if (value := _value(para, family))
        and (weight := _weight(paras, at, family) + (2.5 if at > header else 0.0)) > -2
    ]
    best: list[tuple[float, int]] = []
    for at, (_, value, weight) in enumerate(candidates):
        score, before = weight, -1
        for earlier in range(max(0, at - WINDOW), at):
            step = _step(candidates[earlier][1], value)
            reached = best[earlier][0] + weight + step
            if step is not None and reached > score:
                score, before = reached, earlier
        best.append((score, before))
    if not best:
        return []
    last = max(range(len(best)), key=lambda at: best[at][0])
    chain: list[tuple[int, float]] = []
    while last >= 0:
        chain.append((candidates[last][0], candidates[last][2]))
        last = best[last][1]
    return chain[::-1]


def _filled(paras: Sequence[Para], chain: list[tuple[int, float]], family: re.Pattern[str]) -> list[tuple[int, float]]:
    """The chain with the numbers it leaps over, where just one paragraph between two items has the number.

    And with a heading that has the number of the item before once more, where just one paragraph between them has it.
    """
    found = chain[:1]
    for (before, _), (at, weight) in pairwise(chain):
        between = [(place, value[0]) for place in range(before + 1, at) if (value := _value(paras[place], family))]
        low, high = (_value(paras[place], family) or (0,) for place in (before, at))
        missing = list(range(low[0] + 1, high[0]))
        if missing and [value for _, value in between] == missing:
            found += [(place, 0.0) for place, _ in between]
        elif not missing and [value for _, value in between] == list(low):
            found += [(place, 0.0) for place, _ in between if _is_heading(paras, place, family)]
        found.append((at, weight))
    return found


def _is_heading(paras: Sequence[Para], at: int, family: re.Pattern[str]) -> bool:
    """Whether a numbered paragraph stands apart and looks like the head of an item."""
    return bool(paras[at].first.gap) and _weight(paras, at, family) >= 1


def _value(para: Para, family: re.Pattern[str]) -> tuple[int, ...] | None:
    """The number of a paragraph, if it is of this family."""
    label = bare(para.label)
    if not family.match(label) or para.label.startswith("("):
        return None
    if family is ROMAN:
        return (_of_roman(label),)
    parts = [int(part) for part in re.findall(r"\d+", label)]
    return tuple(parts[:4])


def _of_roman(label: str) -> int:
    worth = [{"I": 1, "V": 5, "X": 10}[sign] for sign in label]
    return sum(-one if one < then else one for one, then in zip(worth, [*worth[1:], 0], strict=True))


def _step(before: tuple[int, ...], value: tuple[int, ...]) -> float:
    """How well one number follows another; far below nothing where it cannot."""
    if len(before) != len(value) or (before >= value and len(value) == 1):
        return -100.0
    changed = [(old, new) for old, new in zip(before, value, strict=True) if old != new]
    if not changed:
        return -100.0
    jumps = [new - old for old, new in changed]
    if len(value) == 1 or len(changed) == 1:
        return 0.5 if jumps[0] == 1 else -0.3 * jumps[0] if 1 < jumps[0] <= 6 else -100.0
    return 0.3 if changed[0][1] == changed[0][0] + 1 and value[-1] <= 1 else -100.0


def _weight(paras: Sequence[Para], at: int, family: re.Pattern[str]) -> float:
    """How much a paragraph looks like the head of an item."""
    para = paras[at]
    title = _start(paras, at).title
    if para.cells:
        title = BEHIND.split(title)[0]
    over = OVER.match(title) if family is WHOLE and len(title) > LONG_LINE else None
    title = over[0] if over else title
    if not title or len(title) > LONGEST_TITLE:
        return -3.0 if not (family is MARKED_NUMBER and title) else 0.2
    weight = 1.0
    weight += 1.5 if para.style in ("heading", "bold") else 0.0
    weight += 0.8 if title.upper() == title else 0.0
    weight += 0.7 if USUAL.match(title) else 0.0
    weight += 2.0 if family is MARKED_NUMBER else 0.0
    weight -= 0.6 if TO.match(title) else 0.0
    weight -= 3.0 if NO_TITLE.match(title) else 0.0
    weight -= 1.5 if len(title.split()) > 14 else 0.0
    weight -= 1.2 if title.endswith((";", ",")) or re.search(r"\.\s+[A-Z]", title) else 0.0
    weight -= 0.8 if ENDED.search(title) and len(title.split()) > 8 else 0.0
    weight -= 2.0 if title[:1].islower() else 0.0
    weight -= 1.0 if para.first.indent >= 4 and not para.style else 0.0
    return weight


def _headings(paras: Sequence[Para]) -> list[Start]:
    """Where no number helps: short headings in bold or capitals that say no capacity."""
    found = []
    numbered = titles.in_brackets(paras)
    for at, para in enumerate(paras):
        text = (para.rest if at in numbered else para.text).strip(" :")
        is_set = para.style in ("heading", "bold") or (para.is_capitals and len(text) > 3)
        is_short = len(text.split()) <= 14 and not ENDED.search(text) and not para.cells
        usual = USUAL.match(text) and is_short and len(text.split()) <= 9 and para.first.gap
        if ((is_set and is_short) or usual) and (at in numbered or not heading(text)) and not NO_TITLE.match(text):
            found += [] if titles.is_day(text) else [Start(at, numbered.get(at, ""), text)]
    head = _behind_head(paras)
    found = [one for one in found if one.at >= head and (one.number or not NAME_OF_ALL.fullmatch(one.title))]
    known = (number for number, start in enumerate(found) if USUAL.match(start.title))
    told = (number for number, start in enumerate(found) if _is_over_text(paras, start.at))
    return found[min(next(known, len(found)), next(told, len(found))) if _behind_head(paras) else next(known, 0) :]


def _is_over_text(paras: Sequence[Para], at: int) -> bool:
    """Whether a heading stands over a sentence, as no name and no title of the whole document does."""
    behind = paras[at + 1] if at + 1 < len(paras) else None
    return (
        behind is not None
        and not behind.cells
        and len(behind.text.split()) >= SENTENCE
        and bool(ENDED.search(behind.text))
    )


def _behind_head(paras: Sequence[Para]) -> int:
    """Where the lists of people near the beginning end: what stands above them names the document, and no item."""
    lists = [at for at, para in enumerate(paras[:HEAD]) if not para.label and heading(para.text)]
    return lists[0] if lists else 0
