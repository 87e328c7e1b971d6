"""The list of registers, and a page for each: its years, its policy, its nil returns, how it is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generators import sections
from generators.archive import Archive, Tombstone
from generators.frame import list_page, record_page, with_neighbours
from generators.ids import own
from generators.link import Link
from generators.page import Page
from generators.problem import count
from generators.raised import address_of
from generators.sections.gifts.downloads import table
from generators.sections.gifts.figures import figures
from generators.sections.gifts.offers import (
    GIFTS,
    Sum,
    days_to_publish,
    days_to_register,
    index,
    is_late,
    sums,
    typical,
    value_of,
    years_of,
)
from generators.sections.gifts.records import UNDATED, GiftOffer, GiftsRegister


@dataclass(frozen=True)
class Year:
    """A year of a register in the list of its years."""

    link: Link
    sums: Mapping[str, Sum]
    total: Sum
    late: int


def pages(archive: Archive) -> Iterator[Page]:
    """The list of registers and a page for each."""
    known = index(archive)
    registers = archive.all(GiftsRegister)
    raised = {ref: Link(text, address_of(ref)) for found in sections.raised(archive) for ref, text in found.named()}
    listed = tuple((register, _link(register), _counted(known.offers_of[register.id])) for register in registers)
    yield list_page(
        archive, GIFTS.address, "Gifts and hospitality", "gifts/registers",
        {"registers": listed, "donors": len(known.donors)}, section=GIFTS.address,
        description="Every offer of a gift or of hospitality on the registers, accepted or not.",
    )  # fmt: skip
    for before, register, after in with_neighbours(registers, _link):
        offers = known.offers_of[register.id]
        values = {
            "offers": offers,
            "years": tuple(year_link(register, year) for year in years_of(register, offers)),
            "withdrawn": _withdrawn(archive, register),
            "reviews": tuple((review, raised.get(review.recommendation or "")) for review in register.reviews),
        }
        yield record_page(
            archive, register, register.title, (GIFTS,), values, section=GIFTS.address, view=_view,
            previous=before, next=after, figures=figures(register.title, offers),
            tables=(table(archive, register, "register", offers),),
            description=f"{register.title}: what was offered, accepted or not, year by year.",
        )  # fmt: skip


def _counted(offers: tuple[GiftOffer, ...]) -> str:
    """How many there are, in words; nothing while there are none."""
    return count(len(offers), "offer") if offers else ""


def year_link(register: GiftsRegister, year: str) -> Link:
    """A link to the page of a register's year."""
    return Link("No date given" if year == UNDATED else year, f"gifts/{register.id}/{year}/")


def _link(register: GiftsRegister) -> Link:
    return Link(register.title, f"gifts/{register.id}/")


def _withdrawn(archive: Archive, register: GiftsRegister) -> tuple[Tombstone, ...]:
    """What is left of the rows of a register that were withdrawn."""
    noun = archive.noun(GiftOffer)
    return tuple(stone for stone in archive.tombstones if stone.noun == noun and stone.id.startswith(f"{register.id}/"))


def _view(page: Page) -> dict[str, Any]:
    register: GiftsRegister = page.values["record"]
    offers: tuple[GiftOffer, ...] = page.values["offers"]
    by_year: dict[str, list[GiftOffer]] = {}
    for offer in offers:
        by_year.setdefault(offer.year, []).append(offer)
    within = register.register_within_days
    dated = [link for link in reversed(page.values["years"]) if not link.address.endswith(f"/{UNDATED}/")]
    undated = [link for link in page.values["years"] if link not in dated]
    listed = [_year(link, by_year.get(link.address.split("/")[-2], []), within) for link in (*dated, *undated)]
    return {
        "listed": listed,
        "answers": [found.label for found in sums(offers)[:-1]],
        "total": sums(offers)[-1],
        "late": sum(is_late(offer, within) for offer in offers),
        "unvalued": sum(value_of(offer) is None for offer in offers),
        "counted": count(len(offers), "offer"),
        "to_register": typical(map(days_to_register, offers)),
        "to_publish": typical(map(days_to_publish, offers)),
        "withdrawn_rows": [(own(stone.id), stone) for stone in page.values["withdrawn"]],
    }


def _year(link: Link, offers: list[GiftOffer], within: int | None) -> Year:
    found = sums(offers)
    late = sum(is_late(offer, within) for offer in offers)
    return Year(link, {one.label: one for one in found[:-1]}, found[-1], late)
