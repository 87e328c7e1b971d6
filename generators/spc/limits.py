"""The mean of a series, and the limits within which it is expected to vary: the XmR method.

XmR stands for individual values (X) and their moving range (mR), the difference between neighbours. The method is
that of Walter Shewhart as Donald Wheeler teaches it. It is not the ordinary standard deviation: that would be stretched
by the very changes the limits are to find.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

Values = Sequence[float | None]
"""A series in the order of its periods, in the unit of the measure; None where a period has no value."""

TO_LIMIT = 2.66
"""From the mean moving range to the distance of a limit from the mean: 3 / 1.128, as it is printed in every table."""
TO_SIGMA = 1.128
"""From the mean moving range to one standard deviation, of which it is 1.128 times the size."""
SCREEN = 3.267
"""A moving range this many times the mean one, or more, is left out where screening is asked for."""
SAME = 1e-12
"""Numbers that differ by less than this share of the largest value are the same: computers add 0.1 and 0.2 to more
than 0.3, and a value on the mean or on a limit is to be seen as that."""


@dataclass(frozen=True)
class Limits:
    """What a series is expected to do, in its own unit."""

    mean: float
    moving_range: float
    """The mean difference between neighbours, that of screened ones left out."""
    lower: float
    upper: float
    near_lower: float
    """Two thirds of the way from the mean to the lower limit."""
    near_upper: float
    sigma: float
    """One standard deviation, estimated from the moving range."""
    count: int
    """Of how many values these are made."""
    screened_out: int = 0
    """How many moving ranges were left out because they were very large."""

    @property
    def vary(self) -> bool:
        """Whether the series varies at all."""
        return self.moving_range > 0


def limits(values: Values, *, screened: bool = False, to_limit: float = TO_LIMIT) -> Limits | None:
    """The mean and limits of a series without resets; None where no two neighbours both have a value.

    `screened` leaves very large moving ranges out, once; the mean is that of all values in either case. Where nothing
    would be left, nothing is left out. Limits are not cut off at nought or at a hundred per cent.
    """
    known = [value for value in values if value is not None]
    ranges = list(moving_ranges(values))
    if not ranges:
        return None
    mean = fsum(known) / len(known)
    moving_range = fsum(ranges) / len(ranges)
    kept = [each for each in ranges if each < SCREEN * moving_range] if screened else ranges
    if kept and any(kept):
        moving_range = fsum(kept) / len(kept)
    else:  # nothing that varies would be left, and every point would be an exception
        kept = ranges
    reach = to_limit * moving_range
    return Limits(
        mean=mean,
        moving_range=moving_range,
        lower=mean - reach,
        upper=mean + reach,
        near_lower=mean - 2 * reach / 3,
        near_upper=mean + 2 * reach / 3,
        sigma=moving_range / TO_SIGMA,
        count=len(known),
        screened_out=len(ranges) - len(kept),
    )


def moving_ranges(values: Values) -> Iterator[float]:
    """The difference of every two neighbours that both have a value."""
    for before, after in pairwise(values):
        if before is not None and after is not None:
            yield abs(after - before)


def tolerance(values: Values) -> float:
    """How far two numbers may be apart that are the same but for how computers add, in the unit of the values."""
    return SAME * max((abs(value) for value in values if value is not None), default=0.0)


def compare(value: float, other: float, tolerance: float) -> int:
    """1 where a value is above another, -1 where it is below, 0 where they are the same."""
    if abs(value - other) <= tolerance:
        return 0
    return 1 if value > other else -1
