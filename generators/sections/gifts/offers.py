"""What is worked out from offers: their financial years, how soon they were registered, what they add up to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from generators.archive import Archive, once_per_archive
from generators.dates import financial_year
from generators.ids import outer
from generators.link import Link
from generators.money import Value, declared, in_words
from generators.sections.gifts.donors import Donor, gathered, named, names_of
from generators.sections.gifts.records import ANSWERS, GiftOffer, GiftsRegister

GIFTS = Link("Gifts", "gifts/")


@dataclass(frozen=True)
class Index:
    """What is looked up from several pages, worked out once for an archive."""

    offers_of: Mapping[str, tuple[GiftOffer, ...]]
    """By the id of the register, by date of offer."""
    donors: Mapping[str, Donor]
    """By slug."""
    donor_of: Mapping[str, str]
    """The slug of the donor, by the id of the offer; none where nobody is named."""


@dataclass(frozen=True)
class Sum:
    """What some offers add up to."""

    label: str
    offers: int
    unvalued: int
    """How many have no value that could be added."""
    low: Decimal
    high: Decimal
    is_open: bool
    """Whether one of them has no upper limit."""

    @property
    def words(self) -> str:
        """Their declared value, from the least to the most."""
        if self.offers == self.unvalued:
            return "no value given"
        return in_words(self.low, None) if self.is_open else in_words(self.low, self.high)


@once_per_archive
def index(archive: Archive) -> Index:
    """The index of an archive."""
    of: dict[str, list[GiftOffer]] = {register.id: [] for register in archive.all(GiftsRegister)}
    for offer in sorted(archive.all(GiftOffer), key=lambda offer: (offer.day or date.max, offer.line)):
        of.get(outer(offer.id), []).append(offer)
    registers = archive.all(GiftsRegister)
    names = names_of(registers)
    offers = [found for register in registers for found in named(register, of[register.id], names)]
    offers.sort(key=lambda found: found[1].day or date.max)
    donors = gathered(offers)
    donor_of = {offer.id: slug for slug, donor in donors.items() for offer in donor.offers}
    return Index({id: tuple(found) for id, found in of.items()}, donors, donor_of)


def years_of(register: GiftsRegister, offers: Iterable[GiftOffer]) -> tuple[str, ...]:
    """The years for which a register has an offer or a nil return, the undated last."""
    nil = {financial_year(day) for found in register.nil_returns for day in (found.start, found.end)}
    return tuple(sorted({offer.year for offer in offers} | nil))


def value_of(offer: GiftOffer) -> Value | None:
    """Its declared value, where one is declared and it can be understood."""
    found = declared(offer.value) if offer.value else None
    return found if found and found.is_known else None


def least(offer: GiftOffer) -> str:
    """The least that its declared value says, by which rows are sorted; nothing where it says no sum."""
    value = value_of(offer)
    return "" if value is None else str(value.low)


def days_to_register(offer: GiftOffer) -> int | None:
    """The days from the offer to its registration."""
    return (offer.registered - offer.offered).days if offer.offered and offer.registered else None


def days_to_publish(offer: GiftOffer) -> int | None:
    """The days from the offer to its publication, where the row says when that was."""
    return (offer.published - offer.offered).days if offer.offered and offer.published else None


def is_late(offer: GiftOffer, within: int | None) -> bool:
    """Whether it was registered later than the policy wants."""
    days = days_to_register(offer)
    return days is not None and within is not None and days > within


def marks(offer: GiftOffer, within: int | None) -> tuple[str, ...]:
    """What a reader should see at once: that it was registered late, that it has no value."""
    found = []
    if is_late(offer, within):
        found.append(f"registered late: after {days_to_register(offer)} days, and the policy allows {within}")
    known = declared(offer.value) if offer.value else None
    if offer.value is None or (known and not known.is_known):
        found.append("no value given")
    elif known is None:
        found.append("value not counted in the totals")
    return tuple(found)


def sums(offers: Sequence[GiftOffer]) -> tuple[Sum, ...]:
    """What the offers add up to, by answer, then all together."""
    by_answer = ((answer, [offer for offer in offers if offer.answer == answer]) for answer in ANSWERS)
    return (*(_sum(answer, found) for answer, found in by_answer if found), _sum("all offers", offers))


def typical(days: Iterable[int | None]) -> str:
    """Within how many days half of them lie, in words; nothing where no number is known."""
    known = [number for number in days if number is not None]
    middle = median(known) if known else None
    if not middle:
        return "" if middle is None else "on the same day"
    return f"within {middle:g} {'day' if middle == 1 else 'days'}"


def _sum(label: str, offers: Sequence[GiftOffer]) -> Sum:
    values = [value for offer in offers if (value := value_of(offer))]
    low = sum((value.low or Decimal(0) for value in values), Decimal(0))
    high = sum((value.high or value.low or Decimal(0) for value in values), Decimal(0))
    is_open = any(value.high is None for value in values)
    return Sum(label, len(offers), len(offers) - len(values), low, high, is_open)
