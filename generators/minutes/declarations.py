"""Interests that were declared."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generators.minutes.name_patterns import HONORIFIC
from generators.minutes.names import people
from generators.minutes.paragraphs import Para
from generators.minutes.roles import Roles
from generators.minutes.sentences import sentences
from generators.minutes.value import Value

TITLE = re.compile(
    r"^(?:declarations?|disclosures?)$|\b(?:declarations?|disclosures?|register)\b.*\binterests?\b|\binterests?\b.*\bdeclar|\bdeclare\b.*\binterests?\b",
    re.I,
)
NONE = re.compile(
    r"\b(?:there\s+were\s+no|no|nil|none)\b[^.]{0,60}\b(?:declarations?|interests?|declared|disclosures?)\b|\b(?:declarations?|interests?)[^.]{0,40}\b(?:none|nil)\b|^(?:none|nil)\b|^there\s+(?:were|was)\s+(?:none|nil)\b|\bnone\s+(?:were\s+)?(?:declared|made|received|recorded)\b",
    re.I,
)  # fmt: skip
DECLARED = re.compile(
    r"^(?P<who>(?:(?!\binvited|\basked|\breminded|\brequested).){2,160}?)\s+(?:(?:each|all|also|then|both|had|has|again)\s+){0,2}(?:declared|disclosed|expressed|stated|noted|recorded|gave)\s+(?P<what>(?:that\s+(?:he|she|they)\b.{0,60}?)?(?:an?|their|his|her|the|they|he|she|non|personal|pecuniary|prejudicial|interests?|disclosable|other)\b.*)$",
    re.I | re.DOTALL,
)  # fmt: skip
NATURE = re.compile(
    r"\b(?P<nature>(?:(?:disclosable|non[- ]?|other|personal|pecuniary|prejudicial|"
    r"registrable|registerable|financial|direct|indirect|professional|significant|"
    r"standing|conflict\s+of|and|but|or)[- ]*)+)\s+interests?\b",
    re.I,
)
ITEM = re.compile(
    r"\b(?:agenda\s+)?(?:items?|minutes?|paragraphs?)\s+(?:no\.?s?\s*|numbers?\s*)?(?P<numbers>\d[\w./]*(?:\s*(?:,|and|&)\s*\d[\w./]*)*)",
    re.I,
)
FROM = re.compile(
    r"\bdeclarations?\s+of\s+(?:\w+\s+)?interests?\s+(?:(?:was|were|had\s+been)\s+)?(?:received\s+|made\s+)?(?:from|by)\s+(?:the\s+)?(?P<who>[A-Z][^,.;:]{2,60})"
)
"""`A declaration of interest from the Clerk`."""
MATTER = re.compile(
    r"^(?P<who>[A-Z][^–:]{1,120}?)\s*(?:\s-\s|[–:]\s|\b(?:in\s+relation\s+to|regarding|in\s+respect\s+of|re:?)\s)\s*\S",
    re.DOTALL,
)
"""Who, and behind a sign or two the matter in which they have an interest."""
ALL = re.compile(r"\ball\s+(?:the\s+)?(?:substantive\s+|agenda\s+)*items\b", re.I)


@dataclass(frozen=True)
class Declared:
    """What an item on interests says."""

    declarations: list[Value]
    none: Value | None
    used: list[Para]


def declared(paras: Sequence[Para], roles: Roles, titles: dict[str, str]) -> Declared:
    """The interests of these paragraphs. `titles`: those of the items, by number."""
    found: list[Value] = []
    used: list[Para] = []
    none: Value | None = None
    for para in paras:
        text = para.rest if para.label or para.bullet else para.text
        said = [one for sentence in sentences(text) if (one := _declaration(sentence, text, para, roles, titles))]
        said = said or list(_listed(text, para, roles, titles))
        if said:
            found += said
            used.append(para)
        elif NONE.search(text) and not re.search(r"\b(?:other|further)\b", text):
            none = Value("yes", para.first, "sure" if len(text) < 160 else "likely")
    return Declared(found, None if found else none, used)


def _declaration(sentence: str, whole: str, para: Para, roles: Roles, titles: dict[str, str]) -> Value | None:
    match = DECLARED.match(sentence) or FROM.search(sentence)
    if not match or re.match(
        r"^(?:the\s+(?:\w+\s+)?(?:body|panel|board|committee|council|court|forum|authority|meeting)\b|members|no\b|there|any|all\s+members|councillors)\b",
        match["who"],
        re.I,
    ):
        return None
    who = re.sub(r"^(?:the\s+)?(?:following\s+)?", "", match["who"]).strip(" ,")
    names = re.split(r",|\s+and\s+", who) if len(HONORIFIC.findall(who)) > 1 else [who.split(",")[0]]
    return _of(names[0], sentence, whole, para, roles, titles)


def _listed(text: str, para: Para, roles: Roles, titles: dict[str, str]) -> Iterator[Value]:
    """`Cllrs A Able and B Bee: the hall`, `AA and BB regarding the hall`: a list, with a matter behind each."""
    match = MATTER.match(text)
    named = people(match["who"]) if match and len(match["who"]) < 120 else []
    letters = re.split(r"\s*(?:,|&|/|\band\b)\s*", match["who"]) if match else []
    if named and all(one.honorific for one in named):
        yield from (_of(f"{one.honorific} {one.name}", text, text, para, roles, titles) for one in named)
    elif letters and all(re.fullmatch("[A-Z]{2,4}", one) and roles.find(one) for one in letters):
        yield from (_of(one, text, text, para, roles, titles) for one in letters)


def _of(name: str, sentence: str, whole: str, para: Para, roles: Roles, titles: dict[str, str]) -> Value:
    """What one person declared."""
    person = roles.match(name)
    nature = NATURE.search(sentence)
    items = _items(whole, titles)
    fields: dict[str, Any] = {
        "person": person.id if person else None,
        "role": None if person else roles.role(name),
        "interest": " ".join(whole.split()),
        "nature": " ".join(nature["nature"].split()).strip(" -").lower() if nature else None,
        "items": items,
        "all_items": "yes" if ALL.search(whole) else None,
    }
    note = person.note if person else f"“{name.strip()}” is nobody on record"
    return Value(fields, para.first, person.sure if person else "likely", note)


def _items(text: str, titles: dict[str, str]) -> list[str]:
    """The items a declaration names, by number or by a title that stands in it."""
    numbers = [
        number.strip(".") for found in ITEM.finditer(text) for number in re.findall(r"\d[\w./]*", found["numbers"])
    ]
    found = [number for number in numbers if number in titles]
    low = text.casefold()
    for number, title in titles.items():
        words = title.casefold().strip(" .:")
        short = words.removesuffix("s")
        if len(words) > 9 and short in low and not TITLE.search(title):
            found.append(number)
    return list(dict.fromkeys(found))
