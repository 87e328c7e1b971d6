"""A PNG without the text that programs wrote into it: the picture itself is not touched."""

from generators.inspect.png import HEAD, pieces

DRAWN = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP",
                   b"bKGD", b"pHYs"))  # fmt: skip
"""The pieces by which a picture is drawn; an animation is not, and keeps its first picture."""


def clean_png(content: bytes) -> bytes:
    """The same picture."""
    kept = [content[piece.start : piece.end] for piece in pieces(content) if piece.kind in DRAWN]
    return content[:HEAD] + b"".join(kept)
