"""A duty as the list shows it, and the records that meet it as its own page does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generators.evidence import Evidence, Met
from generators.link import Link
from generators.problem import count
from generators.sections.duties.records import Duty, address_of
from generators.sections.duties.standing import TONES, Standing
from generators.sections.duties.timing import in_words, is_confirmed, last_day_of, left

INDEX: Mapping[Met, Link] = {
    "public meetings": Link("Calendar", "calendar/"),
    "agendas and papers": Link("Meetings", "meetings/"),
    "minutes": Link("Meetings", "meetings/"),
    "decisions": Link("Decisions", "decisions/"),
    "gifts and hospitality": Link("Gifts", "gifts/"),
    "answers to inspectorate reports": Link("Recommendations", "recommendations/"),
    "performance reports": Link("Performance", "performance/"),
    "dip samples": Link("Dip samples", "dip-samples/"),
    "accessibility statement": Link("Accessibility", "accessibility/"),
}
"""The page that gathers the records of each kind."""
OLDER = "older than this site"


@dataclass(frozen=True)
class Row:
    """A duty in the list."""

    duty: Duty
    link: Link
    state: str
    tone: str
    here: tuple[Link, ...]
    """Where on this site it is met, or will be."""
    last_published: date | None
    next_due: date | None
    left: str
    """How long there still is until then, or has been since."""
    when: str
    """The confirmed timing in words; empty where there is none."""


@dataclass(frozen=True)
class Line:
    """A record that meets a duty, or that is to meet it."""

    found: Evidence
    last: date | None
    words: str
    """How it stands against its last day, or how many days it took."""


def row(duty: Duty, stands: Standing, today: date) -> Row:
    """A duty as it stands."""
    due = stands.deadlines[0].last if stands.deadlines else None
    named = [Link(other.title, other.page) for other in duty.elsewhere if other.page]
    return Row(
        duty=duty,
        link=Link(duty.title, address_of(duty.id)),
        state=stands.state,
        tone=TONES.get(stands.state, "plain"),
        here=tuple(dict.fromkeys([*(INDEX[met] for met in duty.met_by), *named])),
        last_published=stands.last_published,
        next_due=due,
        left=left(due, today) if due else "",
        when=in_words(duty.timing) if duty.timing and is_confirmed(duty) else "",
    )


def began(by_met: Mapping[str, Sequence[Evidence]]) -> date | None:
    """The first day on which anything was published here: what is older was put here afterwards."""
    days = (found.published for listed in by_met.values() for found in listed if found.published)
    return min(days, default=None)


def lines(duty: Duty, stands: Standing, first: date | None, today: date) -> Iterator[Line]:
    """What is still to be published, the most urgent first; then what is published, the latest first.

    `first`: the day on which this site began.
    """
    for deadline in stands.deadlines:
        yield Line(deadline.found, deadline.last, left(deadline.last, today))
    for found in stands.published:
        last = last_day_of(duty, found.day)
        yield Line(found, last, _taken(found, last, first))


def _taken(found: Evidence, last: date | None, first: date | None) -> str:
    """How many days it took, or whether it was in time; of what is older than this site nobody here knows."""
    if found.day is None or found.published is None:
        return "not known"
    days = (found.published - found.day).days
    if last:
        late = (found.published - last).days
        return f"{count(late, 'day')} late" if late > 0 else "in time"
    if first is None or found.day < first:
        return OLDER
    return count(days, "day") if days >= 0 else "before that day"
