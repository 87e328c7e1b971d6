"""What cameras and telephones write into pictures."""

from collections.abc import Iterator, Mapping
from typing import Any

from PIL import ExifTags
from PIL.Image import Exif

from generators.inspect.found import Found
from generators.inspect.people import may_name_person
from generators.inspect.places import names_folder

PEOPLE: Mapping[int, str] = {
    ExifTags.Base.Artist: "the photographer",
    ExifTags.Base.Copyright: "the owner of the rights",
    ExifTags.Base.XPAuthor: "the author",
    ExifTags.Base.XPComment: "a comment",
    ExifTags.Base.XPKeywords: "keywords",
    ExifTags.Base.XPSubject: "a subject",
    ExifTags.Base.HostComputer: "a computer",
    ExifTags.Base.DocumentName: "a document",
    ExifTags.Base.CameraOwnerName: "the owner of the camera",
    ExifTags.Base.BodySerialNumber: "the number of the camera",
    ExifTags.Base.LensSerialNumber: "the number of the lens",
    ExifTags.Base.CameraSerialNumber: "the number of the camera",
    ExifTags.Base.UserComment: "a comment",
    ExifTags.Base.ImageUniqueID: "the number of the picture",
}
"""Fields that say who, by their numbers."""
HARMLESS_COMMENTS = ("ASCII", "UNICODE", "JIS", "Screenshot")
MAKERS = 0x927C
"""The field with what the maker of the camera writes, in a form of its own."""


def look_at_exif(block: bytes, where: str) -> Iterator[Found]:
    """Position, people and the small picture in a block of such data."""
    exif = Exif()
    exif.load(b"Exif\0\0" + block)
    yield from look_at_fields(exif, where)
    small = exif.get_ifd(ExifTags.IFD.IFD1)
    if ExifTags.Base.JpegIFOffset in small or ExifTags.Base.StripOffsets in small:
        yield Found("thumbnail", where, "the camera's data hold a small picture")


def look_at_fields(exif: Exif, where: str) -> Iterator[Found]:
    """The same of fields that are already read."""
    position = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if any(
        position.get(field)
        for field in (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude, ExifTags.GPS.GPSDestLatitude)
    ):
        yield Found("image-position", where, "the picture says where it was taken")
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    every = {**dict(exif), **dict(inner)}
    for words in sorted({PEOPLE[field] for field, value in every.items() if field in PEOPLE and _says(value)}):
        yield Found("personal-metadata", where, f"the camera's data name {words}")
    if any(names_folder(_text(value)) for value in every.values()):
        yield Found("personal-metadata", where, "the camera's data name a folder on a computer")
    if len(every.get(MAKERS, b"")) > 0:
        yield Found("program-data", where, "the maker of the camera has written data of its own")


def _says(value: Any) -> bool:
    words = _text(value).strip("\0 ")
    for prefix in HARMLESS_COMMENTS:
        words = words.removeprefix(prefix).strip("\0 ")
    return may_name_person(words)


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        return value.replace(b"\0", b"").decode("latin-1")
    return str(value)
