"""A long list as pages of a bounded length: an index that counts, and beneath it a list for every year or age."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generators.archive import Archive
from generators.frame import HOME, list_page, with_neighbours
from generators.link import Link
from generators.page import Page
from generators.paged import LIMIT, parts
from generators.sections.recommendations.grouping import Group, urgent_first
from generators.sections.recommendations.rows import Row
from generators.sections.recommendations.statuses import CLOSED, OPEN

TRACKER = Link("Recommendations", "recommendations/")
TRAIL = (HOME, TRACKER)


@dataclass(frozen=True)
class Listing:
    """Something that is listed: where, and what its pages say above the rows."""

    link: Link
    lead: str
    template: str = "recommendations/list"
    trail: tuple[Link, ...] = TRAIL


@dataclass(frozen=True)
class Count:
    """How many there are in a group, and where they are listed."""

    link: Link
    end: str
    """The last part of that address."""
    total: int
    still_open: int
    overdue: int
    closed: int


def counted(group: Group, within: Link) -> Count:
    """The numbers of a group whose list stands beneath this one."""
    statuses = [row.status for row in group.rows]
    return Count(
        Link(group.title[:1].upper() + group.title[1:], f"{within.address}{group.end}/"),
        group.end,
        len(group.rows),
        sum(status in OPEN for status in statuses),
        sum(row.is_overdue for row in group.rows),
        sum(status in CLOSED for status in statuses),
    )


def pages(archive: Archive, listing: Listing, rows: Sequence[Row], groups: Sequence[Group]) -> Iterator[Page]:
    """The index, with the most urgent rows, and a list for each group.

    A group without rows has its page too: an address that was given out once leads somewhere for ever.
    """
    yield list_page(
        archive, listing.link.address, listing.link.text, "recommendations/listing",
        {
            "lead": listing.lead,
            "counts": tuple(counted(group, listing.link) for group in groups),
            "rows": urgent_first(rows)[:LIMIT],
            "total": len(rows),
        },
        section="recommendations/", trail=listing.trail, description=listing.lead,
    )  # fmt: skip
    for before, group, after in with_neighbours(groups, lambda group: _beneath(listing, group)):
        inner = Listing(_beneath(listing, group), listing.lead, trail=(*listing.trail, listing.link))
        yield from in_pages(archive, inner, urgent_first(group.rows), before, after)


def in_pages(
    archive: Archive,
    listing: Listing,
    rows: Sequence[Any],
    before: Link | None = None,
    after: Link | None = None,
) -> Iterator[Page]:
    """Rows in as many pages as they need, one at least. Each leads on to the next, the last to what comes after."""
    for part in parts(listing.link, rows, before, after):
        yield list_page(
            archive, part.link.address, part.link.text, listing.template,
            {"rows": part.rows, "first": part.first, "total": len(rows), "lead": listing.lead},
            section="recommendations/", trail=listing.trail, previous=part.before, next=part.after,
            description=f"{part.link.text}. {listing.lead}",
        )  # fmt: skip


def _beneath(listing: Listing, group: Group) -> Link:
    return Link(f"{listing.link.text}: {group.title}", f"{listing.link.address}{group.end}/")
