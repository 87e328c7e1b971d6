"""The sections of the site, in the order in which a reader meets them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from generators.archive import Archive
from generators.problem import Finding
from generators.raised import Raised
from generators.record import Kind

if TYPE_CHECKING:
    from generators.page import Page


@dataclass(frozen=True)
class Section:
    """One folder beside this file. Its stages are loaded when they are needed: checking draws no chart."""

    folder: str
    navigation: tuple[tuple[str, str], ...]
    """What it adds to the navigation: titles, and the addresses of the pages that gather its records."""
    about: tuple[tuple[str, str], ...] = ()
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

    def example(self, kind: Kind) -> str:
        """An illustrative file of this kind, for the field guide."""
        name = f"{kind.noun}{PurePosixPath(kind.files).suffix}"
        return (Path(__file__).parent / self.folder / "examples" / name).read_text("utf-8")

    def stage(self, name: str) -> Any:
        """One of its modules: `records`, `checks`, `raised`, `charts` or `pages`."""
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
        ),
        about=(("About", "about/"),),
    ),
    Section("gifts", (("Gifts", "gifts/"),)),
    Section("dip_samples", (("Dip samples", "dip-samples/"),)),
    Section("visits", (("Visits", "visits/"),)),
    Section("recommendations", (("Recommendations", "recommendations/"),)),
    Section("dilemmas", (("Dilemmas", "dilemmas/"),)),
)


def kinds() -> tuple[Kind, ...]:
    """Every kind of record, section by section."""
    return tuple(kind for section in SECTIONS for kind in section.kinds())


@lru_cache(maxsize=2)
def raised(archive: Archive) -> tuple[Raised, ...]:
    """Everything that any record asks for, section by section."""
    return tuple(found for section in SECTIONS for found in section.raised(archive))
