"""The tracker, a page for each recommendation, and the lists and registers behind it."""

from collections.abc import Iterator
from datetime import datetime

from generators.archive import Archive
from generators.page import Page
from generators.sections.recommendations.pages import index, lists, recommendation, registers, sources
from generators.sections.recommendations.rows import row
from generators.sections.recommendations.tracker import tracker


def pages(archive: Archive, now: datetime) -> Iterator[Page]:
    """Every page of this section."""
    today = now.date()
    tracked = tracker(archive)
    standings = [found.standing(today) for found in tracked]
    rows = tuple(row(archive, found, standing) for found, standing in zip(tracked, standings, strict=True))
    yield index.page(archive, tracked, rows, today)
    yield from lists.pages(archive, tracked, rows, today)
    yield from sources.pages(archive, rows, today)
    yield from registers.pages(archive)
    yield from recommendation.pages(archive, tracked, rows, today)
