"""What must hold within a measure: what its side file says, and what its limits are to rest on."""

from collections.abc import Callable, Iterator
from functools import partial

from generators.archive import Archive
from generators.half_read import half_read, until_unread
from generators.periods import Period
from generators.problem import Finding
from generators.rules import Said
from generators.sections.performance.addresses import is_taken, taken
from generators.sections.performance.checks_of_values import periods, values, within
from generators.sections.performance.records.measure import Measure
from generators.sections.performance.series import points, series
from generators.spc.chart import FEWEST

MOST_DECIMALS = 4
SHORTEST, LONGEST = 5, 20
"""How many values in a row can make a shift or a trend."""


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of measures over every record; over one with a mistake, as far as it was read."""
    for measure in archive.all(Measure):
        yield from list(_wrong(measure)) or (*proposal(measure), *of_one(measure))
    for measure in half_read(archive, Measure):
        yield from _wrong(measure)


def _wrong(measure: Measure) -> Iterator[Finding]:
    rules = RULES if any(until_unread(partial(span, measure))) else (*RULES, *OF_PERIODS)
    for rule in rules:
        for where, message in until_unread(partial(rule, measure)):
            yield Finding(measure.path, where, message)


def name(measure: Measure) -> Said:
    """A measure does not take the address of another page of the section."""
    if is_taken(measure.id):
        yield (), f"{taken(measure.id)} Name both files otherwise."


def span(measure: Measure) -> Said:
    """A measure begins before it ends, and says both in the same kind of period."""
    if measure.first.frequency != measure.last.frequency:
        yield (
            ("last",),
            f"{measure.last.words} is a {measure.last.frequency}, and `first` is a {measure.first.frequency}.",
        )
    elif measure.last < measure.first:
        yield ("last",), f"{measure.last.words} is before the first, {measure.first.words}."


def unit(measure: Measure) -> Said:
    """A count says what it counts; a target can be reached; there are few decimal places."""
    if measure.decimals > MOST_DECIMALS:
        yield ("decimals",), f"nobody reads {measure.decimals} decimal places. Write {MOST_DECIMALS} or fewer."
    if measure.unit == "count" and not (measure.one and measure.many):
        yield ("unit",), "say what is counted: `one`, like complaint, and `many`, like complaints."
    if measure.unit == "percentage" and measure.target is not None and not 0 <= measure.target <= 100:
        yield ("target",), f"a percentage lies between 0 and 100, and this target is {measure.target:g}."


def method(measure: Measure) -> Said:
    """A baseline is long enough, and so is a run."""
    if measure.baseline is not None and measure.baseline < FEWEST:
        yield ("baseline",), f"limits need at least {FEWEST} values. Write {FEWEST} or more, or take it out."
    for name in ("shift", "trend"):
        if getattr(measure, name) < SHORTEST:
            message = f"a run of fewer than {SHORTEST} is found in most series that nothing happened to."
            yield (name,), f"{message} Write {SHORTEST} or more."
        elif getattr(measure, name) > LONGEST:
            yield (name,), f"a run of more than {LONGEST} would hardly ever be found. Write {LONGEST} or fewer."


def indicator(measure: Measure) -> Said:
    """What is carried on is one indicator, and no whole report."""
    if measure.continues and "#" not in measure.continues:
        yield ("continues",), "say which indicator of the report, after `#`: its `measure` there, like #calls-999."


def protection(measure: Measure) -> Said:
    """What a chart shows cannot be hidden at once."""
    if measure.disclosure == "people-threshold-rounded":
        advice = "Give it by quarter or year, where no number is small, and write process-exact."
        yield ("disclosure",), f"a chart shows every number, and rounded ones would show no change. {advice}"


def events(measure: Measure) -> Said:
    """What is known belongs to a period of the measure."""
    for number, event in enumerate(measure.events):
        yield from within(measure, event.period, ("events", number, "period"))


def resets(measure: Measure) -> Said:
    """A new level begins within the measure, after the one before, and not before it could be known."""
    last: Period | None = None
    for number, reset in enumerate(measure.resets):
        where = ("resets", number, "period")
        yield from within(measure, reset.period, where)
        if reset.period.frequency == measure.first.frequency:
            if reset.period == measure.first:
                yield where, "this is the first period: there is no level before it. Take the reset out."
            if last and reset.period <= last:
                yield where, f"{reset.period.words} does not come after {last.words}. List resets from first to last."
            last = reset.period
        if reset.date < reset.period.first_day:
            yield ("resets", number, "date"), f"it was decided before {reset.period.words} began."


def baselines(measure: Measure) -> Said:
    """The baseline of every level has enough values, once it is over: there would never be limits."""
    if measure.baseline is None or measure.baseline < FEWEST:
        return
    beginnings = [measure.first, *(reset.period for reset in measure.resets)]
    for begins, ends in zip(beginnings, [*beginnings[1:], measure.last.after(1)], strict=True):
        inside = [found for found in measure.values if begins <= found.period < ends]
        known = sum(found.is_known for found in inside[: measure.baseline])
        if len(inside) >= measure.baseline and known < FEWEST:
            message = f"of the {measure.baseline} periods from {begins.words} only {known} have a value, and limits"
            yield ("baseline",), f"{message} need {FEWEST}. Write a larger number, or take it out."


def proposal(measure: Measure) -> Iterator[Finding]:
    """Of a measure that stays on one side of its mean: whoever keeps it decides what is to follow."""
    if measure.method != "ours":
        return
    found = series(measure, points(measure)).state
    if found.letter == "c":
        side = "above" if found.direction > 0 else "below"
        message = (
            f"{len(found.signals[0].points)} in a row are {side} the mean: the usual level may have changed. Once the "
            "reason is understood and somebody has decided it, record it under `resets`."
        )
        yield Finding(measure.path, ("resets",), message, is_warning=True)


def of_one(measure: Measure) -> Iterator[Finding]:
    """Of a percentage whose numbers, or whose target, may be meant as shares of 1."""
    if measure.unit != "percentage":
        return
    known = [point.value for point in points(measure) if point.value is not None]
    is_low = bool(known) and max(known) <= 1
    typed = [(at, found.value) for at, found in enumerate(measure.values) if found.value and not found.denominator]
    at, first = next(((at, value) for at, value in typed if value < 1), (0, 0.0))
    if is_low and first:
        message = (
            f"no value is above 1%. If shares of 1 are meant, write percentages: {100 * first:g} and not {first:g}."
        )
        yield Finding(measure.path, ("values", at, "value"), message, is_warning=True)
    if measure.target and measure.target < 1 and (first or not is_low):
        right = f"{100 * measure.target:g} and not {measure.target:g}"
        message = f"the target is below 1%. If a share of 1 is meant, write the percentage: {right}."
        yield Finding(measure.path, ("target",), message, is_warning=True)


RULES: tuple[Callable[[Measure], Said], ...] = (
    name, span, unit, method, indicator, protection, values,
)  # fmt: skip
OF_PERIODS: tuple[Callable[[Measure], Said], ...] = (events, resets, periods, baselines)
"""Those that ask whether a period is one of the measure's, so that the first and the last must be sound."""
