"""Every kind of page of the site, and which page of each is tried."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

ALL = "SCRUTINY_TEST_ALL" in os.environ
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
ILLUSTRATIVE = "illustrative/"
"""Where the site of the sound project stands within that of the real records."""
KINDS = {
    "home": r"",
    "overview of a group": r"scrutiny/",
    "bodies": r"meetings/",
    "body": r"meetings/[^/]+/",
    "meeting": r"meetings/[^/]+/[^/]+/",
    "paper": r"meetings/[^/]+/[^/]+/[^/]+/",
    "people": r"people/",
    "person": r"people/[^/]+/",
    "calendar": r"calendar/",
    "scrutiny": r"scrutiny/",
    "decisions": r"decisions/",
    "decisions of a year": r"decisions/[^/]+/",
    "matters": r"matters/",
    "matter": r"matters/[^/]+/",
    "cited, not held": r"cited-not-held/",
    "office": r"about/",
    "visits": r"visits/",
    "programme of visits": r"visits/[^/]+/",
    "visit": r"visits/[^/]+/[^/]+/",
    "performance": r"performance/",
    "performance report": r"performance/(force|office)-[^/]+/",
    "indicator over time": ILLUSTRATIVE + r"performance/indicators/[^/]+/",
    "glossary": r"performance/glossary/",
    "measure": ILLUSTRATIVE + r"performance/(complaints|calls-answered)/",
    "quarter": ILLUSTRATIVE + r"performance/\d{4}-\d\d-q\d/",
    "how to read": r"performance/how-to-read/",
    "tables": r"tables/",
    "notes on tables": r"tables/notes/",
    "table": r"tables/(?!notes)[^/]+/",
    "dilemmas": r"dilemmas/",
    "dilemma": r"dilemmas/[^/]+/",
    "gifts": r"gifts/",
    "register of gifts": r"gifts/(?!donors)[^/]+/",
    "gifts of a year": ILLUSTRATIVE + r"gifts/(?!donors)[^/]+/[^/]+/",
    "donors": r"gifts/donors/",
    "donor": ILLUSTRATIVE + r"gifts/donors/[^/]+/",
    "dip samples": r"dip-samples/",
    "dip samples of a function": r"dip-samples/(?!reported-)[a-z][^/]+/",
    "dip sample": r"dip-samples/(\d|reported-)[^/]+/",
    "dip samples of a year": r"dip-samples/by-year/[^/]+/",
    "report a mistake": r"report-a-mistake/",
    "use our data": r"data/",
    "how to follow": r"follow/",
    "how to cite": r"cite/",
    "licence": r"licence/",
    "field guide": r"field-guide/",
    "fields of a record": r"field-guide/[^/]+/",
    "accessibility": r"accessibility/",
    "by hand": r"accessibility-checklist/",
    "hosting": r"hosting/",
    "duties": r"duties/",
    "duty": r"duties/[^/]+/",
    "handbook": r"handbook/",
    "task of the handbook": r"handbook/[^/]+/",
    "holding back": r"holding-back/",
    "changes": r"changes/",
    "decisions to publish": r"decisions-to-publish/",
    "recommendations": r"recommendations/",
    "recommendations of a status": r"recommendations/status/[^/]+/",
    "list of recommendations": r"recommendations/(open|overdue|owners|from|year-ends)/.*|recommendations/status/.+/.+/",
    "recommendation": r"recommendations/[^/]+-[^/]+/",
    "source of recommendations": r"recommendations/sources/[^/]+/",
    "register of updates": r"recommendations/registers/[^/]+/",
    "letters": r"recommendations/letters/[^/]+/",
}
"""Every kind of page but that of the search, which has tests of its own; of each the largest one is tried, and where
that takes long, one of middle size."""
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)


def every_third(first: int) -> list[str]:
    """By day every third kind, by night all: what a change breaks on one kind of page, it mostly breaks on many."""
    return list(KINDS) if ALL else list(KINDS)[first::3]


LONG = ("meeting", "paper")
"""Kinds with hundreds of jumps, of which the largest page is tried."""
NOWHERE = "people/nobody/at-all/"


def largest(site: Path, kind: str) -> str:
    """The address of the largest page of a kind."""
    return by_size(site, kind)[-1]


def typical(site: Path, kind: str) -> str:
    """The address of a page of middle size; of the largest one where everything is tried."""
    found = by_size(site, kind)
    return found[-1 if ALL else len(found) // 2]


def tried(site: Path, kind: str) -> list[str]:
    """By day a page of middle size, by night every page of the kind."""
    return by_size(site, kind) if ALL else [typical(site, kind)]


def by_size(site: Path, kind: str) -> list[str]:
    """The addresses of a kind's pages, the smallest first."""
    pages = sizes(site)
    return sorted((address for address in pages if re.fullmatch(KINDS[kind], address)), key=pages.__getitem__)


@cache
def sizes(site: Path) -> dict[str, int]:
    """How large every page of a finished site is, by its address."""
    return {address: (site / address / "index.html").stat().st_size for address in addresses(site)}


def addresses(site: Path) -> list[str]:
    """Every page of the site, in order."""
    found = (file.parent.relative_to(site).as_posix() for file in site.rglob("index.html"))
    return sorted("" if address == "." else f"{address}/" for address in found)
