"""The sections of the site, in the order in which a reader meets them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from generators.archive import Archive
from generators.problem import Finding
from generators.record import Kind

if TYPE_CHECKING:
    from generators.page import Page


@dataclass(frozen=True)
class Section:
    """One folder beside this file. Its stages are loaded when they are needed: checking draws no chart."""

    folder: str
    navigation: tuple[tuple[str, str], ...]
    """What it adds to the navigation: titles, and the addresses of the pages that gather its records."""

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

    def example(self, kind: Kind) -> str:
        """An illustrative file of this kind, for the field guide."""
        name = f"{kind.noun}{PurePosixPath(kind.files).suffix}"
        return (Path(__file__).parent / self.folder / "examples" / name).read_text("utf-8")

    def stage(self, name: str) -> Any:
        """One of its modules: `records`, `checks`, `charts` or `pages`."""
        return import_module(f"{__name__}.{self.folder}.{name}")


SECTIONS = (
    Section(
        "meetings",
        (
            ("Home", ""),
            ("Meetings", "meetings/"),
            ("Calendar", "calendar/"),
            ("Decisions", "decisions/"),
            ("Matters", "matters/"),
            ("People", "people/"),
            ("About", "about/"),
        ),
    ),
)


def kinds() -> tuple[Kind, ...]:
    """Every kind of record, section by section."""
    return tuple(kind for section in SECTIONS for kind in section.kinds())
