"""The list of those who offer, and a page for each: all registers, all years, every name as it is printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generators.archive import Archive
from generators.facets import Facets
from generators.frame import HOME, list_page, with_neighbours
from generators.ids import outer
from generators.link import Link
from generators.page import Page
from generators.problem import count
from generators.sections.gifts.donors import Donor
from generators.sections.gifts.offers import GIFTS, index, least, sums
from generators.sections.gifts.records import UNDATED, GiftOffer, GiftsRegister

DONORS = Link("Who offers", "gifts/donors/")


@dataclass(frozen=True)
class Listed:
    """A donor in the list of donors."""

    link: Link
    offers: int
    years: str


def pages(archive: Archive) -> Iterator[Page]:
    """The list of donors and a page for each."""
    donors = sorted(index(archive).donors.values(), key=lambda donor: (donor.name.casefold(), donor.slug))
    listed = tuple(Listed(donor.link, len(donor.offers), _years(donor)) for donor in donors)
    yield list_page(
        archive, DONORS.address, "Who offers gifts and hospitality", "gifts/donors", {"donors": listed},
        section=GIFTS.address, trail=(HOME, GIFTS),
        description="Everybody who offered a gift or hospitality, with all their offers.",
    )  # fmt: skip
    titles = {register.id: register.title for register in archive.all(GiftsRegister)}
    for before, donor, after in with_neighbours(donors, lambda donor: donor.link):
        yield _page(archive, donor, titles, before, after)


def _page(archive: Archive, donor: Donor, titles: dict[str, str], before: Link | None, after: Link | None) -> Page:
    registers = tuple(titles[outer(offer.id)] for offer in donor.offers)
    return list_page(
        archive, donor.link.address, donor.name, "gifts/donor",
        {"offers": donor.offers, "registers": registers, "printed": donor.printed},
        section=GIFTS.address, trail=(HOME, GIFTS, DONORS), previous=before, next=after, linking=donor.offers,
        view=_view, facets=Facets(kind="Donor"),
        description=f"{donor.name}: {count(len(donor.offers), 'offer')} of gifts or hospitality on the registers.",
    )  # fmt: skip


def _view(page: Page) -> dict[str, Any]:
    offers: tuple[GiftOffer, ...] = page.values["offers"]
    return {
        "rows": [
            (offer, Link(offer.what, offer.address), register, _year(offer), least(offer))
            for offer, register in zip(offers, page.values["registers"], strict=True)
        ],
        "sums": sums(offers),
    }


def _years(donor: Donor) -> str:
    years = sorted({offer.year for offer in donor.offers} - {UNDATED})
    return years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}" if years else ""


def _year(offer: GiftOffer) -> str:
    return "no date given" if offer.year == UNDATED else offer.year
