"""A proportion of few cases, said honestly: the count first, and how far chance alone could have moved it.

Wilson's interval at 95%, without corrections. It holds for files that were picked at random, and not for all of them.
"""

from dataclasses import dataclass
from math import sqrt

from generators.problem import count

Z = 1.959964
"""How many standard deviations around the middle hold 95%."""


@dataclass(frozen=True)
class Interval:
    """Between which shares the true one is likely to lie, from 0 to 1."""

    low: float
    high: float


def wilson(found: int, read: int) -> Interval | None:
    """The interval around `found` of `read`; None where nothing was read. The two ends never leave 0 and 1."""
    if not 0 <= found <= read:
        raise ValueError(f"{found} of {read} is no proportion")
    if not read:
        return None
    share, square = found / read, Z * Z
    centre = (share + square / (2 * read)) / (1 + square / read)
    half = Z / (1 + square / read) * sqrt(share * (1 - share) / read + square / (4 * read * read))
    low = 0.0 if found == 0 else max(0.0, centre - half)
    high = 1.0 if found == read else min(1.0, centre + half)
    return Interval(min(low, share), max(high, share))


def of(found: int, read: int, noun: str) -> str:
    """`18 of 20 files`; `no files were read` where there are none."""
    return f"{found:,} of {count(read, noun)}" if read else f"no {noun}s were read"


def percent(share: float) -> str:
    """A share in whole per cent, halves upwards. What is not nothing is never called 0%, nor what is not all 100%."""
    whole = int(share * 100 + 0.5)
    if whole == 0 and share > 0:
        return "less than 1%"
    return "more than 99%" if whole == 100 and share < 1 else f"{whole}%"


def likely(interval: Interval) -> str:
    """The interval in words."""
    low, high = percent(interval.low), percent(interval.high)
    return f"if files like these were picked at random, the true share is likely to be between {low} and {high}"
