"""The pieces of a PNG: text that programs write into it, and what lies behind its end."""

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from generators.inspect.exif import look_at_exif
from generators.inspect.found import Found
from generators.inspect.people import may_name_person
from generators.inspect.places import names_folder
from generators.inspect.xmp import look_at_xmp
from generators.problem import count

HEAD = 8
USUAL = frozenset(
    {"software", "creation time", "title", "date:create", "date:modify", "date:timestamp", "colorspace", "warning",
     "thumb::mimetype", "png:bkgd", "chromaticities"}
)  # fmt: skip
"""What text in a picture is about when it says nothing of people."""
MOST = 4_000_000
"""Bytes of unpacked text."""
TEXTS = (b"tEXt", b"zTXt", b"iTXt")
KNOWN = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV mDCv cLLI cLLi bKGD hIST pHYs sPLT tIME acTL fcTL "
    b"fdAT oFFs sCAL pCAL sTER gIFg gIFx vpAg caNv orNT iDOT CgBI eXIf tEXt zTXt iTXt".split()
)
"""The pieces of the standard, and those in which programs say only how the picture is to be shown."""


class Piece(NamedTuple):
    """One piece, and where it stands."""

    kind: bytes
    start: int
    end: int
    body: bytes


def pieces(content: bytes) -> Iterator[Piece]:
    """Every piece, to the end of the picture."""
    at = HEAD
    while at + 12 <= len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        end = at + 12 + length
        yield Piece(kind, at, end, content[at + 8 : end - 4])
        if kind == b"IEND":
            return
        at = end
    raise ValueError("the picture has no end")


def look_at_png(content: bytes, where: str) -> Iterator[Found]:
    """What the pieces of a PNG say, and whether something lies behind it."""
    end, unknown = len(content), 0
    for piece in pieces(content):
        end = piece.end
        if piece.kind == b"eXIf":
            yield from look_at_exif(piece.body, where)
        elif piece.kind in TEXTS:
            yield from _text(piece, where)
        elif piece.kind not in KNOWN and piece.body:
            unknown += len(piece.body)
    if unknown:
        yield Found("program-data", where, f"a program has left {count(unknown, 'byte')} of its own")
    behind = content[end:].strip(b"\0 \r\n")
    if behind:
        yield Found("trailing-data", f"{where}, behind the end", count(len(behind), "byte"))


def _text(piece: Piece, where: str) -> Iterator[Found]:
    raw, _, value = piece.body.partition(b"\0")
    key, words = raw.decode("latin-1"), _unpacked(piece.kind, value)
    if key == "XML:com.adobe.xmp":
        yield from look_at_xmp(words, where)
    elif key.casefold() not in USUAL:
        if may_name_person(words.decode("utf-8", "replace")):
            yield Found("personal-metadata", where, "text is written into the picture beside its points")
    elif names_folder(words.decode("utf-8", "replace")):
        yield Found("personal-metadata", where, "text in the picture names a folder on a computer")


def _unpacked(kind: bytes, value: bytes) -> bytes:
    if kind == b"tEXt":
        return value
    if kind == b"zTXt":
        return zlib.decompressobj().decompress(value[1:], MOST)
    is_packed, rest = value[:1] == b"\1", value[2:]
    _, _, rest = rest.partition(b"\0")
    _, _, rest = rest.partition(b"\0")
    return zlib.decompressobj().decompress(rest, MOST) if is_packed else rest
