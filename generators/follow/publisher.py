"""Who publishes, at which address, and the beginning of every id that must be like no other in the world."""

from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from generators.archive import Archive
from generators.link import relative

LICENCE = "Open Government Licence v3.0"
LICENCE_ADDRESS = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
"""What applies where the office's record names no other licence."""


class Publisher(NamedTuple):
    """The office as a publisher."""

    name: str
    address: str
    """The public address of the site with a slash at its end; empty where the office's record does not say."""
    domain: str
    """The name of a computer that is the office's own; empty where its record gives none."""
    since: date | None
    """The day on which the office's record was first published."""
    licence: str
    licence_address: str
    accent: str = "#0b5060"
    """The colour of its site by day."""

    def at(self, address: str, seen_from: str = "") -> str:
        """The whole address of a page or file of the site; as seen from a page, where the site's own is not known."""
        return f"{self.address}{address}" if self.address else relative(seen_from, address)

    def id(self, key: str) -> str:
        """An id that never changes and that nobody else gives: a `tag:` address (RFC 4151).

        It does not hold the site's address, so that nothing is announced again when the site moves. Without a name
        of the office's own on the web it is a number made from the office's name.
        """
        if self.domain and self.since:
            return f"tag:{self.domain},{self.since}:{key}"
        return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{self.name} {key}')}"


def publisher(archive: Archive, name: str) -> Publisher:
    """The publisher of an archive. `name`: what the site is called."""
    office = next(iter(archive.records["office"].values()), None)
    chosen = getattr(office, "accent", None)
    address = str(getattr(office, "address", None) or "")
    website = str(getattr(office, "website", None) or address)
    return Publisher(
        name,
        f"{address.partition('?')[0].rstrip('/')}/" if address else "",
        (urlsplit(website).hostname or "") if website.isascii() else "",
        office.published if office else None,
        str(getattr(office, "licence", None) or LICENCE),
        str(getattr(office, "licence_address", None) or ("" if getattr(office, "licence", None) else LICENCE_ADDRESS)),
        *((chosen,) if chosen else ()),
    )
