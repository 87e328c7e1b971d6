"""Who wrote a paper, as its head prints it."""

import re
from typing import Any

from generators.minutes.casing import Vocabulary
from generators.minutes.name_patterns import ROLE_WORD
from generators.minutes.names import people
from generators.minutes.paragraphs import Para
from generators.minutes.people import People
from generators.minutes.value import Value


def authors(value: str, para: Para, known: People, words: Vocabulary) -> list[Value]:
    """Who wrote it: by role; a name only through a person's record."""
    text = words.named(value)
    text = re.sub(
        r"\b(Acc|Dcc|Cc|Supt|T/acc)\b(?=\s[A-Z])",
        lambda found: found[0].upper() if len(found[0]) < 4 else found[0],
        text,
    )
    pieces = _apart(text)
    found = []
    for piece in pieces:
        named = people(piece)
        if not named:
            found.append(Value({"role": piece}, para.first, "guess", "no name was told apart"))
        for one in named:
            match = known.match(one)
            role = one.role or (one.honorific if re.match(r"[A-Z/]{2,5}$", one.honorific) else "")
            author: dict[str, Any] = {
                "role": role or (None if match else "Role not printed"),
                "person": match.id if match else None,
            }
            note = match.note if match else f"{one.name} is nobody on record; staff are told of by role"
            found.append(Value(author, para.first, match.sure if match else "likely", note))
    return found


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
    for piece in re.split(r"\s+and\s+(?=(?:[A-Z]{2,4}\s+)?[A-Z][a-z]+\s+[A-Z][a-z]+(?:\s+[–-]|,|$))", text):
        first = re.split(r"\s+[–-]\s+|,", piece)[0]
        if parts and ROLE_WORD.search(first):
            parts[-1] = f"{parts[-1]} and {piece}"
        else:
            parts.append(piece)
    return parts
