"""The page of a measure: what it says in words, its control chart, what is known, and how the chart was made."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generators.archive import Archive
from generators.dates import MONTHS
from generators.figure import Figure
from generators.frame import record_page, with_neighbours
from generators.link import to_record
from generators.listed import listed
from generators.page import Later, Page
from generators.periods import span
from generators.sections.performance.figures import COLUMNS, SHOWN, control_chart, letters, table_rows
from generators.sections.performance.pages.order import PERFORMANCE
from generators.sections.performance.records.measure import Event, Measure
from generators.sections.performance.series import Series, event_words, points, sentence, series
from generators.sections.performance.standing import standing
from generators.spc.earlier import earlier
from generators.spc.season import seasonal
from generators.spc.target import against_target
from generators.spc.words import account, basis
from generators.table import Table

SIDES = ((1, "high"), (-1, "low"))


def in_order(archive: Archive) -> tuple[Measure, ...]:
    """Every measure, by theme and title."""
    return tuple(sorted(archive.all(Measure), key=lambda measure: (measure.theme, measure.title, measure.id)))


def measure_pages(archive: Archive) -> Iterator[Page]:
    """A page for each measure. Its chart is worked out only where the page has to be made."""
    for before, measure, after in with_neighbours(in_order(archive), partial(to_record, archive)):
        yield record_page(
            archive, measure, measure.title, (PERFORMANCE,), {}, section=PERFORMANCE.address,
            previous=before, next=after,
            figures=(Later("control-chart", _figure),) if has_values(measure) else (),
            tables=(Later("values", _table),), view=_view,
            description=f"{measure.title}: what is usual, what stands out, and what is known about it.",
        )  # fmt: skip


def has_values(measure: Measure) -> bool:
    """Whether there is anything to draw."""
    return any(found.is_known for found in measure.values)


def _series(page: Page) -> Series:
    measure: Measure = page.values["record"]
    return series(measure, points(measure))


def _figure(page: Page) -> Figure:
    return control_chart(_series(page))


def _table(page: Page) -> Table:
    return Table("values", COLUMNS, table_rows(_series(page)))


def _view(page: Page) -> Mapping[str, Any]:
    found = _series(page)
    measure, ours, chart = found.measure, found.measure.method == "ours", found.chart
    told = account(chart, found.state, found.context)
    return {
        "standing": standing(found.state) if ours else None,
        "account": told if ours else told[:1],
        "basis": basis(chart, found.context) if ours else (),
        "earlier": earlier(chart, found.context, len(found.points) - SHOWN) if ours else (),
        "resets": tuple((reset, sentence(reset.reason)) for reset in measure.resets),
        "known_for": span(measure.first, measure.last),
        "known": tuple(_known(measure, found)),
        "told": tuple(point for point in found.points if point.note),
        "seasonal": _seasonal(found) if ours else "",
        "target": against_target(chart, measure.target, measure.better, found.context, ours=ours),
        "csv": f"{page.address}values.csv",
    }


def _known(measure: Measure, found: Series) -> Iterator[tuple[str, Event, str]]:
    """What is known to have moved the measure: its letter in the chart, what it is, and in words."""
    for letter, event in letters(measure, found.points[0].period).items():
        yield letter, event, event_words(event)


def _seasonal(found: Series) -> str:
    """The months that stand out every year, in a sentence; empty where none does."""
    phase = found.chart.phases[-1]
    if phase.limits is None or found.measure.first.frequency != "month":
        return ""
    inside = found.points[phase.first : phase.after]
    apart = seasonal([point.value for point in inside], [point.period.month for point in inside], phase.limits)
    told = [_months([MONTHS[month - 1] for month, side in apart if side == way], words) for way, words in SIDES]
    if not apart:
        return ""
    return f"Every year {listed([*filter(None, told)])}: that may be the season, rather than a change."


def _months(names: Sequence[str], words: str) -> str:
    """`June is high`, `May, June and July are high`; empty where there are none."""
    if not names:
        return ""
    return f"{listed(names)} {'are' if names[1:] else 'is'} {words}"
