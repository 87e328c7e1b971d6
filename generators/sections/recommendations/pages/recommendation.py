"""The page of one recommendation or action: where it arose, how it stands, and everything that happened since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generators.archive import Archive
from generators.frame import HOME, list_page
from generators.link import Link
from generators.page import Page
from generators.record import Record
from generators.sections.recommendations.pages.lists import TRACKER
from generators.sections.recommendations.records import Update
from generators.sections.recommendations.rows import Row, address_of, by_source, place_link
from generators.sections.recommendations.statuses import TONES
from generators.sections.recommendations.tracker import Tracked, letters_of


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
    for ones in by_source(tracked).values():
        links = (None, *(Link(one.raised.ref, address_of(one.raised.ref)) for one in ones), None)
        for at, found in enumerate(ones):
            ref = found.raised.ref
            events = tuple(_event(update, row_of) for update in found.updates)
            letters = letters_of(archive).get(ref, ())
            shown: tuple[Record, ...] = (*found.updates, *letters)
            values = {
                "raised": found.raised,
                "printed": found.printed,
                "rag": found.rag,
                "row": row_of[ref],
                "is_overdue": found.is_overdue(today),
                "place": place_link(archive, found),
                "events": events,
                "letters": letters,
                "replaces": tuple(Link(other, address_of(other)) for other in replaced.get(ref, ())),
            }
            yield list_page(
                archive, address_of(ref), f"{found.raised.kind.capitalize()} {ref}",
                "recommendations/recommendation", values, section="recommendations/",
                trail=(HOME, TRACKER, row_of[ref].source), previous=links[at], next=links[at + 2],
                description=row_of[ref].link.text, linking=shown,
            )  # fmt: skip


def _event(update: Update, row_of: Mapping[str, Row]) -> Event:
    by = update.superseded_by or ""
    return Event(update, TONES.get(update.status, "plain"), Link(by, address_of(by)) if by in row_of else None)


def _replaced(tracked: Sequence[Tracked]) -> Mapping[str, list[str]]:
    """By ref, the refs of those whose place it took."""
    found: dict[str, list[str]] = {}
    for one in tracked:
        for update in one.updates:
            if update.superseded_by and update.superseded_by != one.raised.ref:
                found.setdefault(update.superseded_by, []).append(one.raised.ref)
    return found
