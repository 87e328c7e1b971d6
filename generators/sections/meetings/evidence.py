"""What meetings publish of the kinds that the law wants public."""

from collections.abc import Iterator
from datetime import date

from generators.archive import Archive
from generators.evidence import Evidence, Met
from generators.link import Link, to_record
from generators.sections.meetings.records import Body, Meeting, Office, Paper


def evidence(archive: Archive) -> Iterator[Evidence]:
    """Meetings that the public could attend, agendas and papers, minutes, decisions; the office's own statement."""
    for meeting in archive.all(Meeting):
        link = Link(_called(archive, meeting), to_record(archive, meeting).address)
        for met in _of_meeting(meeting):
            since = _since(meeting) if met in ("minutes", "decisions") else meeting.published
            yield Evidence(met, link, meeting.path, meeting.date, since)
    for paper in archive.all(Paper):
        found = archive.get(Meeting, paper.id.rpartition("/")[0])
        if found:
            link = Link(f"{paper.title} ({_called(archive, found)})", to_record(archive, paper).address)
            yield Evidence("agendas and papers", link, paper.path, found.date, paper.published)
    for office in archive.all(Office):
        if office.accessibility:
            link = Link("Accessibility", "accessibility/")
            yield Evidence(
                "accessibility statement", link, office.path, office.accessibility.prepared, office.published
            )


def _of_meeting(meeting: Meeting) -> Iterator[Met]:
    if meeting.public is not False and meeting.state != "no record":
        yield "public meetings"
    if meeting.items:
        yield "agendas and papers"
    if meeting.minutes:
        yield "minutes"
    if any(item.decisions for item in meeting.items):
        yield "decisions"


def _since(meeting: Meeting) -> date | None:
    """From when its minutes could be read: what was published of a meeting before its day was its agenda."""
    days = (day for day in (meeting.published, *(change.date for change in meeting.changes)) if day)
    return next((day for day in days if day >= meeting.date), meeting.published)


def _called(archive: Archive, meeting: Meeting) -> str:
    body = archive.get(Body, meeting.body)
    words = to_record(archive, meeting).text
    return f"{body.short_name}, {words}" if body else words
