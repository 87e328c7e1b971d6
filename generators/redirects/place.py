"""Where a site stands on its host, and where it goes: what stands before every address in the rules of a server."""

import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

PLAIN = "/-._~"
"""What stands as it is in an address besides letters and digits. No server's rules give any of these a meaning."""

HOST = re.compile(r"[A-Za-z0-9.-]+(:[0-9]+)?")
"""The name of a computer, and the number of a port where it is none of the usual ones."""


class SitePlace(NamedTuple):
    """Where a site stands, and where its readers are to be sent."""

    base: str = "/"
    """The path on the host beneath which the site stands, as it is typed in a browser; a slash at both ends."""
    to: str = ""
    """The whole address of the site's new place, with a slash at its end; empty where it stays."""

    def old(self, address: str) -> str:
        """The path of an address as a server sees it once it has read it."""
        return self.base + address

    def old_encoded(self, address: str) -> str:
        """The same as it stands on a line where spaces and other signs have a meaning."""
        return quote(self.old(address), PLAIN)

    def new(self, address: str) -> str:
        """Where an address leads, written so that a reader's browser and every server take it for nothing else."""
        path, sign, part = address.partition("#")
        return (self.to or quote(self.base, PLAIN)) + quote(path, PLAIN) + sign + quote(part, PLAIN)


def place(published_at: str, to: str) -> SitePlace:
    """The place of a site by its address and by that of the site that takes its place; either can be empty.

    Raises ValueError where the new address is none that a server can send readers to.
    """
    path = unquote(urlsplit(published_at).path).strip("/")
    return SitePlace(f"/{path}/" if path else "/", _whole(to) if to else "")


def _whole(address: str) -> str:
    """A web address in letters that no server's rules give a meaning, with a slash at its end."""
    parts = urlsplit(address.strip())
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    if parts.scheme not in ("http", "https") or not HOST.fullmatch(host) or parts.query or parts.fragment:
        raise ValueError(address)
    path = quote(unquote(parts.path).strip("/"), PLAIN)
    return f"{parts.scheme}://{host}/{path}/" if path else f"{parts.scheme}://{host}/"
