"""What was offered, as feeds announce it: every row of a register, what was changed in it, and what was taken back."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generators.archive import Archive
from generators.follow.entries import EVERYTHING, MOST
from generators.follow.happening import Happening
from generators.ids import outer, own
from generators.link import Link, to_record
from generators.references import key_of
from generators.sections.gifts.records import GiftOffer, GiftsRegister

OFFER, REGISTER, PERSON = "gift-offer", "gifts-register", "person"


def happenings(archive: Archive) -> Iterator[Happening]:
    """The offers that a feed has room for, for who follows their register or the person to whom they were made.

    Once all the feeds of an offer are full, what is older is passed over; what was changed is always told.
    """
    told: Counter[str] = Counter()
    dated = [(day, offer) for offer in archive.all(GiftOffer) if (day := _day(archive, offer))]
    for day, offer in sorted(dated, key=lambda found: (found[0], found[1].id), reverse=True):
        keys = _followed(offer)
        if any(told[key] < MOST for key in keys):
            told.update(keys)
            yield _offered(archive, offer, day, keys)
        yield from _changed(archive, offer, keys)
    yield from _withdrawn(archive)


def _followed(offer: GiftOffer) -> tuple[str, ...]:
    person = (key_of(PERSON, offer.person),) if offer.person else ()
    return (EVERYTHING, key_of(REGISTER, outer(offer.id)), *person)


def _day(archive: Archive, offer: GiftOffer) -> date | None:
    """The day it was published; where its row does not say, the first on which that can have been."""
    register = archive.get(GiftsRegister, outer(offer.id))
    days = (register.published if register else None, offer.offered, offer.registered)
    return offer.published or max((day for day in days if day), default=None)


def _offered(archive: Archive, offer: GiftOffer, day: date, keys: tuple[str, ...]) -> Happening:
    register = archive.get(GiftsRegister, outer(offer.id))
    what = "Offered" if offer.answer == "not stated" else offer.answer.capitalize()
    person = archive.records[PERSON][offer.person] if offer.person else None
    named = to_record(archive, person).text if person else None
    to = ", ".join(part for part in (named, offer.recipient) if part)
    words = [f"Offered by {offer.offered_by} to {to or 'somebody whom the register does not name'}."]
    words += [f"Value as declared: {offer.value}."] if offer.value else []
    words += [f"What became of it: {offer.became}."] if offer.became else []
    words += [f"It stands in the register “{register.title}”."] if register else []
    link = to_record(archive, offer)
    return Happening(
        key_of(OFFER, offer.id), day, link, what, " ".join(words), keys, register.published if register else None
    )


def _changed(archive: Archive, offer: GiftOffer, keys: tuple[str, ...]) -> Iterator[Happening]:
    times: Counter[str] = Counter()
    for change in offer.changes:
        name = f"{change.kind}-{change.date}"
        times[name] += 1
        again = f"-{times[name]}" if times[name] > 1 else ""
        id = f"{key_of(OFFER, offer.id)}/{name}{again}"
        yield Happening(id, change.date, to_record(archive, offer), change.kind.capitalize(), change.reason, keys)


def _withdrawn(archive: Archive) -> Iterator[Happening]:
    """Of a row that was withdrawn no more is known than that it was, since when, and why."""
    for stone in archive.tombstones:
        if stone.noun == OFFER and outer(stone.id) in archive.records[REGISTER]:
            id = f"{key_of(OFFER, stone.id)}/withdrawn-{stone.date}"
            link = Link(f"row {own(stone.id)}", f"gifts/{outer(stone.id)}/#withdrawn")
            words = f"A row of the register stood here. Reason: {stone.reason}"
            keys = (EVERYTHING, key_of(REGISTER, outer(stone.id)))
            yield Happening(id, stone.date, link, "Withdrawn", words, keys)
