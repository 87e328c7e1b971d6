"""Texts among the instructions by which a PDF is drawn that nothing shows: any editor of texts does."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pikepdf import Object, PdfError, Token, TokenFilter, TokenType

from generators.inspect.pdf.remarks import filtered

SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))
"""The instructions that write a text on the page. What they write unseen is found by looking at the page."""
DESCRIBING = (b"/ActualText", b"/Alt", b"/E", b"/Lang")
"""What a part of a page may say of itself to a reader who does not see it."""
NO_TEXT = Token(TokenType.string, b"")
TEXT = rb"(?<!\\)\((?:[^()\\]|\\.)*+\)|<[0-9A-Fa-f\s]*+>"
"""One as it is written. None begins at a bracket behind a backslash, or a text without end would be read from each."""
SHOWN = re.compile(
    rb"(?:(?:%s)\s*(?:Tj|')|\[(?:[^][()<>%%]|%s)*+\]\s*TJ)(?=[\s\[\](){}<>/%%]|$)" % (TEXT, TEXT), re.DOTALL
)
"""A text with the instruction that shows it, as programs write nearly all of them."""
DESCRIBED = re.compile(rb"(?:%s)\s*(%s)" % (b"|".join(DESCRIBING), TEXT), re.DOTALL)
BEGINS_TEXT = re.compile(rb"\(|(?<!<)<(?!<)")


class Unshown(NamedTuple):
    """The texts, as far as they say anything."""

    idle: tuple[str, ...] = ()
    """Those that no reader has a use for."""
    describing: tuple[str, ...] = ()
    """Those that describe a part of the page."""


def unshown(drawing: bytes) -> Unshown:
    """What these instructions say and do not show."""
    rest = SHOWN.sub(b" Tj ", drawing)
    if not BEGINS_TEXT.search(DESCRIBED.sub(b"", rest)):  # to look at each part of them takes many times as long
        return Unshown((), _said(DESCRIBED.findall(rest)))
    found = _Filter()
    filtered(drawing, found)
    return Unshown(_said(found.idle), _said(found.describing))


def without_idle_texts(drawing: bytes) -> bytes:
    """The same instructions, with nothing in place of each text that no reader has a use for."""
    return filtered(drawing, _Filter()) if unshown(drawing).idle else drawing


def _said(found: Iterable[bytes]) -> tuple[str, ...]:
    return tuple(words for words in map(_text, found) if any(sign.isalnum() for sign in words))


def _text(raw: bytes) -> str:
    try:
        return str(Object.parse(raw))
    except (PdfError, UnicodeDecodeError):
        return raw.decode("latin-1")


class _Filter(TokenFilter):
    """Keeps back what belongs to an instruction until it is known which that is; leaves out what that does not show."""

    def __init__(self) -> None:
        super().__init__()
        self.idle: list[bytes] = []
        self.describing: list[bytes] = []
        self._kept: list[Token] = []
        self._waiting: list[int] = []
        """The places among what is kept of texts that are idle unless the instruction shows them."""
        self._name = b""

    def handle_token(self, token: Token) -> list[Token]:  # type: ignore[override]  # it is always given
        if token.type_ == TokenType.name_:
            self._name = token.raw_value
        elif token.type_ == TokenType.string and self._name in DESCRIBING:
            self.describing.append(token.raw_value)
        elif token.type_ == TokenType.string:
            self._waiting.append(len(self._kept))
        self._kept.append(token)
        return self._instruction(token) if token.type_ in (TokenType.word, TokenType.eof) else []

    def _instruction(self, token: Token) -> list[Token]:
        """All that was kept back for it."""
        kept, waiting = self._kept, [] if token.raw_value in SHOWING else self._waiting
        self._kept, self._waiting, self._name = [], [], b""
        for at in waiting:
            self.idle.append(kept[at].raw_value)
            kept[at] = NO_TEXT
        return kept
