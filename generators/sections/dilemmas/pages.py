"""The pages of dilemmas: the questions by theme, and one page each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from generators.archive import Archive
from generators.frame import list_page, record_page, with_neighbours
from generators.ids import whole
from generators.link import Link, links, to_record
from generators.page import Page
from generators.proceedings import in_words
from generators.references import key_of
from generators.sections.dilemmas.records import Dilemma
from generators.table import Column, Table

DILEMMAS = Link("Dilemmas", "dilemmas/")
COLUMNS = (
    Column("id", "Id"), Column("theme", "Theme"), Column("question", "Question"), Column("body", "Body"),
    Column("meeting", "Meeting"), Column("when_as_printed", "When, as printed"),
    Column("view_recorded", "View recorded"),
)  # fmt: skip


@dataclass(frozen=True)
class Listed:
    """A dilemma in the list."""

    link: Link
    when: str
    """The meeting to which it was put, or when it was discussed; empty where neither is known."""
    has_view: bool


@dataclass(frozen=True)
class Theme:
    """The dilemmas on one theme."""

    title: str
    entries: tuple[Listed, ...]


def pages(archive: Archive, _: datetime) -> Iterator[Page]:
    """The list by theme and a page for each dilemma, in the same order."""
    dilemmas = in_order(archive)
    values = {
        "themes": themes(archive, dilemmas),
        "total": len(dilemmas),
        "viewed": sum(bool(d.view) for d in dilemmas),
    }
    yield list_page(
        archive, "dilemmas/", "Dilemmas", "dilemmas/dilemmas", values, section="dilemmas/",
        tables=(_table(dilemmas),) if dilemmas else (),
        description="Ethical dilemmas that the force put to an independent body, and what the body thought.",
    )  # fmt: skip
    for before, dilemma, after in with_neighbours(dilemmas, lambda dilemma: to_record(archive, dilemma)):
        yield record_page(
            archive, dilemma, dilemma.question, (DILEMMAS,), {"court": in_words(dilemma.proceedings)},
            section="dilemmas/", previous=before, next=after, description=dilemma.question,
        )  # fmt: skip


def in_order(archive: Archive) -> tuple[Dilemma, ...]:
    """Every dilemma, by theme."""
    return tuple(sorted(archive.all(Dilemma), key=lambda dilemma: (dilemma.theme, dilemma.id)))


def themes(archive: Archive, dilemmas: tuple[Dilemma, ...]) -> tuple[Theme, ...]:
    """The dilemmas of each theme, in their order."""
    found: dict[str, list[Listed]] = defaultdict(list)
    for dilemma in dilemmas:
        found[dilemma.theme].append(_listed(archive, dilemma))
    return tuple(Theme(theme, tuple(entries)) for theme, entries in found.items())


def _listed(archive: Archive, dilemma: Dilemma) -> Listed:
    meeting = links(archive, (dilemma,)).get(key_of("meeting", whole(dilemma.meeting or "")))
    when = meeting.text if meeting else dilemma.when_as_printed or ""
    return Listed(to_record(archive, dilemma), when, bool(dilemma.view))


def _table(dilemmas: tuple[Dilemma, ...]) -> Table:
    rows = tuple(
        (
            dilemma.id, dilemma.theme, dilemma.question, dilemma.body, whole(dilemma.meeting or ""),
            dilemma.when_as_printed or "", "yes" if dilemma.view else "no",
        )
        for dilemma in dilemmas
    )  # fmt: skip
    return Table("dilemmas", COLUMNS, rows)
