"""The page of a plan or report whose recommendations stand in no other record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generators.archive import Archive
from generators.dates import as_given
from generators.frame import record_page, with_neighbours
from generators.link import to_record
from generators.page import Page
from generators.problem import count
from generators.raised import address_of
from generators.sections.recommendations.pages.inspections import inspections
from generators.sections.recommendations.pages.listing import TRACKER
from generators.sections.recommendations.records import Recommendation, RecommendationSource, Strand
from generators.sections.recommendations.rows import Row


@dataclass(frozen=True)
class Entry:
    """A recommendation of the source, and how it stands."""

    found: Recommendation
    row: Row


@dataclass(frozen=True)
class Part:
    """A strand of the source with its recommendations."""

    strand: Strand
    entries: tuple[Entry, ...]


def pages(archive: Archive, rows: Sequence[Row], today: date) -> Iterator[Page]:
    """A page for every source."""
    row_at = {row.link.address: row for row in rows}
    inspection_of = {found.report.address: found for found in inspections(archive, today)}
    sources = archive.all(RecommendationSource)
    for before, source, after in with_neighbours(sources, lambda source: to_record(archive, source)):
        own = tuple(row_at[address_of(found.ref)] for _, found in source.recommendations())
        link = to_record(archive, source)
        yield record_page(
            archive, source, source.title, (TRACKER,),
            {"rows": own, "inspection": inspection_of.get(link.address)},
            section="recommendations/", previous=before, next=after, view=_view,
            description=f"{source.title}: {count(len(own), source.raises)}, and what became of them.",
        )  # fmt: skip


def _view(page: Page) -> dict[str, Any]:
    source: RecommendationSource = page.values["record"]
    row_at: dict[str, Row] = {row.link.address: row for row in page.values["rows"]}
    strands = tuple(Part(strand, _entries(strand, row_at)) for strand in source.strands)
    return {"date": as_given(source.date, source.date_as_printed), "strands": strands}


def _entries(strand: Strand, row_at: Mapping[str, Row]) -> tuple[Entry, ...]:
    return tuple(Entry(found, row_at[address_of(found.ref)]) for found in strand.recommendations)
