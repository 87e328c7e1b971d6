"""The page of one visit: when it was, who was due, what was seen and asked, and what it led to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generators.archive import Archive
from generators.frame import record_page, with_neighbours
from generators.link import Link, links, to_record
from generators.page import Page
from generators.proceedings import in_words
from generators.references import key_of, names
from generators.sections.visits.due import slots_of, visits_by_programme
from generators.sections.visits.pages.programme import VISITS
from generators.sections.visits.recommended import recommended, to_paragraph
from generators.sections.visits.records import Day, Observation, Programme, Visit


@dataclass(frozen=True)
class Theme:
    """The observations of one visit on one theme, each with the way to its paragraph."""

    title: str
    entries: tuple[tuple[Observation, str], ...]


def visit_pages(archive: Archive, programme: Programme, times: Mapping[str, tuple[Link, ...]]) -> Iterator[Page]:
    """A page for each visit of a programme. `times`: all visits to a department, by the name of their files."""
    visits = visits_by_programme(archive)[programme.id]
    trail = (VISITS, to_record(archive, programme))
    reachable, noun = links(archive, (programme,)), archive.noun(Programme)
    for before, visit, after in with_neighbours(visits, lambda visit: to_record(archive, visit)):
        address, part = to_record(archive, visit).address, shown_of(programme, visit)
        values = {
            "programme": part,
            "court": in_words(visit.proceedings),
            "others": tuple(link for link in times[visit.id.partition("/")[2]] if link.address != address),
        }
        page = record_page(
            archive, visit, visit.department, trail, values, section="visits/",
            previous=before, next=after, view=_view,
            description=f"{visit.department}: what members saw, asked and recommended.",
        )  # fmt: skip
        named = {key: reachable[key] for key in (key_of(noun, part.id), *names(part)) if key in reachable}
        yield replace(page, links={**page.links, **named})


def shown_of(programme: Programme, visit: Visit) -> Programme:
    """What the page of a visit shows of its programme, and no more: else any change of that would make it anew."""
    return Programme(
        id=programme.id,
        path="",
        title=programme.title,
        body=programme.body,
        paper=programme.paper,
        timetable=tuple(Day(date=day.date, slots=(slot,)) for day, slot in slots_of(programme, visit)),
        recommendations=tuple(one for one in programme.recommendations if visit.id in one.departments),
    )


def themes(observations: Sequence[Observation], programme: Programme) -> tuple[Theme, ...]:
    """The observations by theme, in the order in which the themes first come up."""
    found: dict[str, list[tuple[Observation, str]]] = defaultdict(list)
    for observation in observations:
        found[observation.theme].append((observation, to_paragraph(programme.paper, observation.paragraph)))
    return tuple(Theme(theme, tuple(entries)) for theme, entries in found.items())


def _view(page: Page) -> dict[str, Any]:
    visit: Visit = page.values["record"]
    programme: Programme = page.values["programme"]
    slots = slots_of(programme, visit)
    return {
        "slots": slots,
        "named": tuple(dict.fromkeys(slot.department for _, slot in slots if slot.department != visit.department)),
        "themes": themes(visit.observations, programme),
        "questions": tuple(
            (question, to_paragraph(programme.paper, question.paragraph)) for question in visit.questions
        ),
        "recommendations": recommended(programme),
    }
