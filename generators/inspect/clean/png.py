"""A PNG without the text that programs wrote into it: the picture itself is not touched."""

import struct
import zlib

from generators.inspect.colours import without_words
from generators.inspect.png import HEAD, MOST, Piece, pieces

DRAWN = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP",
                   b"bKGD", b"pHYs"))  # fmt: skip
"""The pieces by which a picture is drawn; an animation is not, and keeps its first picture."""


def clean_png(content: bytes) -> bytes:
    """The same picture."""
    kept = [_kept(content, piece) for piece in pieces(content) if piece.kind in DRAWN]
    return content[:HEAD] + b"".join(kept)


def _kept(content: bytes, piece: Piece) -> bytes:
    """A piece as it is; the description of the colours without words."""
    if piece.kind != b"iCCP":
        return content[piece.start : piece.end]
    profile = zlib.decompressobj().decompress(piece.body.partition(b"\0")[2][1:], MOST)
    body = b"colours\0\0" + zlib.compress(without_words(profile))
    return struct.pack(">I", len(body)) + piece.kind + body + struct.pack(">I", zlib.crc32(piece.kind + body))
