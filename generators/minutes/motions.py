"""Motions: who moved and who seconded them, what they wanted, and what became of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generators.minutes import outcomes
from generators.minutes.name_patterns import TITLE

NAME = (
    rf"(?:the\s+)?(?:{TITLE}\.?\s+|member\s+|[A-Z][\w’'-]+\s+(?:[Mm]ember\s+)?)?"
    r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}"
)
WANTS = r"(?P<what>(?:to|that|for)\b.+)$"
MOTIONS = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"^(?:A\s+)?[Mm]otion\s+(?:was\s+)?(?:made\s+)?by\s+(?P<mover>{NAME}),?\s+(?:and\s+)?(?:was\s+)?"
        rf"(?:[Ss]econd(?:ed)?|[Ss]upported)\s+(?:was\s+made\s+)?by\s+(?P<second>{NAME}),?\s+{WANTS}",
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


def with_fates(own: Sequence[str], behind: str) -> tuple[list[str], bool]:
    """The sentences, each motion joined with what became of it by a line break, and whether `behind` was taken."""
    found: list[str] = []
    for sentence in own:
        if found and motion_in(found[-1]) and _told_in(sentence) and not _fate(found[-1]):
            found[-1] = f"{found[-1]}\n{sentence}"
        else:
            found.append(sentence)
    took = bool(found) and motion_in(found[-1]) is not None and not _fate(found[-1]) and _told_in(behind) is not None
    return ([*found[:-1], f"{found[-1]}\n{behind}"] if took else found), took


def _fate(text: str) -> re.Match[str] | None:
    """What became of a motion, in the sentences behind it."""
    first, *more = text.split("\n")
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
