"""Texts among the instructions by which a PDF is drawn that nothing shows: any editor of texts does."""

from collections.abc import Iterator

from pikepdf import Object, PdfError, Token, TokenFilter, TokenType

from generators.inspect.pdf.remarks import filtered

SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))
"""The instructions that write a text on the page. What they write unseen is found by looking at the page."""
DESCRIBING = frozenset((b"/ActualText", b"/Alt", b"/E", b"/Lang"))
"""What a part of a page can say of itself to a reader: it is looked at with the other descriptions."""


def idle_texts(drawing: bytes) -> Iterator[str]:
    """Each of them, where it says anything."""
    if b"(" in drawing or b"<" in drawing:
        found = _IdleTexts()
        filtered(drawing, found)
        yield from (words for words in map(_said, found.raw) if any(sign.isalnum() for sign in words))


def _said(raw: bytes) -> str:
    try:
        return str(Object.parse(raw))
    except (PdfError, UnicodeDecodeError):
        return raw.decode("latin-1")


class _IdleTexts(TokenFilter):
    """A text is idle once an instruction comes that does not show it."""

    def __init__(self) -> None:
        super().__init__()
        self.raw: list[bytes] = []
        self._waiting: list[bytes] = []
        self._name = b""

    def handle_token(self, token: Token) -> None:  # type: ignore[override]  # it is always given
        if token.type_ == TokenType.name_:
            self._name = token.raw_value
        elif token.type_ == TokenType.string:
            if self._name not in DESCRIBING:
                self._waiting.append(token.raw_value)
        elif token.type_ in (TokenType.word, TokenType.eof):
            self.raw += [] if token.raw_value in SHOWING else self._waiting
            self._waiting, self._name = [], b""
