"""One line of the ledger: what happened to one record, in the one way in which it can be written (RFC 8785)."""

from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from typing import Any, Literal

import orjson
import rfc8785

from generators.record import Change

Action = Literal["publish", "revise", "correct", "withdraw", "restore", "erase"]
NONE_BEFORE = ""
"""What the first line says of the line before it."""


@dataclass(frozen=True)
class Reason:
    """Why it was done."""

    code: str
    """One of a closed list: that of the record's own `code`, or else what was done, or one of `AUTOMATIC`."""
    date: str
    """The day of the change, as the record says it."""
    decided_by: str
    """The role of who decided it; empty where the record does not say."""
    kind: str
    words: str


AUTOMATIC = {
    "form": "the program writes the record in another form",
    "linked": "a record that it names was published or taken down",
    "moved": "the record has another id and address now",
    "around": "the record in which it lies was changed or taken down",
}
"""Codes of reasons that the program itself gives, and that no entry under `changes` of the record stands for."""


@dataclass(frozen=True)
class Covered:
    """A file that belongs to a record: where it lies on the site, its length, and the commitment to its bytes."""

    path: str
    bytes: int
    commit: str


@dataclass(frozen=True)
class Entry:
    """One event. Every field is text, a whole number, or a list of groups of these."""

    seq: int
    time: str
    """In UTC, by the second: `2026-11-22T09:30:00Z`. All that is published at once has the same."""
    action: Action
    record_id: str
    """Its noun, a colon and its id: for ever, and never used again."""
    version: int
    files: tuple[Covered, ...]
    """The record itself, then the files attached to it; none where it was withdrawn or erased."""
    page: str
    """The page that shows it, from the site's root; empty where it has none."""
    reasons: tuple[Reason, ...]
    prev: str
    """The SHA-256 of the line before."""


NAMES = frozenset(each.name for each in fields(Entry))


def line_of(entry: Entry) -> bytes:
    """The entry as a line, without the sign at its end."""
    return rfc8785.dumps(asdict(entry))


def entry_of(line: bytes) -> Entry:
    """The entry that stands in a line that was verified."""
    found: dict[str, Any] = orjson.loads(line)
    files = tuple(Covered(**file) for file in found.pop("files"))
    reasons = tuple(Reason(**reason) for reason in found.pop("reasons"))
    return Entry(files=files, reasons=reasons, **found)


def digest(line: bytes) -> str:
    """What the next line says of this one."""
    return sha256(line).hexdigest()


def reason_of(change: Change) -> Reason:
    """A reason as the record gives it."""
    return Reason(
        change.code or change.kind, change.date.isoformat(), change.decided_by or "", change.kind, change.reason
    )
