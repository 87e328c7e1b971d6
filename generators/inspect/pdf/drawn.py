"""What is drawn on a page of a PDF besides text: pictures, and black boxes on them."""

from collections.abc import Iterator
from ctypes import byref, c_int, c_uint
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from generators.inspect.pdf.characters import Box

DARK = 40
"""Of 255: what is no lighter looks black."""
SMALLEST = 30.0
"""Square points: a smaller black box on a picture is part of a drawing."""
LARGEST = 0.6
"""Of the picture: a larger one is its background, or its frame."""
DEEPEST = 8
"""Forms within forms."""


class Drawn(NamedTuple):
    """What a page draws besides text."""

    pictures: tuple[Box, ...]
    boxes: int
    """Black boxes drawn over a picture."""
    texts: tuple[Any, ...]
    """The program's handles of all texts, to switch them off."""
    is_plain: bool
    """Whether there are only texts and lines: nothing whose colours vary."""


def drawn(page: Any) -> Drawn:
    """Everything that a page draws."""
    pictures: list[Box] = []
    texts: list[Any] = []
    boxes, is_plain = 0, True
    for index in range(raw.FPDFPage_CountObjects(page)):
        one = raw.FPDFPage_GetObject(page, index)
        box = _bounds(one)
        kinds = set()
        for inner in _with_inner(one, 0):
            kind = raw.FPDFPageObj_GetType(inner)
            kinds.add(kind)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                texts.append(inner)
        if raw.FPDF_PAGEOBJ_IMAGE in kinds:
            pictures.append(box)
        elif raw.FPDF_PAGEOBJ_PATH in kinds and _is_black_box(one) and any(_lies_on(box, under) for under in pictures):
            boxes += 1
        is_plain &= not kinds & {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING}
    return Drawn(tuple(pictures), boxes, tuple(texts), is_plain)


def _with_inner(one: Any, depth: int) -> Iterator[Any]:
    yield one
    if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        for index in range(raw.FPDFFormObj_CountObjects(one)):
            yield from _with_inner(raw.FPDFFormObj_GetObject(one, index), depth + 1)


def _bounds(one: Any) -> Box:
    from ctypes import c_float

    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    raw.FPDFPageObj_GetBounds(one, byref(left), byref(bottom), byref(right), byref(top))
    return Box(left.value, bottom.value, right.value, top.value)


def _is_black_box(one: Any) -> bool:
    mode, stroke = c_int(), c_int()
    if not raw.FPDFPath_GetDrawMode(one, byref(mode), byref(stroke)) or mode.value == raw.FPDF_FILLMODE_NONE:
        return False
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    raw.FPDFPageObj_GetFillColor(one, byref(red), byref(green), byref(blue), byref(alpha))
    is_dark = max(red.value, green.value, blue.value) < DARK and alpha.value == 255
    return is_dark and 4 <= raw.FPDFPath_CountSegments(one) <= 6


def _lies_on(box: Box, picture: Box) -> bool:
    return box.middle_in(picture) and SMALLEST <= box.area <= LARGEST * picture.area
