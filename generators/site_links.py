"""The links of finished pages: what each page has and points to, and which of them lead nowhere."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

ATTRIBUTES = ("href", "src")


@dataclass(frozen=True)
class PageLinks:
    """What one finished page has and points to, worked out once when it is made."""

    ids: tuple[str, ...]
    targets: tuple[str, ...]
    """Paths of the site, from its root, some with `#` and an id: `people/linda-james/`."""


def extract(html: str, address: str) -> PageLinks:
    """The ids of a page and the places of the same site that it points to."""
    tree = LexborHTMLParser(html)
    ids = tuple(str(node.attributes["id"]) for node in tree.css("[id]") if node.attributes.get("id"))
    targets: set[str] = set()
    for attribute in ATTRIBUTES:
        for node in tree.css(f"[{attribute}]"):
            target = _inside(node.attributes.get(attribute) or "", address)
            if target is not None:
                targets.add(target)
    return PageLinks(ids, tuple(sorted(targets)))


def broken(pages: Mapping[str, PageLinks], files: Iterable[str]) -> dict[str, list[str]]:
    """The targets that are not there, by the address of the page that points to them.

    `pages` by address, `files` by path: everything in the site that is no page.
    """
    there = {*pages, *files}
    wanted: set[str] = set()
    for links in pages.values():
        wanted.update(links.targets)
    missing = {target for target in wanted if not _is_there(target, pages, there)}
    if not missing:
        return {}
    return {address: found for address, links in pages.items() if (found := [t for t in links.targets if t in missing])}


def _is_there(target: str, pages: Mapping[str, PageLinks], there: set[str]) -> bool:
    path, sign, fragment = target.partition("#")
    if path not in there:
        return False
    return not sign or path not in pages or fragment in pages[path].ids


def _inside(link: str, address: str) -> str | None:
    """A link as a path from the site's root, or None where it leads elsewhere."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        full = path.lstrip("/")
    elif path:
        full = posixpath.normpath(posixpath.join("/" + address, path)).lstrip("/")
        full += "/" if full and (path.endswith(("/", "/..")) or path in (".", "..")) else ""
    else:
        full = address
    full = full.removesuffix("index.html") if full.endswith("/index.html") or full == "index.html" else full
    return f"{full}#{unquote(parts.fragment)}" if parts.fragment else full
