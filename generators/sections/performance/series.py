"""What the control charts are made from: the values of a measure in order, its chart, its state and its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generators.dates import long_date
from generators.periods import MONTHS_IN, Period
from generators.sections.performance.records.measure import Event, Measure, PeriodValue, Reset
from generators.spc.chart import ControlChart, Method, control_chart
from generators.spc.state import State, state
from generators.spc.unit import Unit
from generators.spc.words import Context


class Point(NamedTuple):
    """One period of a measure. A tuple, because there are a hundred thousand at every start."""

    period: Period
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    note: str = ""


@dataclass(frozen=True)
class Series:
    """A measure up to one of its periods, with its chart and what that says."""

    measure: Measure
    points: tuple[Point, ...]
    chart: ControlChart
    state: State
    context: Context
    """What else is known of it, of which its words are made."""


def unit_of(measure: Measure) -> Unit:
    """What the values of a measure are."""
    return Unit(measure.unit, measure.one or "", measure.many or "", measure.decimals)


def points(measure: Measure) -> tuple[Point, ...]:
    """Every period of a measure, in order; while it has no rows, all of them without a value."""
    if measure.values:
        return tuple(_point(value) for value in measure.values)
    return tuple(Point(period, None) for period in every_period(measure))


def every_period(measure: Measure) -> list[Period]:
    """Every period from the first to the last of a measure."""
    first, last = measure.first, measure.last
    months = range(first.months, last.months + 1, MONTHS_IN[first.frequency])
    return [Period(first.frequency, month) for month in months]


def series(measure: Measure, every: Sequence[Point], until: Period | None = None) -> Series:
    """The chart of a measure, as it stood at the end of a period; as it stands, if none is given.

    Limits are set anew where that had been decided by then: what was decided later is no part of what was known.
    """
    kept = tuple(point for point in every if until is None or point.period.last_day <= until.last_day)
    resets = [reset for reset in _reached(measure, kept) if until is None or reset.date <= until.last_day]
    beginnings = {reset.period for reset in resets}
    places = [at for at, point in enumerate(kept) if point.period in beginnings and at]
    method = Method(shift=measure.shift, trend=measure.trend, screened=measure.screened)
    chart = control_chart([point.value for point in kept], resets=places, baseline=measure.baseline, method=method)
    found = state(chart, measure.better)
    context = Context(
        unit=unit_of(measure),
        periods=tuple(point.period for point in kept),
        explained=_explained(measure, kept[-1].period) if kept else "",
        reset=_reset(resets[-1]) if resets and places else "",
    )
    return Series(measure, kept, chart, found, context)


def decided_later(found: Series, until: Period) -> tuple[Reset, ...]:
    """The resets within a series that were decided after this period, so that its chart has none of them."""
    return tuple(reset for reset in _reached(found.measure, found.points) if reset.date > until.last_day)


def _reached(measure: Measure, kept: Sequence[Point]) -> tuple[Reset, ...]:
    """The resets whose first period is among these."""
    return tuple(reset for reset in measure.resets if kept and reset.period <= kept[-1].period)


def _point(typed: PeriodValue) -> Point:
    value = typed.value
    if value is None and typed.numerator is not None and typed.denominator:
        value = 100 * typed.numerator / typed.denominator
    return Point(typed.period, value, typed.numerator, typed.denominator, typed.note or "")


def _explained(measure: Measure, at: Period) -> str:
    """What is known of a period, with who says so."""
    return " ".join(event_words(event) for event in measure.events if event.period == at)


def event_words(event: Event) -> str:
    """What is known, with who says so."""
    day = f", {long_date(event.date)}" if event.date else ""
    source = f" ({event.source}{day})" if event.source else ""
    return sentence(f"{event.words.rstrip('.')}{source}")


def sentence(text: str) -> str:
    """A text with the stop that may have been left out at its end."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _reset(reset: Reset) -> str:
    """Since when there is a new level, why, and who decided it."""
    return (
        f"The limits were set anew from {reset.period.words}. The reason: {sentence(reset.reason)} "
        f"It was decided by {reset.by} on {long_date(reset.date)}."
    )
