"""Who was there, where minutes say it in a sentence: `Members present were …`, or in the answer to a roll call."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generators.minutes import answers
from generators.minutes.capacities import Attendee, Capacity, Status
from generators.minutes.name_patterns import HONORIFIC, IN_BRACKETS, NAME, ROLE_WORD
from generators.minutes.names import Printed
from generators.minutes.paragraphs import Para
from generators.minutes.sentences import sentences

SAID = re.compile(
    r"^(?:.{0,60}?\b)?(?P<who>members|those|also|others?|staff|officers|officials|councillors|commissioners|trustees|guests|visitors)\b"
    r"(?:\s+(?:who\s+were|also))?\s+(?:present|in\s+attendance|attending)\s+(?:were|was|are|included)\s*:?\s+(?P<names>\S.*)$",
    re.I | re.DOTALL,
)
BEHIND = re.compile(
    r"^(?P<names>[A-Z].+?)\s+(?:were|was)\s+(?:also\s+)?(?P<how>present|in\s+attendance|absent)\.?$", re.DOTALL
)
ROLL_CALL = re.compile(r"roll\s+call|call\s+to\s+order", re.I)
"""Items under which such sentences stand."""
CALLED = re.compile(
    r"\b(?:Chair(?:man|woman|person)?|Mayor|President)\s+(?P<who>(?:[A-Z][\w.’'-]+\s+){1,3})(?:called|opened)\b"
)
"""Who opened the meeting was in the chair."""
VERB = re.compile(r"\b(?:was|were|is|are|has|had|have|called|opened|moved|met|that|no|none|everyone|all)\b", re.I)
PIECE = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+")
MEMBERS = re.compile(
    r"^(?:vice[- ])?(?:mayor|chair\w*|president|councill?\w*|council\s+members?|"
    r"supervisors?|commissioners?|trustees?|governors?|members?|alder\w+|directors)\b",
    re.I,
)
GUESTS = re.compile(r"^(?:guests?|visitors?|observers?|residents?|members?\s+of\s+the\s+public)\b", re.I)
OFFICE = re.compile(r"\b(?:attorney|planner|city|town|village|county|district|works)\b", re.I)


@dataclass(frozen=True)
class _Held:
    """The office named last, which holds for the bare names behind a plural."""

    office: str = ""
    capacity: Capacity = "member"


def called(blocks: Sequence[tuple[str, Sequence[Para]]]) -> list[Attendee]:
    """Those whom such sentences name; `blocks`: the first items, each with its title."""
    found: list[Attendee] = []
    for title, paras in blocks:
        is_call = ROLL_CALL.search(title) is not None
        for para in paras:
            for sentence in sentences(para.text):
                found += _of_sentence(sentence, para, is_call=is_call)
    once = list({one.printed.name: one for one in reversed(found)}.values())[::-1]
    chair = next((who["who"].strip() for _, paras in blocks for para in paras if (who := CALLED.search(para.text))), "")
    return [
        replace(one, printed=replace(one.printed, in_chair=True)) if chair and one.printed.name.endswith(chair) else one
        for one in once
    ]


def answering(paras: Sequence[Para]) -> tuple[list[Attendee], list[Para]]:
    """Those who answered a roll call on a line of its own before the items, and these lines."""
    found = [(para, answers.in_line(para.text)) for para in paras if not para.cells]
    return (
        [_answer(one, para) for para, said in found for one in said],
        [para for para, said in found if said],
    )


def _answer(said: answers.Answer, para: Para) -> Attendee:
    name, status = said
    titled = HONORIFIC.match(name)
    printed = Printed(
        name, honorific=titled[0].strip() if titled else "", name=name[titled.end() :] if titled else name
    )
    return Attendee(printed, "member", status, para.first)


def _of_sentence(sentence: str, para: Para, *, is_call: bool) -> Iterator[Attendee]:
    own = answers.in_line(sentence) or (
        answers.answered(sentence) if is_call and not IN_BRACKETS.search(sentence) else []
    )
    if own:
        yield from (_answer(one, para) for one in own)
        return
    said, behind = SAID.match(sentence), BEHIND.match(sentence)
    if said:
        yield from _named(said["names"], para, _first(said["who"]), "present")
    elif behind and not VERB.search(behind["names"]):
        yield from _named(behind["names"], para, _Held(), "absent" if behind["how"] == "absent" else "present")
    elif is_call and MEMBERS.match(sentence) and not VERB.search(sentence):
        yield from _named(sentence, para, _Held(), "present")


def _first(who: str) -> _Held:
    """As what those are there whom no office of their own introduces."""
    word = who.lower()
    if word in ("also", "other", "others", "staff", "officers", "officials"):
        return _Held(capacity="officer")
    return _Held(capacity="in attendance" if word in ("guests", "visitors") else "member")


def _named(text: str, para: Para, held: _Held, status: Status) -> Iterator[Attendee]:
    """Everybody of the list; an office stands before a name, or alone behind it."""
    last: Attendee | None = None
    before = ""
    for piece in (one.strip(" .") for one in PIECE.split(IN_BRACKETS.sub("", text))):
        words = f"{before} and {piece}" if before else piece
        office, name = _parted(words)
        if name:
            held = _held(office) if office else held
            if last:
                yield last
            printed = Printed(words, name=name, role=_shown(office))
            last, before = Attendee(printed, held.capacity, status, para.first), ""
        elif last and not (office and _is_office(piece)):
            role = ", ".join(part for part in (last.printed.role, piece) if part)
            last = replace(last, printed=replace(last.printed, role=role))
        else:
            before = words
    if last:
        yield last


def _parted(words: str) -> tuple[str, str]:
    """The office and the name behind it; no name where there is none."""
    own = words.split()
    at = max((number + 1 for number, word in enumerate(own) if _is_office(word)), default=0)
    name = " ".join(own[at:])
    titled = HONORIFIC.match(name)
    name = name[titled.end() :] if titled else name
    enough = len(name.split()) > 1 or (at > 0 and name)
    return " ".join(own[:at]), name if enough and NAME.match(name) and len(name.split()) <= 4 else ""


def _is_office(word: str) -> bool:
    return bool(word[:1].islower() or ROLE_WORD.search(word) or OFFICE.search(word) or MEMBERS.match(word))


def _held(office: str) -> _Held:
    """As what an office has its holder there."""
    if GUESTS.match(office):
        return _Held(office, "in attendance")
    return _Held(office, "member" if MEMBERS.match(office) else "officer")


def _shown(office: str) -> str:
    """The office as a role; `members` and `guests` say nothing that the capacity does not."""
    return "" if office.endswith("s") or GUESTS.match(office) else office
