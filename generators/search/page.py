"""The page that searches, and lists for whoever would rather browse or has scripts switched off."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.link import Link
from generators.page import ALONE, Page
from generators.sections import SECTIONS, ways_in

ADDRESS = "search/"
HOME = Link("Home", "")


def pages(archive: Archive) -> Iterator[Page]:
    """The page."""
    registers = tuple(
        Link(place.title, place.address) for section in SECTIONS for place in section.navigation if place.words
    )
    lists = tuple((title, links) for title, links in (("Everything", registers), *ways_in(archive)) if links)
    yield Page(
        ADDRESS, "Search", "search.md.jinja", {**ALONE, "lists": lists}, trail=(HOME,),
        description="Search every meeting, paper, register and attached document on this site.",
    )  # fmt: skip
