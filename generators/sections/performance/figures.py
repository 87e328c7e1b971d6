"""The figure of a measure: the rows of its control chart, its words and the same numbers as a table."""

from string import ascii_uppercase

from generators.figure import Figure
from generators.periods import Period, span
from generators.problem import count
from generators.sections.performance.records.measure import Event, Measure
from generators.sections.performance.series import Series, unit_of
from generators.sections.performance.standing import standing
from generators.table import Cell, Column

SHOWN = 36
"""Periods in the chart: three years of months. The table and the file have them all."""
COLUMNS = (
    Column("period", "Period"), Column("value", "Value", number=True), Column("mean", "Mean", number=True),
    Column("lower", "Lower limit", number=True), Column("upper", "Upper limit", number=True),
    Column("level", "Level", number=True), Column("signal", "Signal"), Column("also", "Also"), Column("event", "Known"),
    Column("numerator", "How many", number=True), Column("denominator", "Of how many", number=True),
    Column("note", "Note"),
)  # fmt: skip
IN_CHART = tuple(range(8))
"""The columns of which the chart and its table are made; the others are in the file of all periods alone."""
EVENT = 8
"""The column of what is known, which is left out where nothing is."""


def letters(measure: Measure, first: Period) -> dict[str, Event]:
    """The known events from a period on, each with the letter it has in the chart: A, B and so on."""
    told = sorted((event for event in measure.events if event.period >= first), key=lambda event: event.period)
    return {letter(at): event for at, event in enumerate(told)}


def letter(at: int) -> str:
    """A to Z, then AA and on."""
    more, last = divmod(at, len(ascii_uppercase))
    return f"{letter(more - 1) if more else ''}{ascii_uppercase[last]}"


def control_chart(found: Series) -> Figure:
    """The control chart of the latest periods. Some period has a value."""
    measure, shown = found.measure, found.points[-SHOWN:]
    rows = tuple(_rows(found))[-SHOWN:]
    used = (*IN_CHART, EVENT) if any(row[EVENT] for row in rows) else IN_CHART
    return Figure(
        name="control-chart",
        chart="performance.charts.control_chart",
        title=_headline(found),
        subtitle=f"{measure.title}, {span(shown[0].period, shown[-1].period)}",
        description=_description(found, len(shown)),
        columns=tuple(COLUMNS[at] for at in used),
        rows=tuple(tuple(row[at] for at in used) for row in rows),
        shown=tuple(tuple(_worded(measure, row)[at] for at in used) for row in rows),
    )


def _headline(found: Series) -> str:
    """The latest value and what it is: `68 complaints in March 2024: exception, above the expected range, worse`."""
    latest = found.points[-1]
    if latest.value is None:
        return f"No figure for {latest.period.words}"
    said = standing(found.state).words
    value = f"{unit_of(found.measure).words(latest.value)} {latest.period.during}"
    return f"{value}: {said[0].lower()}{said[1:]}" if found.measure.method == "ours" else value


def table_rows(found: Series) -> tuple[tuple[Cell, ...], ...]:
    """Every period of the measure, as the file to take away has it."""
    return tuple(_rows(found))


def _rows(found: Series) -> list[tuple[Cell, ...]]:
    known = letters(found.measure, found.points[0].period) if found.points else {}
    rows: list[tuple[Cell, ...]] = []
    ours = found.measure.method == "ours"
    for at, point in enumerate(found.points):
        phase = found.chart.phase_of(at)
        limits = phase.limits if ours else None
        signals = [signal.rule for signal in found.chart.rules_at(at)] if ours else []
        rows.append(
            (
                point.period.words,
                point.value,
                limits.mean if limits else None,
                limits.lower if limits else None,
                limits.upper if limits else None,
                found.chart.phases.index(phase) + 1,
                signals[0] if signals else "",
                ", ".join(signals[1:]),
                " ".join(name for name, event in known.items() if event.period == point.period),
                point.numerator,
                point.denominator,
                point.note,
            )
        )
    return rows


def _worded(measure: Measure, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row as the page shows it: values to their decimals, limits to one more."""
    unit = unit_of(measure)
    period, value, mean, lower, upper, *others, numerator, denominator, note = row
    return (
        period,
        unit.number(float(value)) if value is not None else "no figure",
        *(unit.number(float(limit), unit.finer) if limit is not None else "none" for limit in (mean, lower, upper)),
        *others,
        *(_plain(number) for number in (numerator, denominator)),
        note,
    )


def _plain(number: Cell) -> Cell:
    return "" if number is None else f"{float(number):,.10g}"


def _description(found: Series, shown: int) -> str:
    """The chart in words: what is drawn, where it is highest and lowest, and every signal in it."""
    unit = unit_of(found.measure)
    points = [point for point in found.points[-shown:] if point.value is not None]
    lowest = min(points, key=lambda point: point.value or 0.0)
    highest = max(points, key=lambda point: point.value or 0.0)
    limits = " with the mean and the limits of each level" if found.measure.method == "ours" else ""
    told = [
        f"A line of {count(len(points), points[0].period.noun)}{limits}.",
        f"Lowest: {unit.words(lowest.value or 0.0)} in {lowest.period.words}.",
        f"Highest: {unit.words(highest.value or 0.0)} in {highest.period.words}.",
    ]
    flagged = [
        f"{found.points[at].period.words}: {found.chart.label_at(at)}"
        for at in range(len(found.points) - shown, len(found.points))
        if found.chart.label_at(at)
    ]
    if found.measure.method == "ours":
        told.append(f"Marked: {'; '.join(flagged)}." if flagged else "No period is marked.")
    return " ".join(told)
