"""The order of reports, and how whose they are is said."""

from generators.archive import Archive
from generators.dates import long_date
from generators.link import Link
from generators.sections.performance.records import PerformanceReport

PERFORMANCE = Link("Performance", "performance/")
WHOSE = {"force": "The police force", "office": "The office itself"}


def latest_first(archive: Archive, whose: str) -> tuple[PerformanceReport, ...]:
    """The reports about the force or the office, the latest period first."""
    found = (report for report in archive.all(PerformanceReport) if report.whose == whose)
    return tuple(sorted(found, key=lambda report: (report.last_day, report.id), reverse=True))


def period(report: PerformanceReport) -> str:
    """The first and last day of its period."""
    return f"{long_date(report.first_day)} to {long_date(report.last_day)}"
