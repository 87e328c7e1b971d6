"""What the ledger tells readers: the versions of a record with their proof, and everything that ever changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generators.archive import Archive
from generators.follow.happening import Happening
from generators.ledger.attached import attached
from generators.ledger.content import as_data
from generators.ledger.entry import Entry, Reason
from generators.ledger.ledger import Ledger, Past, Proof, put_away
from generators.link import Link
from generators.record import Kind, Record
from generators.references import key_in_words, key_of, noun_in_words

CHANGES = "Changes to the record"
DONE = {
    "publish": "Published", "revise": "Revised", "correct": "Corrected", "withdraw": "Withdrawn",
    "restore": "Restored", "erase": "Erased",
}  # fmt: skip
FEED = "changes/"
"""The page beside which the feed of all changes lies."""
MOST = 100
"""Entries in the feed."""


@dataclass(frozen=True)
class Version:
    """One thing that happened to a record, and what it made of it."""

    what: str
    on: date
    number: int
    reasons: tuple[Reason, ...]
    before: str = ""
    """The record before, as the ledger keeps it; empty where there is nothing to compare."""
    after: str = ""
    files: tuple[tuple[str, Link], ...] = ()
    """The attached files that it added, replaced or took away: what was done, and the earlier one."""
    address: str = ""
    """Where this version can be read; empty once it was taken down."""


@dataclass(frozen=True)
class RecordHistory:
    """The history of one record."""

    versions: tuple[Version, ...]
    """The latest first."""
    proof: Proof
    salts: tuple[tuple[str, str], ...]
    """Of each of its files, the path and the salt."""


def told(archive: Archive, kind: Kind, record: Record) -> RecordHistory | None:
    """The history of a record that is public; None where no ledger has it."""
    ledger = archive.ledger
    past = ledger.past.get(key_of(kind.noun, record.id)) if ledger.entries else None
    if past is None:
        return None
    now = as_data(kind, record).decode() if len(past.standing) > 1 else ""
    salts = tuple(sorted(ledger.salts[past.last.seq].items()))
    return RecordHistory(tuple(versions(ledger, past, now))[::-1], ledger.proof(past.last), salts)


def versions(ledger: Ledger, past: Past, now: str) -> Iterator[Version]:
    """All that happened to a record, in its order. `now`: what it is today, as the ledger keeps it."""
    standing, before = past.standing, None
    for entry in past.entries:
        stands = entry in standing
        compared = (_text(ledger, before, now), _text(ledger, entry, now)) if before and stands else ("", "")
        files = tuple(_files(ledger, before, entry)) if before and stands else ()
        address = entry.files[0].path if stands else ""
        day = date.fromisoformat(entry.time[:10])
        yield Version(DONE[entry.action], day, entry.version, entry.reasons, *compared, files, address)
        before = entry if stands else before


def _text(ledger: Ledger, entry: Entry, now: str) -> str:
    """The record as it was with an entry."""
    kept = ledger.earlier.get(entry.files[0].commit)
    return kept.decode() if kept is not None else now


def _files(ledger: Ledger, before: Entry, entry: Entry) -> Iterator[tuple[str, Link]]:
    """What became of the files attached to a record."""
    old = {file.path: file for file in before.files[1:]}
    new = {file.path: file for file in entry.files[1:]}

    def is_same(path: str) -> bool:
        return ledger.is_of(entry, new[path], ledger.earlier[old[path].commit])

    for what, path in attached(old, new, is_same):
        yield what, Link(_name(path), put_away(old[path]) if path in old else "")


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def of_changes(archive: Archive, office: str) -> dict[str, str]:
    """The title of the feed of all changes, by the address of its page; nothing where no ledger is kept."""
    return {FEED: f"{CHANGES}: {office}"} if archive.ledger.entries else {}


def happenings(archive: Archive) -> tuple[Happening, ...]:
    """The latest changes for a feed: what was changed or taken down, one by one, and what is new, together."""
    found: list[Happening] = []
    new: dict[tuple[str, str], list[Entry]] = {}
    for entry in reversed(archive.ledger.entries):
        day, noun = date.fromisoformat(entry.time[:10]), noun_in_words(entry.record_id.partition(":")[0])
        if entry.action == "publish":
            new.setdefault((entry.time, noun), []).append(entry)
        else:
            words = " ".join(reason.words for reason in entry.reasons)
            found.append(Happening(f"ledger/{entry.seq}", day, link_of(archive, entry), DONE[entry.action], words, ()))
    for (time, noun), entries in new.items():
        what = f"{len(entries):,} × {noun}" if len(entries) > 1 else noun
        link = Link(what, "changes/") if len(entries) > 1 else link_of(archive, entries[0])
        day = date.fromisoformat(time[:10])
        found.append(Happening(f"ledger/new-{entries[-1].seq}", day, link, "Published", "", ()))
    return tuple(sorted(found, key=lambda one: one.day, reverse=True)[:MOST])


def link_of(archive: Archive, entry: Entry) -> Link:
    """The page of what an entry is about, by its title while it is public; of an erased one nothing but that."""
    if archive.ledger.past[entry.record_id].last.action == "erase":
        return Link("A record that was erased", "changes/")
    noun, _, id = entry.record_id.partition(":")
    kind = next((kind for kind in archive.kinds if kind.noun == noun), None)
    record = archive.records.get(noun, {}).get(id)
    named = key_in_words(entry.record_id)
    text = kind.label(record) if kind and record else f"{named[:1].upper()}{named[1:]}"
    return Link(text, entry.page or "changes/")
