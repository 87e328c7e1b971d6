"""Who is meant by a name, a role or initials in the text of minutes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generators.minutes import offices
from generators.minutes.capacities import Attendee
from generators.minutes.name_patterns import COLLECTIVE, HONORIFIC, ROLE_WORD
from generators.minutes.names import Printed
from generators.minutes.people import Match, People

SPLIT = re.compile(r"\s*(?:,|;|/|&|\+|\band\b)\s*")
SEAT = re.compile(
    r"\b(?:chair\w*|member|convener|governor|head\s?teacher|councillor|councilor|representative|representing|non-executive|lay|independent|principal)\b",
    re.I,
)
"""Roles by which a member is not known: these are named."""
ALL = re.compile(
    r"^(?:all|everyone|everybody|all\s+(?:members|officers|present|staff|governors|councillors|trustees))$", re.I
)


OFFICES = {
    "PCC": "Police and Crime Commissioner",
    "DPCC": "Deputy Police and Crime Commissioner",
    "DCC": "Deputy Chief Constable",
    "ACC": "Assistant Chief Constable",
}
"""Offices that minutes of policing shorten."""
SHORT = re.compile(r"(?P<first>[A-Z])\.?(?:\s?[A-Z]\.?)*\s+(?P<last>[A-Z][\w’'-]+)$")
"""`O. Owner`: initials and a last name."""


def _is_short(one: Printed, short: re.Match[str]) -> bool:
    names = one.name.split()
    return names[-1] == short["last"] and names[0][0] == short["first"]


@dataclass(frozen=True)
class Roles:
    """Those who were there, by the ways in which minutes speak of them."""

    present: Sequence[Attendee]
    known: People

    def find(self, words: str) -> Printed | None:
        """Whom a name, a last name or initials mean among those who were there."""
        office = offices.held(words.strip(" .()[]:"))
        bare = office[1] if office else HONORIFIC.sub("", words.strip(" .()[]:")).strip()
        named = [attendee.printed for attendee in self.present if attendee.printed.name]
        for one in named:
            names = one.name.split()
            made = "".join(name[0] for name in names)
            if bare and (bare in (one.initials, one.name) or bare == names[-1] or (len(bare) > 1 and bare == made)):
                return one
        firsts = {one.name: one for one in named if one.name.split()[0] == bare}
        if len(firsts) == 1 and len(bare) > 2:
            return next(iter(firsts.values()))
        short = SHORT.match(bare)
        same = [one for one in named if short and _is_short(one, short)]
        return same[0] if len({one.name for one in same}) == 1 else None

    def owner(self, words: str) -> str | None:
        """The owner of an action as a record names one: by role; a member by name. None where it is nobody."""
        text = words.strip(" .()[]:")
        text = OFFICES.get(text.removeprefix("the ").removeprefix("The "), text)
        found = self.find(text)
        if found:
            is_member = any(one.printed is found and one.capacity == "member" for one in self.present)
            return (
                found.role
                if found.role and not (is_member and SEAT.search(found.role))
                else f"{found.honorific} {found.name}".strip()
            )
        if not text or ALL.match(text) or ROLE_WORD.search(text) or HONORIFIC.match(text):
            return text or None
        return text if re.fullmatch(r"[A-Z]{2,5}|[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}", text) else None

    def owners(self, words: str) -> list[str]:
        """Everybody of a list, or nobody where one of its parts is nobody."""
        whole = words.strip(" .()[]:")
        found = self.find(whole)
        shared = COLLECTIVE.match(whole)
        if shared:
            title = "Cllr" if "c" in shared["title"].lower()[:8] else ""
            whole = ", ".join(f"{title} {part}".strip() for part in SPLIT.split(whole[shared.end() :]) if part)
        parts = [whole] if found else [part for part in SPLIT.split(whole) if part]
        if ROLE_WORD.search(whole) and not re.search(r"[/;,&]", whole) and not any(self.find(part) for part in parts):
            sides = re.split(r"\s+and\s+(?=the\s|[A-Z])", whole)
            parts = sides if all(ROLE_WORD.search(side) for side in sides) and len(sides) > 1 else [whole]
        owners = [self.owner(part) for part in parts]
        return [re.sub(r"^(?:the|The)\s+", "", one) for one in owners if one] if parts and all(owners) else []

    def match(self, words: str) -> Match | None:
        """The person on record who is meant."""
        found = self.find(words)
        return (self.known.match(found) if found else None) or self.known.of_text(words)

    def role(self, words: str) -> str:
        """The role of somebody who was there."""
        found = self.find(words)
        return found.role if found and found.role else "Member"
