"""Wordings that keep victims of crime from coming forward, and collar numbers, by which an officer can be found.

Independent members who review a force's papers object to `victim refused` and `victim not willing to support`. Such
wordings are a warning: whoever writes a record is asked to look again, and where it quotes a paper they may stay.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generators.archive import Archive
from generators.problem import Finding, Where
from generators.record import GIVEN_BY_PROGRAM, Kind

WORDS = re.compile(
    r"\b(?:victims?\s+(?:(?:is|was|are|were|has|had|have|being)\s+)?"
    r"(?:refus(?:ed|es|ing|al)|not\s+willing|unwilling|unco-?operative|failed\s+to)|unco-?operative\s+victims?)\b",
    re.IGNORECASE,
)
COLLAR_NUMBER = re.compile(r"\b(?:PC|PS|DC|DS|WPC|PCSO|Constable|Sergeant|Sgt|Inspector|Insp)\.?\s?\d{3,5}\b")
ABOUT_CASES = frozenset({"dip_samples", "dilemmas", "visits"})
"""The sections whose records tell of cases in words that the office chooses."""


def findings(archive: Archive) -> Iterator[Finding]:
    """What is wrong with the words of records that tell of cases: a collar number is refused, blame is warned of."""
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values() if _section(kind) in ABOUT_CASES else ():
            for where, text in _texts(record, ()):
                for message, is_warning in _said(text):
                    yield Finding(record.path, where, message, record.line, is_warning=is_warning)


def _said(text: str) -> Iterator[tuple[str, bool]]:
    """What is to be said of a text, and whether that is a warning only."""
    for found in COLLAR_NUMBER.finditer(text):
        yield f'"{found[0]}" looks like a collar number. Give the role only.', False
    for found in WORDS.finditer(text):
        words = " ".join(found[0].split())
        yield f'"{words}" can sound like blame. Say what happened: "the victim chose not to".', True


def _section(kind: Kind) -> str:
    """The folder of the section that declares a kind."""
    return kind.type.__module__.removeprefix("generators.sections.").partition(".")[0]


def _texts(value: Any, where: Where) -> Iterator[tuple[Where, str]]:
    """Every text in a record, and the way to it."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from _texts(entry, (*where, number))
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield from _texts(entry, (*where, name))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in GIVEN_BY_PROGRAM:
                yield from _texts(getattr(value, field.name), (*where, field.name))
