"""Who is to do what: `ACTION: …`, `Action by …`, a column of initials, `[Action: AB/CD]` behind a sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from generators.minutes import action_tables, due_dates, margins, undertakings
from generators.minutes.document import Line
from generators.minutes.paragraphs import Para
from generators.minutes.printed import days
from generators.minutes.roles import Roles
from generators.minutes.sentences import sentences
from generators.minutes.value import Sure, Value

HEAD = re.compile(
    r"^(?:\(?[a-z\d]{1,3}[.)]\s+)?(?:ACTIONS?|Actions?|ACTION\s+POINTS?|Action\s+[Pp]oints?|ACTION\s+BY|Actions?\s+by|AP|TO\s+DO)\s*(?:no\.?\s*)?(?P<number>\d[\w/.-]*)?\s*(?:\((?P<who>[^()]{2,60})\))?\s*(?P<sign>[:\-–—]|(?=\s(?!Arising|Log|Plan|Notes?|Tracker|Summary|Items?|Outstanding|From)[A-Z]))\s*(?P<rest>.*)$",
    re.DOTALL,
)
BEHIND = re.compile(
    r"[\[(]\s*(?:ACTIONS?|Actions?|To\s+action)(?:\s+by)?\s*[:\-–—]?\s*(?P<who>[^\[\]()]{2,60})[\])]\s*\.?\s*$|"
    r"\b(?:ACTIONS?|Actions?)\s*(?:by\s*)?[:–—-]\s*(?P<who2>[A-Z][\w ./&,’'-]{1,50})\.?\s*$|"
    r"[,;.]?\s*\b(?:[Tt]o\s+be\s+actioned|[Ff]or\s+action|[Aa]ctioned)\s+by:?\s+(?:the\s+)?"
    r"(?P<who3>[A-Z][\w ./&,’'-]{1,50}?)\.?\s*$"
)
TO = re.compile(
    r"^(?P<who>(?:(?!\bto\b)[^.:;]|(?<=\bCllr)\.|(?<=\bCllrs)\.|(?<=\b[A-Z])\.){2,90}?)\s+(?:to\s+(?!date\b|the\b)|will\s+|should\s+|agreed\s+to\s+|would\s+|is\s+to\s+|are\s+to\s+)(?P<what>.+)$",
    re.DOTALL,
)
TASK = re.compile(
    r"^(?P<who>(?:(?!\bto\b)[^.:;]|(?<=\bCllr)\.|(?<=\bCllrs)\.|(?<=\b[A-Z])\.){2,60}?)\s+to\s+(?!be\b|report\b(?!\s+back)|declare\b|update\b|welcome\b|open\b|introduce\b|present\b|date\b|the\b|an?\b|note\b|receive\b|consider\b|approve\b|agree\b|elect\b|appoint\b|which\b|whom\b|this\b|that\b|all\b)[a-z]+\b",
)
"""Who, `to`, and what to do; a body that is asked to note or to agree has no task."""
BEHIND_DASH = re.compile(
    r"\s[–—-]\s+(?P<who>[A-Z]{2,3}(?:\s*(?:,|&|and|/)\s*[A-Z]{2,3})*)\s+to\s+(?!be\b|note\b|the\b|date\b|an?\b)[a-z]+\b[^.]{0,60}\.?$"
)
"""`The gate is broken – AB to mend it`: the discussion keeps the sentence."""
WITHIN = re.compile(r"^(?:ACTIONS?|Actions?)\s*[:–—-]\s+(?P<rest>[A-Z].+)$", re.DOTALL)
"""A sentence of a paragraph that hands out a task."""
WHO_FIRST = re.compile(r"^(?P<who>[^:–—]{2,60}?)\s*[:–—]\s+(?P<what>.+)$", re.DOTALL)
WHO_LAST = re.compile(r"^(?P<what>.+?)\s*(?:[–—-]\s*|[\[(])(?P<who>[A-Z][\w /&,.’'-]{1,60})[\])]?\s*\.?$", re.DOTALL)


LEAST_BEFORE = 12
"""Signs that stand before an owner in brackets, at least."""


@dataclass(frozen=True)
class Acted:
    """The actions of an item and what is left of its paragraphs."""

    actions: list[Value]
    used: list[Para]
    left: dict[int, str]


def acted(paras: Sequence[Para], roles: Roles) -> Acted:
    """Every action the paragraphs of an item give."""
    done = Acted([], [], {})
    at = 0
    while at < len(paras):
        para = paras[at]
        rows, many = action_tables.table(paras, at) if para.cells else ([], 0)
        if many:
            done.actions.extend(_of_row(row, roles) for row in rows)
            done.used.extend(paras[at : at + many])
            at += many
            continue
        text = " ".join(cell for cell in para.cells if cell) if para.cells else para.rest if para.bullet else para.text
        head, behind = HEAD.match(text), BEHIND.search(text)
        if head and not (behind and behind.start() > LEAST_BEFORE):
            at += _headed(done, paras, at, head, roles)
            continue
        if _within(done, para, at, text, roles):
            at += 1
            continue
        if behind:
            _behind(done, para, at, text, behind, roles)
        else:
            _beside(done, paras, at, text, roles)
        at += 1
    known = [str(one.holds["text"]) for one in done.actions]
    said = undertakings.undertaken([para for para in paras if not para.cells and para not in done.used], roles)
    new = [one for one in said if not any(one[0] in text for text in known)]
    done.actions.extend(_action(text, who, para, roles, "guess") for text, who, para in new)
    return done


def _headed(done: Acted, paras: Sequence[Para], at: int, head: re.Match[str], roles: Roles) -> int:
    """What stands behind `ACTION:` or beneath it; how many paragraphs that is."""
    para, rest, who = paras[at], head["rest"].strip(), head["who"] or ""
    beneath = _beneath(paras, at + 1) if not rest or rest.endswith(":") else []
    if rest and roles.owners(rest) and not beneath and at and not TO.match(rest):
        above = next((one for one in reversed(paras[:at]) if one not in done.used), paras[at - 1])
        done.actions.append(_action(above.text, rest, para, roles, "likely"))
    elif rest and not beneath:
        several = [part.strip() for part in re.split(r";\s+(?:and\s+)?", rest)]
        each = len(several) > 1 and all((one := TO.match(part)) and roles.owners(one["who"]) for part in several)
        done.actions.extend(_action(part, who, para, roles, "sure") for part in (several if each else [rest]))
    elif rest:
        who = who or rest.rstrip(":")
    done.actions.extend(_action(one.rest or one.text, who, one, roles, "sure") for one in beneath)
    if rest or beneath:
        done.used.extend([para, *beneath])
    return 1 + len(beneath)


def _within(done: Acted, para: Para, at: int, text: str, roles: Roles) -> bool:
    """`… Action: Clerk to write to the county. …`: sentences with an owner; the rest of the paragraph stays."""
    own = sentences(text)
    told = [
        one for one in own
        if (found := WITHIN.match(one)) and (who := TASK.match(found["rest"])) and roles.owners(who["who"])
    ]  # fmt: skip
    done.actions.extend(_action(WITHIN.sub(r"\g<rest>", one), "", para, roles, "sure") for one in told)
    if told:
        done.left[at] = f"{para.label} {' '.join(one for one in own if one not in told)}".strip()
    return bool(told)


def _behind(done: Acted, para: Para, at: int, text: str, behind: re.Match[str], roles: Roles) -> None:
    """`[Action: Clerk]` behind a sentence."""
    before = text[: behind.start()].strip()
    if before:
        done.actions.append(_action(before, behind["who"] or behind["who2"] or behind["who3"], para, roles, "sure"))
        done.left[at] = before


def _beside(done: Acted, paras: Sequence[Para], at: int, text: str, roles: Roles) -> None:
    """Initials in the last cell of a row, or alone beneath a paragraph."""
    para = paras[at]
    before, margin = margins.parted(para)
    if margin and margins.names_owners(margin, roles, beside=before):
        done.actions.append(_action(before, margin, para, roles, "likely"))
        done.left[at] = before
    elif at and margins.alone(para, roles):
        if not any(one.line == paras[at - 1].first for one in done.actions):
            done.actions.append(_action(paras[at - 1].text, text, para, roles, "likely"))
        done.used.append(para)
    elif not para.cells:
        _told(done, para, at, roles)


def _told(done: Acted, para: Para, at: int, roles: Roles) -> None:
    """`Clerk to write to …`: sentences without a verb of their own, which say who is to do what."""
    own = sentences(para.rest if para.label or para.bullet else para.text)
    told = [one for one in own if (found := TASK.match(one)) and margins.names_owners(found["who"], roles, beside=one)]
    behind = {one: found["who"] for one in own if one not in told and (found := BEHIND_DASH.search(one))}
    done.actions.extend(
        _action(one, behind.get(one, ""), para, roles, "likely") for one in own if one in (*told, *behind)
    )
    rest = [one for one in own if one not in told]
    if told and not rest:
        done.used.append(para)
    elif told:
        done.left[at] = f"{para.label} {' '.join(rest)}".strip()


def _of_row(row: action_tables.Row, roles: Roles) -> Value:
    """The action of a row; who is to act and by when stand in cells of their own."""
    value = _action(row.text, row.owner, row.para, roles, "sure")
    if not row.due:
        return value
    day = days(row.due)
    return replace(value, holds=value.holds | {"due": day[0].day if day else None, "due_as_printed": row.due})


def _beneath(paras: Sequence[Para], start: int) -> list[Para]:
    """The list under `Actions:`."""
    found: list[Para] = []
    for para in paras[start:]:
        if para.label or para.bullet:
            found.append(para)
        elif not found and len(para.text) < 400 and not para.style:
            return [para]
        else:
            break
    return found


def _action(text: str, who: str, para: Para, roles: Roles, sure: Sure) -> Value:
    """One action as a record has it; where nobody is named beside it, its own words are looked at."""
    text = " ".join(text.split())
    owners = roles.owners(who) if who else []
    if not owners:
        for pattern in (TO, WHO_FIRST, WHO_LAST):
            found = pattern.match(text)
            if found and (owners := roles.owners(found["who"])):
                break
    return action_of(text, owners, para.first, sure if owners else "likely")


def action_of(text: str, owners: Sequence[str], line: Line, sure: Sure, note: str = "") -> Value:
    """One action whose owners are known, or are known to be nobody."""
    text, due = due_dates.parted(" ".join(text.split()))
    fields: dict[str, Any] = {"text": text, "owner": list(owners)}
    if due:
        fields |= {"due": due.day, "due_as_printed": due.printed}
    notes = (note, "" if owners else "no owner could be told")
    return Value(fields, line, sure, "; ".join(filter(None, notes)))
