"""Where the texts of a page of a PDF may be drawn at all: whatever of them lies outside is cut away.

Drawing alone does not tell where something else is seen in the place of what was cut away.
"""

from collections.abc import Iterator, Mapping
from ctypes import byref, c_float
from typing import Any

import pypdfium2.raw as raw

from generators.inspect.pdf.characters import Box, handle
from generators.inspect.pdf.drawn import DEEPEST

Matrix = tuple[float, float, float, float, float, float]
AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)


def clips(page: Any) -> Mapping[int, Box]:
    """By the handle of each text that does not have the whole page: the room that it has."""
    whole = Box(*page.get_bbox())
    found: dict[int, Box] = {}
    for at in range(raw.FPDFPage_CountObjects(page)):
        found.update(_within(raw.FPDFPage_GetObject(page, at), whole, AS_IT_IS, 0))
    return {handle: room for handle, room in found.items() if room != whole}


def _within(one: Any, room: Box, matrix: Matrix, depth: int) -> Iterator[tuple[int, Box]]:
    """The room of every text in an object. `matrix`: from where it lies to the page."""
    room = _cut(one, room, matrix)
    kind = raw.FPDFPageObj_GetType(one)
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        yield handle(one), room
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        own = raw.FS_MATRIX()
        if raw.FPDFPageObj_GetMatrix(one, byref(own)):
            matrix = _joined((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
        for at in range(raw.FPDFFormObj_CountObjects(one)):
            yield from _within(raw.FPDFFormObj_GetObject(one, at), room, matrix, depth + 1)


def _cut(one: Any, room: Box, matrix: Matrix) -> Box:
    """What is left of the room within all that an object is cut to: of each outline, the box around it."""
    clip = raw.FPDFPageObj_GetClipPath(one)
    for at in range(max(0, raw.FPDFClipPath_CountPaths(clip)) if clip else 0):
        points = [_point(clip, at, number, matrix) for number in range(raw.FPDFClipPath_CountPathSegments(clip, at))]
        if points:
            across, up = zip(*points, strict=True)
            room = Box(
                max(room.left, min(across)), max(room.bottom, min(up)),
                min(room.right, max(across)), min(room.top, max(up)),
            )  # fmt: skip
    return room


def _point(clip: Any, at: int, number: int, matrix: Matrix) -> tuple[float, float]:
    x, y = c_float(), c_float()
    raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, at, number), byref(x), byref(y))
    a, b, c, d, e, f = matrix
    return a * x.value + c * y.value + e, b * x.value + d * y.value + f


def _joined(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
