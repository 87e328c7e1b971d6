"""Where recommendations came from: every source by year, and a list of what a record of another section asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generators.archive import Archive
from generators.frame import list_page, with_neighbours
from generators.link import Link
from generators.page import Page
from generators.sections.recommendations.grouping import Group, by_year, year_of, years_of
from generators.sections.recommendations.pages.listing import TRAIL, Listing, counted, in_pages
from generators.sections.recommendations.rows import Row, by_source
from generators.sections.recommendations.statuses import CLOSED, OPEN
from generators.sections.recommendations.tracker import Tracked

ORIGINS = Link("By source", "recommendations/from/")


@dataclass(frozen=True)
class Origin:
    """A record that asks for something, with how many of it are open and closed."""

    link: Link
    raised: date | None
    total: int
    still_open: int
    closed: int


def origins(tracked: Sequence[Tracked], rows: Sequence[Row]) -> tuple[Origin, ...]:
    """Every source, the latest first."""
    found = []
    for own in _rows_by_source(tracked, rows).values():
        statuses = [row.status for row in own]
        still_open, closed = sum(one in OPEN for one in statuses), sum(one in CLOSED for one in statuses)
        found.append(Origin(own[0].source, own[0].raised, len(own), still_open, closed))
    return tuple(sorted(found, key=lambda origin: origin.raised or date.min, reverse=True))


def pages(archive: Archive, tracked: Sequence[Tracked], rows: Sequence[Row]) -> Iterator[Page]:
    """The years, the sources of each, and what each source asks for in its own order.

    A source of this section has a page with its list already.
    """
    trail = (*TRAIL, ORIGINS)
    years = by_year(rows, years_of(rows))
    yield list_page(
        archive, ORIGINS.address, ORIGINS.text, "recommendations/years",
        {"counts": tuple(counted(year, ORIGINS) for year in years)},
        section="recommendations/", trail=TRAIL, description="Every record that asks for something, by year.",
    )  # fmt: skip
    found = origins(tracked, rows)
    for before, year, after in with_neighbours(years, _link):
        lead = "Every record that asked for something in that year."
        listing = Listing(_link(year), lead, "recommendations/origins", trail)
        own = tuple(origin for origin in found if year_of(origin.raised) == year.end)
        yield from in_pages(archive, listing, own, before, after)
    for (noun, _), listed in _rows_by_source(tracked, rows).items():
        if noun != "recommendation-source":
            source = listed[0].source
            link = Link(f"From: {source.text}", source.address)
            listing = Listing(link, "What this record asked for, in its order.", trail=trail)
            yield from in_pages(archive, listing, listed)


def _link(year: Group) -> Link:
    return Link(f"Sources: {year.title}", f"{ORIGINS.address}{year.end}/")


def _rows_by_source(tracked: Sequence[Tracked], rows: Sequence[Row]) -> dict[tuple[str, str], tuple[Row, ...]]:
    row_of = {found.raised.ref: row for found, row in zip(tracked, rows, strict=True)}
    return {key: tuple(row_of[one.raised.ref] for one in ones) for key, ones in by_source(tracked).items()}
