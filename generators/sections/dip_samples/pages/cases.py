"""The cases of a dip sample: what a page shows of each, on which page it stands, and all of them to take away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generators.archive import Archive, once_per_archive
from generators.ids import own
from generators.paged import Part, parts
from generators.proceedings import in_words
from generators.raised import address_of
from generators.sections.dip_samples import views
from generators.sections.dip_samples.raised import ref_of
from generators.sections.dip_samples.records import Case, DipSample, Function
from generators.sections.dip_samples.tallies import cases_shown, function_of, outcome_of
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


def in_parts(archive: Archive, sample: DipSample) -> tuple[Part[Case], ...]:
    """The cases that may be shown, in as many pages as they need; the first is that of the dip sample."""
    return parts(views.sample_link(sample), cases_shown(archive, sample))


@once_per_archive
def addresses(archive: Archive) -> Mapping[str, str]:
    """By the id of every case that may be shown, where it stands."""
    return {
        case.id: f"{part.link.address}#{own(case.id)}"
        for sample in archive.all(DipSample)
        for part in in_parts(archive, sample)
        for case in part.rows
    }


def shown(archive: Archive, sample: DipSample, case: Case) -> Shown:
    """A case as a page shows it."""
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


def table(sample: DipSample, cases: Iterable[Shown]) -> Table:
    """The cases to take away: the columns of the office's own file, and the standard outcome beside the view."""
    columns = tuple(Column(name, meaning) for name, meaning in sample.columns.items())
    rows = tuple((*(_cell(one.case, column.name) for column in columns), one.outcome) for one in cases)
    return Table("cases", (*columns, Column("outcome", "The standard outcome that the view counts as")), rows)


def _outcome(function: Function | None, sample: DipSample, case: Case) -> str:
    """The standard outcome of a case. An example without a view is not one on which no view was given."""
    if sample.listed == "examples" and not case.view:
        return "not stated"
    return outcome_of(function, case.view) or ""


def _cell(case: Case, column: str) -> str:
    value = own(case.id) if column == "id" else getattr(case, column, None)
    return "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
