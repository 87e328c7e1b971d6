"""Text that a record declares to be Markdown, and the only place that turns it into HTML."""

import html
import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Annotated, Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, core_schema

ADDRESS_SCHEMES = frozenset({"http", "https", "mailto"})
HASH = re.compile(r"(?m)^#")
"""At the start of a line of the HTML, the page around it would take it for a heading."""
PLAIN = re.compile(r"[A-Za-z][^\\`*_\[\]<>&\"\n]*")


class Markdown(str):
    """A text in which staff may use emphasis, lists, tables and links; HTML in it is shown as text."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A field of this type takes a text that is not empty."""
        return core_schema.no_info_after_validator_function(
            cls, handler(Annotated[str, StringConstraints(min_length=1)])
        )


def is_safe_address(address: str) -> bool:
    """Whether an address is http, https, mailto or of this site, read the way a browser reads it."""
    visible = "".join(character for character in address if character > " ")
    if visible != address.strip() or "\\" in visible or visible.startswith("//"):
        return False
    try:
        scheme = urlsplit(visible).scheme.lower()
    except ValueError:
        return False
    return scheme in ADDRESS_SCHEMES if scheme else ":" not in re.split(r"[/?#]", visible, maxsplit=1)[0]


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "reference"])
    parser.validateLink = is_safe_address  # type: ignore[method-assign,assignment]
    for name, rule in (
        ("table_open", _table), ("table_close", _table_end), ("th_open", _cell), ("td_open", _cell),
        ("heading_open", _heading), ("heading_close", _heading_end),
    ):  # fmt: skip
        parser.add_render_rule(name, rule)
    return parser


def _table(_: Any, tokens: Sequence[Token], at: int, *__: Any) -> str:
    """A table can be wider than the page: then it scrolls, also for those who have only a keyboard."""
    head = takewhile(lambda token: token.type != "thead_close", tokens[at:])
    names = ("".join(part.content for part in cell.children or ()) for cell in head if cell.type == "inline")
    label = html.escape(f"Table: {', '.join(filter(None, names))}")
    return f'<div class="scroll" tabindex="0" role="group" aria-label="{label}">\n<table>\n'


def _table_end(*_: Any) -> str:
    return "</table>\n</div>\n"


def _heading(_: Any, tokens: Sequence[Token], at: int, *__: Any) -> str:
    return f"<{_below(tokens[at].tag)}>"


def _heading_end(_: Any, tokens: Sequence[Token], at: int, *__: Any) -> str:
    return f"</{_below(tokens[at].tag)}>\n"


def _below(tag: str) -> str:
    """A heading beneath those of the page, which has its title and its sections; one or two signs are the same."""
    return f"h{min(max(int(tag[1:]) + 1, 3), 6)}"


def _cell(_: Any, tokens: Sequence[Token], at: int, *__: Any) -> str:
    """A header of its column, or a cell; a column that stands to the right holds numbers."""
    scope = ' scope="col"' if tokens[at].tag == "th" else ""
    number = ' class="number"' if tokens[at].attrGet("style") == "text-align:right" else ""
    return f"<{tokens[at].tag}{scope}{number}>"


PARSER = _parser()


def to_html(text: str) -> str:
    """The HTML of a Markdown text: no raw HTML, no pictures, no address but the safe ones."""
    if PLAIN.fullmatch(text):
        return f"<p>{text}</p>\n"  # most paragraphs hold no Markdown at all, and parsing is the slow part
    return HASH.sub("&#35;", str(PARSER.render(text)))


def escape(text: str) -> str:
    """A text as Markdown that shows it as it is typed."""
    return re.sub(r"([\\`*_\[\]<>&|~#{}!()+.\-])", r"\\\1", text)
