"""The pages of meetings, papers, people, decisions and matters."""

from collections.abc import Iterator
from datetime import datetime

from generators.archive import Archive
from generators.page import Page
from generators.sections.meetings.pages import (
    accessibility,
    bodies,
    calendar,
    decisions,
    forward_plan,
    home,
    matters,
    meeting,
    office,
    paper,
    people,
)


def pages(archive: Archive, now: datetime) -> Iterator[Page]:
    """Every page of this section."""
    yield from home.pages(archive, now)
    yield from calendar.pages(archive, now)
    yield from office.pages(archive)
    yield from accessibility.pages(archive, now)
    yield from bodies.pages(archive, now)
    yield from meeting.pages(archive)
    yield from paper.pages(archive)
    yield from people.pages(archive)
    yield from forward_plan.pages(archive)
    yield from decisions.pages(archive)
    yield from matters.pages(archive)
