"""Remarks in the instructions by which a PDF is drawn: no reader shows them, and any editor of texts does."""

import re
from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream, Token, TokenFilter, TokenType

SIGN = b"%"
BY_PROGRAMS = re.compile(
    r"[\W\dqQ]*(?:(?:begin|end|start|finish|page|trailer|eof|bounding\s?box|clip|container|content|group|layer|path|text"
    r"|image|original|object|stream|contents?|for|of|id)[\W\d]*)*",
    re.IGNORECASE,
)
"""What programs write of the parts of a page, like `BeginPage` or `%% Contents for page 1`."""


IN_WORDS = re.compile("[A-Za-z]{2}")


def remarks(drawing: bytes) -> Iterator[str]:
    """The words of every remark."""
    if SIGN in drawing:
        found = _Remarks()
        filtered(drawing, found)
        yield from found.words


def without_remarks(drawing: bytes) -> bytes:
    """The same instructions without remarks."""
    return filtered(drawing, _WithoutRemarks()) if SIGN in drawing else drawing


def drawings(one: Any) -> Iterator[Any]:
    """What holds the instructions of an object: the page itself, a form, the sign of a font that is drawn."""
    if isinstance(one, Stream):
        if one.get("/Subtype") == Name.Form or "/PatternType" in one:
            yield one
    elif one.get("/Type") == Name.Page and "/Contents" in one:
        yield one.Contents
    elif isinstance(one.get("/CharProcs"), Dictionary):
        yield from (sign for _, sign in one.CharProcs.items())


def drawing_of(one: Any) -> bytes:
    """The instructions that a stream holds, or the streams of a page one behind the other."""
    parts = list(one) if isinstance(one, Array) else [one]
    return b"\n".join(part.read_bytes() for part in parts if isinstance(part, Stream))


def filtered(drawing: bytes, by: TokenFilter) -> bytes:
    """The same instructions after a filter has seen each part of them."""
    with Pdf.new() as scratch:
        page: Page = scratch.add_blank_page()
        page.obj.Contents = scratch.make_stream(drawing)
        filtered: bytes = page.get_filtered_contents(by)
    return filtered


class _Remarks(TokenFilter):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_token(self, token: Token) -> None:  # type: ignore[override]  # it is always given
        if token.type_ == TokenType.comment:
            self.words.append(token.raw_value.lstrip(SIGN).decode("latin-1").strip())


class _WithoutRemarks(TokenFilter):
    def handle_token(self, token: Token) -> Token | None:  # type: ignore[override]  # the same
        return None if token.type_ == TokenType.comment else token
