"""The list of tables by subject, and the list of all notes on them."""

from collections.abc import Iterator
from dataclasses import dataclass

from generators.archive import Archive
from generators.frame import HOME, list_page
from generators.link import Link
from generators.page import Page
from generators.problem import count
from generators.sections.tables.notes import Note, own_notes
from generators.sections.tables.records import PublishedTable
from generators.sections.tables.results import results

TABLES = Link("Tables", "tables/")
NOTES = "tables/notes/"


@dataclass(frozen=True)
class Listed:
    """A table in a list."""

    subject: str
    link: Link
    paper: str
    """The paper that prints it, by id; nothing where none is named."""
    rows: str
    notes: tuple[tuple[str, Note], ...]
    """Each with its address."""
    how_many: str
    """Notes, in words."""


def pages(archive: Archive) -> Iterator[Page]:
    """The two lists."""
    listed = [_listed(archive, table) for table in archive.all(PublishedTable)]
    by_subject: dict[str, list[Listed]] = {}
    for one in sorted(listed, key=lambda one: (one.subject, one.link.text)):
        by_subject.setdefault(one.subject, []).append(one)
    many = sum(len(one.notes) for one in listed)
    yield list_page(
        archive, TABLES.address, "Tables as printed", "tables/tables",
        {"subjects": tuple(by_subject.items()), "notes": count(many, "note") if many else ""},
        section=TABLES.address, linking=archive.all(PublishedTable),
        description="Tables that the papers printed, with every number worked out again.",
    )  # fmt: skip
    yield list_page(
        archive, NOTES, "Notes on the tables", "tables/notes",
        {"tables": tuple(one for one in listed if one.notes), "many": count(many, "note"),
         "checked": count(len(listed), "table"), "places": f"{_places(archive):,}"},
        section=TABLES.address, trail=(HOME, TABLES), linking=archive.all(PublishedTable),
        description="Where the numbers of a printed table do not agree with each other, as far as the site knows.",
    )  # fmt: skip


def _listed(archive: Archive, table: PublishedTable) -> Listed:
    known = results(archive)
    found = own_notes(table.id, known)
    rows = count(len(known.grids[table.id].rows), "row")
    link = Link(table.title, f"tables/{table.id}/")
    addressed = tuple((f"{link.address}#{note.anchor}", note) for note in found)
    return Listed(
        table.subject, link, table.printed_in or "", rows, addressed, count(len(found), "note") if found else ""
    )


def _places(archive: Archive) -> int:
    """How often a number was worked out again."""
    return sum(len(result.outcomes) for found in results(archive).of.values() for result in found)
