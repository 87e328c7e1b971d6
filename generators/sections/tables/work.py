"""Working a rule out: what the printed numbers come to, and whether the print agrees to its last digit."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from generators.sections.tables.grid import CellPlace
from generators.sections.tables.instances import Instance, Operand

HUNDRED = Fraction(100)


@dataclass(frozen=True)
class Span:
    """Between which two numbers something lies."""

    low: Fraction
    high: Fraction

    @property
    def middle(self) -> Fraction:
        """Half way between the two."""
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class Outcome:
    """What came of one instance of a rule."""

    instance: Instance
    agrees: bool
    came_to: Span | None = None
    """What the numbers come to with which the printed one is compared."""
    at: tuple[CellPlace, ...] = ()
    """Where the print does not agree."""


def work_out(instance: Instance) -> Outcome:
    """Whether the print agrees: to the last printed digit, whether it was rounded up, down or to the nearest."""
    match instance.rule.kind:
        case "total" | "difference":
            return _compared(instance, span(instance.sides[1]))
        case "percentage":
            return _compared(instance, _share(span(instance.sides[1]), span(instance.sides[2])))
        case "flow":
            return _flow(instance)
        case "same":
            return _same(instance)
        case "base":
            return _base(instance)


def span(operands: Iterable[Operand]) -> Span:
    """What numbers come to: each that was rounded lies half of its last digit to either side."""
    low = high = Fraction(0)
    for sign, _, number in operands:
        ends = (number.low - number.unit / 2, number.high + number.unit / 2)
        low += min(sign * end for end in ends)
        high += max(sign * end for end in ends)
    return Span(low, high)


def _share(part: Span, whole: Span) -> Span | None:
    """The percentage that one is of the other; None of nothing."""
    if whole.low <= 0:
        return None
    ends = [HUNDRED * p / w for p in (part.low, part.high) for w in (whole.low, whole.high)]
    return Span(min(ends), max(ends))


def _compared(instance: Instance, came_to: Span | None) -> Outcome:
    printed = instance.sides[0][0].number
    if came_to is None:
        return Outcome(instance, agrees=True)
    gap = max(came_to.low - printed.high, printed.low - came_to.high, Fraction(0))
    return Outcome(instance, gap == 0 or gap < printed.unit, came_to, instance.places[:1])


def _flow(instance: Instance) -> Outcome:
    steps = [span(side) for side in instance.sides]
    for at in range(1, len(steps)):
        if steps[at].low > steps[at - 1].high:
            first = next((one.place for one in instance.sides[at] if one.place), None)
            return Outcome(instance, agrees=False, came_to=steps[at - 1], at=(first,) if first else ())
    return Outcome(instance, agrees=True)


def _same(instance: Instance) -> Outcome:
    left, right = map(span, instance.sides)
    agrees = left.low <= right.high and right.low <= left.high
    single = [side[0].place for side in instance.sides if len(side) == 1 and side[0].place]
    return Outcome(instance, agrees, right, tuple(single) or instance.places[:1])


def _base(instance: Instance) -> Outcome:
    """Whether no share is over a hundred per cent, and one base fits all shares of which the counts are printed."""
    shares, counts = [side[0] for side in instance.sides], [side[1:] for side in instance.sides]
    over = tuple(one.place for one in shares if one.place and one.number.low - one.number.unit > HUNDRED)
    if over or not all(counts):
        return Outcome(instance, agrees=not over, at=over)
    possible = [_bases(share, count[0]) for share, count in zip(shares, counts, strict=True)]
    if _meet(possible):
        return Outcome(instance, agrees=True)
    odd = [at for at in range(len(possible)) if _meet(possible[:at] + possible[at + 1 :])]
    places = [shares[at].place for at in odd] if len(odd) == 1 else [share.place for share in shares]
    return Outcome(instance, agrees=False, at=tuple(place for place in places if place))


def _bases(share: Operand, count: Operand) -> tuple[Fraction, Fraction]:
    """The smallest and the largest number of which a count is the printed share."""
    low, high = share.number.low - share.number.unit, share.number.high + share.number.unit
    largest = Fraction(floor(HUNDRED * count.number.high / low)) if low > 0 else Fraction(10**12)
    return (Fraction(ceil(HUNDRED * count.number.low / high)) if high > 0 else Fraction(0)), largest


def _meet(ranges: list[tuple[Fraction, Fraction]]) -> bool:
    return max((low for low, _ in ranges), default=Fraction(0)) <= min(
        (high for _, high in ranges), default=Fraction(1)
    )
