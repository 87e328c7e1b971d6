"""Headings and their permanent links as a screen reader has them: each with its own name.

A link within a heading would be a part of its name. The words alone are the heading instead, and the link stands beside
them; the element around both, which styles and addresses know, has no role.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

AFTER_CONTENTS = 4
"""The priority of this processor: the one that makes the table of contents, and the links, has 5."""


class Permalinks(Extension):
    """Names headings, and the links that the table of contents puts beside them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Register the processor."""
        md.treeprocessors.register(_Name(md), "permalinks", AFTER_CONTENTS)


class _Name(Treeprocessor):
    def run(self, root: Element) -> None:
        names = dict(_names(getattr(self.md, "toc_tokens", [])))
        for heading in list(root.iter()):
            for link in heading.findall("a[@class='headerlink']"):
                name = names.get(heading.get("id", ""), "this page" if heading.tag == "h1" else "this part")
                link.set("aria-label", f"Permanent link to {name}")
                _set_apart(heading, link)


def _set_apart(heading: Element, link: Element) -> None:
    """Make all of a heading but its link the heading."""
    heading.remove(link)
    words = Element("span", {"role": "heading", "aria-level": heading.tag.removeprefix("h")})
    words.text, words[:] = heading.text, list(heading)
    heading.text, heading[:] = None, [words, link]
    heading.set("role", "presentation")


def _names(tokens: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The text of every heading by its id, as HTML has it."""
    return [found for token in tokens for found in ((token["id"], token["name"]), *_names(token["children"]))]


def makeExtension(**_: Any) -> Permalinks:  # noqa: N802 - the name Python-Markdown calls
    """Called by Python-Markdown for `generators.permalinks`."""
    return Permalinks()
