"""Which entry of a record an entry of a document is: items by number and title, people by id or role."""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

Entry = Mapping[str, Any]
NEAR = 0.72
"""How near two titles are that name the same business."""
NEAR_ENOUGH = 0.4
"""How near they are where the number is the same."""
SIGNS = str.maketrans("‘’“”–—‐‑", "''\"\"----")
SAID_OF_MEETING = re.compile(r"\b(?:the|of|on|held|meeting|previous|last|\d{1,2}(?:st|nd|rd|th)?|\d{4})\b")
"""What agendas and minutes say of earlier minutes in one case and leave out in another."""


def plain(words: Any) -> str:
    """Words as they are compared: the kind of quotation mark, spaces, capitals and a last full stop say nothing."""
    return " ".join(str(words).translate(SIGNS).casefold().split()).rstrip(" .:;")


def is_same(old: Any, new: Any) -> bool:
    """Whether a record says already what a document says."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return all(name in old and is_same(old[name], value) for name, value in new.items())
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(any(is_same(mine, theirs) for mine in old) for theirs in new)
    return not isinstance(old, Mapping | list) and not isinstance(new, Mapping | list) and plain(old) == plain(new)


def items(old: Sequence[Entry], new: Sequence[Entry]) -> dict[int, int]:
    """By its place in the document, the place of an item in the record: the nearest pairs first, each once."""
    pairs = sorted(
        (-likeness, abs(mine - theirs), theirs, mine)
        for mine, one in enumerate(old)
        for theirs, other in enumerate(new)
        if (likeness := _likeness(one, other))
    )
    found: dict[int, int] = {}
    for _, _, theirs, mine in pairs:
        if theirs not in found and mine not in found.values():
            found[theirs] = mine
    return found


def _likeness(old: Entry, new: Entry) -> float:
    """How surely two items are the same: by the number of the minutes, or by title, which a number makes likelier."""
    number = plain(new.get("minute") or new.get("number") or "")
    one, other = (plain(entry.get("title", "")) for entry in (old, new))
    near = max(_near(one, other), _near(_short(one), _short(other)))
    if number and number == plain(old.get("minute", "")):
        return 2 + near
    if number and number == plain(old.get("number", "")) and near >= NEAR_ENOUGH:
        return 1 + near
    return near if near >= NEAR else 0.0


def _near(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one and other else 0.0


def _short(title: str) -> str:
    return " ".join(SAID_OF_MEETING.sub(" ", title).split()) if title.startswith("minutes") else title


def people(old: Sequence[Entry], new: Sequence[Entry]) -> dict[int, int]:
    """By its place in the document, the place in the record of the same person, or of the same role."""
    found: dict[int, int] = {}
    for fits in (is_same, _is_one):  # whoever says the same in all is taken before whoever has only the same role
        for theirs, entry in enumerate(new):
            free = (at for at in range(len(old)) if at not in found.values() and theirs not in found)
            mine = next((at for at in free if fits(old[at], entry)), None)
            found |= {} if mine is None else {theirs: mine}
    return found


def _is_one(old: Entry, new: Entry) -> bool:
    if old.get("person") or new.get("person"):
        return bool(old.get("person") == new.get("person"))
    printed = [entry["as_printed"] for entry in (old, new) if entry.get("as_printed")]
    return plain(old.get("role", "")) == plain(new.get("role", "")) and len(set(map(plain, printed))) < 2


def texts(old: Sequence[Entry], new: Sequence[Entry]) -> dict[int, int]:
    """By its place in the document, the place in the record of the same paragraph."""
    of = {plain(entry.get("text", "")): at for at, entry in enumerate(old)}
    return {at: of[words] for at, entry in enumerate(new) if (words := plain(entry.get("text", ""))) in of}
