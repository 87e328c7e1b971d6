"""Motions: who moved and who seconded them, what they wanted, and what became of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generators.minutes import outcomes
from generators.minutes.name_patterns import TITLE

NAME = rf"(?:the\s+)?(?:{TITLE}\.?\s+|[A-Z][\w’'-]+\s+(?:[Mm]ember\s+)?)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){{0,3}}"
WANTS = r"(?P<what>(?:to|that|for)\b.+)$"
MOTIONS = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"^(?:A\s+)?[Mm]otion\s+(?:was\s+)?(?:made\s+)?by\s+(?P<mover>{NAME}),?\s+(?:and\s+)?(?:was\s+)?"
        rf"(?:[Ss]econd(?:ed)?|[Ss]upported)\s+(?:was\s+made\s+)?by\s+(?P<second>{NAME}),?\s+{WANTS}",
        rf"^(?P<mover>{NAME})\s+moved,?\s+(?:and\s+)?(?P<second>{NAME})\s+seconded,?\s+(?:a\s+motion\s+|the\s+motion\s+)?{WANTS}",
        rf"^(?P<mover>{NAME})\s+(?:moved|made\s+a\s+motion),?\s+(?P<what>(?:to|that|for)\b.+?),?\s+(?:and\s+)?"
        rf"(?:it\s+was\s+)?seconded\s+by\s+(?P<second>{NAME})\.?$",
        rf"^(?:[Ii]t\s+was\s+)?(?:MOVED|[Mm]oved)\s+by\s+(?P<mover>{NAME}),?\s+(?:and\s+)?(?:SECONDED|[Ss]econded)\s+by\s+(?P<second>{NAME}),?\s+{WANTS}",
    )
)
FATE = re.compile(
    r"^(?:(?:the\s+)?(?:motion|resolution|vote)\b[^.]{0,40}?\b|(?:and\s+|unanimously\s+|upon\s+(?:a\s+)?(?:voice\s+)?vote,?\s+)*)"
    r"(?P<fate>carried|passed|approved|adopted|failed|defeated|lost)\b",
    re.I,
)
"""What became of a motion, in a sentence of its own."""
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

    @property
    def outcome(self) -> str:
        """The standard word for what was decided."""
        if self.is_lost:
            return "rejected"
        found = outcomes.outcome_in(self.wants, "agreed")
        return found if found != "resolved" else "agreed"


def motion_in(sentence: str) -> Motion | None:
    """The motion of a sentence."""
    first = sentence.partition("\n")[0].strip()
    found = next((match for pattern in MOTIONS if (match := pattern.match(first))), None)
    return Motion(sentence, found["mover"], found["second"], found["what"]) if found else None


def with_fates(own: Sequence[str], behind: str) -> tuple[list[str], bool]:
    """The sentences, each motion joined with what became of it by a line break, and whether `behind` was taken."""
    found: list[str] = []
    for sentence in own:
        if found and motion_in(found[-1]) and FATE.match(sentence) and not _fate(found[-1]):
            found[-1] = f"{found[-1]}\n{sentence}"
        else:
            found.append(sentence)
    took = bool(found) and motion_in(found[-1]) is not None and not _fate(found[-1]) and FATE.match(behind) is not None
    return ([*found[:-1], f"{found[-1]}\n{behind}"] if took else found), took


def _fate(text: str) -> re.Match[str] | None:
    """What became of a motion, in the sentences behind it."""
    return next((match for line in text.split("\n")[1:] if (match := FATE.match(line))), None)


def carried(text: str) -> Motion | None:
    """A motion of which the text also says what became of it."""
    fate = _fate(text)
    motion = motion_in(text) if fate else None
    return replace(motion, text=text, is_lost=fate["fate"].lower() in LOST) if motion and fate else None
