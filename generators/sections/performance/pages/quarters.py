"""All measures at the end of a quarter, what needs looking at first: a page for each quarter they are known for."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generators.archive import Archive
from generators.frame import HOME, list_page, with_neighbours
from generators.link import Link
from generators.page import Page
from generators.periods import Period, financial_quarter
from generators.problem import count
from generators.sections.performance.pages.measures import in_order
from generators.sections.performance.pages.order import PERFORMANCE
from generators.sections.performance.pages.standings import standings
from generators.sections.performance.quarters import compared
from generators.sections.performance.records.measure import Measure
from generators.sections.performance.series import decided_later, points, series, unit_of


def quarter_pages(archive: Archive) -> Iterator[Page]:
    """The page of every quarter, each with the one before and after it."""
    every = in_order(archive)
    days = [(measure, *_days(measure)) for measure in every]
    for before, quarter, after in with_neighbours(quarters(every), link):
        begin, end = quarter.first_day, quarter.last_day
        known = tuple(measure for measure, first, last in days if first <= end and begin <= last)
        yield list_page(
            archive, link(quarter).address, f"Performance, {quarter.words}", "performance/quarter",
            {"measures": known, "quarter": quarter}, section=PERFORMANCE.address, trail=(HOME, PERFORMANCE),
            previous=before, next=after,
            description=f"{count(len(known), 'measure')} at the end of {quarter.words}, exceptions first.",
            linking=known, view=_view,
        )  # fmt: skip


def _days(measure: Measure) -> tuple[date, date]:
    """From which day to which a measure stands in the pages of quarters.

    A quarter with none of its months has no state of it: that of an earlier month is not taken in its place. The figure
    of a year stands until the next year is over.
    """
    last = measure.last.after(1) if measure.last.noun == "year" else measure.last
    return measure.first.last_day, last.last_day


def quarters(measures: tuple[Measure, ...]) -> tuple[Period, ...]:
    """Every quarter of the financial year from the first period of any measure to the last, in order.

    One for which no measure is known is left out.
    """
    if not measures:
        return ()
    days = [_days(measure) for measure in measures]
    at = financial_quarter(min(measure.first.first_day for measure in measures))
    last = financial_quarter(max(measure.last.last_day for measure in measures))
    found = [at]
    while found[-1] < last:
        found.append(found[-1].after(1))
    return tuple(one for one in found if any(one.first_day <= end and first <= one.last_day for first, end in days))


def link(quarter: Period) -> Link:
    """A link to the page of a quarter."""
    return Link(quarter.words, f"{PERFORMANCE.address}{quarter.id}/")


def _view(page: Page) -> Mapping[str, Any]:
    quarter: Period = page.values["quarter"]
    measures: tuple[Measure, ...] = page.values["measures"]
    points_of = {measure.id: points(measure) for measure in measures}
    found = [series(measure, points_of[measure.id], quarter) for measure in measures]
    return {
        "rows": standings(found),
        "compared": {one.id: compared(points_of[one.id], quarter, unit_of(one)) for one in measures},
        "later": {one.measure.id: decided_later(one, quarter) for one in found},
        "name": _name(quarter),
        "then": _name(quarter.after(-4)),
    }


def _name(quarter: Period) -> str:
    """`quarter 4 of 2019/20`."""
    year, _, number = quarter.id.rpartition("-q")
    return f"quarter {number} of {year.replace('-', '/')}"
