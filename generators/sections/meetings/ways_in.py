"""The lists by which somebody who does not search finds what is here: by body, by year, by topic."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.link import Link, to_record
from generators.sections.meetings.pages.decisions import decisions
from generators.sections.meetings.records import Body, Matter


def ways_in(archive: Archive) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """Each list with what it goes by."""
    yield "Meetings and papers by body", tuple(to_record(archive, body) for body in archive.all(Body))
    years = sorted({found.date.year for found in decisions(archive)}, reverse=True)
    of_years = (Link(f"Decisions of {year}", f"decisions/{year}/") for year in years)
    yield "By year", (Link("Every meeting by date", "calendar/"), *of_years)
    matters = sorted(archive.all(Matter), key=lambda matter: matter.title)
    yield "By topic", tuple(to_record(archive, matter) for matter in matters)
