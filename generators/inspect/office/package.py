"""An office file as what it is: a zip archive of parts, opened without trusting what it says of itself."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

MOST_PARTS = 5000
LARGEST_PART = 60_000_000
LARGEST = 250_000_000
"""Bytes unpacked: of one part, and of all."""
IS_LOCKED = 1
"""The mark of a part that needs a password."""
TYPES = "[Content_Types].xml"


class NotReadable(Exception):  # noqa: N818 - it says why, as a rule
    """Why an archive was not opened."""

    def __init__(self, rule: str, words: str) -> None:
        super().__init__(words)
        self.rule, self.words = rule, words


@dataclass(frozen=True)
class Relation:
    """That one part refers to another, or to something outside."""

    source: str
    kind: str
    """The last word of the kind's address: `hyperlink`, `comments`."""
    target: str
    """The part, or the address outside."""
    is_outside: bool


@dataclass(frozen=True)
class Package:
    """All parts by their names."""

    parts: Mapping[str, bytes]
    folder: str
    """`xl/` or `word/`."""

    def xml(self, name: str) -> Element:
        """A part as XML, without entities: they could make it grow without end."""
        try:
            root: Element = fromstring(self.parts[name], forbid_dtd=True)
        except (ParseError, DefusedXmlException, LookupError, ValueError) as fault:
            raise NotReadable("damaged", "one of its parts is no well-formed XML") from fault
        return root

    def named(self, start: str, end: str = ".xml") -> tuple[str, ...]:
        """The names of parts that begin and end so."""
        return tuple(sorted(name for name in self.parts if name.startswith(start) and name.endswith(end)))

    def relations(self) -> Iterator[Relation]:
        """Every relation of every part."""
        for name in sorted(self.parts):
            if not name.endswith(".rels"):
                continue
            folder, _, file = name.rpartition("_rels/")
            for one in self.xml(name):
                kind = one.get("Type", "").rpartition("/")[2]
                target, is_outside = one.get("Target", ""), one.get("TargetMode") == "External"
                place = target if is_outside else _resolved(folder, target)
                yield Relation(folder + file.removesuffix(".rels"), kind, place, is_outside)


def _resolved(folder: str, target: str) -> str:
    path = target.partition("#")[0]
    return path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))


def opened(content: bytes) -> Package:
    """Every part, unpacked within bounds."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            _check(entries)
            parts = {entry.filename: _unpacked(archive, entry) for entry in entries if not entry.is_dir()}
    except (BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as fault:
        raise NotReadable("damaged", "it cannot be unpacked") from fault
    if TYPES not in parts:
        raise NotReadable("archive", "it is an archive, but no office file")
    return Package(parts, "xl/" if "xl/workbook.xml" in parts else "word/")


def _check(entries: list[ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise NotReadable("too-large", f"it has more than {MOST_PARTS:,} parts")
    if any(entry.flag_bits & IS_LOCKED for entry in entries):
        raise NotReadable("encrypted", "parts of it need a password")
    if sum(entry.file_size for entry in entries) > LARGEST or any(entry.file_size > LARGEST_PART for entry in entries):
        raise NotReadable("too-large", "unpacked it is larger than is looked at")
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) < len(names):
        raise NotReadable("damaged", "two of its parts have the same name")


def _unpacked(archive: ZipFile, entry: ZipInfo) -> bytes:
    with archive.open(entry) as part:
        found = part.read(entry.file_size + 1)
    if len(found) > entry.file_size:
        raise NotReadable("damaged", "a part is larger than it says")
    return found
