"""The rules by which a point is more than ordinary variation. Each gives its signals over one phase.

What counts as what differs between published tools; the choices here are in the documentation under "How to read
these charts".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from generators.spc.limits import Limits, Values, compare, tolerance

Rule = Literal["outside", "trend", "two in three", "shift"]
RULES: tuple[Rule, ...] = ("outside", "trend", "two in three", "shift")
"""In the order in which one of them names a point that several flag."""
Side = int | None
"""1 above the mean, -1 below, 0 on it, None without a value."""


@dataclass(frozen=True)
class Signal:
    """One thing that the rules found."""

    rule: Rule
    direction: int
    """1 above the mean or rising, -1 below it or falling."""
    points: tuple[int, ...]
    """The places of the flagged points in the series, counted from nought."""


def signals(values: Values, found: Limits, *, shift: int, trend: int) -> tuple[Signal, ...]:
    """Every signal in the values of one phase, in the order of the first point of each.

    `shift` and `trend` are how many points in a row it takes. A period without a value breaks every run.
    """
    sides = sides_of(values, found.mean)
    near = near_limits(values, found)
    every = [
        *outside(values, found),
        *trends(values, trend),
        *two_in_three(sides, near),
        *shifts(sides, shift),
    ]
    return tuple(sorted(every, key=lambda signal: (signal.points, RULES.index(signal.rule))))


def sides_of(values: Values, mean: float) -> tuple[Side, ...]:
    """The side of the mean on which each value lies."""
    same = tolerance(values)
    return tuple(None if value is None else compare(value, mean, same) for value in values)


def near_limits(values: Values, found: Limits) -> tuple[bool, ...]:
    """Whether each value is beyond two thirds of the way to a limit, and not beyond the limit."""
    same = tolerance(values)
    return tuple(
        value is not None
        and (
            (value - found.near_upper > same and value - found.upper <= same)
            or (found.near_lower - value > same and found.lower - value <= same)
        )
        for value in values
    )


def outside(values: Values, found: Limits) -> Iterator[Signal]:
    """Every value beyond a limit; one that is on the limit is within."""
    same = tolerance(values)
    for at, value in enumerate(values):
        if value is not None and value - found.upper > same:
            yield Signal("outside", 1, (at,))
        elif value is not None and found.lower - value > same:
            yield Signal("outside", -1, (at,))


def shifts(sides: Sequence[Side], length: int) -> Iterator[Signal]:
    """Every run of so many values on one side of the mean. A value on the mean breaks it."""
    for side, run in groupby(range(len(sides)), lambda at: sides[at]):
        points = tuple(run)
        if side and len(points) >= length:
            yield Signal("shift", side, points)


def trends(values: Values, length: int) -> Iterator[Signal]:
    """Every run of so many values each above the one before, or each below it. Two equal values break it.

    One value can end a fall and begin a rise, and then belongs to both.
    """
    same = tolerance(values)
    steps = [None if a is None or b is None else compare(b, a, same) for a, b in pairwise(values)]
    for step, run in groupby(range(len(steps)), lambda at: steps[at]):
        taken = tuple(run)
        if step and len(taken) >= length - 1:
            yield Signal("trend", step, (*taken, taken[-1] + 1))


def two_in_three(sides: Sequence[Side], near: Sequence[bool]) -> Iterator[Signal]:
    """Two of three values in a row near the limit, where all three lie on one side of the mean.

    Only the values near the limit are flagged. Windows that share a point make one signal.
    """
    found: list[tuple[int, set[int]]] = []
    for at, side in enumerate(sides[:-2]):
        if side and near[at] + near[at + 1] + near[at + 2] >= 2 and side == sides[at + 1] == sides[at + 2]:
            points = {place for place in range(at, at + 3) if near[place]}
            if found and found[-1][0] == side and found[-1][1] & points:
                found[-1][1].update(points)
            else:
                found.append((side, points))
    for side, points in found:
        yield Signal("two in three", side, tuple(sorted(points)))
