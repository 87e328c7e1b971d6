"""The titles of all pages as a script of the old kind: what a browser can look through without a server."""

from collections.abc import Iterable
from typing import NamedTuple

import orjson
from selectolax.lexbor import LexborHTMLParser

FROM_SEARCH = "../"
"""The way from the page that searches to the root of the site."""


class Title(NamedTuple):
    """A page as the list of titles has it."""

    title: str
    kind: str
    """What the page is, in a word."""
    file: str
    """From the site's root."""


def title_of(html: str, file: str) -> Title | None:
    """A page's title; None where it only sends its readers on, or cannot be found on the site either."""
    tree = LexborHTMLParser(html)
    head, kind = tree.css_first("h1"), tree.css_first('meta[data-pagefind-meta="kind[content]"]')
    if head is None or tree.css_first("[data-pagefind-body]") is None:
        return None
    for mark in head.css(".headerlink"):
        mark.decompose()
    words = (kind.attributes.get("content") if kind else "") or ""
    return Title(" ".join(head.text().split()), words, file)


def to_script(titles: Iterable[Title]) -> bytes:
    """The titles as a script that a page loads. It holds no mark that ends an element or a line of a script."""
    listed = orjson.dumps([[each.title, each.kind, f"{FROM_SEARCH}{each.file}"] for each in titles]).decode()
    for sign in ("<", "\u2028", "\u2029"):
        listed = listed.replace(sign, f"\\u{ord(sign):04x}")
    return f"window.titles = {listed};\n".encode()
