"""A page for every financial year of a register: each offer a row, with what it adds up to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generators.archive import Archive
from generators.dates import financial_year
from generators.facets import Facets, facets_of
from generators.frame import HOME, list_page, with_neighbours
from generators.ids import own
from generators.link import Link
from generators.mentions import Mention, mentions
from generators.money import declared, in_words
from generators.page import Page
from generators.problem import count
from generators.sections.gifts.downloads import table
from generators.sections.gifts.offers import (
    GIFTS,
    days_to_publish,
    days_to_register,
    index,
    is_late,
    least,
    marks,
    sums,
    typical,
    years_of,
)
from generators.sections.gifts.pages.registers import year_link
from generators.sections.gifts.records import UNDATED, GiftOffer, GiftsRegister, NilReturn


@dataclass(frozen=True)
class Row:
    """One offer as the page shows it."""

    offer: GiftOffer
    anchor: str
    donor: Link | None
    read_as: str
    """What the declared value was read as, where that is not plain to see."""
    least: str
    """The least that the declared value says, by which rows are sorted; nothing where it says no sum."""
    to_register: str
    marks: tuple[str, ...]
    named_in: tuple[Mention, ...]
    """The records of other sections that name it."""


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every year of every register."""
    for register in archive.all(GiftsRegister):
        yield from _of_register(archive, register)


def _of_register(archive: Archive, register: GiftsRegister) -> Iterator[Page]:
    offers = index(archive).offers_of[register.id]
    by_year: dict[str, list[GiftOffer]] = {year: [] for year in years_of(register, offers)}
    for offer in offers:
        by_year[offer.year].append(offer)
    for before, year, after in with_neighbours(tuple(by_year), lambda year: year_link(register, year)):
        yield _page(archive, register, year, tuple(by_year[year]), before, after)


def _page(
    archive: Archive,
    register: GiftsRegister,
    year: str,
    offers: tuple[GiftOffer, ...],
    before: Link | None,
    after: Link | None,
) -> Page:
    known = index(archive)
    when = "without a date" if year == UNDATED else year
    values = {
        "register": register,
        "when": when,
        "offers": offers,
        "donors": tuple(
            known.donors[slug].link if (slug := known.donor_of.get(offer.id)) else None for offer in offers
        ),
        "named_in": tuple(mentions(archive, offer) for offer in offers),
        "nil_returns": tuple(found for found in register.nil_returns if _touches(found, year)),
    }
    return list_page(
        archive, f"gifts/{register.id}/{year}/", f"{register.title}, {when}", "gifts/year", values,
        section=GIFTS.address, trail=(HOME, GIFTS, Link(register.title, f"gifts/{register.id}/")),
        previous=before, next=after, linking=offers, edited=(register,), view=_view,
        tables=(table(archive, register, f"offers-{year}", offers),),
        description=f"{register.title}, {when}: {count(len(offers), 'offer')}, accepted or not.",
        facets=_facets(archive, register, offers),
    )  # fmt: skip


def _facets(archive: Archive, register: GiftsRegister, offers: Sequence[GiftOffer]) -> Facets:
    """What a year can be found by: its latest offer's day, and everybody to whom anything was offered."""
    days = [offer.day for offer in offers if offer.day]
    return replace(facets_of(archive, register, *offers), kind="Gifts", day=max(days, default=None))


def _touches(found: NilReturn, year: str) -> bool:
    """Whether a nil return is about some of a year."""
    return financial_year(found.start) <= year <= financial_year(found.end)


def _view(page: Page) -> dict[str, Any]:
    offers: tuple[GiftOffer, ...] = page.values["offers"]
    within = page.values["register"].register_within_days
    beside = zip(offers, page.values["donors"], page.values["named_in"], strict=True)
    rows = [_row(offer, donor, named_in, within) for offer, donor, named_in in beside]
    return {
        "rows": rows,
        "sums": sums(offers) if offers else (),
        "late": sum(is_late(offer, within) for offer in offers),
        "to_register": typical(map(days_to_register, offers)),
        "to_publish": typical(map(days_to_publish, offers)),
        "csv": f"{page.address}{page.tables[0].name}.csv",
        "whole": f"gifts/{page.values['register'].id}/register.csv",
    }


def _row(offer: GiftOffer, donor: Link | None, named_in: tuple[Mention, ...], within: int | None) -> Row:
    value = declared(offer.value) if offer.value else None
    read_as = ""
    if offer.value and value and value.low is not None:
        words = f"{'about ' if value.approximate else ''}{in_words(value.low, value.high)}"
        read_as = "" if words == offer.value else words
    days = days_to_register(offer)
    later = "" if days is None else f"{count(days, 'day')} later" if days else "the same day"
    return Row(offer, own(offer.id), donor, read_as, least(offer), later, marks(offer, within), named_in)
