"""How everything stood at the end of each year, rebuilt from the updates."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generators.archive import Archive
from generators.frame import list_page
from generators.page import Page
from generators.sections.recommendations.history import year_ends
from generators.sections.recommendations.pages.listing import TRAIL
from generators.sections.recommendations.statuses import STATUSES
from generators.sections.recommendations.tracker import Tracked

ADDRESS = "recommendations/year-ends/"


@dataclass(frozen=True)
class YearEnd:
    """A day, and how many stood how."""

    day: date
    numbers: tuple[int, ...]


def pages(archive: Archive, tracked: Sequence[Tracked], today: date) -> Iterator[Page]:
    """One page with a row for each year."""
    counts = {day: Counter(_statuses(tracked, day)) for day in year_ends(tracked, today)}
    statuses = tuple(status for status in STATUSES if any(count[status] for count in counts.values()))
    ends = tuple(YearEnd(day, tuple(count[status] for status in statuses)) for day, count in counts.items())
    yield list_page(
        archive, ADDRESS, "How it stood in other years", "recommendations/year_ends",
        {"statuses": statuses, "ends": ends, "today": today}, section="recommendations/", trail=TRAIL,
        description="How many recommendations and actions were open and closed at the end of each year.",
    )  # fmt: skip


def _statuses(tracked: Sequence[Tracked], day: date) -> Iterator[str]:
    return (found.standing(day).status for found in tracked if found.is_raised_by(day))
