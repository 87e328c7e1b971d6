"""The sections of the site, in the order in which a reader meets them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from generators.archive import Archive, once_per_archive
from generators.glance import Glance
from generators.problem import Finding
from generators.raised import Raised
from generators.record import Kind

if TYPE_CHECKING:
    from generators.formats.dataset import Derived
    from generators.link import Link
    from generators.page import Page


class Place(NamedTuple):
    """A page that gathers records, in the navigation."""

    title: str
    address: str
    group: str
    """The title of the group through which it is reached."""
    words: str = ""
    """What a reader finds there, in one line for the home page; empty where it need not be said."""


class Group(NamedTuple):
    """One entry in the line of the navigation, which stands on every page."""

    title: str
    address: str
    """The page it leads to: that of its first place, or one of its own that lists its places."""
    words: str = ""
    """What that page of its own says first."""


@dataclass(frozen=True)
class Section:
    """One folder beside this file. Its stages are loaded when they are needed: checking draws no chart."""

    folder: str
    navigation: tuple[Place, ...]
    """The pages that gather its records, as it adds them to the navigation."""

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

    def asking(self) -> Iterator[Kind]:
        """The kinds of record that can ask for something, where it has a module `raised`."""
        return self._kinds_named_in("raised")

    def following(self) -> Iterator[Kind]:
        """The kinds of record of which it tells what became, where it has a module `followed_up`."""
        return self._kinds_named_in("followed_up")

    def _kinds_named_in(self, name: str) -> Iterator[Kind]:
        nouns = self.stage(name).NOUNS if self.has(name) else ()
        return (kind for kind in self.kinds() if kind.noun in nouns)

    def example(self, kind: Kind) -> str:
        """An illustrative file of this kind, for the field guide."""
        return self._example(f"{kind.noun}{PurePosixPath(kind.files).suffix}")

    def example_rows(self, kind: Kind) -> str:
        """An illustrative file of the rows that a record of this kind holds; empty where it holds none."""
        return self._example(f"{kind.noun}.csv") if kind.rows_field else ""

    def _example(self, name: str) -> str:
        return (Path(__file__).parent / self.folder / "examples" / name).read_text("utf-8")

    def has(self, name: str) -> bool:
        """Whether it has this module, in the case of one that only some sections have."""
        return find_spec(f"{__name__}.{self.folder}.{name}") is not None

    def stage(self, name: str) -> Any:
        """One of its modules: `records`, `checks`, `charts`, `pages`, or one that only some sections have."""
        return import_module(f"{__name__}.{self.folder}.{name}")


GROUPS = (
    Group("Home", ""),
    Group("Meetings", "meetings/"),
    Group("People", "people/"),
    Group(
        "Scrutiny",
        "scrutiny/",
        "Independent people look into how the police work: they read files, visit departments, weigh hard questions.",
    ),
    Group("Recommendations", "recommendations/"),
    Group("Performance", "performance/"),
    Group("Gifts", "gifts/"),
    Group("About", "about/"),
)
"""The line of the navigation. It has room for eight; what is more is reached through one of these."""
SECTIONS = (
    Section(
        "meetings",
        (
            Place("Home", "", "Home"),
            Place("Bodies and meetings", "meetings/", "Meetings", "What each body is for, its members and meetings"),
            Place("Calendar", "calendar/", "Meetings", "Meetings to come and past ones, by date"),
            Place("Decisions", "decisions/", "Meetings", "Every decision of every body, year by year"),
            Place("Matters", "matters/", "Meetings", "One subject, followed from meeting to meeting"),
            Place("People", "people/", "People", "Members and officers, their terms and their attendance"),
            Place("The office", "about/", "About"),
        ),
    ),
    Section("gifts", (Place("Gifts", "gifts/", "Gifts", "What was offered to whom, and whether it was accepted"),)),
    Section(
        "dip_samples",
        (Place("Dip samples", "dip-samples/", "Scrutiny", "Police files that members read, and their view"),),
    ),
    Section("visits", (Place("Visits", "visits/", "Scrutiny", "Police departments that members went to see"),)),
    Section(
        "recommendations",
        (
            Place(
                "Recommendations",
                "recommendations/",
                "Recommendations",
                "What was asked for or promised, and what became of it",
            ),
        ),
    ),
    Section(
        "performance",
        (Place("Performance", "performance/", "Performance", "How the force and the office say they are doing"),),
    ),
    Section(
        "tables",
        (Place("Tables", "tables/", "Performance", "Numbers as the papers print them, each worked out again"),),
    ),
    Section(
        "dilemmas",
        (Place("Dilemmas", "dilemmas/", "Scrutiny", "Hard questions of policing, and the view taken of them"),),
    ),
    Section(
        "duties",
        (Place("What must be published", "duties/", "About", "Each duty of the law, where it is met, what falls due"),),
    ),
    Section("changes", (Place("Changes", "changes/", "About"),)),
)
GUIDE = Place("How the records are kept", "field-guide/", "About")
DATA = Place("Use our data", "data/", "About", "Everything on this site as files to take away")
OF_THE_SITE = (
    DATA,
    GUIDE,
    Place("Accessibility", "accessibility/", "About"),
    Place("Report a mistake", "report-a-mistake/", "About"),
)
"""Pages about the site itself, after those of the sections."""


def places(group: Group) -> tuple[Place, ...]:
    """What is reached through a group, in the order of sections; the first is the page it leads to."""
    own = (Place("Overview", group.address, group.title),) if group.words else ()
    listed = (place for section in SECTIONS for place in section.navigation)
    return (*own, *(place for place in (*listed, *OF_THE_SITE) if place.group == group.title))


@cache
def group_of(section: str) -> Group:
    """The group of the pages that belong to the place at this address."""
    return next(group for group in GROUPS if section in (place.address for place in places(group)))


def kinds() -> tuple[Kind, ...]:
    """Every kind of record, section by section."""
    return tuple(kind for section in SECTIONS for kind in section.kinds())


def modules(name: str) -> Iterator[Any]:
    """The module of this name of every section that has one: only some have `raised`, `events`, `to_do` and others."""
    return (section.stage(name) for section in SECTIONS if section.has(name))


@once_per_archive
def raised(archive: Archive) -> tuple[Raised, ...]:
    """Everything that any record asks for, section by section."""
    return tuple(found for section in modules("raised") for found in section.raised(archive))


def may_raise(archive: Archive, ref: str) -> bool:
    """Whether a record that could not be taken in may ask for what has this ref: it may be right, and is let pass."""
    read = {found.path for found in archive.broken}
    for section in SECTIONS if archive.unsound else ():
        asking = {kind.noun: kind for kind in section.asking()}
        for path, parts in ((path, kind.id_in(path)) for kind in asking.values() for path in archive.unsound):
            start = section.stage("raised").start_of_refs("/".join(parts)) if parts else ""
            if parts and (path not in read or (start and ref.startswith(start))):
                return True
        if any(ref in _refs_typed(found.values) for found in archive.broken if found.kind.noun in asking):
            return True
    return False


def _refs_typed(values: Any) -> Iterator[str]:
    """Every ref that stands in a record as it was typed, however deep."""
    for name, value in values.items() if isinstance(values, dict) else enumerate(values):
        if isinstance(value, dict | list):
            yield from _refs_typed(value)
        elif name == "ref":
            yield value


def followed_up(archive: Archive) -> Iterator[tuple[str, "Link"]]:
    """The key of every record that tells what became of something, and the page of that."""
    return (found for section in modules("followed_up") for found in section.followed_up(archive))


def ways_in(archive: Archive) -> Iterator[tuple[str, tuple["Link", ...]]]:
    """The lists of every section by which its records are found without a search."""
    return (found for section in modules("ways_in") for found in section.ways_in(archive))


def derived(archive: Archive) -> Iterator["Derived"]:
    """What sections work out from records of several kinds for whoever takes the data away, with a module `derived`."""
    return (found for section in modules("derived") for found in section.derived(archive))


def glances(archive: Archive, today: date) -> tuple[Glance, ...]:
    """What sections say of themselves on the home page."""
    return tuple(section.glance(archive, today) for section in modules("glance"))
