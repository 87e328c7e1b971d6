"""What must hold in a register of gifts: dates in order, what became of what was accepted, values that say a sum."""

from collections import defaultdict
from collections.abc import Iterator

from generators import sections
from generators.archive import Archive
from generators.ids import outer
from generators.money import FORMS, declared
from generators.problem import Finding, count, nearest
from generators.rules import Said, every
from generators.sections.gifts.donors import Donor, compared, without_form
from generators.sections.gifts.offers import index
from generators.sections.gifts.records import GiftOffer, GiftsRegister
from generators.side_file import side_file


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of this section over every record."""
    yield from every(archive, GiftsRegister, (name, nil_returns, nil_returns_and_offers, donors))
    yield from every(archive, GiftOffer, (dates, outcome))
    yield from _recommendations(archive)
    for offers in index(archive).offers_of.values():
        yield from _values(offers)
    yield from _apart(archive)


def name(_: Archive, register: GiftsRegister) -> Said:
    """A register does not take the address of the donors' pages."""
    if register.id == "donors":
        yield (), 'the address /gifts/donors/ belongs to the list of donors. Name this file otherwise, like "office".'


def dates(_: Archive, offer: GiftOffer) -> Said:
    """Nothing is registered before it was offered, or published before it was registered."""
    if offer.offered and offer.registered and offer.registered < offer.offered:
        yield ("registered",), f"{offer.registered} is before the day of the offer, {offer.offered}."
    first = offer.registered or offer.offered
    if offer.published and first and offer.published < first:
        yield ("published",), f"{offer.published} is before {first}, the day it was {_done(offer)}."


def outcome(archive: Archive, offer: GiftOffer) -> Said:
    """What was accepted says what became of it, where the policy wants that."""
    register = archive.get(GiftsRegister, outer(offer.id))
    if register and register.outcome_required and offer.answer == "accepted" and not offer.became:
        message = "the policy wants to know what became of everything that was accepted: kept, shared, donated, pooled."
        yield ("became",), message


def donors(_: Archive, register: GiftsRegister) -> Said:
    """A name under which offers stand does not stand under another itself."""
    under = {compared(printed): name for printed, name in register.donors.items()}
    for printed, name in register.donors.items():
        other = under.get(compared(name))
        if other and compared(printed) != compared(name) != compared(other):
            message = f'"{name}" is put under "{other}" here itself. Give one name under which all their offers stand.'
            yield ("donors", printed), message


def nil_returns(_: Archive, register: GiftsRegister) -> Said:
    """A nil return is signed when its period is over."""
    for number, found in enumerate(register.nil_returns):
        if found.end < found.start:
            yield ("nil_returns", number, "end"), f"{found.end} is before the start, {found.start}."
        elif found.signed < found.end:
            yield ("nil_returns", number, "signed"), f"{found.signed} is before the period ends, on {found.end}."


def nil_returns_and_offers(archive: Archive, register: GiftsRegister) -> Said:
    """Nothing was offered in a period for which the whole register has a nil return."""
    offers = index(archive).offers_of[register.id]
    for number, nil in enumerate(register.nil_returns):
        inside = [offer for offer in offers if offer.offered and nil.start <= offer.offered <= nil.end]
        if inside and not nil.part:
            line, offered = inside[0].line, inside[0].offered
            message = f"the period is not nil: line {line} of the rows has an offer of {offered}."
            yield ("nil_returns", number), f"{message} Take one out, or say in `part` whose return it is."


def _recommendations(archive: Archive) -> Iterator[Finding]:
    """A recommendation that came of a review is in the tracker, as far as that is known."""
    known = {ref for raised in sections.raised(archive) for ref, _ in raised.named()}
    for register in archive.all(GiftsRegister):
        for number, review in enumerate(register.reviews):
            ref = review.recommendation
            if ref and ref not in known and not sections.may_raise(archive, ref):
                message = f'nothing on the site has the ref "{ref}".{nearest(ref, known)}'
                yield Finding(register.path, ("reviews", number, "recommendation"), message)


def _values(offers: tuple[GiftOffer, ...]) -> Iterator[Finding]:
    """A warning for every wording of a value that is not understood, at the first row that has it."""
    unclear: dict[str, list[GiftOffer]] = defaultdict(list)
    for offer in offers:
        if offer.value and declared(offer.value) is None:
            unclear[offer.value].append(offer)
    for words, found in unclear.items():
        first, *others = sorted(found, key=lambda offer: offer.line)
        again = f" The same stands in {count(len(others), 'other row')}." if others else ""
        message = f'"{words[:60]}" is shown as declared, and cannot be counted.{again} What can be counted: {FORMS}.'
        yield Finding(first.path, ("value",), message, first.line, is_warning=True)


def _apart(archive: Archive) -> Iterator[Finding]:
    """A warning for names that differ only in the form of a company, at the first row of the one with fewer offers."""
    alike: dict[str, list[Donor]] = defaultdict(list)
    for donor in index(archive).donors.values():
        alike[without_form(donor.slug)].append(donor)
    for found in alike.values():
        main, *others = sorted(found, key=lambda donor: (-len(donor.offers), donor.slug))
        for donor in others:
            first = min(donor.offers, key=lambda offer: (offer.path, offer.line))
            message = f'"{donor.name}" and "{main.name}" have a page each. If they are one, say so in'
            line = f"`{donor.name}: {main.name}`"
            message = f"{message} {side_file(first.path)}, under `donors`: {line}."
            yield Finding(first.path, ("offered_by",), message, first.line, is_warning=True)


def _done(offer: GiftOffer) -> str:
    return "registered" if offer.registered else "offered"
