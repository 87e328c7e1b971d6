"""The page of one paper, paragraph by paragraph."""

from collections.abc import Iterator
from typing import Any

from generators.archive import Archive
from generators.dates import as_given
from generators.frame import record_page
from generators.in_pack import in_pack
from generators.link import Link
from generators.page import Page
from generators.sections.meetings import views
from generators.sections.meetings.files import attachments, enclosed
from generators.sections.meetings.notes import paper_notes
from generators.sections.meetings.paper_parts import parts
from generators.sections.meetings.records import Body, Meeting, Paper


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every paper."""
    for meeting_id, papers in views.index(archive).papers_of.items():
        meeting = archive.get(Meeting, meeting_id)
        if meeting:
            body = archive.get(Body, meeting.body)
            link = views.meeting_link(archive, meeting)
            trail = (views.MEETINGS, *((Link(body.short_name, f"meetings/{body.id}/"),) if body else ()), link)
            links = (None, *(Link(paper.title, f"meetings/{paper.id}/") for paper in papers), None)
            for number, paper in enumerate(papers):
                in_the_pack = in_pack(archive, meeting.id, paper.pack_page)
                yield _page(archive, trail, paper, in_the_pack, links[number], links[number + 2])


def _page(
    archive: Archive,
    trail: tuple[Link, ...],
    paper: Paper,
    in_the_pack: Link | None,
    before: Link | None,
    after: Link | None,
) -> Page:
    values = {
        "begins_on": in_the_pack,
        "meeting": trail[-1],
        "considered": tuple(found.link for found in views.index(archive).considered.get(paper.id, ())),
        "files": attachments(archive, paper.path, paper.attachments),
        "enclosed": enclosed(archive, paper.path, (*paper.appendices, *paper.documents)),
    }
    return record_page(
        archive, paper, paper.title, trail, values, section="meetings/", previous=before, next=after, view=_view,
        description=f"{paper.title}: a paper of the {trail[-1].text}.",
    )  # fmt: skip


def _view(page: Page) -> dict[str, Any]:
    paper: Paper = page.values["record"]
    return {
        "date": as_given(paper.date, paper.date_as_printed),
        "notes": paper_notes(paper),
        "parts": parts(paper.text.blocks if paper.text else ()),
    }
