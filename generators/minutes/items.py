"""The items of minutes: title, report, discussion, decisions, actions, declarations and apologies of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generators.minutes import actions, decisions, declarations, private_items, public_questions, reports, tasks
from generators.minutes.apologies import apologies
from generators.minutes.capacities import Attendee
from generators.minutes.paragraphs import Para
from generators.minutes.roles import Roles
from generators.minutes.said import said_in
from generators.minutes.text import markdown
from generators.minutes.titles import Start
from generators.minutes.value import Value

APOLOGIES = re.compile(r"\bapolog|\babsence\b|\bwelcome\b|\bin\s?attendance\b", re.I)
MINUTES = re.compile(r"^(?:\w+\s+){0,2}minutes\b", re.I)
UNDER_FIRST = 4
"""Items under which interests are declared, at most."""
LONG_HEADING = 90
LONG_TITLE = 170
TWO_PARTS = re.compile(r"(?P<title>[^.:]{3,80}):\s+(?P<rest>[A-Z\d‘“'\"(][^.:]{2,90}[^.:;,])")
"""`Police and Crime Plan: Progress Report`."""
OPENS_TEXT = re.compile(
    r"(?:\w+\s+)?(?:apolog|absen|declarations?\b|disclosure|minutes|dates?\b|next|present\b|in\s+attendance|close|welcome|matters|public|"
    r"any\s+other|a\.?o\.?b|chair\w*$|venue|time|call\s+to|roll|adjourn|resolved|agreed|action|noted|to\s)",
    re.I,
)
"""Titles whose text stands behind a colon on their line."""
VERB = re.compile(
    r"\b(?:was|were|is|are|be|been|has|have|had|will|would|none|nil|noted|agreed|approved|resolved|received|reported|presented|"
    r"thanked|circulated|discussed|confirmed|(?:Cllr|Mr|Mrs|Ms|Dr)\b)|£|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]+\s+\d{4}",
    re.I,
)
"""What no second part of a title has."""
ANSWER = re.compile(
    r"(?P<title>(?!.*:).{8,150}?)(?:\s+(?=NONE|Nil|NIL)|\.\s+(?=RESOLVED|AGREED|NOTED|APPROVED))(?P<rest>(?:NONE|Nil|NIL)\.?|[A-Z]{5,}\b.*)$"
)
"""A title and its one word of an answer, with no sign between them."""
LEAST_SAID = 6
"""Words: a longer title can be a sentence that itself decides something."""


@dataclass
class Minuted:
    """What the items of minutes give."""

    items: list[Value] = field(default_factory=list)
    declarations: list[Value] = field(default_factory=list)
    none_declared: Value | None = None
    questions: list[Value] = field(default_factory=list)
    sent_apologies: list[Attendee] = field(default_factory=list)


def minuted(blocks: Sequence[tuple[Start, Sequence[Para]]], roles: Roles) -> Minuted:
    """Every item, of its first paragraph and those beneath it."""
    found = Minuted()
    titles = {start.number or str(at + 1): start.title for at, (start, _) in enumerate(blocks)}
    for at, (start, paras) in enumerate(blocks):
        _item(found, start, list(paras), roles, titles, at)
    if not any(declarations.TITLE.search(start.title) for start, _ in blocks):
        _declared_within(found, blocks, roles, titles)
    tasks.add(found.items, blocks, roles)
    _withhold(found.items, blocks)
    return found


def _declared_within(
    found: Minuted, blocks: Sequence[tuple[Start, Sequence[Para]]], roles: Roles, titles: dict[str, str]
) -> None:
    """Interests under a heading of their own within an item; the discussion keeps the paragraphs."""
    for _, paras in blocks[:UNDER_FIRST]:
        titled_so = (at for at, para in enumerate(paras) if _of_interests(para))
        at = next(titled_so, None)
        if at is not None:
            said = declarations.declared(paras[at + 1 : at + 4], roles, titles)
            found.declarations += said.declarations
            found.none_declared = found.none_declared or said.none
            return


def _of_interests(para: Para) -> bool:
    """Whether a line is a heading over interests declared."""
    return len(para.text) < LONG_HEADING and declarations.TITLE.search(para.text) is not None


def _withhold(items: list[Value], blocks: Sequence[tuple[Start, Sequence[Para]]]) -> None:
    """Mark the items that were taken in private, so that the site shows nothing of them but the reason."""
    own = [private_items.Block(start.number, start.title, paras) for start, paras in blocks]
    for at, reason in private_items.private(own).items():
        line, note = items[at].line, "Taken in private? Its text must then not be kept here."
        items[at].holds["access"] = Value("exempt", line, "likely", note)
        items[at].holds["exempt_reason"] = Value(reason, line, "likely")


def _item(found: Minuted, start: Start, paras: list[Para], roles: Roles, titles: dict[str, str], at: int) -> None:
    head, *beneath = paras
    fields: dict[str, Any] = {}
    title, more = titled(start.title)
    beside = _other_cells(head, start)
    if not more and len(title.split()) > LEAST_SAID and said_in(title):
        title, more = _subject(title), title
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
        rest = [para for para in beneath if para not in used]
        found.sent_apologies += apologies(rest, named_so=only, find=roles.find)[0]
    if public_questions.TITLE.search(start.title):
        asked = public_questions.asked(beneath, start.number)
        found.questions += asked.questions
        used += asked.used
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
        "decisions": _of_minutes(title, made.decisions),
        "actions": acts.actions,
    }
    found.items.append(Value(fields, head.first, sure))  # type: ignore[arg-type]


def _of_minutes(title: str, made: list[Value]) -> list[Value]:
    """Earlier minutes that were `Agreed`, and no more is said, were confirmed."""
    if MINUTES.search(title):
        for value in made:
            is_bare = not re.match(r"(?!and\s+signed\b)\w", value.holds["text"])
            if is_bare and value.holds["outcome"] in ("agreed", "approved", "accepted", "resolved"):
                value.holds["outcome"] = "confirmed"
    return made


def titled(text: str) -> tuple[str, str]:
    """A title without the sentences that stand behind it on its line."""
    text = " ".join(text.split()).rstrip(" :")
    if answer := ANSWER.match(text):
        return answer["title"].rstrip(" .:–-"), answer["rest"]
    whole = TWO_PARTS.fullmatch(text)
    if whole and not OPENS_TEXT.match(whole["title"]) and not VERB.search(whole["rest"]):
        return text, ""
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


def _subject(sentence: str) -> str:
    """What a sentence that stands for a title speaks of: `Accounts` of `Accounts were presented and accepted`."""
    found = re.match(r"(?P<subject>.{3,80}?)\s+(?:was|were|be|is|are)\s", sentence)
    return found["subject"].strip(" ,:") if found and not re.match(r"it\b", sentence, re.I) else sentence


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
