"""Where the labels of a control chart stand: beside their points, and not on each other. Lengths are in pixels."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

ABOVE, BELOW = 14, 16
"""From the middle of a point to the middle of its label."""
LINE = 16
"""Between the middles of two lines of words."""
LETTER = 8
"""What a letter of a label takes, about."""
POINT = 5
"""From the middle of a point to its edge."""
TRIED = ((1, 0), (1, 1), (-1, 0), (1, 2), (-1, 1), (-1, 2))
"""Where a label can stand: on the side of its point that is away from the mean or on the other, so many lines on."""


class Box(NamedTuple):
    """What words or a point take up: the middle, counted from the bottom, and half of the width and height."""

    across: float
    up: float
    half_width: float
    half_height: float

    def meets(self, other: "Box") -> bool:
        """Whether the two lie on each other."""
        return (
            abs(self.across - other.across) < self.half_width + other.half_width
            and abs(self.up - other.up) < self.half_height + other.half_height
        )


class ChartPoint(NamedTuple):
    """A point of the chart, and what can be said of it."""

    at: int
    across: float
    up: float
    below: bool
    """Whether it lies below the mean."""
    letter: str
    """That of what is known of it, which always stands."""
    figure: str
    """Its value where that lies beyond a limit, which stands where there is room."""


class Label(NamedTuple):
    """The words at a point, and how far above it they stand; below it for a number below nought."""

    at: int
    words: str
    moved: float


def labels(points: Sequence[ChartPoint], height: float, written: Sequence[Box]) -> tuple[Label, ...]:
    """The labels of all points: the latest first, then letters, then figures from left to right, while there is room.

    `written`: what other words take up.
    """
    dots, words = [Box(point.across, point.up, POINT, POINT) for point in points], [*written]
    found: list[Label] = []
    for point in sorted(points, key=lambda point: (point is not points[-1], not point.letter, point.at)):
        label = next(_possible(point, height, words, dots), None)
        if label:
            found.append(label)
            words.append(_box(label, point))
    return tuple(sorted(found))


def _possible(point: ChartPoint, height: float, words: Sequence[Box], dots: Sequence[Box]) -> Iterator[Label]:
    """Every label that a point can have, the best first: free of all else; its letter on other points; its letter."""
    full = ": ".join(filter(None, (point.letter, point.figure)))
    for said in filter(None, (full, point.letter)):
        yield from _free(point, said, height, (*words, *dots))
    if point.letter:
        yield from _free(point, point.letter, height, words)
        yield Label(point.at, point.letter, -BELOW if point.below else ABOVE)


def _free(point: ChartPoint, said: str, height: float, taken: Sequence[Box]) -> Iterator[Label]:
    """The places near a point, the nearest first, at which these words lie inside the chart and on nothing taken."""
    for side, lines in TRIED:
        up = (side > 0) != point.below
        label = Label(point.at, said, ABOVE + lines * LINE if up else -BELOW - lines * LINE)
        box = _box(label, point)
        is_inside = box.half_height <= box.up <= height - box.half_height
        if is_inside and not any(box.meets(other) for other in taken):
            yield label


def _box(label: Label, point: ChartPoint) -> Box:
    return Box(point.across, point.up + label.moved, len(label.words) * LETTER / 2, LINE / 2)
