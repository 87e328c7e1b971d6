"""The answers to a roll call: `Able, Broom present; Cedar absent`, `Present: Able, Broom`, `Able (present)`."""

import re

from generators.minutes.capacities import Status
from generators.minutes.name_patterns import BUSINESS, HONORIFIC, IN_BRACKETS, NAME, ROLE_WORD

LEAD = re.compile(r"roll(?:\s+|-)call(?:\s+(?:of|by)\s+\w+)?\s*[:–—-]\s*(?P<rest>\S.*)", re.I | re.DOTALL)
HOW = r"(?P<how>present|here|absent|excused|not\s+present)"
BEHIND = re.compile(rf"(?P<names>[A-Z].*?)(?:\s+(?:were|was|are|is))?\s*(?:[–—-]\s*)?{HOW}", re.I | re.DOTALL)
BEFORE = re.compile(rf"{HOW}(?:\s+(?:were|was|are))?\s*[:–—-]?\s+(?P<names>[A-Z].*)", re.DOTALL | re.I)
EACH = re.compile(rf"[A-Z][\w.’' -]*?\s*(?:[–—-]\s*|\(){HOW}\)?", re.I)
PIECE = re.compile(r"\s*,\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+")
PART = re.compile(r"\s*;\s*(?:and\s+)?|(?<=[a-z])\.\s+(?=[A-Z])")
NONE = re.compile(r"(?:none|nobody|no\s+one|all(?:\s+(?:members|trustees))?(?:\s+were)?)\b", re.I)
WORDS = 3
"""Of a name, at most."""
Answer = tuple[str, Status]


def in_line(text: str) -> list[Answer]:
    """Who answered a roll call that stands on a line of its own; nobody where a part of it is no answer."""
    lead = LEAD.fullmatch(text.strip())
    return answered(lead["rest"]) if lead else []


def answered(text: str) -> list[Answer]:
    """The names, each with what is said of it; nobody where anything else is said."""
    found: list[Answer] = []
    for part in (one.strip(" .") for one in PART.split(text) if one.strip(" .")):
        own = _of_part(part)
        if own is None:
            return []
        found += own
    return found


def _of_part(part: str) -> list[Answer] | None:
    """Of one group of names; None where it is none."""
    each = [EACH.fullmatch(piece) for piece in PIECE.split(part)]
    if len(each) > 1 and all(each):
        parts = [_of_group(piece) for piece in PIECE.split(part)]
        return [one for own in parts if own for one in own] if all(parts) else None
    return _of_group(part)


def _of_group(part: str) -> list[Answer] | None:
    found = BEFORE.fullmatch(part) or BEHIND.fullmatch(part.replace("(", "– ").replace(")", ""))
    if not found:
        return None
    if NONE.match(found["names"]):
        return []
    names = [piece.strip() for piece in PIECE.split(found["names"])]
    how = found["how"].lower()
    status: Status = "present" if how in ("present", "here") else "apologies" if how == "excused" else "absent"
    return [(name, status) for name in names] if all(map(_is_name, names)) else None


def _is_name(text: str) -> bool:
    """A last name alone is one too, since nothing but names is called."""
    bare = HONORIFIC.sub("", IN_BRACKETS.sub("", text).strip())
    is_other = ROLE_WORD.search(bare) or BUSINESS.search(bare) or bare.isupper()
    return not is_other and len(bare.split()) <= WORDS and NAME.match(bare) is not None
