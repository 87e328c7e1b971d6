"""An agenda or minutes as the fields of a meeting's record."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from generators.minutes import agenda, attendance, capacities, items, roll_calls, told_at_once
from generators.minutes.apologies import apologies
from generators.minutes.entries import entries
from generators.minutes.following import next_meeting
from generators.minutes.heading import Headed, headed
from generators.minutes.numbering import starts
from generators.minutes.paragraphs import Para
from generators.minutes.people import People
from generators.minutes.roles import Roles
from generators.minutes.titles import Start
from generators.minutes.value import Value

PRESENT = re.compile(
    r"^(?:present|attendance|attendees|in\s+attendance|those\s+(?:present|attending)|members\s+present|councillors\s+present)\b",
    re.I,
)
BEGINNING = re.compile(r"^(?:call(?:ed)?\s+to\s+order|opening|welcome)\b", re.I)
"""A first item beneath which some bodies print who was there."""
SIGNED = re.compile(
    r"^(?:chair\w*|signed|date|clerk|(?:signed|chair\w*)\b.{0,60}\bdate\b.*|\(?chair\w*\)?\s*[.…_ ]*(?:date)?[.…_ ]*|"
    r"the\s+meeting\s+(?:closed|ended|concluded|finished)\b.*|\W*)$",
    re.I,
)
END = re.compile(
    r"^(?:date\s+of\s+(?:the\s+)?next\s+meeting\s*:.*\d{4}.*|\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?\s*[–-]\s*\d{1,2}[.:]\d\d.*)$",
    re.I,
)


@dataclass
class Made:
    """What became of a part."""

    fields: dict[str, Any]
    headed: Headed
    used: list[Para] = field(default_factory=list)


def minutes_of(paras: Sequence[Para], known: People) -> Made:
    """The record that minutes give."""
    begun, blocks, tail = _blocks(paras)
    head = headed(paras, begun)
    around = told_at_once.apart(_around(paras[:begun], tail, known, head))
    called, calls = roll_calls.answering(around)
    seen = set(map(id, calls))
    within = _within(blocks)
    listed, used = attendance.listed([*(para for para in around if id(para) not in seen), *within], invited=False)
    listed, used = [*listed, *called], [*used, *calls]
    if not any(one.status == "present" for one in listed):
        listed += roll_calls.called([(start.title, block) for start, block in blocks[:6]])
    roles = Roles(listed, known)
    found = items.minuted(blocks, roles)
    following, announced = next_meeting([*(para for _, block in blocks[-3:] for para in block), *tail])
    seen = set(map(id, used))
    without, sent_in = apologies([para for para in around if id(para) not in seen])
    used = told_at_once.whole([*around, *within], [*used, *(para for para in sent_in if para.text != _printed(para))])
    sent = [replace(one, capacity=_capacity(one, listed, known)) for one in (*without, *found.sent_apologies)]
    fields = head.fields | {
        "attendance": entries([*listed, *sent], known),
        "declarations": found.declarations,
        "none_declared": found.none_declared if not found.declarations else None,
        "questions": found.questions,
        "items": found.items,
        "next_meeting": following,
    }
    taken = [para for _, block in blocks for para in block]
    closing = [para for para in tail if SIGNED.match(para.text.strip())]
    return Made(fields, head, [*head.used, *_whole(paras, used), *taken, *closing, *announced])


def agenda_of(paras: Sequence[Para], known: People) -> Made:
    """The record that an agenda gives."""
    begun, blocks, tail = _blocks(paras)
    head = headed(paras, begun)
    around = _around(paras[:begun], tail, known, head)
    listed, used = attendance.listed(around, invited=True)
    planned, headings = agenda.planned(blocks, paras[:begun])
    following, announced = next_meeting([*(para for _, block in blocks[-3:] for para in block), *tail])
    fields = head.fields | {
        "attendance": entries(listed, known),
        "items": planned,
        "next_meeting": following,
    }
    taken = [para for _, block in blocks for para in block]
    named = [para for para in paras[:begun] if re.fullmatch(r"agenda|public\s+session", para.text.strip(), re.I)]
    return Made(fields, head, [*head.used, *_whole(paras, used), *taken, *headings, *announced, *named])


def _blocks(paras: Sequence[Para]) -> tuple[int, list[tuple[Start, Sequence[Para]]], list[Para]]:
    """Where the items begin, each with its paragraphs, and what stands behind the last."""
    found = starts(paras)
    if not found:
        return len(paras), [], []
    ends = [start.at for start in found[1:]]
    last = _end(paras, found[-1].at + 1)
    blocks = [(start, paras[start.at : end]) for start, end in zip(found, [*ends, last], strict=True)]
    return found[0].at, blocks, list(paras[last:])


def _within(blocks: Sequence[tuple[Start, Sequence[Para]]]) -> list[Para]:
    """The paragraphs of items that are themselves lists of those present."""
    found: list[Para] = []
    for start, (head, *beneath) in blocks[:4]:
        lead = PRESENT.match(start.title)
        if lead:
            found += [replace(head, text=start.title, label="", rest=start.title), *beneath]
        elif BEGINNING.match(start.title):
            found += beneath[next((at for at, para in enumerate(beneath) if _is_list(para)), len(beneath)) :]
    return found


def _is_list(para: Para) -> bool:
    """Whether a line is the heading over those who were there."""
    said = capacities.heading(para.text) if para.text.rstrip().endswith(":") else None
    return said is not None and said[1] == "present"


def _printed(para: Para) -> str:
    """The whole of what was cut, as its lines print it."""
    return " ".join(line.text for line in para.lines)


def _end(paras: Sequence[Para], start: int) -> int:
    """Where the last item ends: at a list of people, a signature, or the announcement of the next meeting."""
    for at in range(start, len(paras)):
        text = paras[at].text.strip()
        lead = capacities.LEAD.match(text)
        is_list = capacities.heading(text) or (lead and capacities.heading(lead["head"] or lead["head2"]))
        if (is_list and not paras[at].label) or SIGNED.match(text) or END.match(text):
            return at
    return len(paras)


def _around(before: Sequence[Para], behind: Sequence[Para], known: People, head: Headed) -> list[Para]:
    """What stands before the items and behind them and is not of the head."""
    used = {para.lines for para in head.used}
    return [para for para in _apart([*before, *behind], known) if para.lines not in used]


def _apart(paras: Sequence[Para], known: People) -> list[Para]:
    """Lines of people in which a second one is known to begin, with a sign between the two."""
    names = [re.escape(one.name) for one in known.known if " " in one.name]
    if not names:
        return list(paras)
    second = re.compile(rf"(?<=[a-z)])\s+(?=(?:(?:Mr|Mrs|Ms|Dr|Cllr|Lord)\.?\s+)?(?:{'|'.join(names)})\b)")
    found = []
    for para in paras:
        cut = second.split(para.text) if not para.cells and len(para.text) < 300 else [para.text]
        is_list = len(cut) > 1 and (" – " in cut[0] or "," in cut[0] or ")" in cut[0])
        found.append(replace(para, text="; ".join(cut)) if is_list else para)
    return found


def _whole(paras: Sequence[Para], used: Sequence[Para]) -> list[Para]:
    """The paragraphs as they were before a sign was put into them."""
    lines = {para.lines for para in used}
    return [para for para in paras if para.lines in lines]


def _capacity(one: capacities.Attendee, listed: Sequence[capacities.Attendee], known: People) -> capacities.Capacity:
    """Whoever is on record as a member, or was listed before, keeps that capacity."""
    match = known.match(one.printed)
    for other in listed:
        if match and known.match(other.printed) == match:
            return other.capacity
    is_member = match and any(person.id == match.id and known.body in person.bodies for person in known.known)
    return "member" if is_member else one.capacity


def state_of(day: date, today: date) -> Value | str:
    """What an agenda alone says of its meeting."""
    return "scheduled" if day >= today else "no record"
