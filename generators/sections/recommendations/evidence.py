"""Inspectorate reports and the comments on them, which the law wants public within a number of days."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.evidence import Evidence
from generators.link import to_record
from generators.sections.recommendations.records import RecommendationSource


def evidence(archive: Archive) -> Iterator[Evidence]:
    """Every inspectorate report: the day on which it was published, and that on which the comments on it were."""
    for source in archive.all(RecommendationSource):
        if source.form == "inspectorate report":
            link = to_record(archive, source)
            answered = source.answered
            yield Evidence(
                "answers to inspectorate reports", link, source.path, source.date, answered, answered is not None
            )
