"""The only maker of addresses: from one page of the site to another, or to a record by its id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generators.archive import Archive, once_per_archive
from generators.record import Record
from generators.references import key_of

EMBEDDED = "embed/"
"""Where what others put into their own pages lies, so that a host can let that be framed and nothing else."""


@dataclass(frozen=True)
class Link:
    """Somewhere to go, and what the link to it says."""

    text: str
    address: str
    """From the site's root."""


def relative(from_page: str, address: str) -> str:
    """An address as seen from a page, so that the site works under any path and from a folder."""
    up = "../" * from_page.count("/")
    return f"{up}{address}" or "./"


def to_chart(page: str, name: str) -> str:
    """The address of the chart of this name alone, given that of its page. Only these may stand in others' frames."""
    return f"{EMBEDDED}{page}{name}.html"


def to_record(archive: Archive, record: Record) -> Link:
    """The link to a record's page."""
    return _all(archive)[key_of(archive.noun(type(record)), record.id)]


def links(archive: Archive, records: Iterable[Record]) -> Mapping[str, Link]:
    """Where every id leads that stands in these records, and the records' own; an unpublished one is left out."""
    everywhere = _all(archive)
    found: dict[str, Link] = {}
    for record in records:
        own = key_of(archive.noun(type(record)), record.id)
        found[own] = everywhere[own]
        for target in archive.references[own]:
            if target in everywhere:
                found[target] = everywhere[target]
    return found


@once_per_archive
def _all(archive: Archive) -> dict[str, Link]:
    """The link to every record, by its noun, a colon and its id."""
    return {
        key_of(kind.noun, id): Link(kind.label(record), kind.place(record) if kind.place else kind.address(id))
        for kind in archive.kinds
        for id, record in archive.records[kind.noun].items()
    }
