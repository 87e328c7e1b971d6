"""What the public may not see at a moment, and why: what only a person may know who keeps the records."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from types import MappingProxyType
from typing import Literal

from generators.archive import Archive
from generators.fields import LONDON
from generators.record import Kind, Record
from generators.references import key_of

Key = tuple[str, str]
"""The noun and the id of a record."""
Why = Literal["later", "draft", "withdrawn"]
WEIGHT: tuple[Why, ...] = ("later", "draft", "withdrawn")
"""Of two reasons that hold together, the one that comes later here would keep a record back without the other."""


@dataclass(frozen=True)
class Unseen:
    """Why a record may not be seen."""

    why: Why
    until: datetime | None = None
    """The moment before which it would not be seen in any case; of a draft too, where it says one."""
    around: str = ""
    """The key of the record in which it lies and for whose sake it is not seen; empty where the reason is its own."""


def unseen(archive: Archive, now: datetime) -> Mapping[Key, Unseen]:
    """Every record that may not be seen at this moment, which is aware of its time zone.

    A record inside a hidden one is hidden with it. What a row says will have happened on a later day is hidden until
    then.
    """
    now = now.astimezone(UTC)  # in local time the hour that autumn repeats cannot be told from the one before it
    found: dict[Key, Unseen] = {}
    for kind in sorted(archive.kinds, key=lambda kind: depth(kind, archive.kinds)):
        for id, record in archive.records[kind.noun].items():
            outer = (kind.within, id.rpartition("/")[0]) if kind.within else None
            reasons = [one for one in (_own(kind, record, now), _around(outer, found) if outer else None) if one]
            if reasons:
                found[kind.noun, id] = max(reasons, key=_weight)
    return MappingProxyType(found)


def _own(kind: Kind, record: Record, now: datetime) -> Unseen | None:
    """Why it would not be seen wherever it lay."""
    day = kind.happened(record) if kind.happened else None
    moments = (record.publish_on, datetime.combine(day, time(), LONDON) if day else None)
    later = max((at for moment in moments if moment and (at := moment.astimezone(UTC)) > now), default=None)
    until = later.astimezone(LONDON) if later else None
    if record.publication == "published":
        return Unseen("later", until) if until else None
    return Unseen(record.publication, until if record.publication == "draft" else None)


def _around(outer: tuple[str, str], found: Mapping[Key, Unseen]) -> Unseen | None:
    """Why the record around it is not seen, which may lie in another."""
    around = found.get(outer)
    return replace(around, around=around.around or key_of(*outer)) if around else None


def _weight(one: Unseen) -> tuple[int, float]:
    return WEIGHT.index(one.why), one.until.timestamp() if one.until else 0.0


def depth(kind: Kind, kinds: tuple[Kind, ...]) -> int:
    """How many records a record of this kind lies within: the outer ones are judged first."""
    outer = next((other for other in kinds if other.noun == kind.within), None)
    return 1 + depth(outer, kinds) if outer else 0
