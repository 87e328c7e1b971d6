"""Pictures: where they were taken and by whom, what is behind their end, and further pictures inside."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from generators.inspect.colours import look_at_profile
from generators.inspect.exif import look_at_exif, look_at_fields
from generators.inspect.found import Found
from generators.inspect.jpeg import look_at_jpeg
from generators.inspect.people import may_name_person
from generators.inspect.png import look_at_png
from generators.inspect.xmp import look_at_xmp
from generators.problem import count

MOST_PIXELS = 120_000_000
WHERE = "the picture"
MOST_UNSEEN = 64
"""Colours."""
TIFF_LAYERS = 37724
"""The field of a TIFF in which Photoshop keeps its layers."""


def look_at_image(content: bytes) -> Iterator[Found]:
    """Everything that is looked for in a picture."""
    if content.startswith(b"\xff\xd8"):
        yield from look_at_jpeg(content, WHERE)
    elif content.startswith(b"\x89PNG"):
        yield from look_at_png(content, WHERE)
    with Image.open(BytesIO(content)) as image:
        wide, high = image.size
        if wide * high > MOST_PIXELS:
            yield Found("too-large", WHERE, f"it has more than {MOST_PIXELS // 1_000_000} million points")
            return
        yield from _others(image)
        yield from look_at_profile(image.info.get("icc_profile") or b"", WHERE)
        if image.format not in ("JPEG", "MPO", "PNG"):
            yield from _properties(image)
        image.load()
        if image.mode in ("RGBA", "LA") and _colours_unseen(image.convert("RGBA")) > MOST_UNSEEN:
            yield Found("image-layer", WHERE, "there is a picture where it is wholly transparent")


def _colours_unseen(image: Image.Image) -> int:
    """How many colours there are in what is transparent: programs leave a few there, and a hidden picture has many."""
    transparent = image.getchannel("A").point([255] + [0] * 255)
    unseen = Image.composite(image.convert("RGB"), Image.new("RGB", image.size), transparent)
    return len(unseen.getcolors(image.size[0] * image.size[1]) or ())


def _properties(image: Image.Image) -> Iterator[Found]:
    if image.format == "TIFF":
        yield from look_at_fields(image.getexif(), WHERE)
        if TIFF_LAYERS in image.getexif():
            yield Found("image-layer", WHERE, "it keeps the layers it was made of")
    elif block := image.info.get("exif"):
        yield from look_at_exif(block.removeprefix(b"Exif\0\0"), WHERE)
    packet = image.info.get("xmp") or image.getexif().get(700)
    if isinstance(packet, bytes):
        yield from look_at_xmp(packet, WHERE)
    comment = image.info.get("comment")
    if comment and may_name_person(comment.decode("latin-1") if isinstance(comment, bytes) else str(comment)):
        yield Found("comment", WHERE, "a comment is written into the picture")


def _others(image: Image.Image) -> Iterator[Found]:
    frames = getattr(image, "n_frames", 1)
    if frames > 1:
        yield Found("image-layer", WHERE, count(frames, "picture"))
