"""Texts among the instructions by which a PDF is drawn that nothing shows: any editor of texts does."""

from collections.abc import Iterable
from typing import NamedTuple

from pikepdf import Object, PdfError, Token, TokenFilter, TokenType

from generators.inspect.pdf.remarks import filtered

SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))
"""The instructions that write a text on the page. What they write unseen is found by looking at the page."""
DESCRIBING = frozenset((b"/ActualText", b"/Alt", b"/E", b"/Lang"))
"""What a part of a page may say of itself to a reader who does not see it."""

NO_TEXT = Token(TokenType.string, b"")


class Unshown(NamedTuple):
    """The texts, as far as they say anything."""

    idle: tuple[str, ...] = ()
    """Those that no reader has a use for."""
    describing: tuple[str, ...] = ()
    """Those that describe a part of the page."""


def unshown(drawing: bytes) -> Unshown:
    """What these instructions say and do not show."""
    if b"(" not in drawing and b"<" not in drawing:
        return Unshown()
    found = _Filter()
    filtered(drawing, found)
    return Unshown(_said(found.idle), _said(found.describing))


def without_idle_texts(drawing: bytes) -> bytes:
    """The same instructions, with nothing in place of each text that no reader has a use for."""
    return filtered(drawing, _WithoutIdle()) if unshown(drawing).idle else drawing


def _said(found: Iterable[bytes]) -> tuple[str, ...]:
    return tuple(words for words in map(_text, found) if any(sign.isalnum() for sign in words))


def _text(raw: bytes) -> str:
    try:
        return str(Object.parse(raw))
    except (PdfError, UnicodeDecodeError):
        return raw.decode("latin-1")


class _Filter(TokenFilter):
    """A text is idle once an instruction comes that does not show it."""

    def __init__(self) -> None:
        super().__init__()
        self.idle: list[bytes] = []
        self.describing: list[bytes] = []
        self._waiting: list[bytes] = []
        self._name = b""

    def handle_token(self, token: Token) -> None:  # type: ignore[override]  # it is always given
        if token.type_ == TokenType.name_:
            self._name = token.raw_value
        elif token.type_ == TokenType.string:
            into = self.describing if self._name in DESCRIBING else self._waiting
            into.append(token.raw_value)
        elif token.type_ in (TokenType.word, TokenType.eof):
            self.idle += [] if token.raw_value in SHOWING else self._waiting
            self._waiting, self._name = [], b""


class _WithoutIdle(TokenFilter):
    """What belongs to an instruction is kept back until it is known which that is."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: list[tuple[Token, bool]] = []
        """Each with whether it is a text that is idle unless the instruction shows it."""
        self._name = b""

    def handle_token(self, token: Token) -> list[Token]:  # type: ignore[override]  # the same
        if token.type_ == TokenType.name_:
            self._name = token.raw_value
        self._kept.append((token, token.type_ == TokenType.string and self._name not in DESCRIBING))
        if token.type_ not in (TokenType.word, TokenType.eof):
            return []
        is_shown = token.raw_value in SHOWING
        made = [NO_TEXT if may_be_idle and not is_shown else one for one, may_be_idle in self._kept]
        self._kept, self._name = [], b""
        return made
