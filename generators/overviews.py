"""The page of a group of the navigation that is no section's own: what is reached through it, and a word on each."""

from collections.abc import Iterator

from generators.link import Link
from generators.page import ALONE, Page
from generators.sections import GROUPS, pages_of


def pages() -> Iterator[Page]:
    """A page for every group that has one of its own."""
    for group in GROUPS:
        if group.words:
            listed = tuple((Link(page.title, page.address), page.words) for page in pages_of(group) if page.words)
            values = {**ALONE, "lead": group.words, "places": listed}
            yield Page(
                group.address, group.title, "overview.md.jinja", values,
                section=group.address, trail=(Link("Home", ""),), description=group.words,
            )  # fmt: skip
