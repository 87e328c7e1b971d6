"""A shortcut through Python-Markdown for staged pages, which hold headings and blocks of HTML and nothing else.

Parsing their HTML, twice, is half the time a build takes. A page that begins with MARK promises that every line
outside a heading belongs to a block of HTML; the blocks are put aside unparsed. Without this extension the same
page gives the same HTML, only later; a test holds both to it.
"""

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

MARK = "<!-- Headings and HTML only -->"
HEADING = re.compile(r"(?m)^(#{1,6} .*)$")
AFTER_WHITESPACE = 25
"""The priority of this preprocessor: those that parse HTML have 20 and 21, and come after it.

The one that normalizes white space has 30. It takes away the signs by which what was put aside is found again,
so it must have been there first.
"""


class RawBlocks(Extension):
    """Puts the HTML between the headings of a marked page aside."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Register the preprocessor."""
        md.preprocessors.register(_PutAside(md), "raw_blocks", AFTER_WHITESPACE)


class _PutAside(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines).lstrip()
        if not text.startswith(MARK):
            return lines
        parts = HEADING.split(text.removeprefix(MARK))
        stash: Any = self.md.htmlStash
        # What stands between two headings has an even place, the headings themselves an odd one.
        kept = [part if at % 2 else stash.store(part.strip()) for at, part in enumerate(parts) if part.strip()]
        return "\n\n".join(kept).split("\n")


def makeExtension(**_: Any) -> RawBlocks:  # noqa: N802 - the name Python-Markdown calls
    """Called by Python-Markdown for `generators.raw_blocks`."""
    return RawBlocks()
