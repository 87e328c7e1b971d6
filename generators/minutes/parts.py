"""A pack cut into its agenda, its minutes and its papers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generators.minutes.capacities import heading
from generators.minutes.paragraphs import Para

What = Literal["agenda", "minutes", "paper"]
MINUTES = re.compile(
    r"^(?:(?:draft|unconfirmed|confirmed|public|open|part\s+\w+|\(?draft\)?)\s+)*(?:minutes?|notes|action\s+notes|record|summary\s+of\s+(?:the\s+)?meeting|decisions?)\b(?:$|\s*[:–—-]|\s+(?:of|from|for)\b.*)",
    re.I,
)
CONFIRMED = re.compile(
    r"\b(?:were|was|be)\s+(?:confirmed|approved|agreed|signed|taken|attached|considered|discussed)|\battached\b|\bto\s+(?:confirm|approve|agree|receive)\b|\bpreviously\s+circulated\b",
    re.I,
)
AGENDA = re.compile(
    r"^(?:agenda|a\s+g\s+e\s+n\s+d\s+a|order\s+of\s+business|business\s+to\s+be\s+transacted|notice\s+of\s+(?:a\s+)?meeting)\b[\s:]*(?:public\s+session)?$",
    re.I,
)
SUMMONED = re.compile(
    r"\b(?:you\s+are\s+(?:hereby\s+)?summoned|are\s+(?:hereby\s+)?(?:summoned|invited)\s+to\s+attend|members\s+to\s+receive|will\s+be\s+asked\s+to)\b",
    re.I,
)
DONE = re.compile(
    r"\b(?:resolved|noted|agreed|approved|was\s+received|apologies\s+(?:were|had)|meeting\s+(?:closed|ended|finished|opened)|closed\s+the\s+meeting|thanked|reported\s+that|called\b[^.]{0,40}\bto\s+order|motion\s+(?:was\s+)?(?:carried|passed)|opened\s+the\s+meeting|(?:was|were)\s+held\s+(?:in|at|on|via)|meeting\s+was\s+(?:adjourned|held)|declared\s+an?\b|presented\s+the|(?:was|were)\s+present)\b",
    re.I,
)
PAIRED = re.compile(r"minutes:", re.I)
"""What committee systems print in each item between the words of the agenda and those of the minutes."""
DATED = re.compile(r"\bminutes\b[\s,:–—-]+\d[\d./-]+$", re.I)
"""`Committee Minutes, 2024-03-05`."""
KEYS: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"^(?:{pattern})\s*:?\s*$", re.I)
    for name, pattern in (
        ("report_of", r"(?:joint\s+)?report\s+(?:of|by|from)(?:\s+the)?|from"),
        ("title", r"subject|title|title\s+of\s+(?:the\s+)?(?:report|paper)|report\s+title|paper\s+title|"
r"report\s+subject"),
        ("date", r"date|meeting\s+date|date\s+of\s+(?:the\s+)?meeting|report\s+date"),
        ("authors", r"authors?|report\s+authors?|(?:paper\s+|prepared\s+|written\s+)(?:by|author)|"
r"author\s*(?:/|and)\s*\w+|lead\s+officer|contact\s+officer|presented\s+by|"
r"presenter|sponsor|executive\s+(?:lead|sponsor)|responsible\s+(?:officer|"
r"director)"),
        ("protective_marking", r"(?:security\s+|government\s+security\s+)?classification|protective\s+marking|status"),
        ("meeting", r"(?:report\s+)?to|meeting|committee|board|forum"),
        ("marked", r"(?:agenda\s+)?item(?:\s+(?:no\.?|number))?|paper(?:\s+(?:no\.?|number|ref\w*))?|"
r"paper\s+marked|enclosure"),
        ("purpose", r"purpose(?:\s+of\s+(?:the\s+)?(?:report|paper))?|(?:report|paper)\s+is\s+for|"
r"action\s+required|for"),
    )
}  # fmt: skip
INLINE = re.compile(
    r"^(?P<key>Joint report of|Report of(?: the)?|Report by|Report to|Subject|"
    r"Title|Date|Authors?|Report Author|Report Date|Meeting Date|Lead Officer|"
    r"Contact Officer|Presented by|Prepared by|Security Classification|Classification)\s*(?::|"
    r"\t|\s(?=[A-Z\d]))\s*(?P<value>\S.*)$",
    re.DOTALL,
)
BEFORE = re.compile(
    r"^(?:paper\s+marked|appendix\s+[a-z\d]{1,3}\b.{0,80}|[a-z]|.*commissioner.*|.*(?:committee|panel|board|forum|authority|council|trust)\W*|for\s+\w+.*|.*leicester.*|your\s+communities.*|agenda\s+item\s*:?\s*[\d.]+|item\s+(?:no\.?)?\s*[\d.]+)$",
    re.I,
)
NEAR = 9
BACK = 8


@dataclass(frozen=True)
class Part:
    """The agenda, the minutes or one paper of a pack."""

    what: What
    paras: Sequence[Para]


def parts(paras: Sequence[Para]) -> list[Part]:
    """The parts in order; what stands before the first belongs to it."""
    cuts = sorted({**dict(_minutes(paras)), **dict(_papers(paras))}.items())
    if not cuts or cuts[0][0] > 12:
        end = cuts[0][0] if cuts else len(paras)
        cuts = [(0, _alone(paras[:end], has_more=bool(cuts))), *cuts]
    else:
        cuts[0] = (0, cuts[0][1])
    ends = [at for at, _ in cuts[1:]] + [len(paras)]
    return [Part(what, paras[start:end]) for (start, what), end in zip(cuts, ends, strict=True)]


def _alone(paras: Sequence[Para], *, has_more: bool) -> What:
    """What a document is that does not say so."""
    text = [para.text for para in paras]
    done = sum(1 for one in text if DONE.search(one) or PAIRED.fullmatch(one.strip()))
    planned = sum(2 for one in text if SUMMONED.search(one)) + sum(3 for one in text[:150] if AGENDA.match(one.strip()))
    listed = sum(1 for para in paras if heading(para.text))
    called = any(re.search(r"\bminutes\s+of\b", one, re.I) or DATED.search(one) for one in text[:6])
    if not planned and done < 2 and not listed and not has_more and not called:
        return "paper"
    called = any(
        (re.search(r"\bminutes\s+of\b|\bminutes\b$", one, re.I) or DATED.search(one)) and not CONFIRMED.search(one)
        for one in text[:8]
    )
    return "minutes" if (done > planned and (listed or done > 2)) or (called and done >= planned) else "agenda"


def _minutes(paras: Sequence[Para]) -> Iterator[tuple[int, What]]:
    """Where minutes begin: their name, and soon after it who was present."""
    last = -40
    for at, para in enumerate(paras):
        text = para.text.strip()
        if (
            para.label
            or para.cells
            or len(text) > 260
            or not MINUTES.match(text)
            or CONFIRMED.search(text)
            or at - last < 25
        ):
            continue
        near = paras[at : at + 25]
        present = any(
            (heading(one.text.partition(":")[0]) or ("", ""))[1] in ("present", "apologies")
            for one in near
            if not one.label
        )
        if present or (at < 6 and sum(1 for one in paras[at : at + 200] if DONE.search(one.text)) > 1):
            back = at
            while (
                back
                and re.match(r"^(?:appendix\s+\w{1,3}|draft|.{0,30}\bcouncil)\W*$", paras[back - 1].text.strip(), re.I)
                and at - back < 3
            ):
                back -= 1
            last = at
            yield back, "minutes"


def _papers(paras: Sequence[Para]) -> Iterator[tuple[int, What]]:
    """Where papers begin: a small table of who reports what, when."""
    at = 0
    while at < len(paras):
        if key_of(paras[at]) in ("report_of", "date", "authors", "title", "meeting"):
            window = [(number, key) for number, para in enumerate(paras[at : at + NEAR], at) if (key := key_of(para))]
            keys = {key for _, key in window}
            strong = ("report_of" in keys and len(keys & {"title", "date", "authors"})) or len(
                keys & {"date", "authors", "protective_marking", "title"}
            ) >= 3
            if strong:
                back = at
                while back and at - back < BACK and _is_before(paras[back - 1], at - back):
                    back -= 1
                yield back, "paper"
                at = window[-1][0] + 8
                continue
        at += 1


def key_of(para: Para) -> str:
    """The field that the first cell or word of a line of such a table names."""
    return entry(para)[0]


def entry(para: Para) -> tuple[str, str]:
    """The field and what stands beside it."""
    if para.cells:
        key = next((name for name, pattern in KEYS.items() if pattern.match(para.cells[0])), "")
        return key, " ".join(cell for cell in para.cells[1:] if cell)
    found = INLINE.match(para.text) if len(para.text) < 300 else None
    if found:
        key = next((name for name, pattern in KEYS.items() if pattern.match(found["key"])), "")
        return key, found["value"]
    return next(
        (
            name
            for name, pattern in KEYS.items()
            if name in ("marked",) and re.fullmatch("paper marked", para.text.strip(), re.I) and pattern
        ),
        "",
    ), ""


def _is_before(para: Para, distance: int) -> bool:
    """Whether a line is part of the head of the paper beneath it."""
    text = para.text.strip()
    if (
        len(text) > 120
        or (para.label and not para.style)
        or para.cells
        or (re.match(r"^(?:appendix|background\s+paper)", text, re.I) and "–" in text)
    ):
        return False
    return bool(BEFORE.match(text)) or (distance < 6 and para.style == "bold" and not text.endswith("."))
