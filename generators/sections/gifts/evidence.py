"""The registers of gifts and hospitality, which the law wants public."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.evidence import Evidence
from generators.ids import outer
from generators.link import to_record
from generators.sections.gifts.records import GiftOffer, GiftsRegister


def evidence(archive: Archive) -> Iterator[Evidence]:
    """Every register, with the day of the last offer in it."""
    days = sorted((offer.day, outer(offer.id)) for offer in archive.all(GiftOffer) if offer.day)
    last = {register: day for day, register in days}
    for register in archive.all(GiftsRegister):
        link = to_record(archive, register)
        yield Evidence("gifts and hospitality", link, register.path, last.get(register.id), register.last_changed)
