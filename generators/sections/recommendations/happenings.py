"""What became of recommendations, as feeds announce it."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.follow.entries import EVERYTHING, RECOMMENDATION
from generators.follow.happening import Happening
from generators.ids import outer
from generators.link import Link
from generators.raised import Raised
from generators.references import key_of
from generators.sections.recommendations.records import Update, UpdatesRegister, place_of
from generators.sections.recommendations.tracker import tracker


def happenings(archive: Archive) -> Iterator[Happening]:
    """Every update, for who follows its recommendation, the register it stands in, or what it names as evidence."""
    for found in tracker(archive):
        for update in found.updates:
            yield _of_update(archive, found.raised, update)


def _of_update(archive: Archive, raised: Raised, update: Update) -> Happening:
    key = key_of("recommendation-update", update.id)
    register = archive.get(UpdatesRegister, outer(update.id))
    keys = (
        EVERYTHING,
        key_of(RECOMMENDATION, raised.ref),
        key_of("recommendation-updates", outer(update.id)),
        *archive.references[key],
    )
    asked = raised.text or "The original says no more."
    words = f"What was asked for: {asked}\n\nWhat is known of it: {update.note or 'nothing but how it stands'}"
    link = Link(f"{raised.kind.capitalize()} {raised.ref}", place_of(update))
    first = register.published if register else None
    return Happening(key, update.date, link, update.status.capitalize(), words, keys, first)
