"""What a section is: a folder for one kind of thing, its modules, and the pages it adds to the navigation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from generators.archive import Archive
from generators.problem import Finding
from generators.record import Kind

if TYPE_CHECKING:
    from generators.page import Page


class NavigationPage(NamedTuple):
    """A page that gathers records, in the navigation."""

    title: str
    address: str
    group: str
    """The title of the group through which it is reached."""
    words: str = ""
    """What a reader finds there, in one line for the home page; empty where it need not be said."""


class Group(NamedTuple):
    """One entry in the line of the navigation, which stands on every page: a page, or several of one subject."""

    title: str
    address: str
    """The page it leads to: the first one reached through it, or one of its own that lists them."""
    words: str = ""
    """What that page of its own says first."""


@dataclass(frozen=True)
class Section:
    """One folder beside this module. Its stages are loaded when they are needed: checking draws no chart."""

    folder: str
    navigation: tuple[NavigationPage, ...]
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
        return find_spec(f"{__package__}.{self.folder}.{name}") is not None

    def stage(self, name: str) -> Any:
        """One of its modules: `records`, `checks`, `charts`, `pages`, or one that only some sections have."""
        return import_module(f"{__package__}.{self.folder}.{name}")
