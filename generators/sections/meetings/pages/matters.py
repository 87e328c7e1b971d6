"""The matters, and each matter followed through its meetings and papers."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from generators.archive import Archive
from generators.dates import long_date
from generators.frame import list_page, record_page
from generators.link import Link
from generators.page import Page
from generators.sections.meetings import views
from generators.sections.meetings.records import Matter, Meeting, Paper
from generators.sections.meetings.records.item import Action, Decision, ReportRequest

MATTERS = Link("Matters", "matters/")


class Step(NamedTuple):
    """One moment in the course of a matter. A tuple, because there are tens of thousands at every start."""

    date: date
    body: str
    link: Link
    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]
    requests: tuple[ReportRequest, ...]
    deferred_to: Link | None
    papers: tuple[Link, ...]


def pages(archive: Archive) -> Iterator[Page]:
    """The list of matters and a page for each."""
    steps = _steps(archive)
    matters = sorted(archive.all(Matter), key=lambda matter: matter.title)
    listed = tuple((Link(matter.title, f"matters/{matter.id}/"), len(steps[matter.id])) for matter in matters)
    yield list_page(
        archive, "matters/", "Matters", "meetings/matters", {"matters": listed}, section="matters/",
        description="Subjects that can be followed from meeting to meeting.",
    )  # fmt: skip
    for at, matter in enumerate(matters):
        before = listed[at - 1][0] if at else None
        after = listed[at + 1][0] if at + 1 < len(listed) else None
        values = {"steps": tuple(sorted(steps[matter.id], key=lambda step: step.date))}
        yield record_page(
            archive, matter, matter.title, (MATTERS,), values, section="matters/", previous=before, next=after,
            view=_view, description=f"{matter.title}: every meeting and paper in which it came up.",
        )  # fmt: skip


def _view(page: Page) -> dict[str, Any]:
    return {"happened": tuple(tuple(_happened(step)) for step in page.values["steps"])}


def _happened(step: Step) -> Iterator[str]:
    yield from (f"{decision.outcome.capitalize()}: {decision.text}" for decision in step.decisions)
    yield from (f"Action: {action.text}" for action in step.actions)
    yield from (f"Report requested: {request.text}" for request in step.requests)


def _steps(archive: Archive) -> dict[str, list[Step]]:
    """The steps of every matter, in one walk over the business; papers no item considered count as well."""
    steps: dict[str, list[Step]] = defaultdict(list)
    index = views.index(archive)
    for found in index.business:
        papers = [paper for id in found.item.papers if (paper := archive.get(Paper, id))]
        matters = dict.fromkeys([*found.item.matters, *(matter for paper in papers for matter in paper.matters)])
        if matters:
            step = _step(archive, found, papers)
            for matter in matters:
                steps[matter].append(step)
    for paper in archive.all(Paper):
        meeting = archive.get(Meeting, paper.id.rpartition("/")[0])
        if meeting and paper.matters and paper.id not in index.considered:
            link = views.meeting_link(archive, meeting)
            step = Step(meeting.date, link.text, link, (), (), (), None, (_link(paper),))
            for matter in paper.matters:
                steps[matter].append(step)
    return steps


def _step(archive: Archive, found: views.Business, papers: list[Paper]) -> Step:
    item = found.item
    later = archive.get(Meeting, item.deferred_to) if item.deferred_to else None
    return Step(
        date=found.meeting.date,
        body=found.body.short_name if found.body else "",
        link=Link(f"{found.link.text}, {long_date(found.meeting.date)}", found.link.address),
        decisions=item.decisions,
        actions=item.actions,
        requests=item.reports_requested,
        deferred_to=views.meeting_link(archive, later) if later else None,
        papers=tuple(_link(paper) for paper in papers),
    )


def _link(paper: Paper) -> Link:
    return Link(paper.title, f"meetings/{paper.id}/")
