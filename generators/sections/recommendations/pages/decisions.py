"""What stays at the address of a decision that is followed as the actions that carry it out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generators.archive import Archive
from generators.frame import list_page
from generators.link import Link, relative
from generators.page import Page
from generators.raised import Decided, address_of
from generators.sections.recommendations.pages.listing import TRAIL
from generators.sections.recommendations.rows import decision_link, words_of
from generators.sections.recommendations.tracker import Tracked


def pages(archive: Archive, tracked: Sequence[Tracked]) -> Iterator[Page]:
    """A page for each such decision: it leads on to the action, or names them where there are several."""
    carried: dict[Decided, list[Tracked]] = {}
    for found in tracked:
        if found.raised.decided:
            carried.setdefault(found.raised.decided, []).append(found)
    for decided, ones in carried.items():
        links = tuple(Link(words_of(one), address_of(one.raised.ref)) for one in ones)
        page = list_page(
            archive, address_of(decided.ref), f"Resolution {decided.ref}", "recommendations/decision",
            {"text": decided.text, "place": decision_link(archive, ones[0]), "links": links},
            section="recommendations/", trail=TRAIL, description=decided.text,
        )  # fmt: skip
        only = relative(page.address, links[0].address) if len(links) == 1 else ""
        yield replace(page, moved_to=only)
