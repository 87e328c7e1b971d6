"""Questions that the public asked, and the answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generators.minutes.paragraphs import Para
from generators.minutes.sentences import sentences
from generators.minutes.value import Value

TITLE = re.compile(
    r"\bpublic\s+(?:questions?|participation|speaking|forum|comments?|session|statements?)\b|"
    r"\bquestions?\b.{0,30}\b(?:from|by)\s+(?:the\s+|members?\s+of\s+the\s+)*(?:public|electors|residents|parishioners)\b",
    re.I,
)
"""Items under which the public asks."""
QUESTION = re.compile(
    r"^(?:\d+[.)]\s+)?(?:public\s+)?(?:question|Q)\s*(?:no\.?\s*)?\d*\s*(?:(?:from|by)\s+(?P<who>[^:–]{3,80}?))?\s*(?:\((?P<who2>[^()]{3,60})\))?\s*[:.–]\s*(?P<text>.*)$",
    re.I | re.DOTALL,
)
ANSWER = re.compile(
    r"^(?:answer|response|reply|A)\s*\d*\s*(?:(?:from|by|of)\s+(?:the\s+)?(?P<who>[^:–]{3,80}?))?\s*[:.–]\s*(?P<text>.*)$",
    re.DOTALL | re.I,
)
SUPPLEMENTARY = re.compile(r"^supplementary\b[^:]{0,60}:\s*(?P<text>.*)$", re.I | re.DOTALL)
ASKED = re.compile(
    r"^(?P<who>(?:An?|One|The)\s+(?:member\s+of\s+the\s+public|resident|parishioner|elector)|(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)"
    r"[^.?]{0,60}?\s+(?:asked|enquired|queried|put\s+(?:a|the)\s+(?:following\s+)?question|submitted\s+(?:a|the)\s+(?:following\s+)?question)\b(?P<text>.*)$",
    re.DOTALL,
)
TOLD = re.compile(
    r"\b(?:one|a|two|three)\s+(?:\w+\s+)?questions?\s+(?:was|had\s+been\s+|were\s+)?(?:received\s+)?(?:from|by)\s+(?P<who>(?:an?|one|the)?\s*members?\s+of\s+the\s+public|[^.,]{3,60})(?P<text>.*)$",
    re.I | re.DOTALL,
)
REPLIED = re.compile(
    r"^(?:In\s+(?:response|reply),?\s+)?(?P<who>[Tt]he\s+[A-Z][^,.]{2,50}?|[A-Z][^,.]{2,50}?)?,?\s*(?:replied|responded|answered|advised|explained|confirmed)\b",
)
NONE = re.compile(r"\b(?:no|nil)\s+(?:\w+\s+){0,4}(?:questions?|public|one|requests?)\b|\bnone\b", re.I)


@dataclass
class _Open:
    """A question, as far as it was read."""

    para: Para
    fields: dict[str, Any]
    part: str = "question"
    """Which of its parts the next paragraph goes on with."""


@dataclass
class Asked:
    """The questions of an item, and the paragraphs that are theirs."""

    questions: list[Value] = field(default_factory=list)
    used: list[Para] = field(default_factory=list)


def asked(paras: Sequence[Para], number: str) -> Asked:
    """Every question of an item. Where none is marked as one, the sentences that tell of one."""
    found = Asked()
    now: _Open | None = None
    for para in paras:
        text = para.rest if para.bullet else para.text
        question, answer, more = QUESTION.match(text), ANSWER.match(text), SUPPLEMENTARY.match(text)
        if question:
            _close(found, now)
            who = question["who"] or question["who2"] or ""
            now = _Open(para, _begun(number, who, question["text"]))
        elif now and answer:
            now.fields |= {"answered_by": " ".join((answer["who"] or "").split()), "answer": answer["text"]}
            now.part = "answer"
        elif now and more:
            now.fields["supplementary"], now.part = more["text"], "supplementary"
        elif now and not para.style and not para.cells:
            now.fields[now.part] = f"{now.fields[now.part]}\n\n{text}".strip()
        else:
            continue
        found.used.append(para)
    _close(found, now)
    return found if found.questions else _told(paras, number)


def _begun(number: str, who: str, text: str) -> dict[str, Any]:
    return {"item": number or None, "asked_by": " ".join(who.split()) or None, "question": text.strip()}


def _close(found: Asked, now: _Open | None) -> None:
    if now and now.fields["question"]:
        note = "Keep the name only where the minutes publish it." if now.fields["asked_by"] else ""
        found.questions.append(Value(now.fields, now.para.first, "likely", note))


def _told(paras: Sequence[Para], number: str) -> Asked:
    """A question told in a sentence, with the sentences of its paragraph as what was asked and answered."""
    found = Asked()
    for para in paras:
        own = sentences(para.rest if para.label or para.bullet else para.text)
        said = ASKED.match(own[0]) or TOLD.search(own[0]) if own else None
        if not said or NONE.search(own[0]):
            continue
        fields = _begun(number, "" if re.search(r"\bmembers?\b", said["who"], re.I) else said["who"], own[0])
        if len(own) > 1:
            who = REPLIED.match(own[1])
            fields |= {"answered_by": who["who"] if who else None, "answer": " ".join(own[1:])}
        found.questions.append(Value(fields, para.first, "guess", "Say in your own words what was asked."))
        found.used.append(para)
    return found
