"""Which characters of a page of a PDF cannot be seen: the page is drawn, with its text and without it.

A character is seen where the page looks another way without text. Two things are no fault: thin type that only a larger
drawing shows, and the text that text recognition lays on a scan without drawing it, as long as the scan shows something
there. Not found: text in pictures, a marker that can be seen through, what can be guessed from the room a word takes.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as raw
from PIL.Image import Image
from PIL.ImageChops import difference

from generators.inspect.pdf.characters import Box
from generators.inspect.pdf.drawn import Drawn

CONTRAST = 40
"""Of 255, between the darkest and the lightest point in a colour: less is not seen."""
LARGE, OF_LARGE = 24, 16
"""Points: letters as large as this are seen with less contrast, like `DRAFT` laid across a page."""
FIRST, SECOND = 1.5, 4.0
"""How large the page is drawn: pixels for a point; again, larger, where something seems not to be seen."""
MOST_PIXELS = 16_000_000
FEWEST = 3
"""Characters on a page: a stray one or two are a fault of typesetting."""
SCAN = 0.4
"""Of the page: a picture as large as this may be a scan."""


def unseen(page: Any, shown: Box, boxes: Sequence[Box], things: Drawn) -> int:
    """How many of these characters cannot be seen."""
    if len(boxes) < FEWEST:
        return 0
    turn = raw.FPDFPage_GetRotation(page) % 4
    suspects = list(boxes)
    if things.is_plain:
        suspects = _faint(_picture(page, FIRST).convert("L"), suspects, shown, turn)
    for scale in (FIRST, SECOND):
        if len(suspects) < FEWEST:
            return 0
        suspects = _not_drawn(page, shown, suspects, things, scale)
    return len(suspects)


def _not_drawn(page: Any, shown: Box, boxes: Sequence[Box], things: Drawn, scale: float) -> list[Box]:
    """Those whose place looks the same without text, unless it is on a scan that shows something there."""
    turn = raw.FPDFPage_GetRotation(page) % 4
    with_text = _picture(page, scale)
    hidden = _faint(difference(with_text, _without_text(page, things, scale)), boxes, shown, turn)
    scans = [picture for picture in things.pictures if picture.area >= SCAN * shown.area]
    is_on_scan = [any(box.middle_in(scan) for scan in scans) for box in hidden]
    on_scan = [box for box, is_on in zip(hidden, is_on_scan, strict=True) if is_on]
    elsewhere = [box for box, is_on in zip(hidden, is_on_scan, strict=True) if not is_on]
    return elsewhere + _faint(with_text, on_scan, shown, turn)


def _faint(image: Image, boxes: Sequence[Box], shown: Box, turn: int) -> list[Box]:
    """Those in whose place the picture hardly varies in any of its colours."""
    left = list(boxes)
    for colour in image.split():
        line, wide = colour.tobytes(), colour.size[0]
        places = zip(left, _places(left, shown, turn, image.size), strict=True)
        left = [
            box
            for box, place in places
            if not _varies(line, wide, place, _least(box)) and _is_flat(colour, place, _least(box))
        ]
    return left


def _least(box: Box) -> int:
    """The contrast with which a character is seen."""
    return OF_LARGE if max(box.top - box.bottom, box.right - box.left) >= LARGE else CONTRAST


def _varies(line: bytes, wide: int, place: tuple[int, int, int, int], least: int) -> bool:
    """Whether the picture varies on the line through the middle: a quick answer for almost every character."""
    left, over, right, under = place
    start = (over + under) // 2 * wide
    points = line[start + left : start + right]
    return max(points) - min(points) >= least


def _is_flat(colour: Image, place: tuple[int, int, int, int], least: int) -> bool:
    low, high = colour.crop(place).getextrema()
    return bool(high - low < least)  # type: ignore[operator]


def _places(boxes: Sequence[Box], shown: Box, turn: int, size: tuple[int, int]) -> Iterator[tuple[int, int, int, int]]:
    """Where boxes of a page lie on a picture of it, which may be turned; one pixel at least."""
    wide, high = size
    across, up = shown.right - shown.left, shown.top - shown.bottom
    if turn % 2:
        across, up = wide / up, high / across
    else:
        across, up = wide / across, high / up
    for box in boxes:
        west, east = box.left - shown.left, shown.right - box.right
        south, north = box.bottom - shown.bottom, shown.top - box.top
        x, y = ((west, north), (south, west), (east, south), (north, east))[turn]
        tall, long = (
            (box.right - box.left, box.top - box.bottom) if turn % 2 else (box.top - box.bottom, box.right - box.left)
        )
        x1, y1 = min(max(0, int(x * across)), wide - 1), min(max(0, int(y * up)), high - 1)
        yield x1, y1, min(wide, max(x1, int((x + long) * across)) + 1), min(high, max(y1, int((y + tall) * up)) + 1)


def _picture(page: Any, scale: float) -> Image:
    """The page as it is shown, with everything that lies on it."""
    wide, high = page.get_size()
    scale = min(scale, (MOST_PIXELS / max(1.0, wide * high)) ** 0.5)
    image: Image = page.render(scale=scale, may_draw_forms=True, rev_byteorder=True).to_pil()
    return image.convert("RGB")


def _without_text(page: Any, things: Drawn, scale: float) -> Image:
    for text in things.texts:
        raw.FPDFPageObj_SetIsActive(text, False)  # noqa: FBT003
    image = _picture(page, scale)
    for text in things.texts:
        raw.FPDFPageObj_SetIsActive(text, True)  # noqa: FBT003
    return image
