"""The home page, the calendar, the page about the office and the page for reporting a mistake."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from generators.archive import Archive
from generators.dates import MONTHS, clock
from generators.frame import list_page, record_page
from generators.link import Link, to_record
from generators.page import Page
from generators.problem import count
from generators.sections import SECTIONS
from generators.sections.meetings import views
from generators.sections.meetings.pages.decisions import decisions
from generators.sections.meetings.records import Body, Meeting, Office, Paper

LATEST = 6
"""How many papers and decisions the home page shows."""


@dataclass(frozen=True)
class Entry:
    """One meeting in the calendar."""

    date: date
    time: str
    link: Link
    place: str
    state: views.State


def pages(archive: Archive, now: datetime) -> Iterator[Page]:
    """The four pages that belong to no body."""
    office = archive.get(Office, "office")
    upcoming = tuple(_entry(archive, meeting) for meeting in views.in_order(archive) if _is_ahead(meeting, now))
    rows = tuple(reversed(decisions(archive)[-LATEST:]))
    counts = (count(len(archive.all(Meeting)), "meeting"), count(len(archive.all(Paper)), "paper"))
    values = {
        "office": office,
        "upcoming": upcoming[:3],
        "papers": _latest_papers(archive),
        "rows": rows,
        "counts": counts,
        "bodies": tuple(to_record(archive, body) for body in archive.all(Body)),
        "places": tuple(
            (Link(place.title, place.address), place.words)
            for section in SECTIONS
            for place in section.navigation
            if place.words
        ),
    }
    title = f"The public record of the {office.short_name}" if office else "The public record"
    yield list_page(archive, "", title, "meetings/home", values, section="", trail=(), description=title)
    yield list_page(
        archive, "calendar/", "Calendar", "meetings/calendar",
        {"upcoming": upcoming, "past": _by_year(archive, now)}, section="calendar/",
        description="Every meeting on the record, past and to come.",
    )  # fmt: skip
    values = {"office": office}
    yield list_page(archive, "report-a-mistake/", "Report a mistake", "meetings/mistake", values, section="about/")
    if office:
        yield record_page(archive, office, f"About the {office.short_name}", (), values, section="about/")


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


def _latest_papers(archive: Archive) -> tuple[tuple[Link, Link], ...]:
    """The papers of the latest meetings that have any, each with its meeting."""
    found: list[tuple[Link, Link]] = []
    for meeting in reversed(views.in_order(archive)):
        link = views.meeting_link(archive, meeting)
        papers = views.index(archive).papers_of.get(meeting.id, ())
        found += [(Link(paper.title, f"meetings/{paper.id}/"), link) for paper in papers]
        if len(found) >= LATEST:
            break
    return tuple(found[:LATEST])
