"""What must hold between a measure and its rows."""

from collections.abc import Callable, Iterator, Mapping

from generators.archive import Archive
from generators.periods import Period
from generators.problem import Finding
from generators.rules import Said
from generators.sections.performance.records.measure import Measure, PeriodValue
from generators.sections.performance.series import points, series, unit_of
from generators.spc.chart import FEWEST
from generators.spc.unit import Unit

ROUNDED = 0.5
"""Percentage points by which a share may differ from the one that was typed, which is rounded."""
LISTED = 6
"""Missing periods that a message names; of more it gives the number."""


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of measures over every record."""
    for measure in archive.all(Measure):
        found = [Finding(measure.path, where, message) for rule in RULES for where, message in rule(measure)]
        yield from found or proposal(measure)


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
    """A count says what it counts; a target can be reached."""
    if measure.unit == "count" and not (measure.one and measure.many):
        yield ("unit",), "say what is counted: `one`, like complaint, and `many`, like complaints."
    if measure.unit == "percentage" and measure.target is not None and not 0 <= measure.target <= 100:
        yield ("target",), f"a percentage lies between 0 and 100, and this target is {measure.target:g}."


def method(measure: Measure) -> Said:
    """A baseline is long enough, and so is a run."""
    if measure.baseline is not None and measure.baseline < FEWEST:
        yield ("baseline",), f"limits need at least {FEWEST} values. Write {FEWEST} or more, or take it out."
    for name in ("shift", "trend"):
        if getattr(measure, name) < 5:
            yield (name,), "a run of fewer than 5 is found in most series that nothing happened to. Write 5 or more."


def protection(measure: Measure) -> Said:
    """What a chart shows cannot be hidden at once."""
    if measure.disclosure == "people-threshold-rounded":
        advice = "Give it by quarter or year, where no number is small, and write process-exact."
        yield ("disclosure",), f"a chart shows every number, and rounded ones would show no change. {advice}"


def events(measure: Measure) -> Said:
    """What is known belongs to a period of the measure."""
    for number, event in enumerate(measure.events):
        yield from _within(measure, event.period, ("events", number, "period"))


def resets(measure: Measure) -> Said:
    """A new level begins within the measure, after the one before, and not before it could be known."""
    last: Period | None = None
    for number, reset in enumerate(measure.resets):
        where = ("resets", number, "period")
        yield from _within(measure, reset.period, where)
        if reset.period.frequency == measure.first.frequency:
            if reset.period == measure.first:
                yield where, "this is the first period: there is no level before it. Take the reset out."
            if last and reset.period <= last:
                yield where, f"{reset.period.words} does not come after {last.words}. List resets from first to last."
            last = reset.period
        if reset.date < reset.period.first_day:
            yield ("resets", number, "date"), f"it was decided before {reset.period.words} began."


def _within(measure: Measure, period: Period, where: tuple[str | int, ...]) -> Said:
    if period.frequency != measure.first.frequency:
        yield where, f"{period.words} is a {period.frequency}, and the measure is of every {measure.first.frequency}."
    elif not measure.first <= period <= measure.last:
        yield where, f"{period.words} is not between {measure.first.words} and {measure.last.words}."


def values(measure: Measure) -> Said:
    """Every number is one that its unit can have; a share is of something, and no more than all of it."""
    unit = unit_of(measure)
    for at, found in enumerate(measure.values):
        for name, message in (*_share(found, unit), *_possible(found, unit)):
            yield ("values", at, name), message


def _share(found: PeriodValue, unit: Unit) -> Iterator[tuple[str, str]]:
    if found.numerator is None and found.denominator is None:
        return
    if unit.of != "percentage":
        yield "numerator", f"only a percentage is one number of another, and this measure is in {unit.of}."
    elif found.numerator is None or found.denominator is None:
        missing = "numerator" if found.numerator is None else "denominator"
        yield missing, f"the {missing} is missing. A share is one number of another."
    elif found.denominator == 0:
        yield "denominator", "the denominator is 0: where there was nothing, there is no share. Leave both cells empty."
    elif found.value is not None:
        share = 100 * found.numerator / found.denominator
        if abs(share - found.value) > ROUNDED:
            message = (
                f"{found.numerator:g} of {found.denominator:g} is {share:.1f}%. Correct one, or leave `value` empty."
            )
            yield "value", message


def _possible(found: PeriodValue, unit: Unit) -> Iterator[tuple[str, str]]:
    for name, number in (("value", found.value), ("numerator", found.numerator), ("denominator", found.denominator)):
        if number is not None and number < 0 and unit.never_negative:
            yield name, f"{number:g} is below nought, which no {unit.of} can be."
    highest = unit.highest
    if highest is not None and found.value is not None and found.value > highest:
        yield "value", f"{found.value:g}% is more than all of it. A percentage is at most 100."
    if highest is not None and found.numerator is not None and found.numerator > (found.denominator or found.numerator):
        yield "numerator", f"{found.numerator:g} is more than the {found.denominator:g} of which it is a part."
    if unit.of == "count" and found.value is not None and found.value != int(found.value):
        yield "value", f"{found.value:g} is no whole number, and the measure counts {unit.many}."


def periods(measure: Measure) -> Said:
    """The rows are the periods of the measure, each once and in order, from the first to the last."""
    if measure.first.frequency != measure.last.frequency:
        return
    seen: dict[Period, int] = {}
    before: Period | None = None
    for at, found in enumerate(measure.values):
        message = next((words for _, words in _within(measure, found.period, ())), "")
        if not message and found.period in seen:
            message = f"{found.period.words} stands in an earlier row already. Keep one of the two."
        elif not message and before and found.period < before:
            message = f"{found.period.words} comes before {before.words}. Put the rows in order of time."
        if message:
            yield ("values", at, "period"), message
        else:
            seen[found.period], before = at, found.period
    yield from _missing(measure, seen)


def _missing(measure: Measure, seen: Mapping[Period, int]) -> Said:
    missing, at = [], measure.first
    while at <= measure.last:
        missing += [at] if at not in seen else []
        at = at.after(1)
    if measure.values and missing:
        named = ", ".join(one.words for one in missing[:LISTED])
        more = f" and {len(missing) - LISTED} more" if len(missing) > LISTED else ""
        advice = "Where there is no number, write the period and leave the value empty."
        yield ("values",), f"there is no row for {named}{more}. {advice}"


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


RULES: tuple[Callable[[Measure], Said], ...] = (
    span, unit, method, protection, events, resets, values, periods,
)  # fmt: skip
