"""What the visits recommended, for the tracker."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.raised import Raised
from generators.sections.visits.records import Programme

NOUNS = ("visit-programme",)
"""The kinds of record that ask for something."""


def start_of_refs(_: str) -> str:
    """How every ref begins of what the record with this id asks for; empty where refs are typed in it."""
    return ""


def raised(archive: Archive) -> Iterator[Raised]:
    """Every recommendation of every programme."""
    for programme in archive.all(Programme):
        for recommendation in programme.recommendations:
            yield Raised(
                ref=recommendation.ref,
                text=recommendation.text,
                kind="recommendation",
                source=programme.title,
                noun="visit-programme",
                id=programme.id,
                part=recommendation.ref,
                raised_on=programme.recommended_on,
                owner=recommendation.owner,
                due=recommendation.due,
                due_as_printed=recommendation.due_as_printed or "",
                about=tuple(("visit", id) for id in recommendation.departments if id),
            )
