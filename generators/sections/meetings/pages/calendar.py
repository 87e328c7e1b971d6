"""The calendar: every meeting, those to come and the past ones by year and month."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from generators.archive import Archive
from generators.dates import MONTHS, clock
from generators.frame import list_page
from generators.link import Link
from generators.page import Page
from generators.sections.meetings import views
from generators.sections.meetings.records import Meeting


@dataclass(frozen=True)
class Entry:
    """One meeting in the calendar."""

    date: date
    time: str
    link: Link
    place: str
    state: views.State


def pages(archive: Archive, now: datetime) -> Iterator[Page]:
    """The calendar."""
    yield list_page(
        archive, "calendar/", "Calendar", "meetings/calendar",
        {"upcoming": upcoming(archive, now), "past": _by_year(archive, now)}, section="calendar/",
        description="Every meeting on the record, past and to come.",
    )  # fmt: skip


def upcoming(archive: Archive, now: datetime) -> tuple[Entry, ...]:
    """The meetings to come, the next one first."""
    return tuple(_entry(archive, meeting) for meeting in views.in_order(archive) if _is_ahead(meeting, now))


def _is_ahead(meeting: Meeting, now: datetime) -> bool:
    return meeting.date >= now.date() and meeting.state in ("scheduled", "postponed", "cancelled")


def _entry(archive: Archive, meeting: Meeting) -> Entry:
    time = clock(meeting.start) if meeting.start else ""
    return Entry(
        meeting.date, time, views.meeting_link(archive, meeting), meeting.place or "", views.STATES[meeting.state]
    )


def _by_year(archive: Archive, now: datetime) -> tuple[tuple[int, tuple[tuple[str, tuple[Entry, ...]], ...]], ...]:
    """Past meetings, latest first: by year, then by month."""
    years: dict[int, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for meeting in reversed(views.in_order(archive)):
        if not _is_ahead(meeting, now):
            years[meeting.date.year][MONTHS[meeting.date.month - 1]].append(_entry(archive, meeting))
    return tuple(
        (year, tuple((month, tuple(entries)) for month, entries in months.items())) for year, months in years.items()
    )
