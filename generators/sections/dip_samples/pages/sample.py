"""The page of one dip sample, with its cases."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generators.archive import Archive
from generators.disclosure import is_protected, needs_decision
from generators.frame import record_page, with_neighbours
from generators.ids import own
from generators.link import Link
from generators.page import Page
from generators.problem import count
from generators.proceedings import in_words
from generators.raised import address_of
from generators.sections.dip_samples import views
from generators.sections.dip_samples.figures import by_category
from generators.sections.dip_samples.graders import Agreed, agreed
from generators.sections.dip_samples.raised import ref_of
from generators.sections.dip_samples.records import Case, DipSample, Function
from generators.sections.dip_samples.tallies import Tally, cases_shown, function_of, in_order, outcome_of, tallies_of
from generators.table import Column, Table

ANSWERS = {
    "awaited": "Awaited",
    "promised": "Still to come",
    "none printed": "None is printed",
}
"""What a page says of an answer that is not on record."""


@dataclass(frozen=True)
class Shown:
    """A case as a page shows it."""

    case: Case
    anchor: str
    function: str
    """What kind of file it is, where it is not the sample's own kind."""
    outcome: str
    """The standard outcome that the view counts as."""
    answer: str
    court: str
    """How things stand in court, where the case speaks of somebody's alleged crime."""
    tracked: str
    """The page on which a promised answer is followed; empty where none is promised."""


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every dip sample; those of people show no single case."""
    of_function: dict[str, list[DipSample]] = defaultdict(list)
    for sample in in_order(archive):
        of_function[sample.function].append(sample)
    for samples in of_function.values():
        for before, sample, after in with_neighbours(samples, views.sample_link):
            yield _page(archive, sample, before, after)


def _page(archive: Archive, sample: DipSample, before: Link | None, after: Link | None) -> Page:
    """The page of a dip sample; before and after it those of the same function."""
    found = tallies_of(archive)[sample.id]
    cases = cases_shown(archive, sample)
    shown = tuple(_shown(archive, sample, case) for case in cases)
    values = {
        "summaries": tuple(views.summary(archive, tally) for tally in found),
        "cases": shown,
        "protected": is_protected(sample),
        "undecided": needs_decision(sample) and _has_numbers(sample, found),
        "court": in_words(sample.proceedings),
        "agreed": tuple(_agreed(archive, found)),
        "when": views.when(sample),
        "files": views.files_picked(sample),
        "picked": views.PICKED.get(sample.picked, sample.picked.capitalize()),
    }
    figures = (by_category(tally, views.function_title(archive, tally.function)) for tally in found)
    return record_page(
        archive, sample, sample.title, (views.DIP_SAMPLES, *_function(archive, sample)), values,
        section="dip-samples/", also=cases, previous=before, next=after, view=_view,
        figures=tuple(figure for figure in figures if figure), tables=(_table(sample, shown),) if shown else (),
        description=f"{sample.title}: what members found{', case by case' if shown else ''}.",
    )  # fmt: skip


def _view(page: Page) -> dict[str, Any]:
    """Which columns the table of cases needs, and how many cases there are."""
    cases: tuple[Shown, ...] = page.values["cases"]
    return {
        "number": count(len(cases), "case"),
        "has_allegations": any(shown.case.allegations or shown.case.route for shown in cases),
        "has_learning": any(shown.case.learning for shown in cases),
    }


def _agreed(archive: Archive, found: Iterable[Tally]) -> Iterator[tuple[str, Agreed]]:
    """How far the graders agreed, by what kind of file they read."""
    for tally in found:
        if agreed_on := agreed(archive.get(Function, tally.function), tally):
            yield views.function_title(archive, tally.function), agreed_on


def _function(archive: Archive, sample: DipSample) -> tuple[Link, ...]:
    function = archive.get(Function, sample.function)
    return (Link(function.title, f"dip-samples/{function.id}/"),) if function else ()


def _has_numbers(sample: DipSample, found: Iterable[Tally]) -> bool:
    """Whether its page gives any number: how many files were picked or read, or how they were found."""
    return bool(views.files_picked(sample)) or any(tally.read for tally in found)


def _outcome(function: Function | None, sample: DipSample, case: Case) -> str:
    """The standard outcome of a case. An example without a view is not one on which no view was given."""
    if sample.listed == "examples" and not case.view:
        return "not stated"
    return outcome_of(function, case.view) or ""


def _shown(archive: Archive, sample: DipSample, case: Case) -> Shown:
    function = archive.get(Function, function_of(sample, case))
    return Shown(
        case=case,
        anchor=own(case.id),
        function=function.title if function and case.function is not None else "",
        outcome=_outcome(function, sample, case),
        answer=ANSWERS[case.answer] if case.answer else "",
        court=in_words(case.proceedings),
        tracked=address_of(ref_of(case)) if case.answer == "promised" else "",
    )


def _table(sample: DipSample, cases: tuple[Shown, ...]) -> Table:
    """The cases to take away: the columns of the office's own file, and the standard outcome beside the view."""
    columns = tuple(Column(name, meaning) for name, meaning in sample.columns.items())
    rows = tuple((*(_cell(shown.case, column.name) for column in columns), shown.outcome) for shown in cases)
    return Table("cases", (*columns, Column("outcome", "The standard outcome that the view counts as")), rows)


def _cell(case: Case, column: str) -> str:
    value = own(case.id) if column == "id" else getattr(case, column, None)
    return "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
