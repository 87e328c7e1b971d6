"""What the control charts are made from: the values of a measure in order, its chart, its state and its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from generators.dates import long_date
from generators.periods import MONTHS_IN, Period
from generators.sections.performance.records.measure import Event, Measure, PeriodValue, Reset
from generators.spc.chart import ControlChart, Method, control_chart
from generators.spc.state import State, state
from generators.spc.unit import Unit
from generators.spc.words import Context, account, basis


@dataclass(frozen=True)
class Point:
    """One period of a measure."""

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
    account: tuple[str, ...]
    """What the chart says, sentence by sentence."""
    basis: tuple[str, ...]
    """What that rests on."""


def unit_of(measure: Measure) -> Unit:
    """What the values of a measure are."""
    return Unit(measure.unit, measure.one or "", measure.many or "", measure.decimals)


def points(measure: Measure) -> tuple[Point, ...]:
    """Every period of a measure, in order; while it has no rows, all of them without a value."""
    if measure.values:
        return tuple(_point(value) for value in measure.values)
    count = (measure.last.months - measure.first.months) // MONTHS_IN[measure.first.frequency] + 1
    return tuple(Point(measure.first.after(at), None) for at in range(count))


def series(measure: Measure, every: Sequence[Point], until: Period | None = None) -> Series:
    """The chart of a measure, as it stood at the end of a period; as it stands, if none is given."""
    kept = tuple(point for point in every if until is None or point.period.last_day <= until.last_day)
    resets = [reset for reset in measure.resets if kept and reset.period <= kept[-1].period]
    places = [at for at, point in enumerate(kept) if any(point.period == reset.period for reset in resets) and at]
    method = Method(shift=measure.shift, trend=measure.trend, screened=measure.screened)
    chart = control_chart([point.value for point in kept], resets=places, baseline=measure.baseline, method=method)
    found = state(chart, measure.better)
    context = Context(
        unit=unit_of(measure),
        periods=tuple(point.period.words for point in kept),
        period=kept[-1].period.noun if kept else "month",
        explained=_explained(measure, kept[-1].period) if kept else "",
        reset=_reset(resets[-1]) if resets and places else "",
    )
    return Series(measure, kept, chart, found, account(chart, found, context), basis(chart, context))


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
    return f"{event.words.rstrip('.')}{source}."


def _reset(reset: Reset) -> str:
    decided = f"decided by {reset.by} on {long_date(reset.date)}"
    return f"from {reset.period.words}, because {reset.reason.rstrip('.')}; {decided}"
