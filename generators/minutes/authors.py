"""Who wrote a paper, as its head prints it."""

import re
from typing import Any

from generators.minutes.casing import Vocabulary
from generators.minutes.name_patterns import BEGINS_ROLE, ROLE_WORD, TITLE
from generators.minutes.names import Printed, people
from generators.minutes.paragraphs import Para
from generators.minutes.people import People
from generators.minutes.value import Value

SHORT_RANK = re.compile(r"\b(Acc|Dcc|Cc|Supt|T/acc)\b(?=\s[A-Z])")
RANK = re.compile(r"[A-Z/]{2,5}$|.*(?:Supt|Insp|Sgt|Superintendent|Inspector|Sergeant)\.?$")
"""A title that is itself a rank, and so part of the role."""
NEXT = re.compile(rf"\s+(?:[Aa]nd|AND|&)\s+(?=(?:(?:{TITLE})\.?\s+)?[A-Z][a-z]+\s+[A-Z][\w’'-]+(?:\s+[–-]|,|$))")
"""Where the next author begins behind an `and`."""
LAST_AND = re.compile(r"\s+(?:and|AND|&)$")
NAME_THEN_ROLE = re.compile(r"^(?P<name>[A-Z][a-z]+\s+(?:[A-Z]\.?\s+)?[A-Z][\w’'-]+)\s+(?P<role>[A-Z].+)$")
"""`Ann Able Chief Executive`: no sign between the two."""


def authors(value: str, para: Para, known: People, words: Vocabulary) -> list[Value]:
    """Who wrote it: by role; a name only through a person's record. Whoever has neither is not told of."""
    text = LAST_AND.sub("", words.named(value))
    text = SHORT_RANK.sub(lambda found: found[0].upper() if len(found[0]) < 4 else found[0], text)
    found: list[Value] = []
    for piece in _apart(text):
        named = _unparted(piece) or people(piece)
        if not named:
            found.append(Value({"role": piece}, para.first, "guess", "no name was told apart"))
        found += [author for one in named if (author := _author(one, para, known))]
    return found


def _author(one: Printed, para: Para, known: People) -> Value | None:
    """One author; nobody where neither a record nor a role is known: staff are told of by role."""
    match = known.match(one)
    rank = one.honorific if RANK.match(one.honorific) else ""
    role = ", ".join(part for part in (rank, _joined(one.role)) if part)
    if not (role or match):
        return None
    author: dict[str, Any] = {"role": role or None, "person": match.id if match else None}
    note = match.note if match else f"{one.name} is nobody on record; staff are told of by role"
    return Value(author, para.first, match.sure if match else "likely", note)


def _joined(role: str) -> str:
    """A role and the office it belongs to, which print parts by a dash."""
    return re.sub(r"\s+[–—-]\s+", ", ", role)


def _unparted(piece: str) -> list[Printed]:
    """A name and a role that nothing parts."""
    found = NAME_THEN_ROLE.match(piece)
    first = found["role"].split()[0] if found else ""
    is_role = bool(found) and (ROLE_WORD.fullmatch(first) is not None or first in BEGINS_ROLE)
    return [Printed(piece, name=found["name"], role=found["role"])] if found and is_role else []


def by_line(para: Para, value: str, words: Vocabulary) -> list[str]:
    """The authors of several lines, a new one wherever a line begins with a name."""
    lines = [value if number == 0 else line.text for number, line in enumerate(para.lines)]
    lines[0] = value if len(para.lines) == 1 else value[: len(value) - len(" ".join(lines[1:]))].strip()
    found: list[str] = []
    for line in lines:
        if found and not people(words.named(line)):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _apart(text: str) -> list[str]:
    """Authors whom an `and` joins; one within a role is left alone."""
    parts: list[str] = []
    for piece in NEXT.split(text):
        first = re.split(r"\s+[–-]\s+|,", piece)[0]
        if parts and ROLE_WORD.search(first):
            parts[-1] = f"{parts[-1]} and {piece}"
        else:
            parts.append(piece)
    return parts
