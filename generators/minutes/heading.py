"""Body, day, time and place of a meeting, as the head of its agenda or minutes prints them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generators.minutes import bodies, places
from generators.minutes.paragraphs import Para
from generators.minutes.printed import Clock, clocks, days
from generators.minutes.value import Sure, Value

FIELD = re.compile(
    r"^(?P<key>(?:date|time|venue|place|location)(?=\s+(?:of|for)\s)|date|time|time/date|date/time|date\s*(?:and|&)\s*time|day|place|venue|location|held|held\s+at|meeting|where|when|start(?:\s+time)?|at)(?:\s+(?:of|for)\s+(?:the\s+)?meeting)?\s*[:\t]\s*(?P<value>\S.*)$",
    re.I | re.DOTALL,
)
VENUE = re.compile(r"^(?P<key>[Vv]enue|VENUE|[Ll]ocation)\s+(?P<value>(?!of\b)[A-Z].{2,100})$")
"""The same with no sign between the two."""
KEYS = re.compile(
    r"^(?:date|time|time\s*/\s*date|date\s*/\s*time|date\s*(?:and|&)\s*time|place|venue|location|where|when|held(?:\s+at)?|meeting(?:\s+date)?|start(?:\s+time)?)\s*:?$",
    re.I,
)
ENDED = re.compile(
    r"\b(?:meeting|chair\w*|session|business|it|board|forum|committee)\b[^.]{0,80}?\b(?:closed|ended|concluded|finished|terminated|rose|adjourned|close|ends|completed)\b|^(?:close[d]?(?:\s+of\s+meeting)?|meeting\s+closed|finish(?:ed)?|time\s+(?:ended|closed))\b|\bconcluded\s+at\b|\bclosed\s+at\b|\bended\s+at\b|\bfinished\s+at\b",
    re.I,
)
PAUSED = re.compile(
    r"\b(?:briefly|temporarily|suspended|re-?opened|reconvened|resumed|to\s+(?:allow|enable|permit)|recess|break)\b",
    re.I,
)
"""What makes the end of a meeting a pause in it."""
BEGAN = re.compile(
    r"\b(?:meeting|chair\w*|session)\b[^.]{0,60}?\b(?:opened|began|commenced|started|convened)\b|\bcommenc(?:ed|ing)\s+at\b|"
    r"\bcalled\s+(?:the\s+(?:\w+\s+)?meeting\s+)?to\s+order\b",
    re.I,
)
CALLED = re.compile(
    r"\bcalled\s+(?:the\s+(?:\w+\s+)?meeting\s+)?to\s+order\b|\bmeeting\b[^.]*\b(?:convened|opened)\b", re.I
)
BENEATH = 4
"""Paragraphs of the first items that can tell when the meeting began."""
PAST = re.compile(
    r"^(?:to\s+)?(?:consider|confirm|approve|receive|sign|agree|adopt|note)\b|^cop(?:y|ies)\s+of\b|\bconference\s+held\b|"
    r"\bto\s+be\s+(?:approved|confirmed|signed|agreed)\b|"
    r"\bminutes?\s+(?:of|from)\b.{0,140}\b(?:was|(?<!there\s)were|been|be|had)\b",
    re.I | re.DOTALL,
)
"""A line on an earlier meeting, or on another: its day is not that of this one."""
NEXT = re.compile(
    r"\bnext\s+(?:\w+\s+){0,4}?meetings?\b|\bdates?\s+of\s+(?:the\s+)?(?:next|future|forthcoming|remaining)\b|\b(?:future|forthcoming)\s+meetings?\b",
    re.I,
)
SPECIAL = re.compile(
    r"\b(annual|extraordinary|special|emergency|inaugural)\s+(?:general\s+|parish\s+|town\s+|council\s+)*meeting\b",
    re.I,
)
SPAN = re.compile(r"\d\s*(?:[ap]\.?\s?m\.?)?\s*(?:[-–—]|to|until|till)\s*\d", re.I)


@dataclass
class Headed:
    """What the head of a part says."""

    fields: dict[str, Any] = field(default_factory=dict)
    day: date | None = None
    used: list[Para] = field(default_factory=list)
    name: str = ""
    """What the body is called there."""


def headed(paras: Sequence[Para], first_item: int) -> Headed:
    """The fields of a head; `first_item`: where the items begin."""
    found = Headed()
    head = list(paras[: min(first_item, 45)])
    for at, para in enumerate(head):
        key, value = _entry(para, head, at)
        if _is_of_another(para.text) or (not key and len({one.day for one in days(para.text)}) > 1):
            continue
        took = _day(found, value or para.text, para, sure="sure" if key or "held" in para.text.lower() else "likely")
        took |= _times(found, value or para.text, para, named=bool(key) or took)
        took |= places.place(found.fields, key, value, para)
        found.name = found.name or bodies.named_in(para.text)
        special = SPECIAL.search(para.text)
        if special and "title" not in found.fields and not para.label:
            found.fields["title"] = Value(f"{special[1].capitalize()} meeting", para.first, "likely")
        took = took or bool(key)
        if took:
            found.used.append(para)
    for para in paras[len(head) : len(head) + BENEATH] if "start" not in found.fields else ():
        if CALLED.search(para.text):
            _times(found, para.text, para, named=False)
    line = places.guessed(found.fields, head)
    found.used += [line] if line else []
    _ends(found, paras[first_item:] if first_item else paras)
    return found


def _entry(para: Para, head: Sequence[Para], at: int) -> tuple[str, str]:
    """`Date: …`, or `Date` in one cell and the day in the next."""
    if para.cells and KEYS.match(para.cells[0]):
        return para.cells[0].strip(" :").lower(), " ".join(para.cells[1:])
    found = FIELD.match(para.text) or VENUE.match(para.text)
    if found:
        return found["key"].lower(), found["value"]
    before = head[at - 1].text.strip() if at else ""
    return (before.strip(" :").lower(), para.text) if KEYS.match(before) and len(para.text) < 120 else ("", "")


def _is_of_another(text: str) -> bool:
    return bool(
        NEXT.search(text)
        or PAST.search(text)
        or re.search(
            r"\bminutes\s+of\s+(?:the\s+)?(?:last|previous)\b|\bpublished\b|\bprinted\b|\bissued?\b|\bdeadline\b|\bconfirmed\s+at\b|\b(?:joined|left|arrived)\b",
            text,
            re.I,
        )
    )


def _day(found: Headed, text: str, para: Para, sure: Sure) -> bool:
    said = days(text) if not para.bullet else []
    if not said or (found.day and found.day != said[0].day):
        return False
    if found.day is None:
        found.day = said[0].day
        found.fields["date"] = Value(said[0].day, para.first, sure)
        found.fields["date_as_printed"] = Value(said[0].printed, para.first, sure)
    return True


def _times(found: Headed, text: str, para: Para, *, named: bool) -> bool:
    said = clocks(text)
    if (
        not said
        or not (named or "held" in text.lower() or len(text) < 90 or BEGAN.search(text))
        or "start" in found.fields
    ):
        return False
    first, *more = said
    start = first.time
    if more and SPAN.search(text[first.start : more[0].end]):
        end = more[0].time
        start = _same_half(first, more[0])
        if end > start:
            found.fields["end"] = Value(end, para.first, "likely")
    found.fields["start"] = Value(start, para.first, "sure" if named else "likely")
    return True


def _same_half(first: Clock, second: Clock) -> Any:
    """`2.00 to 4.00 pm`: both of the afternoon."""
    late = first.time.replace(hour=first.time.hour + 12) if first.time.hour < 12 else first.time
    return late if first.time.hour < 8 and late < second.time else first.time


def _ends(found: Headed, paras: Sequence[Para]) -> None:
    """When the meeting ended, as its last lines say."""
    for para in reversed(paras[-60:]):
        said = clocks(para.text)
        if not said or "end" in found.fields or len(para.text) > 500:
            continue
        is_span = len(said) == 2 and SPAN.search(para.text) and len(para.text) < 40
        ended = ENDED.search(para.text)
        if (NEXT.search(para.text) and not ended) or PAUSED.search(para.text):
            continue
        if ended or is_span:
            behind = [clock for clock in said if not ended or clock.start > ended.start()]
            found.fields["end"] = Value(
                (behind or said)[-1 if is_span else 0].time, para.first, "sure" if ended else "likely"
            )
            if is_span:
                found.used.append(para)
                found.fields.setdefault("start", Value(said[0].time, para.first, "likely"))
