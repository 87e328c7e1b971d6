"""The sections of the site, in the order in which a reader meets them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from generators.archive import Archive
from generators.problem import Finding
from generators.raised import Raised
from generators.record import Kind

if TYPE_CHECKING:
    from generators.link import Link
    from generators.page import Page


class Place(NamedTuple):
    """A page that gathers records, in the navigation."""

    title: str
    address: str
    words: str = ""
    """What a reader finds there, in one line for the home page; empty where it need not be said."""


@dataclass(frozen=True)
class Section:
    """One folder beside this file. Its stages are loaded when they are needed: checking draws no chart."""

    folder: str
    navigation: tuple[Place, ...]
    """The pages that gather its records, as it adds them to the navigation."""
    about: tuple[Place, ...] = ()
    """What it adds at its end: pages about the site rather than of it."""

    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of record it keeps."""
        kinds: tuple[Kind, ...] = self.stage("records").KINDS
        return kinds

    def checks(self, archive: Archive) -> Iterator[Finding]:
        """What does not hold between its records."""
        findings: Iterator[Finding] = self.stage("checks").check(archive)
        return findings

    def pages(self, archive: Archive, now: datetime) -> Iterator["Page"]:
        """Its pages."""
        pages: Iterator[Page] = self.stage("pages").pages(archive, now)
        return pages

    def raised(self, archive: Archive) -> Iterator[Raised]:
        """What its records ask for, where it has a module `raised`: recommendations, actions, promises."""
        if find_spec(f"{__name__}.{self.folder}.raised"):
            yield from self.stage("raised").raised(archive)

    def asking(self) -> Iterator[Kind]:
        """The kinds of record that can ask for something."""
        if find_spec(f"{__name__}.{self.folder}.raised"):
            nouns = self.stage("raised").NOUNS
            yield from (kind for kind in self.kinds() if kind.noun in nouns)

    def followed_up(self, archive: Archive) -> Iterator[tuple[str, "Link"]]:
        """What it says of records of other sections, where it has a module `followed_up`: by the record's key."""
        if find_spec(f"{__name__}.{self.folder}.followed_up"):
            yield from self.stage("followed_up").followed_up(archive)

    def example(self, kind: Kind) -> str:
        """An illustrative file of this kind, for the field guide."""
        return self._example(f"{kind.noun}{PurePosixPath(kind.files).suffix}")

    def example_rows(self, kind: Kind) -> str:
        """An illustrative file of the rows that a record of this kind holds; empty where it holds none."""
        return self._example(f"{kind.noun}.csv") if kind.rows_field else ""

    def _example(self, name: str) -> str:
        return (Path(__file__).parent / self.folder / "examples" / name).read_text("utf-8")

    def stage(self, name: str) -> Any:
        """One of its modules: `records`, `checks`, `raised`, `followed_up`, `charts` or `pages`."""
        return import_module(f"{__name__}.{self.folder}.{name}")


SECTIONS = (
    Section(
        "meetings",
        (
            Place("Home", ""),
            Place("Meetings", "meetings/", "What each body is for, who its members are, and its meetings"),
            Place("Calendar", "calendar/", "Meetings to come and past ones, by date"),
            Place("Decisions", "decisions/", "Every decision of every body, year by year"),
            Place("Matters", "matters/", "One subject, followed from meeting to meeting"),
            Place("People", "people/", "Members and officers, their terms and their attendance"),
        ),
        about=(Place("About", "about/"),),
    ),
    Section("gifts", (Place("Gifts", "gifts/", "What was offered to whom, and whether it was accepted"),)),
    Section("dip_samples", (Place("Dip samples", "dip-samples/", "Police files that members read, and their view"),)),
    Section("visits", (Place("Visits", "visits/", "Police departments that members went to see"),)),
    Section(
        "recommendations",
        (Place("Recommendations", "recommendations/", "What was asked for or promised, and what became of it"),),
    ),
    Section("performance", (Place("Performance", "performance/", "How the force and the office say they are doing"),)),
    Section("tables", (Place("Tables", "tables/", "Numbers as the papers print them, each worked out again"),)),
    Section("dilemmas", (Place("Dilemmas", "dilemmas/", "Hard questions of policing, and the view taken of them"),)),
)


def kinds() -> tuple[Kind, ...]:
    """Every kind of record, section by section."""
    return tuple(kind for section in SECTIONS for kind in section.kinds())


@lru_cache(maxsize=2)
def raised(archive: Archive) -> tuple[Raised, ...]:
    """Everything that any record asks for, section by section."""
    return tuple(found for section in SECTIONS for found in section.raised(archive))


def knows_raised(archive: Archive) -> bool:
    """Whether all that is asked for is known: every record that could ask for something is sound."""
    asking = [kind for section in SECTIONS for kind in section.asking()] if archive.unsound else []
    return not any(kind.id_in(path) for kind in asking for path in archive.unsound)


def followed_up(archive: Archive) -> Iterator[tuple[str, "Link"]]:
    """The key of every record that tells what became of something, and the page of that."""
    return (found for section in SECTIONS for found in section.followed_up(archive))
