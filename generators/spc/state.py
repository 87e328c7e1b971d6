"""What the latest point of a chart says: the four states that the office publishes, and when there is none."""

from dataclasses import dataclass
from typing import Literal

from generators.spc.chart import ControlChart
from generators.spc.rules import Rule, Signal

Better = Literal["increase", "decrease", "neither"]
"""Which way of a measure is an improvement."""
Letter = Literal["a", "b", "c", "d", "not enough data", "no data"]
"""The office's own letters, and two of ours for a point of which nothing can be said."""
Tone = Literal["improvement", "concern", "neutral", "ordinary", "none"]

ORDER: tuple[tuple[Rule, Letter], ...] = (("outside", "a"), ("trend", "d"), ("shift", "c"))
"""Which state it is where several rules flag the latest point."""


@dataclass(frozen=True)
class State:
    """The state of a measure, by its latest expected period alone."""

    letter: Letter
    """a: a single exception; b: stable; c: stable above or below the mean; d: a trend."""
    tone: Tone
    """Whether it goes the better way; neutral where neither way is better, or the state is no exception."""
    direction: int = 0
    """1 above the mean or rising, -1 below or falling, 0 where the state has none."""
    signals: tuple[Signal, ...] = ()
    """Every signal that flags the latest point, that which names the state first."""
    provisional: bool = False
    """Whether the limits rest on few values."""


def state(chart: ControlChart, better: Better) -> State:
    """The state of a chart whose last place is the latest period that was expected.

    A value that is missing there makes no state: the period before it is not taken in its place.
    """
    if not chart.values or chart.values[-1] is None:
        return State("no data", "none")
    phase = chart.phase_of(len(chart.values) - 1)
    if phase.limits is None:
        return State("not enough data", "none")
    found = chart.rules_at(len(chart.values) - 1)
    for rule, letter in ORDER:
        named = next((signal for signal in found if signal.rule == rule), None)
        if named:
            tone = "neutral" if letter == "c" else _tone(named.direction, better)
            return State(letter, tone, named.direction, found, phase.provisional)
    return State("b", "ordinary", 0, found, phase.provisional)


def _tone(direction: int, better: Better) -> Tone:
    if better == "neither":
        return "neutral"
    return "improvement" if (direction > 0) == (better == "increase") else "concern"


def assurance(lower: float, upper: float, target: float | None, better: Better) -> str | None:
    """Whether a target is met by chance: `consistently met`, `consistently missed` or `hit and miss`.

    By the limits of the last phase, in the unit of the measure. A target on a limit is hit and miss; without a target,
    or where neither way is better, there is none.
    """
    if target is None or better == "neither":
        return None
    if target > upper:
        return "consistently missed" if better == "increase" else "consistently met"
    if target < lower:
        return "consistently met" if better == "increase" else "consistently missed"
    return "hit and miss"
