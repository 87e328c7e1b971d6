"""What meetings ask of the office: agendas, papers, minutes, and what a forward plan has next."""

from collections.abc import Iterator
from datetime import date

from generators.archive import Archive
from generators.dates import long_date
from generators.problem import count
from generators.sections.meetings.records import Body, ForwardPlanEntry, Meeting, Paper
from generators.to_do import ToDo


def to_do(archive: Archive, today: date) -> Iterator[ToDo]:
    """What is to be prepared for every meeting to come, and what is missing of those that are past."""
    papers: dict[str, list[Paper]] = {}
    for paper in archive.all(Paper):
        papers.setdefault(paper.id.rpartition("/")[0], []).append(paper)
    for meeting in archive.all(Meeting):
        if meeting.date >= today and meeting.state == "scheduled":
            yield ToDo("meeting", _to_come(archive, meeting, papers.get(meeting.id, [])), meeting.path, meeting.date)
        elif meeting.date < today:
            yield from (ToDo("minutes", words, meeting.path) for words in _past(archive, meeting, today))
    for entry in archive.all(ForwardPlanEntry):
        if entry.date and entry.date >= today:
            lead = f", brought by {entry.lead}" if entry.lead else ""
            yield ToDo("plan", f"Planned: {entry.subject}{lead}", entry.path, entry.date)


def _to_come(archive: Archive, meeting: Meeting, papers: list[Paper]) -> str:
    """How far the preparation of a meeting is."""
    named = {item_paper for item in meeting.items for item_paper in item.papers}
    hidden = sum(paper.publication == "draft" for paper in papers)
    missing = [
        *(["it has no agenda yet"] if not meeting.items else []),
        *(["no paper lies beside it"] if not papers else []),
        *([f"{count(len(named), 'paper')} on the agenda"] if named else []),
        *([f"{count(hidden, 'paper')} not public yet"] if hidden else []),
        *(["its record is a draft"] if meeting.publication == "draft" else []),
    ]
    return f"{_body(archive, meeting)} meets: {', '.join(missing) or 'agenda and papers are public'}"


def _past(archive: Archive, meeting: Meeting, today: date) -> Iterator[str]:
    """What a past meeting has still to come."""
    called = f"{_body(archive, meeting)}, {long_date(meeting.date)}"
    if meeting.state == "scheduled":
        yield f"{called}: say whether it was held"
    elif meeting.state == "held" and meeting.minutes is None:
        yield f"{called}: draft minutes are missing"
    elif meeting.minutes and meeting.minutes.state == "draft":
        after = [
            one.date
            for one in archive.all(Meeting)
            if one.body == meeting.body and one.state == "held" and meeting.date < one.date < today
        ]
        if after:
            yield f"{called}: minutes are not confirmed, though the body met again on {long_date(min(after))}"


def _body(archive: Archive, meeting: Meeting) -> str:
    body = archive.get(Body, meeting.body)
    return body.short_name if body else meeting.body
