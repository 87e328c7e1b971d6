"""Pictures that hide things, and pictures that do not."""

import random
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" %s/>'
    b"</rdf:RDF></x:xmpmeta>"
)


def noise(side: int) -> bytes:
    """A grey picture of which no two neighbours are alike."""
    chance = random.Random(1)
    return bytes(chance.choice((0, 60, 120, 190, 255)) for _ in range(side * side))


def picture() -> Image.Image:
    return Image.frombytes("L", (8, 8), noise(8))


def saved(kind: str, **values: Any) -> bytes:
    made = BytesIO()
    picture().save(made, kind, **values)
    return made.getvalue()


def exif(*, position: bool = False, **fields: Any) -> Image.Exif:
    made = Image.Exif()
    for name, value in fields.items():
        made[Base[name]] = value
    if position:
        made[IFD.GPSInfo] = {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (52.0, 38.0, 0.0)}
    return made


def jpeg(*, position: bool = False, **fields: Any) -> bytes:
    data = exif(position=position, **fields)
    return saved("JPEG", exif=data) if data else saved("JPEG")


def png(**texts: str) -> bytes:
    info = PngInfo()
    for name, value in texts.items():
        info.add_text(name, value)
    return saved("PNG", pnginfo=info)


def profile(*, behind: bytes = b"", **entries: bytes) -> bytes:
    """A description of colours, of whose entries only the words matter here."""
    table, body, start = b"", b"", 132 + 12 * len(entries)
    for name, words in entries.items():
        entry = b"text\0\0\0\0" + words + bytes(4 - len(words) % 4)
        table += name.encode() + (start + len(body)).to_bytes(4, "big") + len(entry).to_bytes(4, "big")
        body += entry
    head = (start + len(body)).to_bytes(4, "big") + b"lcms\4\x30\0\0mntrGRAYXYZ " + bytes(12) + b"acsp" + bytes(88)
    return head + len(entries).to_bytes(4, "big") + table + body + behind


def with_header(content: bytes, marker: int, body: bytes) -> bytes:
    return content[:2] + bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body + content[2:]


def with_thumbnail() -> bytes:
    """A camera's picture with a small picture of itself in its data: one more directory behind the first."""
    small = saved("JPEG")
    first = b"II*\0\x08\0\0\0" + b"\0\0" + (14).to_bytes(4, "little")
    entries = ((0x201, 44), (0x202, len(small)))
    second = b"\x02\0" + b"".join(
        tag.to_bytes(2, "little") + b"\x04\0\x01\0\0\0" + value.to_bytes(4, "little") for tag, value in entries
    )
    return with_header(saved("JPEG"), 0xE1, b"Exif\0\0" + first + second + b"\0\0\0\0" + small)


def planted() -> Iterator[tuple[str, str, str, bytes]]:
    """What hides, the rule that should find it, the name of the file, and the file."""
    xap = b"http://ns.adobe.com/xap/1.0/\0"
    yield "a position", "image-position", "a.jpg", jpeg(position=True)
    yield "a photographer", "personal-metadata", "a.jpg", jpeg(Artist="Made Up")
    yield (
        "a camera's number",
        "personal-metadata",
        "a.jpg",
        saved("JPEG", exif=_inner(Base.BodySerialNumber, "made up")),
    )
    yield "a maker's data", "program-data", "a.jpg", saved("JPEG", exif=_inner(0x927C, b"made up"))
    yield "a small picture", "thumbnail", "a.jpg", with_thumbnail()
    yield "a comment", "comment", "a.jpg", saved("JPEG", comment=b"taken at a made-up place")
    yield (
        "a position in XML",
        "image-position",
        "a.jpg",
        with_header(saved("JPEG"), 0xE1, xap + XMP % b'exif:GPSLatitude="52,38N"'),
    )
    yield (
        "a creator in XML",
        "personal-metadata",
        "a.jpg",
        with_header(saved("JPEG"), 0xE1, xap + XMP % b'dc:creator="Made Up"'),
    )
    by_line = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0c\x1c\x02\x50\0\x07Made Up"
    yield "a by-line", "personal-metadata", "a.jpg", with_header(saved("JPEG"), 0xED, by_line)
    yield "data behind the end", "trailing-data", "a.jpg", saved("JPEG") + b"made-up rows " * 5
    yield "a second picture behind it", "trailing-data", "a.jpg", saved("JPEG") * 2
    yield "an author in a PNG", "personal-metadata", "a.png", png(Author="Made Up")
    yield "a comment in a PNG", "personal-metadata", "a.png", png(Comment="taken at a made-up place")
    yield "a position in a PNG", "image-position", "a.png", saved("PNG", exif=exif(position=True))
    yield "the rest of a cropped PNG", "trailing-data", "a.png", png() + png()
    yield "a position in a WebP", "image-position", "a.webp", saved("WEBP", exif=exif(position=True))
    yield "a photographer in a TIFF", "personal-metadata", "a.tif", saved("TIFF", tiffinfo={315: "Made Up"})
    yield "two pictures in a TIFF", "image-layer", "a.tif", saved("TIFF", save_all=True, append_images=[picture()])
    yield "a comment in a GIF", "comment", "a.gif", saved("GIF", comment=b"taken at a made-up place")
    yield "half a JPEG", "damaged", "a.jpg", saved("JPEG")[:-60]
    yield "half a PNG", "damaged", "a.png", png()[:-30]
    piece = len(b"made up").to_bytes(4, "big") + b"prVWmade up" + zlib.crc32(b"prVWmade up").to_bytes(4, "big")
    yield "a program's own piece of a PNG", "program-data", "a.png", png()[:33] + piece + png()[33:]
    folder = profile(desc=rb"\\server\made.up\screen.icm")
    yield "a folder in its colours", "personal-metadata", "a.jpg", saved("JPEG", icc_profile=folder)
    owner = profile(desc="Harbourmaster\u2019s screen".encode("cp1252"))
    yield "whose screen its colours are of", "personal-metadata", "a.png", saved("PNG", icc_profile=owner)
    own = profile(desc=b"Grey", made=b"what a witness said")
    yield "words of their own in its colours", "program-data", "a.webp", saved("WEBP", icc_profile=own)
    more = profile(desc=b"Grey", behind=b"made-up rows " * 3)
    yield "data behind its colours", "trailing-data", "a.png", saved("PNG", icc_profile=more)
    yield "a picture beneath what is transparent", "image-layer", "a.png", beneath(256)
    yield "a picture in markup", "active-content", "a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def beneath(colours: int) -> bytes:
    """A picture of so many colours, all of it transparent."""
    made = Image.new("RGBA", (32, 32))
    made.putdata([(at % colours, at % 7, 0, 0) for at in range(32 * 32)])
    content = BytesIO()
    made.save(content, "PNG")
    return content.getvalue()


def _inner(field: int, value: Any) -> Image.Exif:
    made = Image.Exif()
    made.get_ifd(IFD.Exif)[field] = value
    return made


def sound() -> Iterator[tuple[str, str, bytes]]:
    """Pictures that hide nothing."""
    yield "a JPEG", "a.jpg", jpeg()
    yield (
        "a JPEG with its camera and date",
        "a.jpeg",
        jpeg(Make="Camera", DateTime="2024:03:06 14:00:00", Orientation=6),
    )
    yield "a JPEG in steps", "a.jpg", saved("JPEG", progressive=True)
    yield "a JPEG with the name of its program", "a.jpg", saved("JPEG", comment=b"CREATOR: gd-jpeg v1.0")
    usual = profile(desc=b"Grey 2.2", cprt=b"Copyright 2015", targ=b"IT8.7/2 1 2 3")
    yield "a JPEG with its colours", "a.jpg", saved("JPEG", icc_profile=usual)
    yield "a PNG with its colours", "a.png", saved("PNG", icc_profile=usual)
    yield "a PNG", "a.png", png(Software="A program", Comment="Created with GIMP")
    yield "a mark on what is transparent", "a.png", beneath(1)
    yield "a GIF", "a.gif", saved("GIF")
    yield "a WebP", "a.webp", saved("WEBP")
    yield "a TIFF", "a.tif", saved("TIFF")
