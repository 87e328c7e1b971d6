"""The page of one programme: why, which departments, the timetable, and what was recommended."""

from typing import Any

from generators.archive import Archive
from generators.dates import long_date
from generators.frame import record_page
from generators.link import Link, links, to_record
from generators.page import Page
from generators.problem import count
from generators.sections.visits.due import due_figure, filled_slots, visits_by_programme
from generators.sections.visits.recommended import recommended, to_paragraph
from generators.sections.visits.records import Programme

VISITS = Link("Visits", "visits/")


def programme_page(archive: Archive, programme: Programme, before: Link | None, after: Link | None) -> Page:
    """The page of a programme; `before` and `after`: the programmes beside it in the list."""
    visits = tuple(to_record(archive, visit) for visit in visits_by_programme(archive)[programme.id])
    figure = due_figure(programme, links(archive, (programme,)))
    return record_page(
        archive, programme, programme.title, (VISITS,), {"visits": visits}, section="visits/",
        previous=before, next=after, figures=(figure,) if figure else (), view=_view,
        description=f"{programme.title}: timetable, {count(len(visits), 'department')}, recommendations.",
    )  # fmt: skip


def when(programme: Programme) -> str:
    """The days of a programme in words."""
    days = [day.date for day in programme.timetable]
    if not days:
        return programme.when or ""
    if days[0] == days[-1]:
        return long_date(days[0])
    return f"{count(len(days), 'day')} from {long_date(days[0])} to {long_date(days[-1])}"


def _view(page: Page) -> dict[str, Any]:
    programme: Programme = page.values["record"]
    return {
        "when": when(programme),
        "recommendations": recommended(programme),
        "later": tuple((told, to_paragraph(told.paper, told.paragraph)) for told in programme.later),
        "same_name": tuple(
            (slot.visit, slot.department)
            for _, slot in filled_slots(programme)
            if f"visit:{slot.visit}" in page.links and page.links[f"visit:{slot.visit}"].text == slot.department
        ),
    }
