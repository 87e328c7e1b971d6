"""The page of one dip sample, with its cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generators.archive import Archive
from generators.disclosure import is_protected
from generators.frame import record_page
from generators.link import Link
from generators.page import Page
from generators.problem import count
from generators.sections.dip_samples import views
from generators.sections.dip_samples.figures import by_category
from generators.sections.dip_samples.raised import ref_of
from generators.sections.dip_samples.records import Case, DipSample, Function
from generators.sections.dip_samples.tallies import Tally, cases_of, function_of, in_order, outcome_of, tallies
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
    tracked: str
    """The page on which a promised answer is followed; empty where none is promised."""


def pages(archive: Archive) -> Iterator[Page]:
    """A page for every dip sample; those of people show no single case."""
    by_sample: dict[str, list[Tally]] = {}
    for tally in tallies(archive):
        by_sample.setdefault(tally.sample.id, []).append(tally)
    ordered = in_order(archive)
    for record in ordered:
        of_sample = by_sample[record.id]
        cases = () if is_protected(record) else cases_of(archive).get(record.id, ())
        shown = tuple(_shown(archive, record, case) for case in cases)
        same = [other for other in ordered if other.function == record.function]
        at = same.index(record)
        yield record_page(
            archive, record, record.title, (views.DIP_SAMPLES, *_function(archive, record)),
            {
                "summaries": tuple(views.summary(archive, tally) for tally in of_sample),
                "cases": shown,
                "protected": is_protected(record),
                "when": views.when(record),
                "files": views.files_picked(record),
                "picked": views.PICKED.get(record.picked, record.picked.capitalize()),
            },
            section="dip-samples/", also=cases, view=_view,
            previous=views.sample_link(same[at - 1]) if at else None,
            next=views.sample_link(same[at + 1]) if at + 1 < len(same) else None,
            figures=tuple(
                figure for tally in of_sample
                if (figure := by_category(tally, views.function_title(archive, tally.function)))
            ),
            tables=(_table(record, shown),) if shown else (),
            description=f"{record.title}: what members found, case by case.",
        )  # fmt: skip


def _view(page: Page) -> dict[str, Any]:
    """Which columns the table of cases needs, and how many cases there are."""
    cases: tuple[Shown, ...] = page.values["cases"]
    return {
        "number": count(len(cases), "case"),
        "has_allegations": any(shown.case.allegations or shown.case.route for shown in cases),
        "has_learning": any(shown.case.learning for shown in cases),
    }


def _function(archive: Archive, sample: DipSample) -> tuple[Link, ...]:
    function = archive.get(Function, sample.function)
    return (Link(function.title, f"dip-samples/{function.id}/"),) if function else ()


def _shown(archive: Archive, sample: DipSample, case: Case) -> Shown:
    function = archive.get(Function, function_of(sample, case))
    return Shown(
        case=case,
        anchor=case.id.rpartition("/")[2],
        function=function.title if function and case.function is not None else "",
        outcome=outcome_of(function, case.view) or "",
        answer=ANSWERS[case.answer] if case.answer else "",
        tracked=f"recommendations/{ref_of(case)}/" if case.answer == "promised" else "",
    )


def _table(sample: DipSample, cases: tuple[Shown, ...]) -> Table:
    """The cases to take away: the columns of the office's own file, and the standard outcome beside the view."""
    columns = tuple(Column(name, meaning) for name, meaning in sample.columns.items())
    rows = tuple((*(_cell(shown.case, column.name) for column in columns), shown.outcome) for shown in cases)
    return Table("cases", (*columns, Column("outcome", "The standard outcome that the view counts as")), rows)


def _cell(case: Case, column: str) -> str:
    value = case.id.rpartition("/")[2] if column == "id" else getattr(case, column, None)
    return "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
