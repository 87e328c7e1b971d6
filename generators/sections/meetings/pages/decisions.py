"""Decisions of all bodies by year, and the documents that records cite and this site does not have."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generators.archive import Archive, once_per_archive
from generators.frame import HOME, list_page
from generators.link import Link
from generators.page import Page
from generators.problem import count
from generators.sections.meetings import views
from generators.sections.meetings.records import Meeting, Paper
from generators.sections.meetings.records.document import Cited

DECISIONS = Link("Decisions", "decisions/")


class Row(NamedTuple):
    """One decision in a list. A tuple, because there are tens of thousands at every start."""

    date: date
    body: str
    item: Link
    outcome: str
    text: str
    link: str


@dataclass(frozen=True)
class Missing:
    """A document that is cited and not held, and where it is cited."""

    title: str
    particulars: str
    cited_in: Link


def pages(archive: Archive) -> Iterator[Page]:
    """The list of years, a page for each, and the documents cited and not held."""
    by_year: dict[int, list[Row]] = defaultdict(list)
    for row in decisions(archive):
        by_year[row.date.year].append(row)
    years = sorted(by_year, reverse=True)
    yield list_page(
        archive, "decisions/", "Decisions", "meetings/decisions",
        {"years": tuple((year, len(by_year[year])) for year in years)},
        section="decisions/", description="What the bodies decided, year by year.",
    )  # fmt: skip
    for at, year in enumerate(years):
        rows = tuple(reversed(by_year[year]))
        yield list_page(
            archive, f"decisions/{year}/", f"Decisions of {year}", "meetings/decisions_of_year", {"rows": rows},
            section="decisions/", trail=(HOME, DECISIONS), previous=_year(years, at + 1), next=_year(years, at - 1),
            description=f"{count(len(rows), 'decision')} of {year}, with links to the minutes.",
        )  # fmt: skip
    missing = tuple(cited_not_held(archive))
    yield list_page(
        archive, "cited-not-held/", "Cited, not held", "meetings/cited_not_held", {"missing": missing},
        section="meetings/", description="Documents that the records cite and this site does not have.",
    )  # fmt: skip


@once_per_archive
def decisions(archive: Archive) -> tuple[Row, ...]:
    """Every decision in order of date."""
    return tuple(
        Row(
            found.meeting.date,
            found.body.short_name if found.body else "",
            found.link,
            decision.outcome,
            decision.text,
            f"meetings/{found.meeting.id}/#{anchor}",
        )
        for found in views.index(archive).business
        for decision, anchor in zip(found.item.decisions, found.place.decisions, strict=True)
    )


def cited_not_held(archive: Archive) -> Iterator[Missing]:
    """Every document that a meeting, an item or a paper cites and the site does not have."""
    for meeting in archive.all(Meeting):
        link = views.meeting_link(archive, meeting)
        yield from _cited(meeting.cites, link)
    for found in views.index(archive).business:
        not_held = views.has_report_not_held(found.item)
        if not (not_held or found.item.cites):
            continue
        meeting_name = views.meeting_title(archive, found.meeting)
        link = Link(f"{meeting_name}, {found.link.text}", found.link.address)
        yield from _cited(found.item.cites, link)
        if not_held:
            particulars = [f"report of the {' and the '.join(found.item.report_of)}"] if found.item.report_of else []
            particulars += [f"marked {found.item.marked}"] if found.item.marked else []
            yield Missing(found.item.title, ", ".join(particulars), link)
    for paper in archive.all(Paper):
        link = Link(paper.title, f"meetings/{paper.id}/")
        yield from _cited((*paper.background_papers, *paper.cites), link)
        for enclosure in (*paper.appendices, *paper.documents):
            if enclosure.held == "not in the pack":
                yield Missing(enclosure.title, enclosure.label or "", link)


def _cited(documents: tuple[Cited, ...], link: Link) -> Iterator[Missing]:
    for document in documents:
        if document.paper is None and not document.address:
            marked = f"marked {document.marked}" if document.marked else ""
            particulars = ", ".join(part for part in (marked, document.by, document.date) if part)
            yield Missing(document.title, particulars, link)


def _year(years: list[int], at: int) -> Link | None:
    return Link(str(years[at]), f"decisions/{years[at]}/") if 0 <= at < len(years) else None
