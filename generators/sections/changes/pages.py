"""The pages of changes: the latest, those of each year, and what stays where a record was taken away for good."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from generators.archive import Archive
from generators.frame import list_page
from generators.ledger.entry import Entry, Reason
from generators.ledger.told import CHANGES, DONE, RecordHistory, Version, link_of, told
from generators.link import Link
from generators.page import Page
from generators.references import noun_in_words

HERE = Link("Changes", "changes/")
LATEST = 50


class Event(NamedTuple):
    """One change, or many records of one kind that were published together."""

    what: str
    on: date
    link: Link
    number: int
    """How many records it is about."""
    reasons: tuple[Reason, ...]
    version: Version | None = None
    """What changed, of a record that has no page of its own to say it."""


def pages(archive: Archive, _: datetime) -> Iterator[Page]:
    """The page of the latest changes, and one for each year."""
    ledger = archive.ledger
    found = tuple(events(archive))
    years = sorted({event.on.year for event in found}, reverse=True)
    notes = ledger.notes[-1].decode() if ledger.notes else ""
    first = ledger.entries[0].time[:10] if ledger.entries else ""
    values = {
        "events": found[:LATEST],
        "more": len(found) > LATEST,
        "years": tuple(Link(str(year), f"changes/{year}/") for year in years),
        "since": date.fromisoformat(first) if first else None,
        "entries": len(ledger.entries),
        "records": sum(past.is_live for past in ledger.past.values()),
        "checkpoint": tuple(notes.splitlines()),
        "is_signed": bool(ledger.public_key),
    }
    yield list_page(
        archive, HERE.address, CHANGES, "changes/changes", values, section=HERE.address,
        description="Everything that was published, changed or withdrawn on this site, and how to check it.",
    )  # fmt: skip
    for year in years:
        yield list_page(
            archive, f"changes/{year}/", f"Changes in {year}", "changes/year",
            {"events": tuple(event for event in found if event.on.year == year)},
            section=HERE.address, trail=(Link("Home", ""), HERE),
            description=f"What was published, changed or withdrawn on this site in {year}.",
        )  # fmt: skip


def events(archive: Archive) -> Iterator[Event]:
    """All that happened, the latest first; what is new of one kind and time is one event."""
    rows: Mapping[str, RecordHistory | None] = dict(_of_rows(archive))
    latest_first = reversed(archive.ledger.entries)
    for (time, noun, action), group in groupby(latest_first, _sort):
        on, together = date.fromisoformat(time[:10]), list(group)
        if action == "publish" and len(together) > 1:
            yield Event(DONE[action], on, Link(noun_in_words(noun), ""), len(together), ())
            continue
        for entry in together:
            history = rows.get(entry.record_id)
            same = (one for one in history.versions if one.number == entry.version and one.before) if history else ()
            yield Event(DONE[action], on, link_of(archive, entry), 1, entry.reasons, next(iter(same), None))


def _sort(entry: Entry) -> tuple[str, str, str]:
    """What is published together is of one time, and of one kind."""
    return entry.time, entry.record_id.partition(":")[0], entry.action


def _of_rows(archive: Archive) -> Iterable[tuple[str, RecordHistory | None]]:
    """The history of every record that was changed and has no page of its own."""
    kinds = {kind.noun: kind for kind in archive.kinds if not kind.address("any")}
    for key, past in archive.ledger.past.items():
        noun, _, id = key.partition(":")
        if noun in kinds and past.is_live and len(past.entries) > 1:
            yield key, told(archive, kinds[noun], archive.records[noun][id])
