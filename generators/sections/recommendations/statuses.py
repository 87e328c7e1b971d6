"""How a recommendation stands on a day, rebuilt from its updates; and the days the law gives for an answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

NOT_ANSWERED = "not yet answered"
NOT_LEGIBLE = "not legible in the original"
EMPTY = "left empty in the original"
"""Of a numbered row without a text: nothing is asked for, so nothing is open."""
OPEN = ("not yet answered", "open", "in progress")
CLOSED = ("complete", "rejected", "superseded")
STATUSES = (*OPEN, *CLOSED, NOT_LEGIBLE, EMPTY)
TONES = {"complete": "decision", "rejected": "warn", "superseded": "plain", "in progress": "open", "open": "open"}
"""How a status is to look; its words say the same."""
DAYS_TO_ANSWER = 56
"""Police Act 1996 s.55: within 56 days beginning with the day on which an inspectorate's report is published."""


class Step(Protocol):
    """A day and the status from that day on."""

    @property
    def date(self) -> date:
        """The day."""

    @property
    def status(self) -> str:
        """The status, or `reopened`."""


@dataclass(frozen=True)
class Standing:
    """How something stands."""

    status: str
    since: date | None = None
    """The day from which it has stood so; None while it stands as it was raised."""
    closed: date | None = None
    """The day on which it was closed, while it is."""


def status_on(steps: Iterable[Step], day: date, at_rest: str = NOT_ANSWERED) -> Standing:
    """How it stood at the end of a day. `steps`: its updates, in order of date; `at_rest`: how it stood before them."""
    standing = Standing(at_rest)
    for step in steps:
        if step.date > day:
            break
        status = "open" if step.status == "reopened" else step.status
        closed = (standing.closed or step.date) if status in CLOSED else None
        since = standing.since if status == standing.status else step.date
        standing = Standing(status, since, closed)
    return standing


@dataclass(frozen=True)
class Period:
    """Days through which something stood the same."""

    status: str
    first: date | None
    """None where nobody knows the day on which it was raised."""
    last: date | None = None
    """None while it still stands so."""


def periods(steps: Sequence[Step], start: date | None, at_rest: str = NOT_ANSWERED) -> tuple[Period, ...]:
    """How it stood from the day it was raised on, without a gap. `steps`: its updates, in order of date."""
    found = [Period(at_rest, start)]
    for day in dict.fromkeys(step.date for step in steps):
        status = status_on(steps, day, at_rest).status
        if found[-1].first == day:
            found.pop()
        if not found or found[-1].status != status:
            found[-1:] = [replace(period, last=day - timedelta(1)) for period in found[-1:]]
            found.append(Period(status, day))
    return tuple(found)


def last_day_to_answer(published: date) -> date:
    """The last of the 56 days, of which the day of publication is the first."""
    return published + timedelta(days=DAYS_TO_ANSWER - 1)


def answer_words(published: date, answered: date | None, today: date) -> str:
    """How an inspectorate's report stands against the 56 days."""
    last = last_day_to_answer(published)
    if answered:
        late = (answered - last).days
        days = "1 day" if late == 1 else f"{late} days"
        return f"answered {days} late" if late > 0 else "answered in time"
    return "overdue" if today > last else "not yet due"
