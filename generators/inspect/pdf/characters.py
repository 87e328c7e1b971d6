"""The characters of a page of a PDF as they can be copied out, each with the box in which it stands."""

from collections.abc import Mapping
from ctypes import c_double, c_void_p, cast
from functools import cache
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from generators.inspect.names import HIDDEN

BLANK = "\u2800\u3164\u115f\u1160\ufffe\uffff\x02"
"""Characters that leave no mark and are no spaces by name."""
SMALLEST = 1.5
"""Points. Lower type than this is not read by anybody."""


class Box(NamedTuple):
    """A part of a page, in points from its lower left."""

    left: float
    bottom: float
    right: float
    top: float

    def misses(self, other: "Box") -> bool:
        """Whether no part of this lies in another."""
        return self.right < other.left or self.left > other.right or self.top < other.bottom or self.bottom > other.top

    def middle_in(self, other: "Box") -> bool:
        """Whether the middle of this lies in another."""
        x, y = (self.left + self.right) / 2, (self.bottom + self.top) / 2
        return other.left <= x <= other.right and other.bottom <= y <= other.top

    @property
    def area(self) -> float:
        """In square points."""
        return max(0.0, self.right - self.left) * max(0.0, self.top - self.bottom)


class Characters(NamedTuple):
    """Every character of a page that should leave a mark."""

    boxes: tuple[Box, ...]
    unread: int
    """How many are too small to be read, or wholly cut away, besides those."""


def characters(page: Any, rooms: Mapping[int, Box]) -> Characters:
    """The characters of a page. `rooms`: by its handle, the room of each text that does not have the whole page."""
    boxes, unread, shown = [], 0, Box(*page.get_bbox())
    text = raw.FPDFText_LoadPage(page)
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    try:
        for index in range(raw.FPDFText_CountChars(text)):
            if not _leaves_mark(raw.FPDFText_GetUnicode(text, index)) or raw.FPDFText_IsGenerated(text, index) == 1:
                continue
            raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
            box = Box(left.value, bottom.value, right.value, top.value)
            room = rooms.get(handle(raw.FPDFText_GetTextObject(text, index))) if rooms else None
            is_cut = room is not None and box.misses(room) and box.middle_in(shown)
            if is_cut or (box.top - box.bottom < SMALLEST and _room(text, index) < SMALLEST):
                unread += 1
            elif box.area:
                boxes.append(box)
    finally:
        raw.FPDFText_ClosePage(text)
    return Characters(tuple(boxes), unread)


def handle(one: Any) -> int:
    """By which an object is known as long as its page is open."""
    return cast(one, c_void_p).value or 0


@cache
def _leaves_mark(code: int) -> bool:
    character = chr(code)
    return code > 32 and not (character.isspace() or character in BLANK or HIDDEN.match(character))


def _room(text: Any, index: int) -> float:
    """How high the line of a character is: of a dot or a dash too."""
    room = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, index, room)
    return float(room.top - room.bottom) or SMALLEST
