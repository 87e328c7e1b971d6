"""The tracker, a page for each recommendation, and the lists and registers behind it."""

from collections.abc import Iterator
from datetime import datetime

from generators.archive import Archive
from generators.page import Page
from generators.sections.recommendations.pages import (
    decisions,
    index,
    lists,
    origins,
    recommendation,
    registers,
    sources,
    year_ends,
)
from generators.sections.recommendations.rows import row
from generators.sections.recommendations.tracker import tracker


def pages(archive: Archive, now: datetime) -> Iterator[Page]:
    """Every page of this section."""
    today = now.date()
    tracked = tracker(archive)
    rows = tuple(row(archive, found, today) for found in tracked)
    yield index.page(archive, tracked, rows, today)
    yield from lists.pages(archive, rows, today)
    yield from origins.pages(archive, tracked, rows)
    yield from year_ends.pages(archive, tracked, today)
    yield from sources.pages(archive, rows, today)
    yield from registers.pages(archive)
    yield from recommendation.pages(archive, tracked, rows, today)
    yield from decisions.pages(archive, tracked)
