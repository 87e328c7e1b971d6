"""An indicator as a page shows it: the words and shapes of what the publisher said."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generators.sections.performance.printed import GAP
from generators.sections.performance.records import Comparison, Indicator, Mark, PerformanceReport, State
from generators.sections.performance.shapes import shape_of
from generators.spc.state import Letter

LETTERS: dict[State, Letter] = {"exception": "a", "stable": "b", "step shift": "c", "trend": "d"}
"""The publisher's states, in the order in which they are counted up, by the letters that the control charts have."""
WAYS = {"up": 1, "down": -1, None: 0}
ANNUAL = "reported once a year"


@dataclass(frozen=True)
class Row:
    """One line of the summary."""

    number: str
    """As printed above it, where several indicators share one."""
    indicator: Indicator
    latest: str
    shape: str
    said: str
    last_year: str
    last_period: str


def rows(report: PerformanceReport) -> tuple[Row, ...]:
    """The summary of a report, in the order of the print."""
    found: list[Row] = []
    for indicator in report.indicators:
        number = indicator.number or found[-1].number
        found.append(
            Row(
                number,
                indicator,
                latest(indicator),
                shape_of(LETTERS[indicator.state], WAYS[indicator.direction]) if indicator.state else "",
                said(indicator),
                change(indicator.against_last_year),
                change(indicator.against_last_period),
            )
        )
    return tuple(found)


def latest(indicator: Indicator) -> str:
    """The latest value; empty where none is printed, and no reason for it."""
    if indicator.value_as_printed in (None, GAP):
        return ANNUAL if indicator.reported_annually else ""
    when = f" ({indicator.value_when})" if indicator.value_when else ""
    unit = f" {indicator.unit}" if indicator.unit else ""
    return f"{indicator.value_as_printed}{unit}{when}"


def said(indicator: Indicator) -> str:
    """The publisher's state in words; empty where it names none."""
    return ", ".join(word for word in (indicator.state, indicator.direction) if word)


def change(comparison: Comparison | None) -> str:
    """A comparison in short: the change, else the earlier value."""
    if comparison is None:
        return ""
    if comparison.change_as_printed:
        return "no change" if comparison.change_as_printed == "=" else comparison.change_as_printed
    return f"was {comparison.value_as_printed}" if comparison.value_as_printed else ""


def mark(printed: Mark | None) -> str:
    """`in a red box`, `on a grey triangle`, `in red`; empty where nothing survives."""
    if printed is None or not (printed.colour or printed.shape):
        return ""
    if printed.shape is None:
        return f"in {printed.colour}"
    words = " ".join(word for word in (printed.colour, printed.shape) if word)
    return f"in {'an' if words[0] in 'aeiou' else 'a'} {words}"


def in_full(comparison: Comparison | None) -> str:
    """Everything that is printed of a comparison, on one line."""
    if comparison is None:
        return ""
    words = (
        comparison.change_as_printed and change(comparison),
        comparison.count_as_printed,
        comparison.value_as_printed and f"then {comparison.value_as_printed}",
        mark(comparison.mark) and f"printed {mark(comparison.mark)}",
    )
    return ", ".join(word for word in words if word)


def states(indicators: Sequence[Indicator]) -> tuple[tuple[str, str, int], ...]:
    """How many indicators the publisher calls what: the shape, the word and the number; those it names nothing last."""
    found = Counter(indicator.state for indicator in indicators)
    named = tuple((shape_of(letter, 0), state, found[state]) for state, letter in LETTERS.items() if found[state])
    return (*named, ("", "no state named", found[None])) if found[None] else named
