"""What the sources kept in this section recommend, promise or set to be done."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.raised import Raised
from generators.sections.recommendations.records import RecommendationSource

NOUNS = ("recommendation-source",)
"""The kinds of record that ask for something."""


def start_of_refs(_: str) -> str:
    """How every ref begins of what the record with this id asks for; empty where refs are typed in it."""
    return ""


def raised(archive: Archive) -> Iterator[Raised]:
    """Every entry of every source, those that the original left empty too."""
    for source in archive.all(RecommendationSource):
        for strand, found in source.recommendations():
            yield Raised(
                ref=found.ref,
                text=found.text or "",
                kind=source.raises,
                source=source.title,
                noun="recommendation-source",
                id=source.id,
                part=found.ref,
                raised_on=source.date,
                owner=found.owner or source.owner,
                due=found.due,
                due_as_printed=found.due_as_printed or "",
                strand=strand.title or "",
            )
