"""Which body on record a document speaks of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generators.minutes.paragraphs import Para

ALIKE = 0.8
HEAD = 30
"""Paragraphs in which a body is named."""

BEFORE = re.compile(
    r"^(?:(?:draft|unconfirmed|confirmed|approved|(?:public|open)(?=\s+(?:minutes|meeting))|the|an?|at|of|from|for|minutes?|notes?|record|agenda|"
    r"proceedings|summary|adjourned|ordinary|annual|special|extraordinary|statutory|monthly|quarterly|virtual|"
    r"first|second|third|(?:\d+|four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|\w+ie)th|full|meeting|and)\b:?\s+)+",
    re.I,
)
"""What stands before the name of a body in the head of its minutes."""
BEHIND = re.compile(
    r"\s+(?:virtual\s+)?(?:held|meetings?|minutes|on|which|was|took|agenda|notice)\b|\s+[–-]\s|[,:;(\t.]", re.I
)
"""What stands behind it."""
BODY = re.compile(
    r"\b(?:council|board|panel|committee|authority|forum|court|partnership|trust|commission|group|assembly|"
    r"governing\s+body|senate|corporation|association|executive|cabinet)(?:\s+(?:of|for)\s.+)?$",
    re.I,
)
LONGEST_NAME = 14
"""Words."""


@dataclass(frozen=True)
class NamedBody:
    """A body by its id and names."""

    id: str
    names: tuple[str, ...]


def body_in(paras: Sequence[Para], bodies: Iterable[NamedBody]) -> str:
    """The body that is named first; of two names at one place the longer one."""
    text = _plain(" ".join(para.text for para in paras[:HEAD]))
    places = [
        (text.find(_plain(name)), -len(name), body.id)
        for body in bodies
        for name in body.names
        if len(name) > 5 and _plain(name) in text
    ]
    return min(places)[2] if places else ""


def body_called(name: str, bodies: Iterable[NamedBody]) -> str:
    """The body whose name is nearly this one."""
    near = [
        (SequenceMatcher(None, _plain(name), _plain(own)).ratio(), body.id) for body in bodies for own in body.names
    ]
    best = max(near, default=(0.0, ""))
    return best[1] if best[0] >= ALIKE else ""


def named_in(text: str) -> str:
    """What a line of a head calls the body that met; nothing where it names none."""
    name = BEHIND.split(BEFORE.sub("", " ".join(text.split())), maxsplit=1)[0]
    is_name = BODY.search(name) and 1 < len(name.split()) <= LONGEST_NAME and name[0].isupper()
    return name if is_name else ""


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", text.casefold().replace("&", " and ")).split())
