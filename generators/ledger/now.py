"""What is public now and what was taken down, as the ledger's own history compares it with before."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from generators.archive import Archive
from generators.formats.shown import guarded
from generators.ids import outer
from generators.ledger.content import Content, contents
from generators.ledger.entry import Reason, reason_of
from generators.ledger.history import Gone, Now
from generators.ledger.ledger import Ledger
from generators.left_behind import moves
from generators.public import seen_without
from generators.references import key_of, under_former_ids

ERASURE = "erasure"
"""The noun of a record that says of another that it was erased."""
WORDS = {
    "legal": "The law required that it be erased.",
    "safety": "It was erased because somebody's safety was at risk.",
}
"""What the public is told of an erasure, and no more."""


def now_of(archive: Archive, seen: Archive, ledger: Ledger, root: Path, form: str = "") -> Now:
    """What there is now. `archive` is all that the office keeps, `seen` what of it is public."""
    found = contents(seen, root)
    within = {kind.noun: kind.within for kind in archive.kinds}

    def outer_of(key: str) -> str:
        noun, _, id = key.partition(":")
        around = within.get(noun)
        return key_of(around, outer(id)) if around else ""

    @cache
    def linked() -> Mapping[str, Content]:
        """The records as they would be seen if those were there that the last ledger has, and no new ones.

        One that moved since is there under the id that the last ledger has it by.
        """
        were = {key for key, past in ledger.past.items() if past.is_live}
        former = _moved_since(seen, were)
        hidden = {
            (noun, id)
            for noun, records in archive.records.items()
            for id in records
            if (key := key_of(noun, id)) not in were and (key in found or id not in seen.records[noun])
            if (noun, id) not in former
        }
        return contents(_under_former_ids(seen_without(archive, hidden), former), root)

    return Now(found, dict(_gone(archive, seen)), outer_of, guarded(seen), linked, form)


def _moved_since(seen: Archive, were: Collection[str]) -> Mapping[tuple[str, str], str]:
    """The ids by which the last ledger has what moved since, by noun and the id it has now."""
    return {
        (kind.noun, id): former
        for kind, id, former in moves(seen)
        if id in seen.records[kind.noun] and key_of(kind.noun, former) in were and key_of(kind.noun, id) not in were
    }


def _under_former_ids(archive: Archive, former: Mapping[tuple[str, str], str]) -> Archive:
    """The Archive as it names what moved by the ids from before: whoever only follows a move changed nothing."""
    if not former:
        return archive
    before = {
        noun: {id: under_former_ids(record, former) for id, record in found.items()}
        for noun, found in archive.records.items()
    }
    return replace(archive, records=before)


def _gone(archive: Archive, seen: Archive) -> Iterator[tuple[str, Gone]]:
    """Every record that was taken down, by its key."""
    for kind, id, former in moves(seen):
        record = archive.records[kind.noun][id]
        if id not in seen.records[kind.noun] and record.publication != "withdrawn":
            continue  # it went with the record around it, which says so itself
        withdrawn = record.changes if id not in seen.records[kind.noun] else ()
        moved_to = "" if withdrawn else key_of(kind.noun, id)
        yield key_of(kind.noun, former), Gone("withdraw", tuple(map(reason_of, withdrawn)), moved_to)
    for noun, records in archive.records.items():
        for id, record in records.items():
            if record.publication == "withdrawn":
                yield key_of(noun, id), Gone("withdraw", tuple(map(reason_of, record.changes)))
    for record in seen.records.get(ERASURE, {}).values():
        code, day, by = (str(getattr(record, name)) for name in ("code", "date", "decided_by"))
        yield str(getattr(record, "record", "")), Gone("erase", (Reason(code, day, by, "erased", WORDS[code]),))
