"""The only maker of addresses: from one page of the site to another, or to a record by its id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generators.archive import Archive
from generators.record import Record
from generators.references import references


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


def to_record(archive: Archive, record: Record) -> Link:
    """The link to a record's page."""
    kind = archive.kind(record)
    return Link(kind.label(record), kind.address(record.id))


def links(archive: Archive, records: Iterable[Record]) -> Mapping[str, Link]:
    """Where every id leads that stands in these records, and the records' own; an unpublished one is left out."""
    found: dict[str, Link] = {}
    for record in records:
        found[f"{archive.noun(type(record))}:{record.id}"] = to_record(archive, record)
        for _, noun, id in references(record):
            target = archive.records[noun].get(id)
            if target is not None and f"{noun}:{id}" not in found:
                found[f"{noun}:{id}"] = to_record(archive, target)
    return found
