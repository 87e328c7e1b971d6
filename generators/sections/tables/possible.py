"""Which hidden numbers a reader could still work out: those for which few values fit all that is shown."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from generators.sections.tables.grid import CellPlace

VALUES = 3
"""As many have to be possible: one of two would be a guess that is right every other time."""
PARTS = (Fraction(0), Fraction(1), Fraction(1, 2))
"""Where in its range a value is tried first: three readings of everything find most values that there are."""
STEPS = 2_000
"""Numbers that are tried one after the other. If these do not do, the hidden number counts as worked out."""


class Range(NamedTuple):
    """The whole numbers that a cell can hold, as far as a reader knows."""

    low: int
    high: int


@dataclass(frozen=True)
class Line:
    """What is known to hold between cells: with their signs, they come to a number from `low` to `high`."""

    cells: tuple[tuple[int, CellPlace], ...]
    low: int = 0
    high: int = 0


Ranges = Mapping[CellPlace, Range]


def worked_out(ranges: Ranges, lines: Sequence[Line], hidden: Sequence[CellPlace]) -> CellPlace | None:
    """The first hidden cell that is not known to have so many possible values; None where each has."""
    seen: dict[CellPlace, set[int]] = {place: set() for place in hidden}
    for part in PARTS:
        _remember(seen, _fitting(ranges, lines, part))
    for place, values in seen.items():
        while len(values) < VALUES:
            gaps = _gaps(ranges[place], values)
            found = (_fitting({**ranges, place: gap}, lines, PARTS[0]) for gap in gaps)
            if not _remember(seen, next((one for one in found if one), None)):
                return place
    return None


def _gaps(range_: Range, values: Collection[int]) -> Iterator[Range]:
    """What a cell can be besides these values."""
    ends = sorted((range_.low - 1, *values, range_.high + 1))
    return (Range(below + 1, above - 1) for below, above in pairwise(ends) if below + 1 < above)


def _remember(seen: Mapping[CellPlace, set[int]], found: Ranges | None) -> bool:
    """Whether there is something to remember, which is then remembered."""
    for place, (value, _) in (found or {}).items():
        if place in seen:
            seen[place].add(value)
    return found is not None


def _fitting(ranges: Ranges, lines: Sequence[Line], part: Fraction) -> Ranges | None:
    """One value for every cell that fits all lines, if one is found. `part`: how far from its lowest each is tried."""
    at: dict[CellPlace, list[Line]] = {place: [] for place in ranges}
    for line in lines:
        for _, place in line.cells:
            at[place].append(line)
    narrowed = _narrowed(ranges, at, lines)
    tried = [narrowed] if narrowed is not None else []
    for _ in range(STEPS):
        if not tried:
            return None
        known = tried.pop()
        open_ = [place for place, (low, high) in known.items() if low < high]
        if not open_:
            return known
        place = min(open_, key=lambda place: known[place].high - known[place].low)
        for choice in _choices(known[place], part):
            narrowed = _narrowed({**known, place: choice}, at, at[place])
            if narrowed is not None:
                tried.append(narrowed)
    return None


def _choices(range_: Range, part: Fraction) -> Iterator[Range]:
    """All other values, and the one that is tried first."""
    low, high = range_
    value = low + int((high - low) * part)
    yield from (one for one in (Range(low, value - 1), Range(value + 1, high)) if one.low <= one.high)
    yield Range(value, value)


def _narrowed(ranges: Ranges, at: Mapping[CellPlace, Sequence[Line]], lines: Sequence[Line]) -> Ranges | None:
    """The ranges without what no line allows; None where nothing is left of one."""
    known, waiting = dict(ranges), list(lines)
    while waiting:
        line = waiting.pop()
        for place, range_ in _allowed(line, known):
            if range_.low > range_.high:
                return None
            if range_ != known[place]:
                known[place] = range_
                waiting += at[place]
    return known


def _allowed(line: Line, known: Ranges) -> Iterator[tuple[CellPlace, Range]]:
    """What is left of each cell of a line, if the others are as they are known."""
    low = sum(known[place].low if sign > 0 else -known[place].high for sign, place in line.cells)
    high = sum(known[place].high if sign > 0 else -known[place].low for sign, place in line.cells)
    for sign, place in line.cells:
        own = known[place]
        # All the others come to between these: what the line asks for, less them, is what the cell can be.
        least, most = (low - own.low, high - own.high) if sign > 0 else (low + own.high, high + own.low)
        ends = (line.low - most, line.high - least) if sign > 0 else (least - line.high, most - line.low)
        yield place, Range(max(own.low, ends[0]), min(own.high, ends[1]))
