"""The page of a measure that several reports hold: what each printed of it, the latest first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generators.archive import Archive
from generators.frame import HOME, list_page
from generators.link import Link, to_record
from generators.page import Page
from generators.sections.performance.pages.continued import Continued
from generators.sections.performance.pages.order import PERFORMANCE, WHOSE, latest_first, period
from generators.sections.performance.records import Indicator, PerformanceReport
from generators.sections.performance.shown import Row, rows


@dataclass(frozen=True)
class Step:
    """What one report printed of a measure."""

    report: Link
    period: str
    row: Row


def courses(archive: Archive) -> dict[str, Link]:
    """The page of every measure that several reports hold."""
    return {slug: _link(found) for slug, found in _held(archive).items() if len(found) > 1}


def history_pages(archive: Archive, courses: Mapping[str, Link], carried_on: Continued) -> Iterator[Page]:
    """A page for each of these measures."""
    held = _held(archive)
    for slug, link in courses.items():
        values = {
            "steps": tuple(_step(archive, report, indicator) for report, indicator in held[slug]),
            "carried_on": carried_on.get(slug, ()),
        }
        yield list_page(
            archive, link.address, link.text, "performance/history", values,
            section=PERFORMANCE.address, trail=(HOME, PERFORMANCE),
            description=f"{link.text}: what each report printed, the latest first.",
        )  # fmt: skip


def _held(archive: Archive) -> dict[str, list[tuple[PerformanceReport, Indicator]]]:
    """Every measure, with the reports that hold it, the latest first."""
    found: dict[str, list[tuple[PerformanceReport, Indicator]]] = defaultdict(list)
    for whose in WHOSE:
        for report in latest_first(archive, whose):
            for indicator in report.indicators:
                found[indicator.measure].append((report, indicator))
    return found


def _link(held: list[tuple[PerformanceReport, Indicator]]) -> Link:
    latest = held[0][1]
    return Link(latest.title, f"performance/indicators/{latest.measure}/")


def _step(archive: Archive, report: PerformanceReport, indicator: Indicator) -> Step:
    place = f"{to_record(archive, report).address}#{indicator.measure}"
    row = next(row for row in rows(report) if row.indicator is indicator)
    return Step(Link(report.title, place), period(report), row)
