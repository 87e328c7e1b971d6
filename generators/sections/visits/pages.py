"""The pages of visits: what was seen when, each programme with its timetable, each department."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from generators.archive import Archive
from generators.dates import long_date
from generators.frame import list_page, record_page
from generators.link import Link, links, to_record
from generators.page import Page
from generators.problem import count
from generators.sections.visits.coverage import coverage, coverage_table
from generators.sections.visits.due import due_figure, filled_slots, seen, slots_of, visits_by_programme
from generators.sections.visits.records import (
    Observation,
    Programme,
    Recommendation,
    Visit,
    paragraph_anchor,
)

VISITS = Link("Visits", "visits/")


@dataclass(frozen=True)
class Listed:
    """A programme in the list of programmes."""

    link: Link
    when: str
    departments: int
    recommendations: int


@dataclass(frozen=True)
class Theme:
    """The observations of one visit on one theme, each with the way to its paragraph."""

    title: str
    entries: tuple[tuple[Observation, str], ...]


def pages(archive: Archive, _: datetime) -> Iterator[Page]:
    """The list with the coverage, a page for each programme, a page for each visit."""
    programmes = in_order(archive)
    covered = coverage(archive)
    values = {
        "programmes": tuple(_listed(archive, programme) for programme in programmes),
        "covered": covered,
    }
    index = list_page(
        archive, "visits/", "Visits", "visits/visits", values, section="visits/",
        description="Visits of independent members to the departments of the force: when, by whom, what they saw.",
    )  # fmt: skip
    yield replace(index, tables=(coverage_table(covered),)) if covered else index
    times = by_department(archive, programmes)
    for number, programme in enumerate(programmes):
        before = to_record(archive, programmes[number - 1]) if number else None
        after = to_record(archive, programmes[number + 1]) if number + 1 < len(programmes) else None
        visits = visits_by_programme(archive)[programme.id]
        figure = due_figure(programme, links(archive, (programme,)))
        yield record_page(
            archive, programme, programme.title, (VISITS,), {"visits": tuple(to_record(archive, v) for v in visits)},
            section="visits/", previous=before, next=after, figures=(figure,) if figure else (), view=_programme_view,
            description=f"{programme.title}: timetable, {count(len(visits), 'department')}, recommendations.",
        )  # fmt: skip
        yield from _visits(archive, programme, visits, times)


def in_order(archive: Archive) -> tuple[Programme, ...]:
    """Every programme, the latest first; those without a day after them."""
    first: dict[str, date] = {}
    for one in seen(archive):
        for day in one.dates:
            first[one.programme.id] = min(day, first.get(one.programme.id, day))
    return tuple(sorted(archive.all(Programme), key=lambda found: first.get(found.id, date.min), reverse=True))


def by_department(archive: Archive, programmes: Sequence[Programme]) -> Mapping[str, tuple[Link, ...]]:
    """The visits to every department by the name of their files, each by the title of its programme."""
    found: dict[str, list[Link]] = defaultdict(list)
    for programme in programmes:
        for visit in visits_by_programme(archive)[programme.id]:
            found[visit.id.partition("/")[2]].append(Link(programme.title, to_record(archive, visit).address))
    return {name: tuple(times) for name, times in found.items()}


def _visits(
    archive: Archive, programme: Programme, visits: tuple[Visit, ...], times: Mapping[str, tuple[Link, ...]]
) -> Iterator[Page]:
    """A page for each visit of a programme. `times`: all visits to a department, by the name of their files."""
    ends = (None, *(to_record(archive, visit) for visit in visits), None)
    trail = (VISITS, to_record(archive, programme))
    for number, visit in enumerate(visits):
        own = to_record(archive, visit)
        values = {
            "programme": programme,
            "slots": slots_of(programme, visit),
            "others": tuple(link for link in times[visit.id.partition("/")[2]] if link.address != own.address),
            "recommendations": tuple(one for one in programme.recommendations if visit.id in one.departments),
        }
        yield record_page(
            archive, visit, visit.department, trail, values, section="visits/", also=(programme,),
            previous=ends[number], next=ends[number + 2], view=_visit_view,
            description=f"{visit.department}: what members saw, asked and recommended.",
        )  # fmt: skip


def _programme_view(page: Page) -> dict[str, Any]:
    programme: Programme = page.values["record"]
    return {
        "when": when(programme),
        "recommendations": _raised(programme.recommendations, programme),
        "same_name": tuple(
            (slot.visit, slot.department)
            for _, slot in filled_slots(programme)
            if f"visit:{slot.visit}" in page.links and page.links[f"visit:{slot.visit}"].text == slot.department
        ),
    }


def _visit_view(page: Page) -> dict[str, Any]:
    visit: Visit = page.values["record"]
    programme: Programme = page.values["programme"]
    return {
        "themes": themes(visit.observations, programme),
        "questions": tuple((question, to_paragraph(programme, question.paragraph)) for question in visit.questions),
        "raised": _raised(page.values["recommendations"], programme),
        "named": tuple(dict.fromkeys(slot.department for _, slot in page.values["slots"])),
    }


def themes(observations: Sequence[Observation], programme: Programme) -> tuple[Theme, ...]:
    """The observations by theme, in the order in which the themes first come up."""
    found: dict[str, list[tuple[Observation, str]]] = defaultdict(list)
    for observation in observations:
        found[observation.theme].append((observation, to_paragraph(programme, observation.paragraph)))
    return tuple(Theme(theme, tuple(entries)) for theme, entries in found.items())


def to_paragraph(programme: Programme, printed: str | None) -> str:
    """A paragraph of the programme's paper, as a reference; empty where there is none to go to."""
    return f"{programme.paper}#{paragraph_anchor(printed)}" if programme.paper and printed else ""


def _raised(found: Sequence[Recommendation], programme: Programme) -> tuple[tuple[Recommendation, str, str], ...]:
    """Each recommendation with its page in the tracker, and with its paragraph."""
    return tuple((one, f"recommendations/{one.ref}/", to_paragraph(programme, one.paragraph)) for one in found)


def when(programme: Programme) -> str:
    """The days of a programme in words."""
    days = [day.date for day in programme.timetable]
    if not days:
        return programme.when or ""
    if days[0] == days[-1]:
        return long_date(days[0])
    return f"{count(len(days), 'day')} from {long_date(days[0])} to {long_date(days[-1])}"


def _listed(archive: Archive, programme: Programme) -> Listed:
    visits = visits_by_programme(archive)[programme.id]
    return Listed(to_record(archive, programme), when(programme), len(visits), len(programme.recommendations))
