"""What must hold between a measure and the rows of its CSV file."""

from collections.abc import Collection, Iterator

from generators.periods import Period
from generators.problem import Where
from generators.rules import Said
from generators.sections.performance.records.measure import Measure, PeriodValue
from generators.sections.performance.series import every_period, unit_of
from generators.spc.unit import Unit

ROUNDED = 0.5
"""Percentage points by which a share may differ from the one that was typed, which is rounded."""
LISTED = 6
"""Missing periods that a message names; of more it gives the number."""


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
        yield "numerator", f"only a percentage is one number of another, and the unit of this measure is {unit.of}."
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
            what = unit.of if name == "value" else "number of cases"
            yield name, f"{number:g} is below nought, which no {what} can be."
    if unit.highest is not None and found.value is not None and found.value > unit.highest:
        yield "value", f"{found.value:g}% is more than all of it. A percentage is at most 100."
    if unit.highest is not None and found.numerator is not None and 0 < (found.denominator or 0) < found.numerator:
        yield "numerator", f"{found.numerator:g} is more than the {found.denominator:g} of which it is a part."
    if unit.of == "count" and found.value is not None and found.value != int(found.value):
        yield "value", f"{found.value:g} is no whole number, and the measure counts {unit.many}."


def periods(measure: Measure) -> Said:
    """The rows are the periods of the measure, each once and in order, from the first to the last."""
    if [found.period for found in measure.values] == every_period(measure):  # nearly always
        return
    seen: set[Period] = set()
    before: Period | None = None
    for at, found in enumerate(measure.values):
        message = next((words for _, words in within(measure, found.period, ())), "")
        if not message and found.period in seen:
            message = f"{found.period.words} stands in an earlier row already. Keep one of the two."
        elif not message and before and found.period < before:
            message = f"{found.period.words} comes before {before.words}. Put the rows in order of time."
        if message:
            yield ("values", at, "period"), message
        else:
            before = found.period
        seen.add(found.period)
    yield from _missing(measure, seen)


def _missing(measure: Measure, seen: Collection[Period]) -> Said:
    missing = [period for period in every_period(measure) if period not in seen]
    if measure.values and missing:
        named = ", ".join(one.words for one in missing[:LISTED])
        more = f" and {len(missing) - LISTED} more" if len(missing) > LISTED else ""
        advice = "Where there is no number, write the period and leave the value empty."
        yield ("values",), f"there is no row for {named}{more}. {advice}"


def within(measure: Measure, period: Period, where: Where) -> Said:
    """A period is one of the measure's."""
    if period.frequency != measure.first.frequency:
        yield where, f"{period.words} is a {period.frequency}, and the measure is of every {measure.first.frequency}."
    elif not measure.first <= period <= measure.last:
        yield where, f"{period.words} is not between {measure.first.words} and {measure.last.words}."
