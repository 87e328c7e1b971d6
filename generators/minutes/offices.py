"""Offices that stand before a last name, as abroad: `Mayor Pro Tem Able`, `Supervisors Able and Broom`."""

import re

from generators.minutes.name_patterns import BUSINESS, COLLECTIVE, ROLE_WORD, TITLE

SEATS = (
    r"Supervisor|Trustee|Selectm[ae]n|Selectwom[ae]n|Selectperson|Alderm[ae]n|Alderwoman|Alderperson|Assembly\s?member|Bail+ie|"
    r"Council\s?[Mm]ember|Councilor|Councillor|Commissioner|Regent|Governor|Convener|Member|Cr|Cllr"
)
"""Seats on a body: whoever is called so has no other role."""
CHAIRS = r"Chair(?:man|woman|person)?|Board\s+Chair(?:man|woman|person)?|Presiding\s+Officer"
LED = (
    r"(?:(?:Deputy|Depute|Assistant|Vice|Acting|Interim|City|Town|Village|County|Borough|Police|Fire|Public\s+Works|Finance|Planning|"
    r"Community\s+Development|School|Council|Board|District|Parish|Chief|Executive|Junior|Senior)[ -]+){0,3}"
)
OFFICE = re.compile(
    rf"(?P<office>Mayor\s+Pro[-\s]Tem(?:pore)?|(?:Lord|Vice|Deputy|Acting)[\s-]+(?:Mayor|Provost)|{LED}(?:Mayor|Provost|President|"
    rf"Manager|Chief|Chief\s+Constable|Constable|Attorney|Clerk|Administrator|Engineer|Director|Planner|Treasurer|Solicitor|Secretary|"
    rf"Superintendent|Recorder|Auditor|Comptroller|Counsel|(?:{CHAIRS})|(?:{SEATS})))\.?"
    r"\s+(?P<name>(?:[A-Z]\.?\s+)?[A-Z][\w’'-]+(?:\s+[A-Z]\.)?(?:\s+[A-Z][\w’'-]+){0,2})"
)
PLURALS = (
    r"Councill?ors|Cllrs\.?|Crs\.?|Council\s?[Mm]embers|Supervisors|Commissioners|Trustees|Directors|"
    r"Selectmen|Aldermen|Assembly\s?members|Regents|Bail+ies|Members|Messrs\.?|Mmes\.?|Mesdames"
)
NO_NAME = rf"(?!(?:{TITLE}|{PLURALS})\b)"
ONE = rf"{NO_NAME}[A-Z][\w’'.-]*(?:\s+{NO_NAME}[A-Z][\w’'.-]*){{0,2}}(?:\s*\([^()]*\))?"
"""A name without a title of its own."""
HER = r"(?:(?:Mrs|Miss|Ms)\.?\s+)?"
"""What some councils print between the title of all and the first of the names."""
PLURAL = re.compile(
    rf"(?:^|(?<=[,;])\s*|\s+(?:and|&)\s+)(?P<title>{PLURALS})\s*:?\s+"
    rf"(?P<names>{HER}{ONE}(?:(?:,\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+){ONE})*)"
)
"""One title before several names, anywhere in a list."""
SINGLE = {
    "cllrs": "Cllr", "crs": "Cr", "messrs": "Mr", "mmes": "Mrs", "mesdames": "Mrs", "selectmen": "Selectman",
    "aldermen": "Alderman",
}  # fmt: skip


def held(text: str) -> tuple[str, str] | None:
    """The office and the name of somebody who is called by both, and by no more."""
    found = OFFICE.fullmatch(text.strip(" ."))
    if not found or any(pattern.search(found["name"]) for pattern in (ROLE_WORD, BUSINESS)):
        return None
    words = found["name"].split()
    is_whole = len(words) > 1 and len(words[0].rstrip(".")) > 1
    return (
        None if is_whole and ROLE_WORD.search(found["office"]) else (" ".join(found["office"].split()), found["name"])
    )


def is_seat(office: str) -> bool:
    """Whether it only says that somebody has a seat."""
    return re.fullmatch(SEATS, office) is not None


def is_chair(office: str) -> bool:
    """Whether whoever is called so leads the body."""
    return re.fullmatch(CHAIRS, office) is not None


def named_each(text: str) -> str:
    """A list in which one title stands before several names, with the title before each of them.

    Where such a title stands at the beginning and no other in the list, it holds for the whole of it, as ever.
    """
    plurals = list(PLURAL.finditer(text))
    behind = text[plurals[0].end() :] if plurals else ""
    is_usual = (
        COLLECTIVE.match(text) and len(plurals) == 1 and not any(held(part) for part in re.split(r"[,;]| and ", behind))
    )
    if not plurals or is_usual:
        return text
    return PLURAL.sub(_each, text).strip(" ;,")


def _each(found: re.Match[str]) -> str:
    plural = " ".join(found["title"].rstrip(".").split())
    title = SINGLE.get(plural.lower(), plural.removesuffix("s"))
    names: list[str] = []
    end = len(found["names"])
    for one in re.finditer(rf"{HER}{ONE}", found["names"]):
        if ROLE_WORD.search(re.sub(r"\([^()]*\)", "", one[0])):  # the next office
            end = one.start()
            break
        names.append(one[0])
    rest = found["names"][end:]
    return "; " + "; ".join([*(f"{title} {name}" for name in names), *([rest] if rest else [])])
