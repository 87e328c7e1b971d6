"""An office file without its properties: the parts that are shown are copied as they are."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generators.inspect.clean.jpeg import clean_jpeg
from generators.inspect.clean.png import clean_png
from generators.inspect.office.package import TYPES, opened

NEW_YEAR_1980 = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip archive can tell."""
LEFT_OUT = re.compile(r"docProps/(?:custom\.xml|thumbnail\.\w+)$|docMetadata/|(?:xl|word)/printerSettings/")
RELATION = re.compile(rb"<Relationship\b[^>]*?/>|<Relationship\b[^>]*>\s*</Relationship>")
TYPE = re.compile(rb"<Override\b[^>]*?/>")
TELLS_OF = re.compile(rb"""docProps/(?:custom\.xml|thumbnail\.)|docMetadata/|printerSettings""")
PRINTER = re.compile(rb"""(<pageSetup\b[^>]*?)\s+r:id="[^"]*\"""")
EMPTY = {
    "docProps/core.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://'
    b'schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://'
    b'schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
}
"""Properties that say nothing."""
PICTURES = ((b"\xff\xd8\xff", clean_jpeg), (b"\x89PNG\r\n\x1a\n", clean_png))


def clean_office(content: bytes) -> bytes:
    """The same sheets or text."""
    parts = opened(content).parts
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != TYPES, name)):
            if not LEFT_OUT.match(name):
                archive.writestr(_entry(name), _cleaned(name, parts[name]), ZIP_DEFLATED)
    return made.getvalue()


def _entry(name: str) -> ZipInfo:
    return ZipInfo(name, NEW_YEAR_1980)


def _cleaned(name: str, part: bytes) -> bytes:
    if name in EMPTY:
        return EMPTY[name]
    if name == TYPES:
        return TYPE.sub(_unless_left_out, part)
    if name.endswith(".rels"):
        return RELATION.sub(_unless_left_out, part)
    if name.startswith("xl/worksheets/"):
        return PRINTER.sub(rb"\1", part)
    for start, cleaner in PICTURES:
        if "/media/" in name and part.startswith(start):
            return cleaner(part)
    return part


def _unless_left_out(found: re.Match[bytes]) -> bytes:
    return b"" if TELLS_OF.search(found[0]) else found[0]
