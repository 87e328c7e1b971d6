"""The list of bodies, and each body with its meetings, members and attendance."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from generators.archive import Archive, once_per_archive
from generators.dates import long_date
from generators.frame import HOME, list_page, record_page
from generators.link import Link
from generators.page import Page
from generators.sections.meetings import views
from generators.sections.meetings.attendance import attendance_figure
from generators.sections.meetings.pages.forward_plan import plan_view, planned
from generators.sections.meetings.records import Body, ForwardPlan, Meeting
from generators.sections.meetings.records.body import Membership

STANDING = {
    "statutory": "Statutory: the law requires it",
    "advisory": "Advisory: set up by the office to advise it",
}


@dataclass(frozen=True)
class Row:
    """One meeting in a list."""

    date: date
    link: Link
    state: views.State
    papers: int
    decisions: int
    minutes: str
    title: str
    """Its own, where it has one."""


@dataclass(frozen=True)
class Year:
    """The meetings of one year."""

    year: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Request:
    """A report that the body asked for."""

    text: str
    due: str
    meeting: Link | None
    asked: Link


@dataclass(frozen=True)
class Summary:
    """A body in the list of bodies."""

    link: Link
    name: str
    standing: str
    remit: str
    meetings: int
    first: int
    last: int


def pages(archive: Archive, now: datetime) -> Iterator[Page]:
    """The list of bodies and a page for each."""
    summaries = tuple(_summary(archive, body) for body in _bodies(archive))
    yield list_page(
        archive, "meetings/", "Meetings", "meetings/bodies", {"bodies": summaries},
        section="meetings/", trail=(HOME,), description="The bodies on the record, their meetings, papers and minutes.",
    )  # fmt: skip
    for body in _bodies(archive):
        yield _page(archive, body, now)


def _page(archive: Archive, body: Body, now: datetime) -> Page:
    meetings = views.index(archive).meetings_of.get(body.id, ())
    upcoming = tuple(_row(archive, meeting) for meeting in meetings if meeting.date >= now.date())
    figure = attendance_figure(body, meetings)
    entries = planned(archive, body.id)
    values = {
        "standing": STANDING[body.standing],
        "requests": tuple(_requests(archive, body)),
        "plan": archive.get(ForwardPlan, body.id),
        "entries": entries,
        "years": _years(archive, meetings),
        "upcoming": upcoming,
        "current": tuple(member for member in body.members if not _ended(member, now.date())),
        "former": tuple(member for member in body.members if _ended(member, now.date())),
    }
    return record_page(
        archive, body, body.name, (views.MEETINGS,), values, section="meetings/",
        also=entries, figures=(figure,) if figure else (), view=plan_view,
        description=f"{body.name}: its meetings, members and attendance.",
    )  # fmt: skip


def _requests(archive: Archive, body: Body) -> Iterator[Request]:
    """Every report this body asked for, and where."""
    for found in _asking(archive).get(body.id, ()):
        for request in found.item.reports_requested:
            meeting = archive.get(Meeting, request.for_meeting)
            when = views.meeting_link(archive, meeting) if meeting else None
            asked = Link(f"{views.item_title(found.item)}, {long_date(found.meeting.date)}", found.link.address)
            yield Request(request.text, request.due_as_printed or "", when, asked)


@once_per_archive
def _asking(archive: Archive) -> dict[str, list[views.Business]]:
    """The items that asked for a report, by the id of their body."""
    asking: dict[str, list[views.Business]] = defaultdict(list)
    for found in views.index(archive).business:
        if found.item.reports_requested:
            asking[found.meeting.body].append(found)
    return asking


def _bodies(archive: Archive) -> tuple[Body, ...]:
    return tuple(sorted(archive.all(Body), key=lambda body: body.name))


def _summary(archive: Archive, body: Body) -> Summary:
    meetings = views.index(archive).meetings_of.get(body.id, ())
    years = [meeting.date.year for meeting in meetings] or [0]
    return Summary(
        link=Link(body.name, f"meetings/{body.id}/"),
        name=body.name,
        standing=STANDING[body.standing],
        remit=body.remit,
        meetings=len(meetings),
        first=min(years),
        last=max(years),
    )


def _years(archive: Archive, meetings: tuple[Meeting, ...]) -> tuple[Year, ...]:
    by_year: dict[int, list[Row]] = defaultdict(list)
    for meeting in reversed(meetings):
        by_year[meeting.date.year].append(_row(archive, meeting))
    return tuple(Year(year, tuple(rows)) for year, rows in by_year.items())


def _row(archive: Archive, meeting: Meeting) -> Row:
    papers = views.index(archive).papers_of.get(meeting.id, ())
    decisions = sum(len(item.decisions) for item in meeting.items)
    link = views.meeting_link(archive, meeting)
    minutes = views.minutes_words(meeting)
    return Row(meeting.date, link, views.STATES[meeting.state], len(papers), decisions, minutes, meeting.title or "")


def _ended(member: Membership, today: date) -> bool:
    return bool(member.ended_because) or (member.end is not None and member.end < today)
