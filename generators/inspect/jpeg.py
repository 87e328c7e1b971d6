"""The pieces of a JPEG: its headers, in which cameras and programs write, and what lies behind its end."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from generators.inspect.exif import look_at_exif
from generators.inspect.found import Found
from generators.inspect.people import may_name_person
from generators.inspect.xmp import look_at_xmp
from generators.problem import count

SCAN, END, COMMENT, APP0, APP1, APP2, APP13, APP14 = 0xDA, 0xD9, 0xFE, 0xE0, 0xE1, 0xE2, 0xED, 0xEE
ALONE = frozenset((0x01, 0xD8, *range(0xD0, 0xD8)))
"""Markers without a length."""
EXIF, XMP, MORE_XMP, IPTC = (
    b"Exif\0\0",
    b"http://ns.adobe.com/xap/1.0/\0",
    b"http://ns.adobe.com/xmp/extension/\0",
    b"8BIM",
)
BY_PROGRAMS = (b"CREATOR: gd-jpeg", b"File written by Adobe", b"Created with GIMP", b"Lavc", b"LEAD Technologies")
IPTC_PEOPLE = frozenset((80, 85, 110, 115, 118, 122))
"""By-line, its title, credit, source, contact, and writer, by their numbers."""
SLACK = 16


class Piece(NamedTuple):
    """One header, and where it stands."""

    marker: int
    start: int
    end: int
    body: bytes


def pieces(content: bytes) -> Iterator[Piece]:
    """Every header; the picture proper from its scan to its end is one piece."""
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            raise ValueError("no marker where one should be")
        marker = content[at + 1]
        if marker == 0xFF or marker in ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == SCAN:
            end = end_of_scan(content, at)
            yield Piece(SCAN, at, end, b"")
            return
        length = struct.unpack(">H", content[at + 2 : at + 4])[0]
        yield Piece(marker, at, at + 2 + length, content[at + 4 : at + 2 + length])
        at += 2 + length
    raise ValueError("the picture has no end")


def end_of_scan(content: bytes, at: int) -> int:
    """Where the picture ends: the first end marker outside the headers between its scans."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 2 > len(content):
            raise ValueError("the picture has no end")
        marker = content[at + 1]
        if marker == END:
            return at + 2
        is_header = marker >= 0xC0 and marker not in ALONE and marker != 0xFF and at + 4 <= len(content)
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0] if is_header else 1


def look_at_jpeg(content: bytes, where: str) -> Iterator[Found]:
    """What the headers of a JPEG say, and whether something lies behind it."""
    end = len(content)
    for piece in pieces(content):
        end = piece.end
        if piece.marker == APP1 and piece.body.startswith(EXIF):
            yield from look_at_exif(piece.body[len(EXIF) :], where)
        elif piece.marker == APP1 and piece.body.startswith(XMP):
            yield from look_at_xmp(piece.body[len(XMP) :], where)
        elif piece.marker == APP1 and piece.body.startswith(MORE_XMP):
            yield Found("program-data", where, "its properties go on in further headers")
        elif piece.marker == APP13:
            yield from _photoshop(piece.body, where)
        elif piece.marker == COMMENT and not piece.body.startswith(BY_PROGRAMS) and _words(piece.body):
            yield Found("comment", where, "a comment is written into the picture")
    behind = content[end:].strip(b"\0 \r\n\xff")
    if len(behind) > SLACK:
        yield Found("trailing-data", f"{where}, behind the end", count(len(behind), "byte"))


def _words(body: bytes) -> bool:
    return may_name_person(body.decode("latin-1").strip("\0 "))


def _photoshop(body: bytes, where: str) -> Iterator[Found]:
    """The properties that newsrooms use, and the small pictures beside them."""
    if b"8BIM\x04\x0c" in body or b"8BIM\x04\x09" in body:
        yield Found("thumbnail", where, "its headers hold a small picture")
    at = body.find(b"\x1c\x02")
    while at >= 0 and at + 5 <= len(body):
        kind, length = body[at + 2], struct.unpack(">H", body[at + 3 : at + 5])[0]
        if kind in IPTC_PEOPLE and may_name_person(body[at + 5 : at + 5 + length].decode("latin-1")):
            yield Found("personal-metadata", where, "its headers name who made or sent the picture")
            return
        at = body.find(b"\x1c\x02", at + 5)
