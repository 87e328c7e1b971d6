"""The pages of visits: what was seen when, each programme with its timetable, each department."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from generators.archive import Archive
from generators.frame import list_page, with_neighbours
from generators.link import Link, to_record
from generators.page import Page
from generators.sections.visits.coverage import coverage, coverage_table
from generators.sections.visits.due import seen, visits_by_programme
from generators.sections.visits.pages.programme import programme_page, when
from generators.sections.visits.pages.visit import visit_pages
from generators.sections.visits.records import Programme


@dataclass(frozen=True)
class Listed:
    """A programme in the list of programmes."""

    link: Link
    when: str
    departments: int
    recommendations: int


def pages(archive: Archive, _: datetime) -> Iterator[Page]:
    """The list with the coverage, a page for each programme, a page for each visit."""
    programmes = in_order(archive)
    covered = coverage(archive)
    values = {
        "programmes": tuple(_listed(archive, programme) for programme in programmes),
        "covered": covered,
    }
    yield list_page(
        archive, "visits/", "Visits", "visits/visits", values, section="visits/",
        tables=(coverage_table(covered),) if covered else (),
        description="Visits of independent members to the departments of the force: when, by whom, what they saw.",
    )  # fmt: skip
    times = by_department(archive, programmes)
    for before, programme, after in with_neighbours(programmes, lambda programme: to_record(archive, programme)):
        yield programme_page(archive, programme, before, after)
        yield from visit_pages(archive, programme, times)


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


def _listed(archive: Archive, programme: Programme) -> Listed:
    visits = visits_by_programme(archive)[programme.id]
    return Listed(to_record(archive, programme), when(programme), len(visits), len(programme.recommendations))
