"""The links of finished pages: what each page has and points to, and which of them lead nowhere."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

ATTRIBUTES = ("href", "src")
TEXT = "article"
"""The element that holds the text of a page."""


@dataclass(frozen=True)
class PageLinks:
    """What one finished page has and points to, worked out once when it is made. Each a list, one to a line.

    A place is a path of the site, from its root, some with `#` and an id: `people/linda-james/`. A jump within the
    page to an id that it has is left out: it leads somewhere, whatever else changes.
    """

    ids: str
    targets: str
    """The places to which its own text points."""
    around: str
    """Those to which everything around the text points: the same on nearly every page."""


def extract(html: str, address: str) -> PageLinks:
    """The ids of a page and the places of the same site that it points to."""
    tree = LexborHTMLParser(html)
    ids = [str(node.attributes["id"]) for node in tree.css("[id]") if node.attributes.get("id")]
    own = {f"{address}#{id}" for id in ids}
    text, all_of_it = (_targets(tree, part, address) - own for part in (TEXT, ""))
    return PageLinks(*("\n".join(found) for found in (ids, sorted(text), sorted(all_of_it - text))))


def _targets(tree: LexborHTMLParser, part: str, address: str) -> set[str]:
    """The places to which a part of a page points."""
    found = (
        leads_to(node.attributes.get(attribute) or "", address)
        for attribute in ATTRIBUTES
        for node in tree.css(f"{part} [{attribute}]")
    )
    return {target.replace("\n", "%0A") for target in found if target is not None}


def broken(pages: Mapping[str, PageLinks], files: Iterable[str]) -> dict[str, list[str]]:
    """The targets that are not there, by the address of the page that points to them.

    `pages` by address, `files` by path: everything in the site that is no page.
    """
    wanted: set[str] = set()
    for lines in {links.around for links in pages.values()}:
        wanted.update(lines.split("\n"))
    for links in pages.values():
        wanted.update(links.targets.split("\n"))
    missing = set(_missing(wanted, pages, {*pages, *files, ""}))
    if not missing:
        return {}
    return {
        address: found
        for address, links in pages.items()
        if (found := sorted(missing.intersection(f"{links.around}\n{links.targets}".split("\n"))))
    }


def _missing(wanted: Iterable[str], pages: Mapping[str, PageLinks], there: AbstractSet[str]) -> Iterator[str]:
    ids: dict[str, frozenset[str]] = {}  # of the pages that somebody links into
    for target in wanted:
        path, sign, fragment = target.partition("#")
        if path not in there:
            yield target
        elif sign and path in pages:
            if path not in ids:
                ids[path] = frozenset(pages[path].ids.split("\n"))
            if fragment not in ids[path]:
                yield target


def leads_to(link: str, address: str) -> str | None:
    """Where a link on the page at this address leads, from the site's root; None where that is another site."""
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
