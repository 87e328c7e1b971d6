"""A file as a document: what it is by its content, whatever its name says, and why it cannot be read."""

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from generators.minutes import from_docx, from_pdf, from_text
from generators.minutes.document import Document, Line
from generators.minutes.furniture import furniture
from generators.minutes.refusal import CannotRead

LARGEST = 300_000_000
"""Bytes of a file."""
LARGEST_TEXT = 20_000_000
"""Bytes of a plain text."""
LARGEST_UNPACKED = 200_000_000
"""Bytes of all the texts of a Word document, unpacked; its pictures are not looked at."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE_AS = "Open it, save it as a Word document (.docx) or a PDF, and give that."
Say = Callable[[int, int], None]


def opened(path: Path, say: Say) -> Document:
    """What stands in a file. Raises CannotRead with what is to be said of it."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(2048)
    except OSError as error:
        raise CannotRead(f"It cannot be opened: {error.strerror}.") from None
    if not size:
        raise CannotRead("The file is empty.")
    if size > LARGEST:
        raise CannotRead(f"The file is {size / 1e6:.0f} MB. It may have {LARGEST // 1_000_000} MB at most.")
    kind = _kind(path, head)
    document = {"pdf": _pdf, "docx": _docx, "txt": _text}[kind](path, say)
    if not any(line.words for line in document.lines):
        raise CannotRead(_no_words(document))
    named = path.suffix.lower().lstrip(".")
    if named == kind or (kind == "txt" and named in ("md", "text")):
        return document
    wrong = f"its name ends in .{named}, and it is a {_called(kind)}; it was read as one."
    return Document(
        document.name,
        document.pages,
        document.lines,
        document.furniture,
        document.empty_pages,
        (wrong, *document.remarks),
    )


def _called(kind: str) -> str:
    return {"pdf": "PDF", "docx": "Word document", "txt": "plain text"}[kind]


def _kind(path: Path, head: bytes) -> str:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(OLE):
        raise CannotRead(_why_old(path))
    if head.startswith(b"PK"):
        return _packed(path)
    if head.lstrip().startswith(b"{\\rtf"):
        raise CannotRead(f"The file is Rich Text (RTF). {SAVE_AS}")
    if head.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise CannotRead(f"The file is a web page. {SAVE_AS}")
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8")):
        raise CannotRead(
            "The file is a picture, and a picture holds no text. Have it read (OCR), and give what comes out."
        )
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CannotRead(f"The file is neither a Word document nor a PDF nor a plain text. {SAVE_AS}")
    if path.suffix.lower() in (".pdf", ".docx"):
        raise CannotRead(
            f"Its name ends in {path.suffix}, and its beginning is that of no such file: it is damaged, or something "
            "else under that name. Fetch it again; if it is a plain text, let its name end in .txt."
        )
    return "txt"


def _why_old(path: Path) -> str:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "The document is closed by a password. Save a copy without one and give that."
    return f"The file is of an old Word (.doc) or another old program. {SAVE_AS}"


def _packed(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as package:
            names = {info.filename: info.file_size for info in package.infolist()}
            texts = sum(size for name, size in names.items() if name.endswith((".xml", ".rels")))
            if texts > LARGEST_UNPACKED or sum(names.values()) > 2 * LARGEST:
                raise CannotRead("The document unpacks to more than any minutes have. It is not opened.")
            if package.testzip():  # what is damaged in it
                raise zipfile.BadZipFile
            types = (
                package.read("[Content_Types].xml")[:200_000]
                if names.get("[Content_Types].xml", LARGEST) < 1_000_000
                else b""
            )
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, RuntimeError, NotImplementedError):
        raise CannotRead(
            "The Word document is damaged, or only part of it is there. Fetch it again, or save it anew, and give that."
        ) from None
    if any(name.lower().endswith("vbaproject.bin") for name in names) or b"macroEnabled" in types:
        raise CannotRead(
            "The document carries macros, which are never opened here. Save it as .docx, without macros, and give that."
        )
    if "word/document.xml" not in names:
        if any(name.startswith("xl/") for name in names):
            raise CannotRead("The file is a spreadsheet. Minutes are read from a Word document, a PDF or a text.")
        raise CannotRead(f"The file is a package, and no Word document. {SAVE_AS}")
    return "docx"


def _docx(path: Path, say: Say) -> Document:
    lines, edges, remarks = from_docx.read(str(path))
    say(1, 1)
    pages = max((line.page for line in lines), default=1)
    return Document(path.name, pages, tuple(lines), tuple(edges), (), remarks)


def _pdf(path: Path, say: Say) -> Document:
    pages = list(from_pdf.pages_of(str(path), say))
    return _paged(path.name, pages)


def _text(path: Path, say: Say) -> Document:
    raw = path.read_bytes() if path.stat().st_size <= LARGEST_TEXT else b""
    if not raw:
        raise CannotRead(f"A plain text may have {LARGEST_TEXT // 1_000_000} MB at most.")
    text = _decoded(raw)
    pages: list[list[Line]] = [[] for _ in range(text.count("\f") + 1)]
    for line in from_text.lines_of(text):
        pages[line.page - 1].append(line)
    if len(pages) > 1 and not pages[-1]:
        pages.pop()
    say(len(pages), len(pages))
    return _paged(path.name, pages)


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _paged(name: str, pages: list[list[Line]]) -> Document:
    aside = furniture(pages)
    empty = tuple(number for number, page in enumerate(pages, 1) if not page) if len(pages) > 1 else ()
    lines = tuple(line for page in pages for line in page)
    kept = tuple(line for line in lines if line not in aside)
    return Document(name, len(pages), kept, tuple(line for line in lines if line in aside), empty)


def _no_words(document: Document) -> str:
    pages = "none of its pages holds" if document.pages > 1 else "it does not hold"
    return (
        f"There is no text in it: {pages} anything but pictures. It is a scan. Have "
        "it read (OCR), and give what comes out."
    )
