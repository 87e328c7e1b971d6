"""Tasks that no mark calls an action, added to the items: those of the discussion, and those that decisions give.

All are guesses. Where minutes mark their actions, they say themselves what is one, and nothing is added.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generators.minutes import actions, declarations, due_dates, narrated, public_questions, tasks_decided
from generators.minutes.narrated import Told
from generators.minutes.paragraphs import Para
from generators.minutes.roles import Roles
from generators.minutes.titles import Start
from generators.minutes.value import Value
from generators.slugs import slug_of

MARKED = 2
"""So many marked actions are a custom."""
ALIKE = 0.5
"""Of the words of the shorter one, how many two tasks share that are one."""
LONG = re.compile(r"[a-z]{4,}")
STEM = 6
"""Signs of a word by which it is known again: `provide` and `provided` are one."""
TOLD = "told in the discussion"
DECIDED = "what a decision gives somebody to do"
FULL = r"\b((?:[A-Z][\w’']+\s+(?:(?:and|of|for|&)\s+)?){1,6}%s)\b"
SKIPPED = (declarations.TITLE, public_questions.TITLE)
"""Items whose paragraphs are told elsewhere."""


def add(items: Sequence[Value], blocks: Sequence[tuple[Start, Sequence[Para]]], roles: Roles) -> None:
    """Add the tasks of each item to it."""
    marked = [one for item in items for one in item.holds["actions"] if one.sure != "guess"]
    if len(marked) >= MARKED:
        return
    for item, (start, paras) in zip(items, blocks, strict=True):
        if not any(pattern.search(start.title) for pattern in SKIPPED):
            _discussed(item.holds, narrated.told(paras, roles), roles)
            _decided(item.holds, paras, roles)


def _discussed(item: dict[str, Any], told: Sequence[Told], roles: Roles) -> None:
    """What was asked for and promised in a discussion."""
    for one in told:
        if one.sort == "report":
            _ask(item, _request(one.text, one.by, one.who, one.para.first, TOLD))
        elif not _known(item["actions"], one.text):
            made = actions.action_of(one.text, _owners(one.who, roles), one.para.first, "guess", TOLD)
            item["actions"].append(made)


def _decided(item: dict[str, Any], paras: Sequence[Para], roles: Roles) -> None:
    """What decisions give somebody to do; where the discussion told it too, that action carries the decision out."""
    for decision in item["decisions"]:
        task = tasks_decided.task(decision.holds["text"], roles)
        if task is None:
            continue
        carried = _place(item, decision.holds)
        text, who = decision.holds["text"], task.who
        if task.is_report:
            item["reports_requested"] = []  # what was asked for in the discussion was resolved
            _ask(item, _request(text, "", who, decision.line, DECIDED), carried)
        elif same := _known(item["actions"], text):
            same.holds.setdefault("carries_out", carried)
        else:
            owners = [_in_full(who, paras)] if tasks_decided.is_body(who) else _owners(who, roles)
            made = actions.action_of(text, owners, decision.line, "guess", DECIDED)
            made.holds["carries_out"] = carried
            item["actions"].append(made)


def _request(text: str, by: str, who: str, line: Any, note: str) -> Value:
    """A report that was asked for."""
    due = due_dates.parted(text)[1]
    fields = {"text": text, "requested_by": by or None, "of": re.sub(r"^[Tt]he\s+", "", who) or None}
    return Value(fields | {"due_as_printed": due.printed if due else None}, line, "guess", note)


def _ask(item: dict[str, Any], request: Value, carried: str | None = None) -> None:
    item.setdefault("reports_requested", []).append(request)
    request.holds["carries_out"] = carried


def _known(actions_: Sequence[Value], text: str) -> Value | None:
    """The action that says the same already."""
    return next((one for one in actions_ if _alike(str(one.holds["text"]), text)), None)


def _alike(one: str, other: str) -> bool:
    mine, theirs = ({word[:STEM] for word in LONG.findall(words.lower())} for words in (one, other))
    return len(mine & theirs) >= ALIKE * min(len(mine), len(theirs)) if mine and theirs else one == other


def _place(item: Mapping[str, Any], decision: Mapping[str, Any]) -> str | None:
    """The end of a decision's permanent link; none where it has no letter of its own."""
    number, letter = item.get("minute"), decision.get("letter")
    alone = len(item["decisions"]) == 1
    if not number or not (letter or alone):
        return None
    return f"item-{slug_of(number)}-decision" + (f"-{slug_of(letter)}" if letter else "")


def _owners(who: str, roles: Roles) -> list[str]:
    """Those who are named; a word such as `staff` as it stands."""
    return (roles.owners(who) or [re.sub(r"^[Tt]he\s+", "", who)]) if who else []


def _in_full(who: str, paras: Sequence[Para]) -> str:
    """`the Panel` by the longer name that the item calls it by."""
    bare = re.sub(r"^[Tt]he\s+", "", who)
    named = re.search(FULL % re.escape(bare), " ".join(para.text for para in paras[1:])) if " " not in bare else None
    return re.sub(r"^The\s+", "", named[1]) if named else bare
