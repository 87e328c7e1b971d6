"""Who sent apologies, as an item on them says."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from generators.minutes.capacities import COLUMN, Attendee, Capacity, heading
from generators.minutes.name_patterns import ALSO
from generators.minutes.names import Printed, people
from generators.minutes.paragraphs import Para
from generators.minutes.sentences import sentences

FROM = re.compile(
    r"apolog(?:y|ies)\b[^.:]{0,80}?\b(?:from|for|by|behalf\s+of|of)\s*:?\s*(?P<names>(?!\s*(?:(?:the\s+|their\s+)?absence|his|her|their|inability|being|lateness)\b).*)$|^(?P<names2>.+?)\s+(?:had\s+)?(?:sent|gave|tendered|offered|submitted)\s+(?:their\s+|his\s+|her\s+)?apologies\b",
    re.I | re.DOTALL,
)  # fmt: skip
OPENS = re.compile(r"\bapologies\b.*\b(?:from|for|of)[\s:–-]*$", re.I | re.DOTALL)
"""A sentence whose names stand in the lines beneath it."""
GOES_ON = re.compile(r"(?:were|was|had\s+been|received|accepted)\s")
"""How a sentence begins whose first word is the title above it."""
ACCEPTED = re.compile(
    r"(?<=[a-z])\s+(?:be|was|were)\s+(?:accepted|received|noted|sustained|approved|granted)\b(?!.*\b(?:from|for|by|behalf)\b).*$",
    re.DOTALL,
)
"""What a motion does with an apology."""
STOOD_IN = re.compile(r",?\s*(?:for|with)\s+whom\b.*$", re.DOTALL)
"""Who stood in for somebody; they are listed among those present."""
SHORTENED = re.compile(r"(?:[A-Z]\.?\s+)+[A-Z][\w’'-]+$")
"""`A. Able`: hardly ever anything but somebody's name."""
LISTED_SHORT = re.compile(r"[A-Z]{2,4}(?:\s*(?:,|&|and)\s+[A-Z]{2,4})*(?=[,.;]|\s*$)")
TOLD = re.compile(r"\b(?:was|were|is|are|has|had|will|(?!retired|co-opted)[a-z]+ed)\b")
"""A verb: what has one is no list of names."""


@dataclass
class _Reading:
    """What was read so far of the paragraphs of an item."""

    named_so: bool
    """Whether the item has apologies in its title, so that names alone are those who sent them."""
    is_open: bool
    is_listed: bool = False
    """Whether a sentence said that their names stand beneath it."""
    capacity: Capacity | None = None
    """What a heading among these names says of those beneath it."""
    find: Callable[[str], Printed | None] = lambda _words: None
    """Whom initials mean among those listed."""
    found: list[Attendee] = field(default_factory=list)
    used: list[Para] = field(default_factory=list)


def apologies(
    paras: Sequence[Para], *, named_so: bool = False, find: Callable[[str], Printed | None] = lambda _words: None
) -> tuple[list[Attendee], list[Para]]:
    """Whom an item on apologies names, in its sentences or in the lines beneath them; initials are looked up."""
    reading = _Reading(named_so, named_so, find=find)
    for para in paras:
        text = para.rest if para.label or para.bullet else para.cells[0] if para.cells else para.text
        text = ACCEPTED.sub("", text)
        text = STOOD_IN.sub("", f"Apologies {text}" if named_so and GOES_ON.match(text) else text)
        sentence = FROM.search(text)
        if reading.is_open and not sentence and _is_of_list(reading, text):
            reading.used.append(para)
        elif sentence or OPENS.search(text):
            opens = sentence is None or OPENS.search(text) is not None
            _said(reading, para, "" if opens or not sentence else sentence["names"] or sentence["names2"] or "")
        else:
            _named(reading, para, text)
    return reading.found, reading.used


def _is_of_list(reading: _Reading, text: str) -> bool:
    """A heading among the names, which can say what those beneath it are; the head of a column; that there are none."""
    under = heading(text)
    reading.capacity = under[0] if under else reading.capacity
    return bool(under or re.fullmatch(r"(?:none|nil)\.?", text, re.I) or COLUMN.match(text))


def _said(reading: _Reading, para: Para, names: str) -> None:
    """A sentence, with the names in it or beneath it."""
    reading.is_open = reading.is_listed = not names.strip(" .:–-")
    named = people(sentences(ALSO.sub("; ", names))[0].rstrip(".")) if names.strip() else []
    named = _by_initials(names, reading.find) or named
    if named or reading.is_open:
        _take(reading, para, named)


def _by_initials(names: str, find: Callable[[str], Printed | None]) -> list[Printed]:
    """`AB, CD and EF`: those listed who have these initials; nobody where the words are no initials."""
    listed = LISTED_SHORT.match(names.strip())
    found = [find(short) for short in re.findall(r"[A-Z]{2,4}", listed[0])] if listed else []
    return [one for one in found if one]


def _named(reading: _Reading, para: Para, text: str) -> None:
    """A line beneath it: names, or the end of them."""
    first = sentences(ALSO.sub("; ", text))[0].rstrip(".") if reading.is_open else ""
    named = people(first) if not TOLD.search(first) else []
    if reading.named_so and not reading.is_listed:
        named = [one for one in named if one.honorific or SHORTENED.match(one.name)]
    if named and len(para.cells) > 1:
        named = [replace(named[-1], role=named[-1].role or para.cells[1])]
    if named:
        _take(reading, para, named)
    else:
        reading.is_open = reading.is_listed = False
        reading.capacity = None


def _take(reading: _Reading, para: Para, named: Sequence[Printed]) -> None:
    reading.found += [Attendee(one, reading.capacity or _capacity(one), "apologies", para.first) for one in named]
    reading.used.append(para)


def _capacity(one: Printed) -> Capacity:
    """Whoever is named by rank or role is no member, as far as can be told."""
    if re.match(r"(?:\w+\s+)?(?:Cllr|Councillor)", one.honorific):
        return "member"
    ranked = re.match(r"(?:C/|Ch)?\.?\s?(?:Supt|Superintendent|Insp|Inspector|ACC|DCC|T/|CC|Sgt|Chief)", one.honorific)
    worded = one.role and not re.search(r"chair|member|council|governor|representing", one.role, re.I)
    return "officer" if ranked or worded else "member"
