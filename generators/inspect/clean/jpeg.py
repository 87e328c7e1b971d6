"""A JPEG without its headers, except those by which it is drawn: the picture itself is not touched."""

from PIL.ExifTags import Base
from PIL.Image import Exif

from generators.inspect.colours import without_words
from generators.inspect.jpeg import APP0, APP1, APP2, APP14, COMMENT, EXIF, SCAN, Piece, pieces

LAST_APP = 0xEF
COLOURS = b"ICC_PROFILE\0"
NUMBERED = 2
"""Bytes in which each part of them says which it is, of how many."""


def clean_jpeg(content: bytes) -> bytes:
    """The same picture, the same way up."""
    kept, turned = [content[:2]], b""
    profile = without_words(b"".join(_colours(piece) for piece in pieces(content)))
    for piece in pieces(content):
        if piece.marker == APP1 and piece.body.startswith(EXIF):
            turned = _turned(piece.body)
        if part := _colours(piece):
            kept.append(content[piece.start : piece.end - len(part)] + profile[: len(part)])
            profile = profile[len(part) :]
        elif _draws(piece):
            kept.append(content[piece.start : piece.end])
    return b"".join((kept[0], turned, *kept[1:]))


def _colours(piece: Piece) -> bytes:
    """The part of the description of the colours that a header holds: they stand in order."""
    is_part = piece.marker == APP2 and piece.body.startswith(COLOURS)
    return piece.body[len(COLOURS) + NUMBERED :] if is_part else b""


def _draws(piece: Piece) -> bool:
    if piece.marker == SCAN or piece.marker < APP0:
        return True
    if piece.marker == APP0:
        return piece.body.startswith(b"JFIF\0") and piece.body[12:14] == b"\0\0"
    return piece.marker == APP14 or (piece.marker > LAST_APP and piece.marker != COMMENT)


def _turned(body: bytes) -> bytes:
    """A header that says only which way up the picture is, if it says so."""
    old = Exif()
    old.load(body)
    turn = old.get(Base.Orientation, 1)
    if turn not in range(2, 9):
        return b""
    new = Exif()
    new[Base.Orientation] = turn
    block = EXIF + new.tobytes().removeprefix(EXIF)
    return b"\xff\xe1" + (len(block) + 2).to_bytes(2, "big") + block
