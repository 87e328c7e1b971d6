"""What was decided: a word alone with a list beneath it, a word in capitals, or a plain sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generators.minutes import amendments, margins, motion_blocks, motions, outcomes
from generators.minutes.decision_fields import decision
from generators.minutes.paragraphs import Para, bare
from generators.minutes.said import said_in, several
from generators.minutes.sentences import sentences
from generators.minutes.value import Value

NAME_OF_LIST = re.compile(r"(?:the\s+)?(?:decisions?|outcome|resolution)\s*:?", re.I)
BODY_LISTS = re.compile(
    r"(?:the\s+)?(?:[\w-]+\s+){0,6}(?:board|committee|panel|council|authority|forum|cabinet|members|group)\s*:\s*[-–]?",
    re.I,
)
"""`The Board:`, with a list beneath it in which every line has a verb of its own."""
MOTION = re.compile(r"^motion\s+(?=to\b|that\b)", re.I)
DECIDES = re.compile(rf"(?:unanimously\s+|formally\s+|also\s+)?(?:{outcomes.ANY})\b", re.I)
BARE = re.compile(r"(?:that|to)\s*[:\-–—]*", re.I)
EACH = frozenset({"agreed", "agrees", "resolved", "resolves", "decided", "recommended", "approved"})
"""Verbs with which a body decides each thing of a list beneath them."""
LEAST_WORDS = 4
"""A sentence that is no longer says only what became of the one before."""
LETTER = re.compile(r"\(?([a-h]|i{1,3})[).]\s+")
"""The letter of the first of a list that begins on the line of the word above it."""
LISTED = re.compile(r"^(?:that|to)\b", re.I)


@dataclass(frozen=True)
class Decided:
    """The decisions of an item and what is left of its paragraphs."""

    decisions: list[Value]
    used: list[Para]
    """Paragraphs of which nothing is left."""
    left: dict[int, str]
    """By its place, what is left of a paragraph of which a sentence decides something."""


@dataclass
class _Reading:
    """What was read so far of the paragraphs of an item."""

    paras: Sequence[Para]
    found: list[Value] = field(default_factory=list)
    used: list[Para] = field(default_factory=list)
    left: dict[int, str] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    leader: str = ""


def decided(paras: Sequence[Para]) -> Decided:
    """Everything the paragraphs of an item decide."""
    reading = _Reading(paras)
    blocks = motion_blocks.blocks(paras)
    for at, para in enumerate(paras):
        if id(para) in reading.taken:
            continue
        if at in blocks:
            _moved(reading, blocks[at])
            continue
        if (
            NAME_OF_LIST.fullmatch(para.text.strip())
            and at + 1 < len(paras)
            and BODY_LISTS.fullmatch(paras[at + 1].text.strip())
        ):
            reading.used.append(para)
            continue
        listed = _verbs_beneath(paras, at)
        if listed:
            reading.used.append(para)
            _each(reading, listed, "")
            continue
        before, word = margins.outcome(para)
        if word:
            reading.found.append(decision(before, word, para, "sure", para.label, outcomes.outcome_of(word)))
            reading.used.append(para)
            continue
        movers = motions.MOVERS.fullmatch(para.text.strip())
        if movers and reading.found:
            reading.found[-1].holds.update(moved_by=movers["mover"], seconded_by=movers["second"].rstrip("."))
            reading.used.append(para)
            continue
        head = outcomes.LEADER.match(para.rest if para.bullet or para.label else para.text)
        if head and _leads(head, para):
            _led(reading, at, head)
        else:
            _spoken(reading, at)
    used, left = reading.used, reading.left
    found = [*amendments.amended(paras, is_sure=amendments.speaks_of(paras)), *reading.found]
    if any(value.sure == "sure" for value in found) and reading.leader:
        return _only_led(paras, found, used, left)
    return Decided(found, used, left)


def _moved(reading: _Reading, block: motion_blocks.Block) -> None:
    """A motion in lines of its own: of a list, each is a decision."""
    reading.taken |= set(map(id, block.used))
    reading.used += block.used
    for one in block.wants:
        text = one.rest or one.text
        outcome = "rejected" if block.is_lost else outcomes.outcome_in(MOTION.sub("", text), "resolved")
        made = decision(text, "", one, "likely", one.label, outcome)
        made.holds.update(moved_by=block.mover, seconded_by=block.second or None)
        if "unanimous" in block.used[-1].text.lower():
            made.holds["vote"] = {"unanimous": "yes"}
        reading.found.append(made)


def _led(reading: _Reading, at: int, head: re.Match[str]) -> None:
    """A word alone or in front, and what stands beneath it."""
    para, stem = reading.paras[at], head["rest"].strip()
    reading.leader = head["word"]
    beneath = _beneath(reading.paras, at + 1, has_stem=bool(stem))
    reading.taken |= set(map(id, beneath))
    if stem and not (beneath and re.fullmatch(r"(?:that|to)?\s*[:\-–—]*", stem, re.I)):
        letter = LETTER.match(stem) if beneath else None
        text, label = (stem[letter.end() :], letter[1]) if letter else (stem, para.label)
        reading.found.append(decision(text, reading.leader, para, "sure", label))
    elif not stem and not beneath and para.label:
        reading.found.append(decision(para.text, reading.leader, para, "likely"))
    if stem or beneath or para.label:
        reading.used.append(para)
    vote = head["vote"] or ""
    for one in beneath:
        if not BARE.fullmatch(one.text.strip()):
            text = " ".join([one.rest or one.text, *([f"({vote})"] if vote else [])])
            reading.found.append(decision(text, reading.leader, one, "sure", one.label))
    reading.used += beneath


def _spoken(reading: _Reading, at: int) -> None:
    """The sentences of a paragraph, of which some decide something."""
    para = reading.paras[at]
    own = sentences(para.rest if para.bullet or para.label else para.text)
    rest: list[str] = []
    own = _with_fates(reading, at, own)
    for number, sentence in enumerate(own):
        if motion := motions.carried(sentence):
            reading.found.append(_motion(motion, para))
            continue
        found = said_in(sentence)
        if not found:
            rest.append(sentence)
            continue
        text, sure = sentence, found.sure
        if sentence.endswith((":", ":-")) and not _is_led(reading.paras, at + 1):
            more = _beneath(reading.paras, at + 1, has_stem=False)
            if found.word.lower() in EACH and more and all(one.label or one.bullet for one in more):
                _each(reading, more, found.word)
                continue
            text, sure = " ".join([sentence, *(one.text for one in more)]), "likely" if more else sure
            reading.used += more
            reading.taken |= set(map(id, more))
        if number and len(sentence.split()) <= LEAST_WORDS:
            text = f"{own[number - 1]} {sentence}"
        reading.found += [
            decision(part, found.word, para, sure, para.label, outcome)
            for part, outcome in several(text, found.word, found.outcome)
        ]
    if not rest:
        reading.used.append(para)
    elif len(rest) < len(own):
        reading.left[at] = f"{para.label} {' '.join(rest)}".strip()


def _with_fates(reading: _Reading, at: int, own: list[str]) -> list[str]:
    """The sentences of a paragraph, each motion with what became of it, also where that stands beneath."""
    behind = reading.paras[at + 1 : at + 2 + motions.MOST_BETWEEN]
    joined, took = motions.with_fates(own, [para.text for para in behind])
    reading.taken |= set(map(id, behind[:took]))
    reading.used += behind[:took]
    return joined


def _motion(motion: motions.Motion, para: Para) -> Value:
    """A motion that was put, as a decision."""
    value = decision(motion.text, "", para, "likely", para.label, motion.outcome)
    value.holds.update(moved_by=motion.mover, seconded_by=motion.second or None)
    return value


def _each(reading: _Reading, listed: Sequence[Para], word: str) -> None:
    """`The Board agreed:` and a list: every one of the list is a decision."""
    reading.taken |= set(map(id, listed))
    reading.used += listed
    reading.found += [decision(one.rest or one.text, word, one, "sure", one.label) for one in listed]


def _verbs_beneath(paras: Sequence[Para], at: int) -> list[Para]:
    """The list under `The Board:`, where each line begins with what the body did."""
    found: list[Para] = []
    for one in paras[at + 1 :] if BODY_LISTS.fullmatch(paras[at].text.strip()) else ():
        if not (one.label or one.bullet) or not DECIDES.match(one.rest or one.text):
            break
        found.append(one)
    return found


def _is_led(paras: Sequence[Para], at: int) -> bool:
    return at < len(paras) and outcomes.LEADER.match(paras[at].text) is not None


def _only_led(paras: Sequence[Para], found: list[Value], used: list[Para], left: dict[int, str]) -> Decided:
    """Where a word alone leads the decisions, plain sentences that note and agree are part of the discussion."""
    led = [value for value in found if value.sure == "sure" or value.holds["outcome"] == "amended"]
    lines = {value.line for value in led}
    spoken = {value.line for value in found if value.sure != "sure"} - lines
    kept = [para for para in used if para.first not in spoken]
    return Decided(led, kept, {at: text for at, text in left.items() if paras[at].first not in spoken})


def _leads(head: re.Match[str], para: Para) -> bool:
    """Whether the word stands for itself: in capitals, before a colon, or alone."""
    word, rest = head["word"], head["rest"]
    marked = any(sign in head["behind"] for sign in ":–-") or rest.startswith((",", "."))
    that = bool(re.match(r"(?:that|to|unanimously)\b", rest, re.I))
    return word.isupper() or marked or not rest.strip() or that or para.style == "bold"


def _beneath(paras: Sequence[Para], start: int, *, has_stem: bool) -> list[Para]:
    """The list under such a word."""
    found: list[Para] = []
    for para in paras[start:]:
        is_that = bool(LISTED.match(para.text if not (para.label or para.bullet) else para.rest))
        is_bare = re.fullmatch(r"that:?|to:?", para.text.strip(), re.I)
        is_item = bool(para.label and len(bare(para.label)) <= 4) or para.bullet
        begins = not has_stem or para.first.indent or found or bare(para.label) in ("a", "i", "1")
        if (is_bare and not found) or (is_that and (not has_stem or is_item)) or (is_item and begins):
            found.append(para)
        elif not found and not has_stem and len(para.text) < 600 and not para.style:
            found.append(para)
            break
        else:
            break
    return found
