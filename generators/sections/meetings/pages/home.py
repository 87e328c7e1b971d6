"""The home page: what is next, what is open, what is new and where to look."""

from collections.abc import Iterator
from datetime import datetime

from generators import sections
from generators.archive import Archive
from generators.frame import list_page
from generators.link import Link
from generators.news import news
from generators.page import Page
from generators.problem import count
from generators.sections.meetings import views
from generators.sections.meetings.pages.calendar import upcoming
from generators.sections.meetings.pages.decisions import decisions
from generators.sections.meetings.records import Meeting, Office, Paper

NEXT = 2
"""How many meetings to come the home page shows, and how many things that are due."""
LATEST = 4
"""How many papers, decisions and other news it shows."""
FIRST = 5
"""How many ways in of one kind it shows."""


def pages(archive: Archive, now: datetime) -> Iterator[Page]:
    """The one page."""
    office = archive.get(Office, "office")
    seen = sections.glances(archive, now.date())
    due = sorted((due for glance in seen for due in glance.due), key=lambda due: due.date)
    values = {
        "office": office,
        "upcoming": upcoming(archive, now)[:NEXT],
        "due": tuple(due[:NEXT]),
        "counted": tuple(counted for glance in seen for counted in glance.counted),
        "papers": _latest_papers(archive),
        "decided": tuple(reversed(decisions(archive)[-LATEST:])),
        "news": news(archive, LATEST),
        "ways": tuple((title, links[:FIRST], len(links) > FIRST) for title, links in sections.ways_in(archive)),
        "counts": (count(len(archive.all(Meeting)), "meeting"), count(len(archive.all(Paper)), "paper")),
        "places": tuple(
            (Link(place.title, place.address), place.words)
            for group in sections.GROUPS
            for place in sections.pages_of(group)
            if place.words
        ),
    }
    title = f"The public record of the {office.short_name}" if office else "The public record"
    yield list_page(archive, "", title, "meetings/home", values, section="", trail=(), description=title)


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
