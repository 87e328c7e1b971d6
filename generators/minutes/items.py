"""The items of minutes: title, report, discussion, decisions, actions, declarations and apologies of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generators.minutes import actions, decisions, declarations, reports
from generators.minutes.apologies import apologies
from generators.minutes.capacities import Attendee
from generators.minutes.numbering import Start
from generators.minutes.paragraphs import Para
from generators.minutes.roles import Roles
from generators.minutes.said import said_in
from generators.minutes.text import markdown
from generators.minutes.value import Value

APOLOGIES = re.compile(r"\bapolog|\babsence\b|\bwelcome\b|\bin\s?attendance\b", re.I)
LONG_TITLE = 170
LEAST_SAID = 6
"""Words: a longer title can be a sentence that itself decides something."""


@dataclass
class Minuted:
    """What the items of minutes give."""

    items: list[Value] = field(default_factory=list)
    declarations: list[Value] = field(default_factory=list)
    none_declared: Value | None = None
    sent_apologies: list[Attendee] = field(default_factory=list)


def minuted(blocks: Sequence[tuple[Start, Sequence[Para]]], roles: Roles) -> Minuted:
    """Every item, of its first paragraph and those beneath it."""
    found = Minuted()
    titles = {start.number or str(at + 1): start.title for at, (start, _) in enumerate(blocks)}
    for at, (start, paras) in enumerate(blocks):
        _item(found, start, list(paras), roles, titles, at)
    return found


def _item(found: Minuted, start: Start, paras: list[Para], roles: Roles, titles: dict[str, str], at: int) -> None:
    head, *beneath = paras
    fields: dict[str, Any] = {}
    title, more = titled(start.title)
    beside = _other_cells(head, start)
    more = more or (title if len(title.split()) > LEAST_SAID and said_in(title) else "")
    beneath = [*([_rest(head, more)] if more else []), *beside, *beneath]
    if not start.number:
        fields["id"] = f"item-{at + 1}"
    fields["minute"] = start.number or None
    fields["title"] = title
    sure = "sure" if len(title) < 90 and not more else "likely"
    used: list[Para] = []
    left: dict[int, str] = {}
    if declarations.TITLE.search(start.title):
        said = declarations.declared(beneath, roles, titles)
        found.declarations += said.declarations
        found.none_declared = found.none_declared or said.none
        used += said.used
    if APOLOGIES.search(start.title) or APOLOGIES.search(" ".join(para.text for para in beneath[:2])[:200]):
        only = bool(re.search(r"\bapologies\b", start.title, re.I))
        found.sent_apologies += apologies([para for para in beneath if para not in used], named_so=only)[0]
    told = reports.reported(beneath)
    fields |= told.fields
    used += told.used
    left |= told.left
    gone = set(map(id, used))
    at_of = [number for number, para in enumerate(beneath) if id(para) not in gone]
    acts = actions.acted([beneath[number] for number in at_of], roles)
    left |= {at_of[number]: text for number, text in acts.left.items()}
    gone |= set(map(id, acts.used))
    at_of = [number for number, para in enumerate(beneath) if id(para) not in gone]
    shown = [_shown(beneath[number], left.get(number)) for number in at_of]
    made = decisions.decided(shown)
    decided = set(map(id, made.used))
    gone |= {id(beneath[number]) for number, para in zip(at_of, shown, strict=True) if id(para) in decided}
    left |= {at_of[number]: text for number, text in made.left.items()}
    spoken = [(para, left.get(number, "")) for number, para in enumerate(beneath) if id(para) not in gone]
    fields |= {
        "summary": " ".join(told.summary) or None,
        "discussion": markdown(spoken) or None,
        "decisions": made.decisions,
        "actions": acts.actions,
    }
    found.items.append(Value(fields, head.first, sure))  # type: ignore[arg-type]


def titled(text: str) -> tuple[str, str]:
    """A title without the sentences that stand behind it on its line."""
    text = " ".join(text.split()).rstrip(" :")
    if ":" not in text and len(text) <= LONG_TITLE and not re.search(r"[.:]\s+[A-Z][a-z]+\s+\w+\s+\w+\s+\w+", text):
        return text.rstrip(" .:") or "Untitled", ""
    usual = re.match(r"^(?P<title>[^.:]{3,60}):\s+(?P<rest>\S.*)$", text, re.DOTALL)
    if usual and len(usual["title"].split()) <= 6:
        return usual["title"].strip(), usual["rest"]
    cut = re.match(r"^(?P<title>.{3,110}?)\s*(?:[.:]\s+|\s-\s+|\s?[–—]\s+)(?P<rest>[A-Z‘“'\"(].*)$", text, re.DOTALL)
    if cut:
        return cut["title"].rstrip(" .:"), cut["rest"]
    words = text[:110].rpartition(" ")[0]
    return (text, "") if len(text) <= LONG_TITLE else (f"{words} …", text)


def _rest(head: Para, text: str) -> Para:
    """What stands behind a title on its line, as a paragraph of its own."""
    return Para((replace(head.first, text=text, cells=()),), text, rest=text)


def _other_cells(head: Para, start: Start) -> list[Para]:
    """What stands in the row of a title beside it: its text, and in a last cell the initials of an owner."""
    title = " ".join(start.title.split())
    cells = [cell for cell in head.cells[1:] if cell and cell != title and not re.fullmatch(r"\d{1,3}[.)]?", cell)]
    return [_rest(head, cell) for cell in cells]


def _shown(para: Para, text: str | None) -> Para:
    """A paragraph as it is after what was taken from it."""
    return para if text is None else Para(para.lines, text, "", text, para.bullet)
