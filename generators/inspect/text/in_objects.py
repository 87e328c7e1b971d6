"""What a PDF says besides the text of its pages: in the fields of forms, in notes, in descriptions of pictures."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, PdfError, Stream, String

from generators.inspect.colours import words_in
from generators.inspect.pdf.remarks import drawing_of, drawings, remarks
from generators.inspect.pdf.unshown import unshown
from generators.inspect.text.piece import Piece
from generators.inspect.xmp import words_in_xmp

FIELDS = ("/V", "/DV")
"""What is filled in, and what was there before anything was."""
WORDS = ("/TU", "/Alt", "/ActualText", "/E", "/Contents")
MOST = 2_000_000
"""Objects."""
SIGNED = "/ByteRange"
"""The mark of a signature, which is no text."""


def in_objects(content: bytes) -> Iterator[Piece]:
    """Every such word once. A file that cannot be opened is told of elsewhere."""
    try:
        pdf = Pdf.open(BytesIO(content), suppress_warnings=True)
    except PdfError:  # the password is one of them
        return
    with pdf:
        yield from dict.fromkeys(piece for one in _dictionaries(pdf) for piece in (*_said(one), *_in_streams(one)))


def _dictionaries(pdf: Pdf) -> Iterator[Any]:
    """Every dictionary, those within others too."""
    waiting = [one for one in pdf.objects if isinstance(one, Dictionary | Stream | Array)]
    for _ in range(MOST):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, Array):
            within = list(one)
        else:
            yield one
            within = [value for _, value in one.items()]
        waiting += [value for value in within if isinstance(value, Dictionary | Array) and not value.is_indirect]


def _in_streams(one: Any) -> Iterator[Piece]:
    """Words among the instructions that draw something, in the description of its colours, and in its properties."""
    for drawing in drawings(one):
        written = drawing_of(drawing)
        texts = unshown(written)
        yield from (Piece("remarks", "", words) for words in (*remarks(written), *texts.idle))
        yield from (Piece("notes and descriptions", "", words) for words in texts.describing)
    if isinstance(one, Stream) and "/N" in one and one.get("/Type") != Name.ObjStm:
        yield from (Piece("colours", "", words) for words in words_in(one.read_bytes()))
    if isinstance(one, Stream) and one.get("/Type") == Name.Metadata:
        yield from (Piece("properties", "", words) for words in words_in_xmp(one.read_bytes()))


def _said(one: Any) -> Iterator[Piece]:
    if SIGNED in one:
        return
    name = str(one["/T"]).strip() if isinstance(one.get("/T"), String) else ""
    for key in FIELDS:
        if isinstance(one.get(key), String) and (said := str(one[key]).strip()):
            yield Piece("forms", name, said)
    for key in WORDS:
        if isinstance(one.get(key), String) and (said := str(one[key]).strip()):
            yield Piece("notes and descriptions", "", said)
