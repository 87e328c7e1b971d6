"""Whose report an item considered, how it was made and with what it is marked."""

import re
from dataclasses import dataclass
from typing import Any

from generators.minutes.paragraphs import Para
from generators.minutes.sentences import sentences
from generators.minutes.value import Value

RECEIVED = re.compile(
    r"\b(?:received|considered|presented|introduced|gave|discussed|consider|receive|"
r"had\s+before\s+it|noted)\s+(?:and\s+\w+\s+)?(?:an?|the|joint)\s+(?P<how>(?:(?:joint|"
r"written|oral|verbal|annual|quarterly|detailed|progress|proposed|update|"
r"updated|draft|brief|confidential|regular)\s+)*)(?P<what>report|presentation|"
r"update|paper|briefing|overview|[\w ]{3,40}?(?=\s+(?:from|of|by)\s+the\b))\b(?P<rest>.*)$",
    re.I | re.DOTALL,
)  # fmt: skip
OF = re.compile(
    r"\b(?:of|from|by|written\s+by|submitted\s+by|prepared\s+by)\s+(?:the\s+)?(?P<who>(?:(?:Assistant|Deputy|Joint|Acting|Interim|Chief|Police|Executive|Strategic|Head|Director|Corporate|Group|Office|Monitoring|Section|Democratic|Town|Parish|Clerk|Treasurer|County|Service|Finance|Independent|Internal|External)\b)[\w’',&-]*(?:\s+(?:of|and|for|the|&|[A-Z][\w’'&-]*,?))*)"
)
MARKED = re.compile(
    r"marked\s*[‘’'\"“]\s*(?P<mark>[^‘’'\"”“]{1,40})[‘’'\"”]|\b(?:marked|as)\s+(?P<plain>(?:Appendix|Enclosure|Paper|Annex)\s+[A-Z0-9]{1,3})\b",
    re.I,
)

MOVED = re.compile(r"(?:up)?on\s+(?:a\s+|the\s+)?motion\b", re.I)
"""A sentence that says what was done with a report."""


@dataclass(frozen=True)
class Reported:
    """What is known of the report of an item."""

    fields: dict[str, Any]
    summary: list[str]
    used: list[Para]
    left: dict[int, str]


def reported(paras: list[Para]) -> Reported:
    """The report that the first paragraphs of an item speak of."""
    fields: dict[str, Any] = {}
    summary: list[str] = []
    used: list[Para] = []
    left: dict[int, str] = {}
    for at, para in enumerate(paras[:9]):
        said = sentences(para.text) if not para.label else []
        taken = [sentence for sentence in said if _fields(sentence, para, fields)]
        if taken:
            summary += taken
            rest = [sentence for sentence in said if sentence not in taken]
            if rest:
                left[at] = " ".join(rest)
            else:
                used.append(para)
    return Reported(fields, summary, used, left)


def _fields(sentence: str, para: Para, fields: dict[str, Any]) -> bool:
    """Whether a sentence speaks of the report; what it says is added to the fields."""
    if MOVED.match(sentence):
        return False
    received = RECEIVED.search(sentence) if "report_of" not in fields else None
    marked = MARKED.search(sentence) if "marked" not in fields else None
    if received:
        who = OF.search(received["rest"])
        only_noted = not who and received[0].lower().startswith("noted")
        if only_noted or (not who and not re.search(r"\b(?:report|presentation)\b", received["what"], re.I)):
            return False
        said = f"{received['how']} {received['what']}".lower()
        if who:
            fields["report_of"] = Value(_authors(who["who"]), para.first, "sure")
        how = (
            "joint written"
            if "joint" in said
            else "oral"
            if re.search("oral|verbal", said)
            else "presentation"
            if "presentation" in said
            else "written"
        )
        fields["report"] = Value(how, para.first, "sure" if "written" in said or how != "written" else "likely")
    if marked:
        fields["marked"] = Value(" ".join((marked["mark"] or marked["plain"]).split()), para.first, "sure")
    return bool(received or marked)


def _authors(words: str) -> list[str]:
    """Whose report it is; two where an office is named behind `and the`."""
    parts = re.split(r"\s+and\s+the\s+", words.strip(" ,."))
    return [
        re.sub(r"(?:,|\s+(?:and|of|for|the|which|about|on))+$", "", part).strip(" ,.") for part in parts if part.strip()
    ]
