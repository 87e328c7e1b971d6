"""A measure quarter by quarter: what a quarter comes to, and how it compares with the same one a year before."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from generators.periods import Period
from generators.sections.performance.series import Point
from generators.spc.unit import Unit


@dataclass(frozen=True)
class Compared:
    """A quarter beside the same one of the year before."""

    now: str
    then: str
    change: str
    """In words with a sign: `+12% (+464)`, `−2.5 percentage points`; empty where one of the two is not whole."""


def quarter_value(points: Sequence[Point], quarter: Period, unit: Unit) -> float | None:
    """What a quarter comes to: the sum of counts, a share of all its cases, the mean of anything else.

    None where a period of the quarter has no value, or the measure is of longer periods.
    """
    inside = [point for point in points if quarter.first_day <= point.period.first_day <= quarter.last_day]
    values = [point.value for point in inside if point.value is not None]
    expected = {"month": 3, "quarter": 1, "financial quarter": 1}
    if not inside or len(values) < expected.get(inside[0].period.frequency, len(values) + 1):
        return None
    if unit.of in ("count", "pounds"):
        return fsum(values)
    parts = [(point.numerator, point.denominator) for point in inside]
    if all(numerator is not None and denominator for numerator, denominator in parts):
        return 100 * fsum(part[0] or 0 for part in parts) / fsum(part[1] or 0 for part in parts)
    return fsum(values) / len(values)


def compared(points: Sequence[Point], quarter: Period, unit: Unit) -> Compared:
    """A quarter and the same one a year before, in words."""
    now, then = (quarter_value(points, each, unit) for each in (quarter, quarter.after(-4)))
    said = [unit.words(value) if value is not None else "" for value in (now, then)]
    return Compared(said[0], said[1], _change(now, then, unit) if now is not None and then is not None else "")


def _change(now: float, then: float, unit: Unit) -> str:
    difference = now - then
    if unit.of in ("percentage", "percentage points"):
        return f"{_signed(difference, Unit('score', decimals=unit.decimals or 1))} percentage points"
    number = _signed(difference, Unit("score", decimals=unit.decimals))
    if not then:
        return number
    return f"{_signed(100 * difference / then, Unit('score'))}% ({number})"


def _signed(value: float, plain: Unit) -> str:
    number = plain.number(value)
    return number if number.startswith("−") or not float(number.replace(",", "")) else f"+{number}"
