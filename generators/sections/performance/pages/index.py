"""The first page of the section: the latest report on the force and on the office, and every report there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generators.archive import Archive
from generators.frame import list_page
from generators.link import Link, to_record
from generators.page import Page
from generators.sections.performance.pages.measures import in_order
from generators.sections.performance.pages.order import PERFORMANCE, WHOSE, latest_first, period
from generators.sections.performance.pages.quarters import link, quarters
from generators.sections.performance.pages.standings import standings
from generators.sections.performance.records import Measure, PerformanceReport
from generators.sections.performance.series import points, series
from generators.sections.performance.shown import states


@dataclass(frozen=True)
class Listed:
    """A report in a list."""

    link: Link
    whose: str
    period: str
    indicators: int


@dataclass(frozen=True)
class Latest:
    """The latest report on the force or the office, at a glance."""

    listed: Listed
    picked_out: tuple[Link, ...]
    """What the report brings to the fore, each with its place there."""
    states: tuple[tuple[str, str, int], ...]


def index_page(archive: Archive, courses: Mapping[str, Link]) -> Page:
    """The latest first; of each, what it brings to the fore before anything else."""
    reports = {whose: latest_first(archive, whose) for whose in WHOSE}
    values = {
        "latest": tuple(_latest(archive, found[0]) for found in reports.values() if found),
        "reports": tuple(_listed(archive, report) for found in reports.values() for report in found),
        "courses": tuple(sorted(courses.values(), key=lambda link: link.text)),
        "measures": in_order(archive),
        "quarters": tuple(link(quarter) for quarter in reversed(quarters(in_order(archive)))),
    }
    return list_page(
        archive, PERFORMANCE.address, PERFORMANCE.text, "performance/performance", values, section=PERFORMANCE.address,
        linking=in_order(archive), view=_view,
        description="How the police force and the office perform, as their published reports say.",
    )  # fmt: skip


def _view(page: Page) -> Mapping[str, Any]:
    """Our own measures as they stand now, what needs looking at first."""
    measures: tuple[Measure, ...] = page.values["measures"]
    return {"rows": standings(series(measure, points(measure)) for measure in measures)}


def _latest(archive: Archive, report: PerformanceReport) -> Latest:
    address = to_record(archive, report).address
    picked = (Link(one.title, f"{address}#picked-out-{at}") for at, one in enumerate(report.picked_out, 1))
    return Latest(_listed(archive, report), tuple(picked), states(report.indicators))


def _listed(archive: Archive, report: PerformanceReport) -> Listed:
    return Listed(to_record(archive, report), WHOSE[report.whose], period(report), len(report.indicators))
