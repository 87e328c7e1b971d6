"""Pages as a reader's browser has them: rendered as the host renders them, and looked at by element."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache

import markdown
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generators.archive import Archive
from generators.page import Page, to_markdown
from generators.public import public
from generators.sections import SECTIONS
from tests.projects import NOW, REPOSITORY


def pages_of(archive: Archive, now: datetime = NOW) -> dict[str, Page]:
    """Every page of the sections, by its address."""
    seen = public(archive, now)
    return {page.address: page for section in SECTIONS for page in section.pages(seen, now)}


def in_html(page: Page) -> LexborNode:
    """What the page's Markdown becomes."""
    body, _ = get_data(to_markdown(page).decode())
    return body_of(host().reset().convert(body))


@cache
def host() -> markdown.Markdown:
    """Python-Markdown as the host sets it up."""
    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    return markdown.Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])


def body_of(html: str) -> LexborNode:
    """The element that holds this HTML, as a browser reads it."""
    body = LexborHTMLParser(f"<!doctype html><body>{html}").body
    assert body is not None
    return body


def nodes(node: LexborNode, depth: int = 0) -> Iterator[tuple[int, LexborNode]]:
    """Every element beneath one, in order, with how deep it stands."""
    for child in node.iter():
        yield depth, child
        yield from nodes(child, depth + 1)


def collapsed(text: str) -> str:
    """The text as a line shows it."""
    return " ".join(text.split())


def visible(node: LexborNode) -> str:
    """What the element says, as a line: a space where one block ends, and without the signs of permanent links."""
    return collapsed(_words(node))


def _words(node: LexborNode) -> str:
    found = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            found.append(child.text(deep=True))
        elif "headerlink" not in (child.attributes.get("class") or ""):
            is_line = child.tag == "tspan" and "dy" in child.attributes  # of a text in a chart, beneath another
            space = "" if child.tag in INLINE and not is_line else " "
            found.append(f"{space}{_words(child)}{space}")
    return "".join(found)


INLINE = {"a", "b", "code", "del", "em", "i", "ins", "span", "strong", "time", "tspan"}
