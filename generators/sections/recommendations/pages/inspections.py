"""Inspectorate reports against the 56 days in which the law wants an answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generators.archive import Archive
from generators.link import Link, to_record
from generators.sections.recommendations.records import RecommendationSource
from generators.sections.recommendations.statuses import answer_words, last_day_to_answer


@dataclass(frozen=True)
class Inspection:
    """One report, and how it stands against the 56 days."""

    report: Link
    published: date
    last_day: date
    answered: date | None
    words: str


def inspections(archive: Archive, today: date) -> Iterator[Inspection]:
    """Every inspectorate report whose day of publication is known."""
    for source in archive.all(RecommendationSource):
        if source.form == "inspectorate report" and source.date:
            answered = source.answered if source.answered and source.answered <= today else None
            yield Inspection(
                to_record(archive, source),
                source.date,
                last_day_to_answer(source.date),
                answered,
                answer_words(source.date, answered, today),
            )
