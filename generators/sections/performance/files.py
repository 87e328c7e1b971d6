"""The indicators of a report as a file to take away: every printed number as a number, with its unit."""

from generators.sections.performance.printed import GAP, amount, unit
from generators.sections.performance.records import Chart, Comparison, Indicator, PerformanceReport
from generators.sections.performance.shown import rows
from generators.table import Cell, Column, Table

COLUMNS = (
    Column("number", "Number"), Column("number_as_printed", "Number as printed"), Column("theme", "Theme"),
    Column("measure", "Measure"), Column("title", "Title"),
    Column("value", "Value", number=True), Column("value_unit", "Unit of the value"),
    Column("value_when", "For when, if not the period"), Column("complement", "Shown the other way round"),
    Column("upper", "Upper", number=True), Column("mean", "Mean", number=True), Column("lower", "Lower", number=True),
    Column("limits_unit", "Unit of the three"), Column("window", "Window"),
    Column("on_last_year", "Change on the year before", number=True), Column("on_last_year_unit", "Its unit"),
    Column("on_last_year_count", "The same in numbers", number=True), Column("last_year", "Then", number=True),
    Column("on_last_period", "Change on the period before", number=True), Column("on_last_period_unit", "Its unit"),
    Column("last_period", "Then", number=True), Column("target", "Target", number=True),
    Column("state", "State that the publisher names"), Column("direction", "Direction"), Column("reset", "Reset"),
    Column("not_updated", "Not brought up to date"), Column("reported_annually", "Reported once a year"),
)  # fmt: skip

_YES = {True: "yes", False: "no"}


def table(report: PerformanceReport) -> Table:
    """A row for every indicator."""
    themes = [theme.title for theme in report.themes for _ in theme.indicators]
    lines = zip(rows(report), themes, strict=True)
    return Table("indicators", COLUMNS, tuple(_row(row.number, theme, row.indicator) for row, theme in lines))


def _row(number: str, theme: str, one: Indicator) -> tuple[Cell, ...]:
    chart, year = one.chart or Chart(), one.against_last_year or Comparison()
    period = one.against_last_period or Comparison()
    limits = (chart.upper_as_printed, chart.mean_as_printed, chart.lower_as_printed)
    return (
        number, one.number_as_printed, theme, one.measure, one.title,
        _number(one.value_as_printed), _unit(one.value_as_printed) or one.unit, one.value_when, _YES[one.complement],
        *map(_number, limits), next((_unit(limit) for limit in limits if limit), None), chart.window_as_printed,
        _number(year.change_as_printed), _unit(year.change_as_printed), _number(year.count_as_printed),
        _number(year.value_as_printed), _number(period.change_as_printed), _unit(period.change_as_printed),
        _number(period.value_as_printed), _number(one.target_as_printed),
        one.state, one.direction, one.reset, _YES[one.not_updated], _YES[one.reported_annually],
    )  # fmt: skip


def _number(printed: str | None) -> Cell:
    return None if printed in (None, GAP) else amount(printed)


def _unit(printed: str | None) -> str | None:
    return unit(printed) or None if printed else None
