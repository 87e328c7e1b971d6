"""The page of a group of the navigation that is no section's own: what is reached through it, and a word on each."""

from collections.abc import Iterator

from generators.link import Link
from generators.page import ALONE, Page
from generators.sections import GROUPS, places


def pages() -> Iterator[Page]:
    """A page for every group that has one of its own."""
    for group in GROUPS:
        if group.words:
            listed = tuple((Link(place.title, place.address), place.words) for place in places(group) if place.words)
            values = {**ALONE, "lead": group.words, "places": listed}
            yield Page(
                group.address, group.title, "overview.md.jinja", values,
                section=group.address, trail=(Link("Home", ""),), description=group.words,
            )  # fmt: skip
