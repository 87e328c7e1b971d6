"""A control chart in plain English, made from its numbers: for residents who never learnt statistics."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generators.spc.chart import SETTLED, ControlChart, Phase
from generators.spc.limits import Limits
from generators.spc.rules import Signal
from generators.spc.state import State
from generators.spc.unit import Unit

MORE = 1
"""Decimal places by which means and limits are written more exactly than values."""
TONES = {"improvement": ", the better way", "concern": ", the worse way"}


@dataclass(frozen=True)
class Context:
    """What is known of a series besides its values."""

    unit: Unit
    periods: tuple[str, ...]
    """The name of every period: `May 2024`, `the first quarter of 2019/20`."""
    period: str = "month"
    """One of them: `month`, `quarter`, `year`."""
    explained: str = ""
    """What is known about why the latest value is what it is, with its source and day; empty where nothing is."""
    reset: str = ""
    """Of the phase that holds the latest period: since when, why, and who decided; empty for the first phase."""


def paragraph(chart: ControlChart, state: State, context: Context) -> tuple[str, ...]:
    """Everything that is said of a chart, sentence by sentence: its account, then what that rests on."""
    return (*account(chart, state, context), *basis(chart, context))


def account(chart: ControlChart, state: State, context: Context) -> tuple[str, ...]:
    """What a chart says: what happened, what is usual, whether this is, and what is known of it.

    Values are in the unit of the context. The latest period is the last place of the chart; where that has no value,
    the words say so and nothing is read into the one before it.
    """
    return tuple(sentence for sentence in _account(chart, state, context) if sentence)


def basis(chart: ControlChart, context: Context) -> tuple[str, ...]:
    """What the limits rest on and which rules were used, and what follows where the lower limit is below nought."""
    phase = chart.phases[-1]
    if phase.limits is None:
        return ()
    rest = _rest(chart, phase, phase.limits, context)
    if context.unit.of == "count" and phase.limits.lower < 0:
        return rest, f"The lower limit is below nought, so a low {context.period} cannot be an exception."
    return (rest,)


def _account(chart: ControlChart, state: State, context: Context) -> Iterator[str]:
    if not chart.values:
        yield "There are no figures yet."
        return
    last = len(chart.values) - 1
    value, phase = chart.values[last], chart.phase_of(last)
    if value is None:
        yield f"There is no figure for {context.periods[last]} yet."
        yield _last_known(chart, context)
    else:
        yield _happened(value, context.periods[last], context.unit)
    if phase.limits is None:
        yield _too_few(phase, chart.method.fewest, context)
        return
    yield _usual(phase.limits, context)
    yield from _standing(state, phase.limits, context)
    if state.letter in ("a", "c", "d"):
        yield context.explained or "No explanation has been given yet."
    elif context.explained:
        yield context.explained


def _happened(value: float, period: str, unit: Unit) -> str:
    words = unit.words(value)
    if unit.of != "count":
        return f"In {period} the figure was {words}."
    return f"In {period} there {'was' if unit.number(value) == '1' else 'were'} {words}."


def _last_known(chart: ControlChart, context: Context) -> str:
    known = [at for at, value in enumerate(chart.values) if value is not None]
    if not known:
        return ""
    value = chart.values[known[-1]]
    return f"The latest is {context.unit.words(value or 0.0)}, for {context.periods[known[-1]]}."


def _too_few(phase: Phase, fewest: int, context: Context) -> str:
    since = f" since the limits were set anew ({context.reset})" if context.reset else ""
    named = f"{_counted(phase.count, context.period)}{since}"
    if phase.count >= fewest:
        return (
            f"There are figures for {named}, and too few of them follow each other to say what is usual, "
            "so no limits are shown."
        )
    return f"There are figures for {named}. It takes {fewest} to say what is usual, so no limits are shown."


def _usual(found: Limits, context: Context) -> str:
    unit, period, more = context.unit, context.period, context.unit.decimals + MORE
    if not found.vary:
        return f"Every {period} was the same, {unit.words(found.mean)}: there is no variation."
    return (
        f"A usual {period} is about {unit.words(found.mean, more)}. From {period} to {period} it varies by about "
        f"{unit.number(found.sigma, more)} (one standard deviation, estimated from the changes between "
        f"{period}s), so nearly always between {unit.number(found.lower, more)} and "
        f"{unit.words(found.upper, more)} is to be expected."
    )


def _standing(state: State, found: Limits, context: Context) -> Iterator[str]:
    """Whether the latest value is ordinary, and every rule that says it is not."""
    if state.letter == "no data":
        return
    if not state.signals and found.vary:
        yield f"This is ordinary variation from {context.period} to {context.period}, and on its own needs no reason."
    for at, signal in enumerate(state.signals):
        tone = TONES.get(state.tone, "") if at == 0 else ""
        yield _told(signal, tone, context)


def _told(signal: Signal, tone: str, context: Context) -> str:
    count, period, up = len(signal.points), context.period, signal.direction > 0
    match signal.rule:
        case "outside":
            return f"This is outside the expected range, {'above' if up else 'below'} it{tone}."
        case "trend":
            return f"It is the end of {_counted(count, period)} in a row of {'increase' if up else 'decrease'}{tone}."
        case "shift":
            side = "above" if up else "below"
            return f"It is one of {_counted(count, period)} in a row {side} the mean: the usual level may have changed."
        case _:
            limit = "upper" if up else "lower"
            return f"Two of three {period}s in a row were near the {limit} limit, which is worth watching."


def _rest(chart: ControlChart, phase: Phase, found: Limits, context: Context) -> str:
    """What the limits rest on, and the rules that were used."""
    made_of = [at for at in range(phase.first, phase.after) if chart.values[at] is not None][: found.count]
    first, last = context.periods[made_of[0]], context.periods[made_of[-1]]
    words = f"The limits rest on {_counted(found.count, context.period)} from {first} to {last}"
    if phase.provisional:
        words += f" and are provisional until there are {SETTLED}"
    if context.reset:
        words += f"; they were set anew ({context.reset})"
    method = chart.method
    left_out = "very large changes are left out of them" if method.screened else "no change is left out of them"
    return (
        f"{words}; {left_out}. It takes {method.shift} in a row on one side of the mean to call it a shift, "
        f"and {method.trend} in a row up or down to call it a trend."
    )


def _counted(number: int, period: str) -> str:
    return f"{number} {period}" if number == 1 else f"{number:,} {period}s"


def seasonal(values: Sequence[float | None], months: Sequence[int], found: Limits) -> tuple[tuple[int, int], ...]:
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
        if len(sides) >= 3 and sides[0] and len(set(sides)) == 1
    )
