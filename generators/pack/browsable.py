"""A finished page as a browser can show it from a folder, where no server says that a folder means its first page."""

import re
from collections.abc import Callable
from html import escape
from urllib.parse import urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

PAGE = "index.html"
LINKS = ("href", "src", "action")
"""The attributes that lead somewhere."""
ELSEWHERE = 'link[rel="canonical"]'
"""What is to lead to the site itself, not to the copy."""
NOT_RUN = 'script[type="module"], link[rel="modulepreload"]'
"""What a browser refuses to load from a folder. Every page is complete without."""
REFRESH = re.compile(r"(\s*\d+\s*;\s*url=)(.*)", re.IGNORECASE | re.DOTALL)
POLICY = 'meta[http-equiv="Content-Security-Policy"]'
"""What a page may load. In a folder not every browser takes the files around a page for the page's own."""
FOOT = ".site-foot p"
"""The first line at the foot of a page."""


def browsable(html: str, address: str, published_at: str, copy_of: str) -> str:
    """The page with links that lead to files, and at its foot the words that say what it is a copy of.

    `address`: that of the page on the site; `published_at`: that of the site, if it has one.
    """
    tree = LexborHTMLParser(html)
    for node in tree.css(NOT_RUN):
        node.decompose()
    up = "../" * address.count("/")
    for attribute in LINKS:
        for node in tree.css(f"[{attribute}]:not({ELSEWHERE})"):
            _lead(node, attribute, lambda link: to_file(_within(link, published_at, up)))
    for node in tree.css('meta[http-equiv="refresh"]'):
        _lead(node, "content", lambda words: REFRESH.sub(lambda found: found[1] + to_file(found[2]), words))
    for node in tree.css(POLICY):
        _lead(node, "content", lambda words: words.replace("'self'", "'self' file:"))
    foot, said = tree.css_first(FOOT), LexborHTMLParser(f"<p>{escape(copy_of)}</p>").css_first("p")
    if foot is not None and said is not None:
        foot.insert_before(said)
    return tree.html or ""


def to_file(link: str) -> str:
    """A link to a folder as one to the page in it; any other as it is."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return link
    last = parts.path.rpartition("/")[2]
    if parts.scheme or parts.netloc or not parts.path or last not in ("", ".", ".."):
        return link
    folder = "" if parts.path == "." else parts.path + "/" * bool(last)
    return urlunsplit(parts._replace(path=f"{folder}{PAGE}"))


def _within(link: str, published_at: str, up: str) -> str:
    """A link to the site by its whole address, as seen from the page: the copy leads to itself."""
    if not published_at or not link.startswith(published_at):
        return link
    return up + link.removeprefix(published_at) or "./"


def _lead(node: LexborNode, attribute: str, change: Callable[[str], str]) -> None:
    old = node.attributes.get(attribute)
    if old and (new := change(old)) != old:
        node.attrs[attribute] = new
