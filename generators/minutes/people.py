"""Printed names held against the people on record: nobody is invented."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from generators.minutes.name_patterns import HONORIFIC, LETTERS
from generators.minutes.names import Printed
from generators.minutes.value import Sure

ALIKE = 0.8
"""How near a misspelt name is to the right one."""


@dataclass(frozen=True)
class Known:
    """Somebody on record."""

    id: str
    name: str
    others: tuple[str, ...] = ()
    bodies: frozenset[str] = frozenset()
    """The bodies of which the records call the person a member."""


@dataclass(frozen=True)
class Match:
    """Who is meant, and how sure that is."""

    id: str
    sure: Sure
    note: str = ""


@dataclass(frozen=True)
class People:
    """Everybody on record, as one body sees them."""

    known: tuple[Known, ...]
    body: str = ""

    def match(self, printed: Printed) -> Match | None:
        """The one person who is meant, if one is."""
        words = _words(printed.name)
        if not words:
            return None
        for look in (_whole, _with_initials, _last_name):
            found = [one for one in self.known if look(one, words)]
            found = [one for one in found if self.body in one.bodies] or found if len(found) > 1 else found
            if len(found) == 1:
                sure: Sure = "sure" if look is _whole else "likely"
                note = "" if look is _whole else f"printed “{printed.name}”"
                return Match(found[0].id, sure, note)
            if found:
                return None
        near = [one for one in self.known if _misspelt(one, words)]
        return (
            Match(near[0].id, "guess", f"printed “{printed.name}”: did you mean {near[0].name}?")
            if len(near) == 1
            else None
        )

    def of_text(self, text: str) -> Match | None:
        """The person a few words name."""
        bare = LETTERS.sub("", HONORIFIC.sub("", text.strip(" .,:;"))).strip()
        return self.match(Printed(text, name=bare))


def _whole(one: Known, words: list[str]) -> bool:
    return any(_words(name) == words for name in (one.name, *one.others))


def _with_initials(one: Known, words: list[str]) -> bool:
    """The last name, and before it first names or their initials that agree."""
    names = _words(one.name)
    if len(words) < 2 or not names or names[-1] != words[-1]:
        return False
    return len(names) == 1 or (
        names[0][0] == words[0][0] and (len(words[0]) == 1 or len(names[0]) == 1 or names[0] == words[0])
    )


def _last_name(one: Known, words: list[str]) -> bool:
    names = _words(one.name)
    return len(words) <= len(names) and names[-len(words) :] == words and (len(words) < len(names) or len(names) == 1)


def _misspelt(one: Known, words: list[str]) -> bool:
    names = _words(one.name)
    if len(words) < 2 or len(names) < 2:
        return False
    first, last = _alike(names[0], words[0]), _alike(names[-1], words[-1])
    return (first == 1 and last >= ALIKE) or (last == 1 and first >= ALIKE)


def _alike(name: str, printed: str) -> float:
    return SequenceMatcher(None, name, printed).ratio()


def _words(name: str) -> list[str]:
    bare = LETTERS.sub("", HONORIFIC.sub("", name))
    return re.sub(r"[^\w\s-]", " ", bare.replace("’", "").replace("'", "")).casefold().split()


def known_people(people: Iterable[object], members: Iterable[tuple[str, str]]) -> tuple[Known, ...]:
    """The people of an archive. `members`: of each membership the body and the person."""
    of: dict[str, set[str]] = {}
    for body, person in members:
        of.setdefault(person, set()).add(body)
    return tuple(
        Known(id, str(getattr(one, "name", "")), tuple(getattr(one, "also_printed_as", ())), frozenset(of.get(id, ())))
        for one in people
        if (id := str(getattr(one, "id", "")))
    )
