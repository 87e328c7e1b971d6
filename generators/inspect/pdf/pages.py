"""What the pages of a PDF show, compared with what can be copied out of them."""

from collections.abc import Iterator
from typing import Any

from pypdfium2 import PdfDocument

from generators.inspect.found import Found
from generators.inspect.pdf.characters import Box, characters
from generators.inspect.pdf.clips import clips
from generators.inspect.pdf.drawn import drawn
from generators.inspect.pdf.seen import FEWEST, unseen
from generators.problem import count

LARGE = 0.25
"""Of a page: a picture this large without text can hold writing."""
MARGIN = 30.0
"""Points outside the part that is shown in which printers put their marks."""
CROP_SCALE = 0.5
FAINT = 40


def look_at_pages(content: bytes) -> Iterator[Found]:
    """What is on the pages and is not seen."""
    document = PdfDocument(content)
    try:
        document.init_forms()
        for index in range(len(document)):
            page = document[index]
            yield from _of_page(page, f"page {index + 1}")
            page.close()
    finally:
        document.close()


def _of_page(page: Any, where: str) -> Iterator[Found]:
    shown = Box(*page.get_bbox())
    every = characters(page, clips(page))
    inside = [box for box in every.boxes if box.middle_in(shown)]
    outside = len(every.boxes) - len(inside)
    things = drawn(page)
    if outside >= FEWEST:
        yield Found("text-off-page", where, f"{count(outside, 'character')} outside the part that is shown")
    if (hidden := every.unread + unseen(page, shown, inside, things)) >= FEWEST:
        yield Found("covered-text", where, f"{count(hidden, 'character')} that cannot be seen")
    if not inside and any(box.area >= LARGE * shown.area for box in things.pictures):
        yield Found("picture-page", where, "a picture without text")
    if things.boxes:
        yield Found("covered-picture", where, f"{things.boxes:,} on a picture")
    if outside < FEWEST and _is_cropped(page, shown):
        yield Found("cropped-page", where, "more is drawn than is shown")


def _is_cropped(page: Any, shown: Box) -> bool:
    """Whether something is drawn outside the part that is shown, further away than printers' marks."""
    whole = Box(*page.get_mediabox())
    inner = Box(shown.left - MARGIN, shown.bottom - MARGIN, shown.right + MARGIN, shown.top + MARGIN)
    if (
        whole.left >= inner.left
        and whole.bottom >= inner.bottom
        and whole.right <= inner.right
        and whole.top <= inner.top
    ):
        return False
    page.set_cropbox(*whole)
    turn = page.get_rotation()
    page.set_rotation(0)
    image = page.render(scale=CROP_SCALE, draw_annots=False).to_pil().convert("L")
    page.set_rotation(turn)
    page.set_cropbox(*shown)
    wide, high = image.size
    across, up = wide / (whole.right - whole.left), high / (whole.top - whole.bottom)
    left, right = (inner.left - whole.left) * across, (inner.right - whole.left) * across
    over, under = (whole.top - inner.top) * up, (whole.top - inner.bottom) * up
    strips = ((0, 0, left, high), (right, 0, wide, high), (0, 0, wide, over), (0, under, wide, high))
    return any(
        _varies(image, tuple(map(int, strip))) for strip in strips if strip[2] > strip[0] and strip[3] > strip[1]
    )


def _varies(image: Any, strip: tuple[int, ...]) -> bool:
    x1, y1, x2, y2 = max(0, strip[0]), max(0, strip[1]), min(image.size[0], strip[2]), min(image.size[1], strip[3])
    if x2 <= x1 or y2 <= y1:
        return False
    darkest, _ = image.crop((x1, y1, x2, y2)).getextrema()
    return bool(darkest < 255 - FAINT)
