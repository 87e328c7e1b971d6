"""The sections of the site, in the order in which a reader meets them."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from generators.archive import Archive, once_per_archive
from generators.glance import Glance
from generators.raised import Raised
from generators.record import Kind
from generators.sections.section import Group, NavigationPage, Section

if TYPE_CHECKING:
    from generators.formats.dataset import Derived
    from generators.link import Link

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
            NavigationPage("Home", "", "Home"),
            NavigationPage(
                "Bodies and meetings", "meetings/", "Meetings", "What each body is for, its members and meetings"
            ),
            NavigationPage("Calendar", "calendar/", "Meetings", "Meetings to come and past ones, by date"),
            NavigationPage("Decisions", "decisions/", "Meetings", "Every decision of every body, year by year"),
            NavigationPage("Matters", "matters/", "Meetings", "One subject, followed from meeting to meeting"),
            NavigationPage("People", "people/", "People", "Members and officers, their terms and their attendance"),
            NavigationPage("The office", "about/", "About"),
        ),
    ),
    Section(
        "gifts", (NavigationPage("Gifts", "gifts/", "Gifts", "What was offered to whom, and whether it was accepted"),)
    ),
    Section(
        "dip_samples",
        (NavigationPage("Dip samples", "dip-samples/", "Scrutiny", "Police files that members read, and their view"),),
    ),
    Section(
        "visits", (NavigationPage("Visits", "visits/", "Scrutiny", "Police departments that members went to see"),)
    ),
    Section(
        "recommendations",
        (
            NavigationPage(
                "Recommendations",
                "recommendations/",
                "Recommendations",
                "What was asked for or promised, and what became of it",
            ),
        ),
    ),
    Section(
        "performance",
        (
            NavigationPage(
                "Performance", "performance/", "Performance", "How the force and the office say they are doing"
            ),
        ),
    ),
    Section(
        "tables",
        (
            NavigationPage(
                "Tables", "tables/", "Performance", "Numbers as the papers print them, each worked out again"
            ),
        ),
    ),
    Section(
        "dilemmas",
        (
            NavigationPage(
                "Dilemmas", "dilemmas/", "Scrutiny", "Hard questions of policing, and the view taken of them"
            ),
        ),
    ),
    Section(
        "duties",
        (
            NavigationPage(
                "What must be published", "duties/", "About", "Each duty of the law, where it is met, what falls due"
            ),
        ),
    ),
    Section("changes", (NavigationPage("Changes", "changes/", "About"),)),
)
GUIDE = NavigationPage("How the records are kept", "field-guide/", "About")
DATA = NavigationPage("Use our data", "data/", "About", "Everything on this site as files to take away")
OF_THE_SITE = (
    DATA,
    GUIDE,
    NavigationPage("Accessibility", "accessibility/", "About"),
    NavigationPage("Report a mistake", "report-a-mistake/", "About"),
)
"""Pages about the site itself, after those of the sections."""


def pages_of(group: Group) -> tuple[NavigationPage, ...]:
    """What is reached through a group, in the order of sections; the first is the page it leads to."""
    own = (NavigationPage("Overview", group.address, group.title),) if group.words else ()
    listed = (page for section in SECTIONS for page in section.navigation)
    return (*own, *(page for page in (*listed, *OF_THE_SITE) if page.group == group.title))


@cache
def group_of(section: str) -> Group:
    """The group of the pages that belong to the one at this address."""
    return next(group for group in GROUPS if section in (page.address for page in pages_of(group)))


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
    return bool(archive.unsound) and any(_may_raise(section, archive, ref) for section in SECTIONS)


def _may_raise(section: Section, archive: Archive, ref: str) -> bool:
    """Whether such a record of this section may: nobody could read it, its refs begin so, or one was typed in it."""
    asking = {kind.noun: kind for kind in section.asking()}
    read = {found.path for found in archive.broken}
    for kind in asking.values():
        for path in archive.unsound:
            parts = kind.id_in(path)
            if not parts:
                continue
            start = section.stage("raised").start_of_refs("/".join(parts))
            if path not in read or (start and ref.startswith(start)):
                return True
    return any(ref in _refs_typed(found.values) for found in archive.broken if found.kind.noun in asking)


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
