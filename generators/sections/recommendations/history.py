"""How many were closed and how many not at the end of each year, rebuilt from the updates."""

from collections.abc import Sequence
from datetime import date

from generators.figure import Figure
from generators.sections.recommendations.statuses import CLOSED, OPEN
from generators.sections.recommendations.tracker import Tracked
from generators.table import Column

COLUMNS = (Column("year", "Year"), Column("state", "State"), Column("number", "Number", number=True))


def counts_on(tracked: Sequence[Tracked], day: date) -> tuple[int, int]:
    """How many of those raised by the end of a day were then not closed, and how many closed."""
    known = [found.standing(day).status for found in tracked if found.is_raised_by(day)]
    return sum(status in OPEN for status in known), sum(status in CLOSED for status in known)


def year_ends(tracked: Sequence[Tracked], today: date) -> tuple[date, ...]:
    """The last day of every year since the first of them was raised; of this year, today."""
    raised = [found.raised.raised_on for found in tracked if found.raised.raised_on]
    first = min(raised, default=date.max).year
    return tuple(min(date(year, 12, 31), today) for year in range(first, today.year + 1))


def open_and_closed(tracked: Sequence[Tracked], today: date) -> Figure | None:
    """Closed and not closed at the end of each year; None while nothing that was raised has a date."""
    rows: list[tuple[str, str, int]] = []
    for day in year_ends(tracked, today):
        still_open, closed = counts_on(tracked, day)
        rows += [(str(day.year), "not closed", still_open), (str(day.year), "closed", closed)]
    if not rows:
        return None
    return Figure(
        name="open-and-closed",
        chart="recommendations.charts.open_and_closed",
        title=f"{rows[-1][2]:,} closed and {rows[-2][2]:,} not closed",
        subtitle=f"Recommendations and actions raised so far, at the end of each year; for {today.year}, as of now",
        description=_description(rows),
        columns=COLUMNS,
        rows=tuple(rows),
        shown=tuple(rows),
    )


def _description(rows: Sequence[tuple[str, str, int]]) -> str:
    years = [
        f"{year}: {rows[at][2]} not closed, {rows[at + 1][2]} closed"
        for at, (year, *_) in enumerate(rows)
        if at % 2 == 0
    ]
    return f"Two bars a year. {'; '.join(years)}."
