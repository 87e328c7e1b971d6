"""What the head and the foot of a page say of it to programs, and to whoever would follow it."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from generators.archive import Archive
from generators.cite.citation import citation
from generators.follow.cards import card_of, own
from generators.follow.feeds import followed
from generators.follow.files import calendars
from generators.follow.linked_data import element
from generators.follow.publisher import Publisher
from generators.keys import maker
from generators.ledger.told import of_changes
from generators.page import Page


class Head(NamedTuple):
    """What every page is given besides its own content."""

    publisher: Publisher
    feeds: Mapping[str, str]
    """The title of every feed, by the address of the page beside which it lies."""
    calendars: Mapping[str, str]
    """The path of every calendar, by the address of the page on which it is offered."""
    own: frozenset[str]
    """The kinds of record of which each page has a picture of its own."""
    same: str
    """A hash of what is told alike on every page."""

    def told(self, page: Page) -> dict[str, Any]:
        """What stands in the front matter of a page for the theme; nothing of one that only sends on."""
        if page.moved_to:
            return {}
        found = {"feed": self.feeds.get(page.address), "calendar": self.calendars.get(page.address)}
        return {
            "machine": element(page, self.publisher),
            "card": card_of(page, self.own),
            "cited": citation(page, self.publisher),
            **{name: value for name, value in found.items() if value},
        }

    def key(self, page: Page) -> str:
        """A hash of what it tells besides what it makes from the page."""
        lies_there = (self.feeds.get(page.address), self.calendars.get(page.address))
        found = (self.same, *lies_there, page.noun in self.own)
        return sha256(repr(found).encode()).hexdigest()[:16]


def head(archive: Archive, publisher: Publisher) -> Head:
    """The head of every page of an archive."""
    return Head(
        publisher,
        {one.address: one.title for one in followed(archive, publisher.name)} | of_changes(archive, publisher.name),
        {address: path for address, (path, *_) in calendars(archive, publisher.name).items()},
        own(archive),
        sha256(f"{publisher!r} {maker()}".encode()).hexdigest(),
    )
