"""All measures at the end of a quarter, what needs looking at first: a page for each quarter they are known for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generators.archive import Archive
from generators.frame import HOME, list_page, with_neighbours
from generators.link import Link
from generators.page import Page
from generators.periods import Period, financial_quarter
from generators.problem import count
from generators.sections.performance.pages.measures import in_order
from generators.sections.performance.pages.order import PERFORMANCE
from generators.sections.performance.quarters import Compared, compared
from generators.sections.performance.records.measure import Measure
from generators.sections.performance.series import points, series, unit_of
from generators.sections.performance.standing import Standing, standing
from generators.spc.limits import Limits
from generators.spc.unit import Unit


@dataclass(frozen=True)
class Row:
    """One measure as it stood at the end of a quarter."""

    measure: Measure
    standing: Standing | None
    """None for a measure whose chart is another publisher's."""
    latest: str
    usual: str
    expected: str
    quarter: Compared


def quarter_pages(archive: Archive) -> Iterator[Page]:
    """The page of every quarter, each with the one before and after it."""
    every = in_order(archive)
    for before, quarter, after in with_neighbours(quarters(every), link):
        known = tuple(measure for measure in every if measure.first.last_day <= quarter.last_day)
        yield list_page(
            archive, link(quarter).address, f"Performance, {quarter.words}", "performance/quarter",
            {"measures": known, "quarter": quarter}, section=PERFORMANCE.address, trail=(HOME, PERFORMANCE),
            previous=before, next=after,
            description=f"{count(len(known), 'measure')} at the end of {quarter.words}, exceptions first.",
            linking=known, view=_view,
        )  # fmt: skip


def quarters(measures: tuple[Measure, ...]) -> tuple[Period, ...]:
    """Every quarter of the financial year from the first period of any measure to the last, in order."""
    if not measures:
        return ()
    at = financial_quarter(min(measure.first.first_day for measure in measures))
    last = financial_quarter(max(measure.last.last_day for measure in measures))
    found = [at]
    while found[-1] < last:
        found.append(found[-1].after(1))
    return tuple(found)


def link(quarter: Period) -> Link:
    """A link to the page of a quarter."""
    return Link(quarter.words, f"{PERFORMANCE.address}{quarter.id}/")


def rows(measures: tuple[Measure, ...], quarter: Period) -> tuple[Row, ...]:
    """Every measure as it stood at the end of a quarter, what needs looking at first."""
    found = (_row(measure, quarter) for measure in measures)
    return tuple(sorted(found, key=lambda row: row.standing.rank if row.standing else 99))


def _view(page: Page) -> Mapping[str, Any]:
    quarter: Period = page.values["quarter"]
    return {
        "rows": rows(page.values["measures"], quarter),
        "name": _name(quarter),
        "then": _name(quarter.after(-4)),
    }


def _row(measure: Measure, quarter: Period) -> Row:
    every = points(measure)
    then = series(measure, every, quarter)
    unit, ours = unit_of(measure), measure.method == "ours"
    limits = then.chart.phases[-1].limits if ours else None
    latest = then.points[-1]
    words = f"{unit.words(latest.value)} ({latest.period.words})" if latest.value is not None else "no figure"
    usual, expected = _limits(limits, unit)
    return Row(measure, standing(then.state) if ours else None, words, usual, expected, compared(every, quarter, unit))


def _limits(found: Limits | None, unit: Unit) -> tuple[str, str]:
    if found is None:
        return "", ""
    more = unit.decimals + 1
    return unit.number(found.mean, more), f"{unit.number(found.lower, more)} to {unit.number(found.upper, more)}"


def _name(quarter: Period) -> str:
    """`quarter 4 of 2019/20`."""
    year, _, number = quarter.id.rpartition("-q")
    return f"quarter {number} of {year.replace('-', '/')}"
