"""The pages of dilemmas: the questions by theme, and one page each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from generators.archive import Archive
from generators.frame import list_page, record_page
from generators.link import Link, to_record
from generators.page import Page
from generators.sections.dilemmas.records import Dilemma
from generators.table import Column, Table

DILEMMAS = Link("Dilemmas", "dilemmas/")
COLUMNS = (
    Column("id", "Id"), Column("theme", "Theme"), Column("question", "Question"), Column("body", "Body"),
    Column("meeting", "Meeting"), Column("when_as_printed", "When, as printed"),
    Column("view_recorded", "View recorded"),
)  # fmt: skip


@dataclass(frozen=True)
class Theme:
    """The dilemmas on one theme, each with whether a view on it is recorded."""

    title: str
    entries: tuple[tuple[Link, bool], ...]


def pages(archive: Archive, _: datetime) -> Iterator[Page]:
    """The list by theme and a page for each dilemma, in the same order."""
    dilemmas = in_order(archive)
    values = {
        "themes": themes(archive, dilemmas),
        "total": len(dilemmas),
        "viewed": sum(bool(d.view) for d in dilemmas),
    }
    index = list_page(
        archive, "dilemmas/", "Dilemmas", "dilemmas/dilemmas", values, section="dilemmas/",
        description="Ethical dilemmas that the force put to an independent body, and what the body thought.",
    )  # fmt: skip
    yield replace(index, tables=(_table(dilemmas),)) if dilemmas else index
    ends = (None, *(to_record(archive, dilemma) for dilemma in dilemmas), None)
    for number, dilemma in enumerate(dilemmas):
        yield record_page(
            archive, dilemma, dilemma.question, (DILEMMAS,), {}, section="dilemmas/",
            previous=ends[number], next=ends[number + 2], description=dilemma.question,
        )  # fmt: skip


def in_order(archive: Archive) -> tuple[Dilemma, ...]:
    """Every dilemma, by theme."""
    return tuple(sorted(archive.all(Dilemma), key=lambda dilemma: (dilemma.theme, dilemma.id)))


def themes(archive: Archive, dilemmas: tuple[Dilemma, ...]) -> tuple[Theme, ...]:
    """The dilemmas of each theme, in their order."""
    found: dict[str, list[tuple[Link, bool]]] = defaultdict(list)
    for dilemma in dilemmas:
        found[dilemma.theme].append((to_record(archive, dilemma), bool(dilemma.view)))
    return tuple(Theme(theme, tuple(entries)) for theme, entries in found.items())


def _table(dilemmas: tuple[Dilemma, ...]) -> Table:
    rows = tuple(
        (
            dilemma.id, dilemma.theme, dilemma.question, dilemma.body, (dilemma.meeting or "").partition("#")[0],
            dilemma.when_as_printed or "", "yes" if dilemma.view else "no",
        )
        for dilemma in dilemmas
    )  # fmt: skip
    return Table("dilemmas", COLUMNS, rows)
