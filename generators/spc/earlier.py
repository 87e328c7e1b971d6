"""What stood out in a chart before its latest point, each thing in words."""

from dataclasses import dataclass

from generators.spc.chart import ControlChart
from generators.spc.rules import Signal
from generators.spc.words import Context


@dataclass(frozen=True)
class Earlier:
    """One thing that the rules found before the latest point."""

    when: str
    """From its first point to its last: `March 2020`, `January 2020 to August 2020`."""
    words: str


def earlier(chart: ControlChart, context: Context, first: int = 0) -> tuple[Earlier, ...]:
    """Everything that the rules found but does not flag the latest point, in order of time.

    `first`: the place in the series, counted from nought, before which nothing is told.
    """
    last = len(chart.values) - 1
    found = (signal for signal in chart.signals if signal.points[-1] >= first and last not in signal.points)
    return tuple(_told(signal, chart, context) for signal in found)


def _told(signal: Signal, chart: ControlChart, context: Context) -> Earlier:
    up, counted = signal.direction > 0, context.counted(len(signal.points))
    when = context.span(signal.points[0], signal.points[-1])
    match signal.rule:
        case "outside":
            figure = context.unit.words(chart.values[signal.points[0]] or 0.0)
            return Earlier(when, f"An exception: {figure}, {'higher' if up else 'lower'} than is to be expected.")
        case "trend":
            return Earlier(when, f"A trend: {counted} in a row that {'rose' if up else 'fell'} from each to the next.")
        case "shift":
            return Earlier(when, f"A shift: {counted} in a row {'above' if up else 'below'} the mean.")
        case "two in three":
            end = "upper" if up else "lower"
            rule = f"Close to the {end} limit in {counted}, two or more of three in a row"
            return Earlier(when, f"{rule}, which is worth watching.")
