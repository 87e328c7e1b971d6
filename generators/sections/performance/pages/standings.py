"""How measures stand, in a list: what needs looking at stands first."""

from collections.abc import Iterable
from dataclasses import dataclass

from generators.sections.performance.records.measure import Measure
from generators.sections.performance.series import Series, unit_of
from generators.sections.performance.standing import Standing, standing
from generators.spc.limits import Limits
from generators.spc.unit import Unit


@dataclass(frozen=True)
class Row:
    """One measure as it stands."""

    measure: Measure
    standing: Standing | None
    """None for a measure whose chart is another publisher's."""
    latest: str
    usual: str
    expected: str


def standings(found: Iterable[Series]) -> tuple[Row, ...]:
    """A row for each series, exceptions first; those whose chart is another publisher's stand last."""
    return tuple(sorted(map(_row, found), key=lambda row: row.standing.rank if row.standing else 99))


def _row(found: Series) -> Row:
    unit, ours, latest = unit_of(found.measure), found.measure.method == "ours", found.points[-1]
    words = f"{unit.words(latest.value)} ({latest.period.words})" if latest.value is not None else "no figure"
    limits = found.chart.phases[-1].limits if ours else None
    return Row(found.measure, standing(found.state) if ours else None, words, *_limits(limits, unit))


def _limits(found: Limits | None, unit: Unit) -> tuple[str, str]:
    if found is None:
        return "", ""
    return unit.number(found.mean, unit.finer), (
        f"{unit.number(found.lower, unit.finer)} to {unit.number(found.upper, unit.finer)}"
    )
