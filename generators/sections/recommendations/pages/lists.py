"""Recommendations by status, by age, by owner and by the record they came from, and those that are overdue."""

from collections.abc import Iterator, Sequence
from datetime import date

from generators.archive import Archive
from generators.frame import HOME, list_page
from generators.link import Link
from generators.page import Page
from generators.sections.recommendations.rows import Group, Row, by_age, by_owner, by_source
from generators.sections.recommendations.statuses import STATUSES
from generators.sections.recommendations.tracker import Tracked

TRACKER = Link("Recommendations", "recommendations/")
TRAIL = (HOME, TRACKER)


def pages(archive: Archive, tracked: Sequence[Tracked], rows: Sequence[Row], today: date) -> Iterator[Page]:
    """Every list."""
    for status in STATUSES:
        found = tuple(row for row in rows if row.status == status)
        if found:
            yield _page(
                archive, f"status/{status.replace(' ', '-')}/", status.capitalize(), (Group("", "", found),),
                "Everything on the record that stands so today.",
            )  # fmt: skip
    yield _page(
        archive, "open/", "Not closed, oldest first", by_age(rows, today),
        "What has been raised and is not closed, by how long ago it was raised.",
    )  # fmt: skip
    overdue = tuple(row for found, row in zip(tracked, rows, strict=True) if found.is_overdue(today))
    yield _page(
        archive, "overdue/", "Overdue", (Group("", "", overdue),) if overdue else (),
        "What is not closed, and was due on a day that has passed. Most records give no day.",
    )  # fmt: skip
    yield _page(
        archive, "owners/", "By owner", by_owner(rows),
        "What each role or body is to do. What has several owners stands beneath each of them.",
    )  # fmt: skip
    row_of = {found.raised.ref: row for found, row in zip(tracked, rows, strict=True)}
    for (noun, id), ones in by_source(tracked).items():
        if noun != "recommendation-source":
            found = tuple(row_of[one.raised.ref] for one in ones)
            yield _page(
                archive, f"from/{noun}/{id}/", f"From: {ones[0].raised.source}", (Group("", "", found),),
                "What this record asked for, in its order.",
            )  # fmt: skip


def _page(archive: Archive, end: str, title: str, groups: tuple[Group, ...], lead: str) -> Page:
    return list_page(
        archive, f"recommendations/{end}", title, "recommendations/list",
        {"groups": groups, "lead": lead, "owners": end != "owners/"},
        section="recommendations/", trail=TRAIL, description=lead,
    )  # fmt: skip
