"""The page of one recommendation or action: where it arose, how it stands, and everything that happened since."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from textwrap import shorten

from generators.archive import Archive
from generators.dated import Dated, with_entries
from generators.facets import Facets, facets_of
from generators.frame import HOME, list_page, with_neighbours
from generators.ids import outer
from generators.link import Link, to_record
from generators.page import Page
from generators.raised import address_of
from generators.record import Record
from generators.sections.recommendations.pages.listing import TRACKER
from generators.sections.recommendations.records import Letter, Update
from generators.sections.recommendations.rows import Row, by_source, decision_link, place_link, words_of
from generators.sections.recommendations.statuses import TONES
from generators.sections.recommendations.tracker import Tracked, letters_of

IN_A_LINK, IN_THE_TITLE = 80, 160
"""Characters of what is asked for, in the links to its page and as the title there."""


@dataclass(frozen=True)
class Event:
    """One update in the timeline."""

    update: Update
    tone: str
    replaced_by: Link | None
    """What took its place, where that may be seen."""


def pages(archive: Archive, tracked: Sequence[Tracked], rows: Sequence[Row], today: date) -> Iterator[Page]:
    """A page for each, with the one before and after it in its source."""
    row_of = {found.raised.ref: row for found, row in zip(tracked, rows, strict=True)}
    replaced = _replaced(tracked)
    times = Counter(_title(found) for found in tracked)
    for ones in by_source(tracked).values():
        for before, found, after in with_neighbours(ones, _in_words):
            ref = found.raised.ref
            events = tuple(_event(update, row_of) for update in found.updates)
            letters = letters_of(archive).get(ref, ())
            source = (archive.records[found.raised.noun][found.raised.id],) if found.raised.about else ()
            shown: tuple[Record, ...] = (*found.updates, *letters, *source)
            title = _title(found)
            values = {
                "asked": words_of(found) if title != " ".join(words_of(found).split()) else "",
                "raised": found.raised,
                "dated": _dated(archive, found, letters),
                "printed": found.printed,
                "rag": found.rag,
                "row": row_of[ref],
                "place": place_link(archive, found),
                "decision": decision_link(archive, found),
                "events": events,
                "periods": found.periods(today) if events else (),
                "letters": letters,
                "registers": {
                    name: _registers(archive, rows) for name, rows in (("events", found.updates), ("letters", letters))
                },
                "replaces": tuple(map(_named, replaced.get(ref, ()))),
            }
            yield list_page(
                archive, address_of(ref), title if times[title] == 1 else f"{title} ({ref})",
                "recommendations/recommendation", values, section="recommendations/",
                trail=(HOME, TRACKER, row_of[ref].source), previous=before, next=after,
                description=row_of[ref].link.text, linking=shown,
                edited=(archive.records[found.raised.noun][found.raised.id],),
                facets=_facets(archive, found, row_of[ref]),
            )  # fmt: skip


def _dated(archive: Archive, found: Tracked, letters: Sequence[Letter]) -> Dated:
    """When the record was published in which it arose; each update and letter since then is a change."""
    arose = archive.records[found.raised.noun][found.raised.id]
    updates = ((update, update.date) for update in found.updates)
    return with_entries(arose, (*updates, *((letter, letter.replied or letter.sent) for letter in letters)))


def _facets(archive: Archive, found: Tracked, row: Row) -> Facets:
    """What it can be found by: what it is and how it stands, and what the record can be found by in which it arose."""
    of_record = facets_of(archive, archive.records[found.raised.noun][found.raised.id], status=row.status)
    return replace(of_record, kind=row.kind.capitalize(), day=row.raised or of_record.day)


def _event(update: Update, row_of: Mapping[str, Row]) -> Event:
    by = update.superseded_by or ""
    return Event(update, TONES.get(update.status, "plain"), _named(by) if by in row_of else None)


def _registers(archive: Archive, rows: Sequence[Update | Letter]) -> tuple[Link, ...]:
    """The registers in which these rows stand, each once."""
    registers = (archive.records[archive.kind(row).within or ""][outer(row.id)] for row in rows)
    return tuple(dict.fromkeys(to_record(archive, register) for register in registers))


def _in_words(found: Tracked) -> Link:
    """A link that says what is asked for, cut after a word where that is long."""
    return Link(shorten(words_of(found), IN_A_LINK, placeholder="…"), address_of(found.raised.ref))


def _title(found: Tracked) -> str:
    return shorten(words_of(found), IN_THE_TITLE, placeholder="…")


def _named(ref: str) -> Link:
    """A link that says the ref alone."""
    return Link(ref, address_of(ref))


def _replaced(tracked: Sequence[Tracked]) -> Mapping[str, list[str]]:
    """By ref, the refs of those whose place it took."""
    found: dict[str, list[str]] = {}
    for one in tracked:
        for update in one.updates:
            if update.superseded_by and update.superseded_by != one.raised.ref:
                found.setdefault(update.superseded_by, []).append(one.raised.ref)
    return found
