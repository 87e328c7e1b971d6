"""Tasks that the story of a discussion tells: what was asked for, and what somebody said they would do."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generators.minutes.paragraphs import Para
from generators.minutes.roles import Roles
from generators.minutes.sentences import sentences
from generators.minutes.task_verbs import DONE, HERE_TOO, LATER, MOST_WORDS, PLAIN, SPOKE, TOLD_OF, WHO
from generators.minutes.undertakings import is_owner

Sort = Literal["request", "promise", "report"]
ALSO = r"(?:(?:also|further|then|therefore|now|additionally|in\s+particular|subsequently)\s+){0,2}"
LED = r"^(?:(?:In|Following|After|On|With|At|As)\b[^,]{2,80},\s+|(?:In\s+particular|Finally|However|Further),?\s+)?"
ASKER = (
    r"(?P<by>(?:The\s+|the\s+)?(?:[A-Z]\w+\s+(?:and\s+|of\s+|for\s+)?){0,5}(?:[Pp]anel|[Cc]ommittee|[Bb]oard|[Cc]ouncil|[Ff]orum|[Aa]uthority|"
    r"[Cc]ommission|[Gg]roup|[Tt]rust|[Cc]abinet|[Ee]xecutive)|(?:[Pp]anel\s+|[Bb]oard\s+|[Cc]ommittee\s+|Some\s+|Several\s+|All\s+)?[Mm]embers|Councillors|Trustees|Governors|"
    r"(?:A|One|Another)\s+(?:\w+\s+)?[Mm]ember(?:\s+of\s+the\s+\w+)?|(?:The\s+)?(?:Vice[- ])?Chair\w*|"
    r"(?:Cllr|Councillor|Councilmember|Mr|Mrs|Ms|Miss|Dr|Trustee|Commissioner|Supervisor|Director|Mayor)\.?\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?|[A-Z]{2,3}|It\s+was|it\s+was)"
)
ASKED = rf"{ASKER}\s+(?:(?:\w+\s+){{0,15}}?(?:but|and)\s+)?{ALSO}"
REPORT = (
    r"(?:an?|the|another|further)\s+(?:(?:further|full|written|progress|update|detailed|annual|follow-up|short|future)\s+){0,3}"
    r"(?:report|paper)\b"
)


BEGINNING = 40
"""Signs by which a sentence is found again in its paragraph."""


@dataclass(frozen=True)
class Told:
    """One task that a paragraph tells."""

    sort: Sort
    text: str
    who: str
    """Who is to do it, as printed; empty where the sentence does not say."""
    by: str
    """Who asked for it."""
    para: Para


@dataclass(frozen=True)
class Form:
    """A form of words that hands out a task."""

    sort: Sort
    pattern: re.Pattern[str]
    must: Callable[[str], object] = bool
    """What the sentence must show besides."""


def _form(sort: Sort, pattern: str, must: Callable[[str], object] = bool) -> Form:
    return Form(sort, re.compile(pattern, re.DOTALL), must)


FORMS: tuple[Form, ...] = (
    _form("report", rf"{LED}{ASKED}(?:asked|requested)\s+(?:for\s+)?{REPORT}"),
    _form("report", rf"{LED}{ASKED}requested\s+(?:further|more)\s+(?:information|details)\b"),
    _form(
        "report",
        rf"{LED}{ASKED}(?:asked|requested|instructed|directed)\s+{WHO}\s+to\s+(?:provide|bring|submit|present|prepare|produce)\s+(?:back\s+)?{REPORT}",
    ),
    _form(
        "request",
        rf"{LED}{ASKED}(?:asked|requested|instructed|directed|tasked|invited)\s+(?:that\s+)?{WHO}\s+(?:to\s+)?(?:also\s+)?(?:{PLAIN})\b",
    ),
    _form(
        "request",
        rf"{LED}{ASKED}(?:asked|requested|instructed|directed|tasked|invited)\s+(?:that\s+)?{WHO}\s+(?:to\s+)?(?:also\s+)?(?:{HERE_TOO})\b",
        LATER.search,
    ),
    _form(
        "request",
        rf"{LED}{WHO}\s+(?:was|were)\s+{ALSO}(?:asked|requested|instructed|directed|tasked)\s+to\s+(?:{PLAIN})\b",
    ),
    _form(
        "request",
        rf"{LED}{WHO}\s+(?:was|were)\s+{ALSO}(?:asked|requested|instructed|directed|tasked)\s+to\s+(?:{HERE_TOO})\b",
        LATER.search,
    ),
    _form(
        "request",
        rf"(?:{LED}{ASKED}|\b(?P<it>it\s+was)\s+{ALSO})(?:asked|requested)\s+that\s+[^.]{{3,160}}?\b(?:be|is|was|were)\s+{DONE}\b",
    ),
    _form("request", rf"{LED}{ASKED}(?:asked|requested)\s+for\s+[^.]{{3,160}}?\bto\s+be\s+{DONE}\b"),
    _form(
        "request",
        rf"{LED}{ASKED}(?:asked\s+for|requested)\s+(?:(?:further|more|additional|an?|the|some)\s+){{0,2}}(?:\w+\s+)?(?:information|details|figures|data|breakdown|response|briefing|analysis|comparison|update|statistics|list|copy|copies)\b",
        LATER.search,
    ),
    _form(
        "promise",
        rf"{LED}{WHO}\s+(?:also\s+)?{SPOKE}\s+(?:[\w\s]{{0,40}}?\s)?(?:that\s+)?(?:he|she|they|it|(?:his|her|their|the)\s+(?:office|team|officers))\s+would\s+(?:also\s+|therefore\s+)?(?:{PLAIN})\b",
    ),
    _form(
        "promise",
        rf"{LED}{WHO}\s+(?:also\s+)?{SPOKE}\s+(?:[\w\s]{{0,40}}?\s)?(?:that\s+)?(?:he|she|they|it|(?:his|her|their|the)\s+(?:office|team|officers))\s+would\s+(?:also\s+|therefore\s+)?(?:{HERE_TOO})\b",
        LATER.search,
    ),
    _form(
        "promise",
        rf"(?:\b(?:and|but)\s+|;\s+|^(?:In\s+(?:response|reply|answer)[^,]{{0,60}}?\s+))(?=the\s|[A-Z]){WHO}\s+(?:agreed|undertook|offered|promised)\s+to\s+(?:{PLAIN}|{HERE_TOO})\b",
    ),
    _form(
        "promise",
        rf"\b[Ii]t\s+was\s+{ALSO}(?:agreed|requested|resolved)\s+that\s+{WHO}\s+(?:would|should|will)\s+(?:{PLAIN}|{HERE_TOO})\b",
    ),
    _form(
        "promise",
        rf"{LED}{WHO}\s+would\s+{ALSO}(?:circulate|report\s+back|feed\s*back|look\s+into|find\s+out|check|investigate|follow\s+(?:this|that|it)\s+up|write\s+to|take\s+(?:this|that|it|the\s+\w+)\s+(?:up|away|back)|bring\s+(?:this|that|it|an?|the)\b.{{0,60}}?\bback)\b",
    ),
    _form("promise", rf"{LED}{WHO}\s+would\s+{ALSO}(?:provide|share|send|bring|supply)\b", LATER.search),
    _form("promise", rf"\bconsideration\s+would\s+{ALSO}be\s+given\s+to\b"),
    _form(
        "promise",
        rf"\b(?:this|that|it|the\s+(?:matter|issue|point|query|question|concern))\s+would\s+{ALSO}be\s+(?:looked\s+(?:into|at)|investigated|followed\s+up|checked|explored|fed\s+back|taken\s+(?:up|away|back)|raised\s+with)\b",
    ),
    _form(
        "promise",
        rf"\b(?:information|details|figures|data|response|briefing|breakdown|clarification|note|slides|statistics|copy|copies|answer|list)\b[^.,;]{{0,80}}?\s+would\s+{ALSO}be\s+{DONE}\b",
        LATER.search,
    ),
    _form(
        "promise",
        rf"^(?:Future|Subsequent|Later|The\s+next)\s+(?:\w+\s+){{0,2}}(?:reports?|papers?|updates?)\b[^.]{{0,80}}?\s+(?:would|will|should)\s+{ALSO}(?:include|contain|show|set\s+out|cover)\b",
    ),
)
"""In the order in which they are tried."""


def told(paras: Sequence[Para], roles: Roles) -> list[Told]:
    """The tasks of a discussion: all that one paragraph asks for is one, and a promise is another."""
    found: list[Told] = []
    for para in paras:
        own = list(_of(para, roles)) if not para.cells else []
        before = len(found)
        asked = [one for one in own if one.sort == "request"]
        promised = [one for one in own if one.sort == "promise"]
        reports = [one for one in own if one.sort == "report"]
        if reports and asked:  # what the report is to show
            reports[-1] = replace(reports[-1], text=" ".join(one.text for one in (reports[-1], *asked)))
            asked = []
        if asked:
            words = " ".join(one.text for one in asked)
            who = {one.who for one in asked}
            found.append(Told("request", words, who.pop() if len(who) == 1 else "", asked[0].by, para))
        found += promised
        found += reports
        found[before:] = sorted(found[before:], key=lambda one: para.text.find(one.text[:BEGINNING]))
    return found


def _of(para: Para, roles: Roles) -> Iterator[Told]:
    """The sentences of a paragraph that hand out a task."""
    for sentence in sentences(para.rest if para.label or para.bullet else para.text):
        if TOLD_OF.search(sentence):
            continue
        for form in FORMS:
            said = form.pattern.search(sentence)
            groups = said.groupdict() if said else {}
            who = groups.get("who") or ""
            if said and form.must(sentence) and (not who or (len(who.split()) <= MOST_WORDS and is_owner(who, roles))):
                by = groups.get("by") or ""
                yield Told(form.sort, sentence, who, "" if by.lower() == "it was" else by, para)
                break
