"""The months of the year that stand out every year: what looks like a change may be the season."""

from collections.abc import Sequence

from generators.spc.limits import Limits, Values

YEARS = 3
"""In fewer of them a month that stands out each time may be chance."""


def seasonal(values: Values, months: Sequence[int], found: Limits) -> tuple[tuple[int, int], ...]:
    """The months of the year that stand out every year: each with 1 where it is high, -1 where it is low.

    `months`: the month of every value, 1 to 12. A month stands out where it lies more than one standard deviation
    from the mean, on the same side, in every year that has it, and three years at least.
    """
    apart: dict[int, list[int]] = {}
    for value, month in zip(values, months, strict=True):
        if value is not None:
            side = (value > found.mean + found.sigma) - (value < found.mean - found.sigma)
            apart.setdefault(month, []).append(side)
    return tuple(
        (month, sides[0])
        for month, sides in sorted(apart.items())
        if len(sides) >= YEARS and sides[0] and len(set(sides)) == 1
    )
