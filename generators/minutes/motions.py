"""Motions: who moved and who seconded them, what they wanted, and what became of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generators.minutes import outcomes
from generators.minutes.name_patterns import TITLE
from generators.minutes.sentences import sentences

NAME = (
    rf"(?:the\s+)?(?:{TITLE}\.?\s+|member\s+|[A-Z][\w’'-]+\s+(?:[Mm]ember\s+)?)?"
    r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}"
)
WANTS = r"(?P<what>(?:to|that|for)\b.+)$"
MOTIONS = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"^(?:A\s+)?[Mm]otion\s+(?:was\s+)?(?:made\s+)?by\s+(?P<mover>{NAME}),?\s+(?:and\s+)?(?:was\s+)?"
        rf"(?:[Ss]econd(?:ed)?|2nd|[Ss]upported)\s+(?:was\s+made\s+)?by\s+(?P<second>{NAME}),?\s+{WANTS}",
        rf"^(?P<mover>{NAME})\s+moved,?\s+(?:and\s+)?(?P<second>{NAME})\s+seconded,?\s+(?:a\s+motion\s+|the\s+motion\s+)?{WANTS}",
        rf"^(?P<mover>{NAME})\s+(?:moved|made\s+a\s+motion),?\s+(?P<what>(?:to|that|for)\b.+?),?\s+(?:and\s+)?"
        rf"(?:it\s+was\s+)?seconded\s+by\s+(?P<second>{NAME})\.?$",
        rf"^(?P<mover>{NAME})\s+moved,?\s+(?:and\s+(?:was\s+)?)?(?:seconded|second|supported)\s+by\s+(?P<second>{NAME}),?\s+{WANTS}",
        rf"^(?:[Mm]otion|MOTION)\s+(?P<what>(?:to|that)\b.+?),?\s+by\s+(?P<mover>{NAME}),?\s+(?:and\s+)?[Ss]econd(?:ed)?(?:\s+by)?:?\s+(?P<second>{NAME})",
        rf"^(?:(?:After|Following)\s[^.,]+,\s+)?(?:[Ii]t\s+was\s+)?(?:MOVED|[Mm]oved)\s+by\s+(?P<mover>{NAME}),?\s+(?:and\s+)?(?:SECONDED|[Ss]econded|[Ss]upported)\s+by\s+(?P<second>{NAME}),?\s+{WANTS}",
        rf"^(?:(?:After|Following)\s[^.,]+,\s+)?(?P<mover>{NAME})\s+moved,?\s+{WANTS}",
    )
)
FATE = re.compile(
    r"^(?:There\s+being\s+no\s+(?:further\s+)?[\w\s]{3,30},\s+)?(?:(?:the\s+)?(?:motion|resolution|vote)\b[^.]{0,40}?\b|(?:and\s+|unanimously\s+|upon\s+(?:a\s+)?(?:voice\s+)?vote,?\s+)*)"
    r"(?P<fate>carried|passed|approved|adopted|failed|defeated|lost)\b",
    re.I,
)
"""What became of a motion, in a sentence of its own."""
SECONDED_THEN = re.compile(
    rf"^(?P<second>{NAME})\s+seconded(?:\s+(?:it|the\s+motion))?,?\s+(?:and\s+)?(?P<rest>.+)$", re.DOTALL
)
"""`Commissioner Able seconded, and the motion carried`: the sentence behind a motion."""
AT_ONCE = re.compile(
    r"[,;]\s+(?:and\s+)?(?:(?:the\s+)?motion\s+|unanimously\s+)*(?P<fate>carried|passed|approved|adopted|failed|defeated|lost)(?:\s+unanimously)?\.?$",
    re.I,
)
"""The same at the end of the motion itself."""
VOTED = re.compile(
    r"(?:(?:a\s+)?roll[\s-]call(?:\s+vote)?\b.{0,200}|(?:all\s+)?(?:ayes|yeas|aye|yea|yes|nays|noes|nay|voting\s+(?:aye|no|for|against)|"
    r"abstain(?:ed|ing)?|abstentions?|absent|in\s+favour|opposed)\b\s*(?:[:–—-]\s*\S.{0,200}|\.?))",
    re.I | re.DOTALL,
)
"""How the votes fell, between a motion and what became of it."""
MOST_BETWEEN = 5
"""Paragraphs of such votes."""
LOST = frozenset({"failed", "defeated", "lost"})
MOVERS = re.compile(
    rf"\(?\s*(?:[Pp]roposed|[Mm]oved)(?:\s+by)?:?\s+(?P<mover>{NAME})[,;.]?\s+(?:and\s+)?[Ss]econded(?:\s+by)?:?\s+(?P<second>{NAME})\.?\s*\)?\s*\.?"
)
"""A line on its own that says who moved and seconded the decision above it."""


@dataclass(frozen=True)
class Motion:
    """A motion as printed."""

    text: str
    mover: str
    second: str
    wants: str
    is_lost: bool = False
    fate: str = ""
    """The word for what became of it."""

    @property
    def outcome(self) -> str:
        """The standard word for what was decided."""
        if self.is_lost:
            return "rejected"
        found = outcomes.outcome_in(self.wants, "agreed")
        if found in ("resolved", "agreed"):
            return "approved" if self.fate in ("approved", "adopted") else "agreed"
        return found


def motion_in(sentence: str) -> Motion | None:
    """The motion of a sentence."""
    first = sentence.partition("\n")[0].strip()
    found = next((match for pattern in MOTIONS if (match := pattern.match(first))), None)
    return Motion(sentence, found["mover"], found.groupdict().get("second") or "", found["what"]) if found else None


def with_fates(own: Sequence[str], behind: Sequence[str]) -> tuple[list[str], int]:
    """The sentences, each motion joined with its votes and its fate by line breaks; how many of `behind` that took."""
    found: list[str] = []
    for at, sentence in enumerate(own):
        goes_on = VOTED.fullmatch(sentence) and _is_open([*own[at:], *(behind[: MOST_BETWEEN + 1])])
        if found and motion_in(found[-1]) and not _fate(found[-1]) and (_told_in(sentence) or goes_on):
            found[-1] = f"{found[-1]}\n{sentence}"
        else:
            found.append(sentence)
    if not found or motion_in(found[-1]) is None or _fate(found[-1]):
        return found, 0
    many = _until_fate(behind)
    return [*found[:-1], "\n".join([found[-1], *behind[:many]])], many


def _is_open(lines: Sequence[str]) -> bool:
    """Whether nothing but votes stands between here and what became of a motion."""
    rest = next((line for line in lines if not VOTED.fullmatch(line.strip())), "")
    return _told_in(rest.strip()) is not None


def _until_fate(behind: Sequence[str]) -> int:
    """How many paragraphs lead to what became of a motion, with that one; none where it is not told."""
    for at, text in enumerate(behind[: MOST_BETWEEN + 1]):
        *votes, last = sentences(text) or [""]
        are_votes = all(VOTED.fullmatch(one) for one in votes)
        if are_votes and _told_in(last):
            return at + 1
        if _told_in(text):
            return at + 1
        if not (are_votes and VOTED.fullmatch(last)):
            return 0
    return 0


def _fate(text: str) -> re.Match[str] | None:
    """What became of a motion, in the sentences behind it."""
    first, *beneath = text.split("\n")
    more = [one for line in beneath for one in ([line] if _told_in(line) else sentences(line))]
    return next((match for line in more if (match := _told_in(line))), None) or AT_ONCE.search(first.strip())


def _told_in(sentence: str) -> re.Match[str] | None:
    """What became of a motion, also behind who seconded it."""
    seconded = SECONDED_THEN.match(sentence)
    return FATE.match(seconded["rest"] if seconded else sentence)


def carried(text: str) -> Motion | None:
    """A motion of which the text also says what became of it."""
    fate = _fate(text)
    motion = motion_in(text) if fate else None
    if not motion or not fate:
        return None
    word = fate["fate"].lower()
    behind = next(filter(None, map(SECONDED_THEN.match, text.split("\n")[1:])), None)
    second = motion.second or (behind["second"] if behind else "")
    return replace(motion, text=text, second=second, is_lost=word in LOST, fate=word)
