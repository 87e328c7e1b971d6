"""A control chart in plain English, made from its numbers: for residents who never learnt statistics."""

from collections.abc import Iterator
from dataclasses import dataclass

from generators.periods import Period, span
from generators.spc.chart import SETTLED, ControlChart, Phase
from generators.spc.limits import Limits
from generators.spc.rules import Signal
from generators.spc.state import State, Tone
from generators.spc.unit import Unit

TONES: dict[Tone, str] = {"improvement": "better", "concern": "worse"}
NO_REASON = "No explanation has been given yet."


@dataclass(frozen=True)
class Context:
    """What is known of a series besides its values."""

    unit: Unit
    periods: tuple[Period, ...]
    """The period of every value, one after the other."""
    explained: str = ""
    """What is known about why the latest value is what it is, with its source and day; empty where nothing is."""
    reset: str = ""
    """Of the phase that holds the latest period, in sentences: since when, why, and who decided; empty for the first
    phase."""

    @property
    def noun(self) -> str:
        """What one of the periods is: `month`, `quarter`, `year`."""
        return self.periods[-1].noun

    def span(self, first: int, last: int) -> str:
        """From the period in one place to that in another: `January 2020 to August 2021`."""
        return span(self.periods[first], self.periods[last])

    def counted(self, number: int) -> str:
        """So many periods: `1 month`, `12 months`."""
        return f"{number:,} {self.noun}{'' if number == 1 else 's'}"


def paragraph(chart: ControlChart, state: State, context: Context) -> tuple[str, ...]:
    """Everything that is said of a chart, sentence by sentence: its account, then what that rests on."""
    return (*account(chart, state, context), *basis(chart, context))


def account(chart: ControlChart, state: State, context: Context) -> tuple[str, ...]:
    """What a chart says: what happened, what is usual, whether this is, and what is known of it.

    Values are in the unit of the context. The latest period is the last place of the chart; where that has no value,
    the words say so and nothing is read into the one before it.
    """
    if not chart.values:
        return ("There are no figures yet.",)
    phase = chart.phases[-1]
    if phase.limits is None:
        known = (context.explained,) if context.explained else ()
        return (*_happened(chart, context), *_too_few(phase, chart.method.fewest, context), *known)
    usual = _usual(phase, phase.limits, context)
    standing = _standing(state, phase.limits, context)
    why = context.explained or (NO_REASON if state.letter in ("a", "c", "d") else "")
    return (*_happened(chart, context), *usual, *standing, *((why,) if why else ()))


def basis(chart: ControlChart, context: Context) -> tuple[str, ...]:
    """What the limits rest on, which rules were used, and what follows where a limit is one that nothing can pass."""
    phase = chart.phases[-1]
    if phase.limits is None:
        return ()
    return tuple(
        sentence
        for sentence in (
            _rest(chart, phase, phase.limits, context),
            context.reset,
            _screened(chart, phase.limits, context),
            f"A shift takes {chart.method.shift} {context.noun}s in a row on one side of the mean, and a trend takes "
            f"{chart.method.trend} in a row that rise from each to the next, or fall.",
            *_out_of_reach(phase.limits, context),
        )
        if sentence
    )


def _happened(chart: ControlChart, context: Context) -> Iterator[str]:
    value, period, unit = chart.values[-1], context.periods[-1], context.unit
    if value is None:
        yield f"There is no figure for {period.words} yet."
        known = [(found, at) for at, found in enumerate(chart.values) if found is not None]
        if known:
            latest, at = known[-1]
            yield f"The latest is {unit.words(latest)}, for {context.periods[at].words}."
        return
    when = period.during[0].upper() + period.during[1:]
    there_was = f"there {'was' if unit.number(value) == '1' else 'were'}"
    yield f"{when} {there_was if unit.of == 'count' else 'the figure was'} {unit.words(value)}."


def _too_few(phase: Phase, fewest: int, context: Context) -> Iterator[str]:
    if context.reset:
        yield context.reset
    since = " since then" if context.reset else ""
    if phase.count >= fewest:
        yield (
            f"There are figures for {context.counted(phase.count)}{since}, but too few of them follow each other "
            "without a gap to say what is usual, so no limits are shown."
        )
        return
    if phase.count:
        yield f"There are figures for {context.counted(phase.count)}{since}."
    yield f"It takes {context.counted(fewest)} to say what is usual, so no limits are shown."


def _usual(phase: Phase, found: Limits, context: Context) -> Iterator[str]:
    unit, noun = context.unit, context.noun
    if not found.vary:
        which = f"Every {noun}" if found.count == phase.count else f"Each of the first {context.counted(found.count)}"
        yield f"{which} was the same, {unit.words(found.mean)}: there is no variation."
        return
    subject = f"A usual {noun} has" if unit.of == "count" else "The usual figure is"
    yield f"{subject} about {unit.words(found.mean, unit.finer)} (the mean)."
    yield (
        f"From {noun} to {noun} it varies by about {unit.apart(found.sigma)} (one standard deviation, estimated from "
        f"the changes between neighbouring {noun}s), so nearly every {noun} is expected to lie between "
        f"{unit.range(found.lower, found.upper)}."
    )


def _standing(state: State, found: Limits, context: Context) -> Iterator[str]:
    """Whether the latest value is ordinary, and every rule that says it is not."""
    if state.letter == "no data":
        return
    if state.letter == "b" and state.signals:
        yield "The latest figure lies within that range."
    elif not state.signals and found.vary:
        yield (
            f"The latest figure lies within that range: this is ordinary variation from {context.noun} to "
            f"{context.noun}, which on its own needs no explanation."
        )
    for at, signal in enumerate(state.signals):
        yield _told(signal, context)
        if at == 0 and state.tone in TONES:
            yield f"For this measure, {'higher' if state.direction > 0 else 'lower'} is {TONES[state.tone]}."


def _told(signal: Signal, context: Context) -> str:
    up, noun, counted = signal.direction > 0, context.noun, context.counted(len(signal.points))
    when = context.span(signal.points[0], signal.points[-1])
    match signal.rule:
        case "outside":
            return f"The latest figure is {'higher' if up else 'lower'} than is to be expected: it is an exception."
        case "trend":
            way = "rose" if up else "fell"
            return f"Over the {counted} from {when} the figure {way} from each {noun} to the next: it is a trend."
        case "shift":
            side = "above" if up else "below"
            return f"All {counted} from {when} lie {side} the mean, so the usual level may have changed."
        case "two in three":
            end = "upper" if up else "lower"
            return f"At least two of the last three {noun}s lie close to the {end} limit, which is worth watching."


def _rest(chart: ControlChart, phase: Phase, found: Limits, context: Context) -> str:
    made_of = [at for at in range(phase.first, phase.after) if chart.values[at] is not None][: found.count]
    provisional = f"; they are provisional, because these are fewer than {SETTLED}" if phase.provisional else ""
    when = context.span(made_of[0], made_of[-1])
    since = f", and hold for the {context.noun}s after them" if found.count < phase.count else ""
    return f"The limits rest on the figures of {context.counted(found.count)}, {when}{since}{provisional}."


def _screened(chart: ControlChart, found: Limits, context: Context) -> str:
    between = f"between neighbouring {context.noun}s"
    if not chart.method.screened:
        return f"Every change {between} counts towards them, however large."
    if not found.screened_out:
        return f"A very large change {between} would not count towards them, but there is none."
    if found.screened_out == 1:
        return f"1 very large change {between} does not count towards them."
    return f"{found.screened_out} very large changes {between} do not count towards them."


def _out_of_reach(found: Limits, context: Context) -> Iterator[str]:
    """Of a limit beyond which no value can lie."""
    unit, noun = context.unit, context.noun
    if unit.never_negative and found.lower < 0:
        yield f"The lower limit is below nought, so a low {noun} cannot be an exception."
    if unit.highest is not None and found.upper > unit.highest:
        yield f"The upper limit is above {unit.words(unit.highest, 0)}, so a high {noun} cannot be an exception."
