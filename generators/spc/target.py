"""A target in words: what it asks for, whether the latest value meets it, and what is to be expected."""

from generators.spc.chart import ControlChart
from generators.spc.limits import Limits
from generators.spc.state import Better, assurance
from generators.spc.words import Context

OR = {"increase": " or more", "decrease": " or less", "neither": ""}


def against_target(
    chart: ControlChart, target: float | None, better: Better, context: Context, *, ours: bool = True
) -> tuple[str, ...]:
    """What is said of a target, sentence by sentence; nothing where there is none.

    All numbers are in the unit of the context. Where neither way is better the target is named and no more; where the
    limits are another publisher's (`ours` is false) nothing is expected.
    """
    if target is None:
        return ()
    asked = f"{context.unit.words(target)}{OR[better]}."
    value = chart.values[-1] if chart.values else None
    if better == "neither":
        return (asked,)
    limits = chart.phases[-1].limits if ours else None
    return (asked, *_latest(value, target, better, context), *_expected(limits, target, better, context.noun))


def _latest(value: float | None, target: float, better: Better, context: Context) -> tuple[str, ...]:
    if value is None:
        return ()
    if value >= target if better == "increase" else value <= target:
        return ("The latest figure meets it.",)
    looks_equal = context.unit.number(value) == context.unit.number(target)
    return (f"The latest figure {'just ' if looks_equal else ''}misses it.",)


def _expected(limits: Limits | None, target: float, better: Better, noun: str) -> tuple[str, ...]:
    """Whether it is chance that a target is met, where the values vary at all."""
    if limits is None or not limits.vary:
        return ()
    match assurance(limits.lower, limits.upper, target, better):
        case "consistently met":
            return (f"Nearly every {noun} is expected to meet it.",)
        case "consistently missed":
            return (f"Unless something changes, nearly every {noun} is expected to miss it.",)
    return (f"It lies within the range to be expected: from {noun} to {noun} it can be met or missed by chance alone.",)
