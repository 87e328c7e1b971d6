"""Recommendations by status, by age and by owner, and those that are overdue."""

from collections.abc import Iterator, Sequence
from datetime import date

from generators.archive import Archive
from generators.frame import list_page
from generators.link import Link
from generators.page import Page
from generators.paged import LIMIT
from generators.sections.recommendations.grouping import Group, by_age, by_owner, by_year, years_of
from generators.sections.recommendations.pages.listing import TRAIL, Listing, counted
from generators.sections.recommendations.pages.listing import pages as listed
from generators.sections.recommendations.rows import Row
from generators.sections.recommendations.statuses import OPEN, STATUSES

STILL_OPEN = Link("Not closed", "recommendations/open/")
OVERDUE = Link("Overdue", "recommendations/overdue/")
OWNERS = Link("By owner", "recommendations/owners/")


def pages(archive: Archive, rows: Sequence[Row], today: date) -> Iterator[Page]:
    """Every list."""
    years = years_of(rows)
    for status in STATUSES:
        found = tuple(row for row in rows if row.status == status)
        yield from listed(
            archive, Listing(of_status(status), "Everything with this status today."), found, by_year(found, years)
        )
    still_open = tuple(row for row in rows if row.status in OPEN)
    lead = "What was raised and is not closed. What is overdue stands first, then the oldest."
    yield from listed(archive, Listing(STILL_OPEN, lead), still_open, by_age(rows, today))
    overdue = tuple(row for row in rows if row.is_overdue)
    lead = "What is not closed, and was due on a day that has passed. Most records give no day."
    yield from listed(archive, Listing(OVERDUE, lead), overdue, by_year(overdue, years))
    yield from _owners(archive, by_owner(rows))


def of_status(status: str) -> Link:
    """The list of everything that stands so."""
    return Link(status.capitalize(), f"recommendations/status/{status.replace(' ', '-')}/")


def _owners(archive: Archive, owners: Sequence[Group]) -> Iterator[Page]:
    """Who is to do how much, and a list for each owner.

    An owner never has less to do than before, so lists by year are made only when one page can no longer hold it.
    """
    yield list_page(
        archive, OWNERS.address, OWNERS.text, "recommendations/owners",
        {"counts": tuple(counted(owner, OWNERS) for owner in owners)},
        section="recommendations/", trail=TRAIL, description="What each role or body is to do.",
    )  # fmt: skip
    for owner in owners:
        link = Link(owner.title, f"{OWNERS.address}{owner.end}/")
        listing = Listing(
            link, "What is overdue stands first, then what is not closed, then what is closed.", trail=(*TRAIL, OWNERS)
        )
        years = by_year(owner.rows, years_of(owner.rows)) if len(owner.rows) > LIMIT else ()
        yield from listed(archive, listing, owner.rows, years)
