"""Reports by which residents can judge how the force and the office are doing."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.evidence import Evidence
from generators.link import to_record
from generators.sections.performance.records import PerformanceReport


def evidence(archive: Archive) -> Iterator[Evidence]:
    """Every report, with the last day that it is about."""
    for report in archive.all(PerformanceReport):
        link = to_record(archive, report)
        yield Evidence("performance reports", link, report.path, report.last_day, report.published)
