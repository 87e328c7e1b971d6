"""The lists by which somebody who does not search finds what is here: by body, by year, by topic."""

from collections.abc import Iterator
from datetime import date

from generators.archive import Archive, once_per_archive
from generators.facets import day_of
from generators.link import Link, to_record
from generators.references import key_of
from generators.sections.meetings.pages.decisions import decisions
from generators.sections.meetings.records import Body, Matter


def ways_in(archive: Archive) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """Each list with what it goes by."""
    yield "Meetings and papers by body", tuple(to_record(archive, body) for body in archive.all(Body))
    years = sorted({found.date.year for found in decisions(archive)}, reverse=True)
    of_years = (Link(f"Decisions of {year}", f"decisions/{year}/") for year in years)
    yield "By year", (Link("Every meeting by date", "calendar/"), *of_years)
    yield "By topic, the latest first", tuple(to_record(archive, matter) for matter in _latest_first(archive))


@once_per_archive
def _latest_first(archive: Archive) -> tuple[Matter, ...]:
    """The matters by the day of the last record that names them; of one day, by their titles."""
    latest = {key_of(archive.noun(Matter), matter.id): date.min for matter in archive.all(Matter)}
    for key, named in archive.references.items():
        noun, _, id = key.partition(":")
        for matter in latest.keys() & named:
            latest[matter] = max(latest[matter], day_of(archive, archive.records[noun][id]) or date.min)
    by_title = sorted(archive.all(Matter), key=lambda matter: matter.title)
    return tuple(sorted(by_title, key=lambda matter: latest[key_of(archive.noun(Matter), matter.id)], reverse=True))
