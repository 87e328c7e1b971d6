"""What is written into a picture beside its points: descriptions, headlines, words in its colours."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, UnidentifiedImageError

from generators.inspect.colours import words_in
from generators.inspect.text.piece import Piece
from generators.inspect.xmp import words_in_xmp

WHERE = "the picture"
SHORTEST, LONGEST = 4, 20_000


def of_picture(content: bytes) -> Iterator[Piece]:
    """Every such text once. A picture that cannot be opened is told of elsewhere."""
    try:
        with Image.open(BytesIO(content)) as image:
            found = tuple(_said(image))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return
    yield from (Piece(WHERE, "", words) for words in dict.fromkeys(found) if SHORTEST <= len(words) <= LONGEST)


def _said(image: Image.Image) -> Iterator[str]:
    exif = image.getexif()
    camera = exif.get_ifd(ExifTags.IFD.Exif)
    yield from map(_text, (*_values(exif), *_values(camera), *image.info.values()))
    if isinstance(packet := image.info.get("xmp"), bytes):
        yield from words_in_xmp(packet)
    for block in _values(image.info.get("photoshop")):
        yield from _text(block).split("\x1c\x02")
    yield from words_in(image.info.get("icc_profile") or b"")


def _values(given: Any) -> tuple[Any, ...]:
    return tuple(given.values()) if isinstance(given, Mapping) or hasattr(given, "values") else ()


def _text(value: Any) -> str:
    """Words as a person would read them; of anything else nothing."""
    if isinstance(value, bytes):
        plain = value.replace(b"\0", b"")
        value = plain.decode("latin-1") if all(sign in b"\t\n\r\x1c\x02" or sign >= 32 for sign in plain) else ""
    return value.strip() if isinstance(value, str) else ""
