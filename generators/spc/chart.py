"""A series as a control chart: its phases with their limits, and what the rules find in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generators.spc.limits import TO_LIMIT, Limits, Values, limits
from generators.spc.rules import RULES, Rule, Signal, signals

FEWEST = 12
"""With fewer values than this there are no limits."""
SETTLED = 20
"""With fewer than this they are provisional."""


@dataclass(frozen=True)
class Method:
    """How a chart is made. It is printed on every one."""

    shift: int = 7
    """How many values in a row on one side of the mean make a shift."""
    trend: int = 7
    """How many values in a row, each above or each below the last, make a trend."""
    screened: bool = False
    """Whether very large moving ranges are left out of the limits."""
    to_limit: float = TO_LIMIT
    """From the mean moving range to the distance of a limit."""
    fewest: int = FEWEST
    """With fewer values than this there are no limits."""


@dataclass(frozen=True)
class Phase:
    """The stretch of a series between two resets."""

    first: int
    """The place of its first period in the series, counted from nought."""
    after: int
    """The place after its last period."""
    count: int
    """How many values it has, periods without one left out."""
    limits: Limits | None
    """None where the values are too few, or no two neighbours both have one."""

    @property
    def provisional(self) -> bool:
        """Whether the limits rest on few values."""
        return self.limits is not None and self.limits.count < SETTLED


@dataclass(frozen=True)
class ControlChart:
    """A series with what is expected of it, and what stands out."""

    values: tuple[float | None, ...]
    phases: tuple[Phase, ...]
    signals: tuple[Signal, ...]
    """Everything that the rules found, in the order of its first point."""
    method: Method

    def phase_of(self, at: int) -> Phase:
        """The phase to which a place in the series belongs."""
        return next(phase for phase in self.phases if at < phase.after)

    def rules_at(self, at: int) -> tuple[Signal, ...]:
        """Every signal that flags a point, that which names it first."""
        found = [signal for signal in self.signals if at in signal.points]
        return tuple(sorted(found, key=lambda signal: RULES.index(signal.rule)))

    def label_at(self, at: int) -> Rule | None:
        """The rule that names a point; None for one of ordinary variation."""
        found = self.rules_at(at)
        return found[0].rule if found else None


def control_chart(
    values: Values, *, resets: Sequence[int] = (), baseline: int | None = None, method: Method | None = None
) -> ControlChart:
    """The control chart of a series.

    `values`: one for every period in order, None for a period without one; in any unit, which all results have too.
    `resets`: the places, counted from nought, of the first period of every later phase.
    `baseline`: make the limits of each phase from its first so many periods; they hold for the whole phase.

    Raises ValueError where a value is no finite number, a reset is outside the series or before the last one, or a
    baseline is too short. The method is Wheeler's XmR chart, see `generators.spc.limits`.
    """
    method = method or Method()
    _refuse(values, resets, baseline, method)
    bounds = (0, *resets, len(values))
    phases = tuple(_phase(values, first, after, baseline, method) for first, after in pairwise(bounds))
    found = tuple(signal for phase in phases for signal in _signals(values, phase, method))
    return ControlChart(tuple(values), phases, found, method)


def _phase(values: Values, first: int, after: int, baseline: int | None, method: Method) -> Phase:
    inside = values[first:after]
    made_from = inside[:baseline] if baseline else inside
    known = sum(value is not None for value in made_from)
    found = limits(made_from, screened=method.screened, to_limit=method.to_limit) if known >= method.fewest else None
    return Phase(first, after, sum(value is not None for value in inside), found)


def _signals(values: Values, phase: Phase, method: Method) -> Sequence[Signal]:
    if phase.limits is None:
        return ()
    inside = values[phase.first : phase.after]
    return [
        Signal(signal.rule, signal.direction, tuple(phase.first + at for at in signal.points))
        for signal in signals(inside, phase.limits, shift=method.shift, trend=method.trend)
    ]


def _refuse(values: Values, resets: Sequence[int], baseline: int | None, method: Method) -> None:
    if any(value is not None and not abs(value) < float("inf") for value in values):
        raise ValueError("a value is not a finite number")
    if any(after <= before for before, after in pairwise((0, *resets))) or (resets and resets[-1] >= len(values)):
        raise ValueError("the resets are not places within the series, each after the one before")
    if baseline is not None and baseline < method.fewest:
        raise ValueError(f"a baseline has at least {method.fewest} periods, and this one has {baseline}")
