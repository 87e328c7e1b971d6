"""What kind of file it is, by its first bytes and not by its name."""

import re
from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of file."""

    name: str
    words: str
    endings: tuple[str, ...]


PDF = Kind("pdf", "a PDF", (".pdf",))
WORD = Kind("word", "a Word document", (".docx", ".docm", ".dotx", ".dotm"))
WORKBOOK = Kind("workbook", "an Excel workbook", (".xlsx", ".xlsm", ".xltx", ".xltm"))
JPEG = Kind("jpeg", "a JPEG picture", (".jpg", ".jpeg"))
PNG = Kind("png", "a PNG picture", (".png",))
GIF = Kind("gif", "a GIF picture", (".gif",))
WEBP = Kind("webp", "a WebP picture", (".webp",))
TIFF = Kind("tiff", "a TIFF picture", (".tif", ".tiff"))
OLD_OFFICE = Kind("old office", "an office file from before 2007", (".doc", ".xls", ".ppt", ".msg", ".dot", ".xlt"))
ARCHIVE = Kind("archive", "an archive", (".zip", ".7z", ".rar", ".gz", ".tar", ".bz2", ".xz"))
MARKUP = Kind("markup", "a page or picture written in markup", (".svg", ".html", ".htm", ".xhtml"))
CSV = Kind("csv", "a table of values", (".csv", ".tsv"))
TEXT = Kind("text", "plain text", (".txt", ".md", ".json", ".yml", ".yaml", ".log", ".ics", ".vtt", ".srt"))
OTHER = Kind("other", "of a kind that is not known", ())

KNOWN = frozenset(
    ending
    for kind in (PDF, WORD, WORKBOOK, JPEG, PNG, GIF, WEBP, TIFF, OLD_OFFICE, ARCHIVE, MARKUP, CSV, TEXT)
    for ending in kind.endings
)

FIRST_BYTES: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ\0", ARCHIVE),
)
HEAD = 1024
"""Bytes: a PDF may begin this late."""
DRAWS = re.compile(
    rb"<(?:!doctype\s+html|html|svg|script|\?xml[^>]*>\s*(?:<!--.*?-->\s*)*<(?:svg|html))[\s>]?", re.I | re.S
)


def kind_of(name: str, content: bytes) -> Kind:
    """The kind of a file. Only among kinds that are text does the end of the name decide."""
    for first, kind in FIRST_BYTES:
        if content.startswith(first):
            return kind
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return WEBP
    if content[257:262] == b"ustar":
        return ARCHIVE
    if b"%PDF-" in content[:HEAD] and not content.startswith(b"PK"):
        return PDF
    if content.startswith(b"PK"):
        return _package(content)
    if DRAWS.match(content[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")):
        return MARKUP
    if _ending(name) in MARKUP.endings:
        return MARKUP
    return _text(name, content)


def fits(name: str, kind: Kind) -> bool:
    """Whether the end of the name is one of this kind, or of none that is known where the kind is not known."""
    ending = _ending(name)
    return ending not in KNOWN if kind is OTHER else ending in kind.endings


def _package(content: bytes) -> Kind:
    if b"word/" in content:
        return WORD
    return WORKBOOK if b"xl/" in content and b"[Content_Types].xml" in content else ARCHIVE


def _text(name: str, content: bytes) -> Kind:
    ending = _ending(name)
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return OTHER
    return CSV if ending in CSV.endings else TEXT if ending in TEXT.endings else OTHER


def _ending(name: str) -> str:
    _, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if dot else ""
