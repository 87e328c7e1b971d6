"""The rows of a register as a file to take away: as declared, and in numbers beside it."""

from collections.abc import Iterable

from generators.archive import Archive
from generators.ids import own
from generators.money import declared
from generators.sections.gifts.offers import days_to_register, index, is_late
from generators.sections.gifts.records import GiftOffer, GiftsRegister
from generators.table import Cell, Column, Table

COLUMNS = (
    Column("id", "Row"),
    Column("financial_year", "Financial year"),
    Column("offered", "Offered"),
    Column("registered", "Registered"),
    Column("days_to_register", "Days from offer to registration", number=True),
    Column("registered_late", "Registered later than the policy allows"),
    Column("recipient", "Recipient"),
    Column("person", "Office holder"),
    Column("offered_by", "Offered by, as printed"),
    Column("donor", "Donor"),
    Column("what", "What"),
    Column("kind", "Kind"),
    Column("value", "Value as declared"),
    Column("value_low", "Value at the least, in pounds", number=True),
    Column("value_high", "Value at the most, in pounds", number=True),
    Column("value_approximate", "Value is approximate"),
    Column("answer", "Answer"),
    Column("became", "What became of it"),
    Column("passed_to", "Passed on to"),
    Column("reason", "Reason"),
    Column("approved_by", "Approved by"),
    Column("published", "Published"),
    Column("meeting", "Meeting that discussed it"),
)


def table(archive: Archive, register: GiftsRegister, name: str, offers: Iterable[GiftOffer]) -> Table:
    """These offers of a register as a file of this name."""
    return Table(name, COLUMNS, tuple(_row(archive, offer, register.register_within_days) for offer in offers))


def _row(archive: Archive, offer: GiftOffer, within: int | None) -> tuple[Cell, ...]:
    known = index(archive)
    slug = known.donor_of.get(offer.id)
    value = declared(offer.value) if offer.value else None
    days = days_to_register(offer)
    return (
        own(offer.id), offer.year, _text(offer.offered), _text(offer.registered), days,
        None if days is None or within is None else _yes_or_no(is_late(offer, within)),
        offer.recipient, offer.person, offer.offered_by, known.donors[slug].name if slug else None, offer.what,
        offer.kind, offer.value, _text(value.low if value else None), _text(value.high if value else None),
        _yes_or_no(value.approximate) if value and value.is_known else None, offer.answer, offer.became,
        offer.passed_to, offer.reason, offer.approved_by, _text(offer.published), offer.meeting or None,
    )  # fmt: skip


def _yes_or_no(is_so: bool) -> str:  # noqa: FBT001 - the value itself
    return "yes" if is_so else "no"


def _text(value: object) -> str | None:
    """A day or a sum as a file has it."""
    return None if value is None else str(value)
