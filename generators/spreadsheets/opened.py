"""What a file is that somebody wants to import, and whether it is safe to unpack: before anything of it is read."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from generators.read.encoding import MARKS_OF_UTF_16
from generators.spreadsheets.grid import NotRead

LARGEST = 60_000_000
"""Bytes of a file. A hundred thousand rows of twenty columns take a tenth of it."""
LARGEST_UNPACKED = 600_000_000
MOST_PARTS = 5000
TIMES = 150
"""How many times larger than packed something may be: an office's own sheets are ten to forty times larger."""
SMALL = 50_000_000
"""Bytes unpacked, up to which it may be any number of times larger."""
UTF_32 = b"\xff\xfe\0\0"
"""With which a file begins that no spreadsheet writes, like one in UTF-16 but for its NULs."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENDINGS = {".xlsx", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt", ".json"}
TAKEN = "A register is read from .xlsx, .xls, .xlsb, .ods, .csv or .json."
NO_MACROS = (
    "it carries macros, which are programs. Open it, choose `Save as` and `Excel workbook (.xlsx)`, import that."
)
PASSWORD = "it is protected by a password. Open it, take the password off (File, Info), save it and import it again."  # noqa: S105
DAMAGED = "it is damaged or not whole. Open it in a spreadsheet, save it again and import that."


def kind_of(name: str, content: bytes) -> str:
    """The ending that a file should have by its content: `.xlsx`, `.csv`. Raises NotRead where it is not taken."""
    ending = f".{name.rpartition('.')[2].lower()}"
    if not content.strip(b"\0 \r\n\t"):
        raise NotRead("there is nothing in it.")
    if len(content) > LARGEST:
        raise NotRead(
            f"it has {len(content) / 1e6:.0f} MB. At most {LARGEST / 1e6:.0f} MB are read: save a part of it."
        )
    found = _by_content(ending, content)
    if ending == found or (found == ".csv" and ending in (".tsv", ".txt")):
        return found
    if ending not in ENDINGS and found == ".csv":
        raise NotRead(f"nobody can tell what it is. {TAKEN}")
    raise NotRead(
        f"it is named {ending} and is {found} by what is in it. Give it its right ending, and import it again."
    )


def _by_content(ending: str, content: bytes) -> str:
    if content.startswith(OLD_OFFICE):
        return _old(content)
    if content.startswith(b"PK"):
        return _packed(content)
    if content.startswith(b"%PDF-"):
        raise NotRead("it is a PDF, which holds no cells. Ask for the spreadsheet it was made from.")
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta")):
        message = (
            "it is a web page, whatever its ending. Open it in a spreadsheet and save it as `Excel workbook (.xlsx)`."
        )
        raise NotRead(message)
    if b"\0" in content[:4096] and (not content.startswith(MARKS_OF_UTF_16) or content.startswith(UTF_32)):
        raise NotRead(DAMAGED)
    if ending == ".json":
        return ".json"
    if ending in (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods") and b"," not in content and b"\t" not in content:
        raise NotRead(DAMAGED)
    return ".csv"


def _old(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise NotRead(PASSWORD)
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise NotRead(NO_MACROS)
    return ".xls"


def _packed(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            if any(entry.flag_bits & 1 for entry in entries):
                raise NotRead(PASSWORD)
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise NotRead(NO_MACROS)
            _unpack(archive, len(content))
    except (BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, zlib.error) as fault:
        raise NotRead(DAMAGED) from fault
    if "xl/workbook.xml" in names:
        return ".xlsx"
    if "xl/workbook.bin" in names:
        return ".xlsb"
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        if b"manifest:encryption-data" in _part(content, "META-INF/manifest.xml"):
            raise NotRead(PASSWORD)
        return ".ods"
    what = "a Word document" if "word/document.xml" in names else "an archive"
    raise NotRead(f"it is {what} and no spreadsheet. {TAKEN}")


def _part(content: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name)


def _unpack(archive: ZipFile, packed: int) -> None:
    """Unpack every part once and keep none: what an archive says of its own size is not believed."""
    if len(archive.infolist()) > MOST_PARTS:
        raise NotRead(f"it has more than {MOST_PARTS:,} parts.")
    total = 0
    for entry in archive.infolist():
        with archive.open(entry) as part:
            while piece := part.read(1_000_000):
                total += len(piece)
                if total > LARGEST_UNPACKED or (total > SMALL and total > TIMES * packed):
                    raise NotRead("unpacked it is so much larger than it is that it is not opened.")
