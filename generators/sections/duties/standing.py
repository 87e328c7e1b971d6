"""How a duty stands on a day: what meets it, what is due next, and in which of a few words that is said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generators import sections
from generators.archive import Archive, once_per_archive
from generators.evidence import Evidence
from generators.sections.duties.records import Duty, Statement
from generators.sections.duties.timing import is_confirmed, is_owed, last_day_of

PUBLISHED = "published"
UNTIMED = "published, timing not confirmed"
DUE = "due"
OVERDUE = "overdue"
NOT_CONFIRMED = "timing not confirmed"
NOT_HERE = "not yet here"
ENDED = "ended"
TO_COME = "not yet in force"
ELSEWHERE = "does not apply here"
TONES = {PUBLISHED: "decision", UNTIMED: "decision", DUE: "open", OVERDUE: "warn"}
"""How a state is to look; its words say the same."""


@dataclass(frozen=True)
class Deadline:
    """Something with a last day that is not published yet."""

    found: Evidence
    last: date


@dataclass(frozen=True)
class Standing:
    """How a duty stands on a day."""

    state: str
    published: tuple[Evidence, ...]
    """What meets it, the latest first."""
    deadlines: tuple[Deadline, ...]
    """What is still to be published by a day, the next one first."""
    statement: Statement | None
    """The last that the office stated by that day."""

    @property
    def last_published(self) -> date | None:
        """The last day on which anything that meets it is known to have been published."""
        stated = self.statement.date if self.statement and self.statement.state == "published" else None
        days = [day for day in (stated, *(found.published for found in self.published)) if day]
        return max(days, default=None)


@once_per_archive
def evidence(archive: Archive) -> Mapping[str, tuple[Evidence, ...]]:
    """What all sections have published that can meet a duty, by what it meets."""
    told = (found for section in sections.modules("evidence") for found in section.evidence(archive))
    sort = sorted(told, key=lambda found: found.met)
    return {met: tuple(group) for met, group in groupby(sort, key=lambda found: found.met)}


def standing(duty: Duty, by_met: Mapping[str, Sequence[Evidence]], today: date) -> Standing:
    """How a duty stands at the end of a day."""
    meets = (one for met in duty.met_by for one in by_met.get(met, ()))
    found = {(one.link, one.published): one for one in meets}.values()  # a meeting has an agenda and minutes
    published, open_ = list[Evidence](), list[Evidence]()
    for one in found:
        (published if one.is_there and (one.published or today) <= today else open_).append(one)
    deadlines = tuple(_deadlines(duty, open_, today))
    stated = [one for one in duty.statements if one.date <= today]
    said = stated[-1] if stated else None
    return Standing(
        _state(duty, published, deadlines, said, today),
        tuple(sorted(published, key=_latest, reverse=True)),
        deadlines,
        said,
    )


def _deadlines(duty: Duty, open_: Iterable[Evidence], today: date) -> Iterable[Deadline]:
    """The last days of what is not published; nothing has one unless its timing is confirmed."""
    if not duty.applies:
        return ()
    days = ((one, last_day_of(duty, one.day)) for one in open_ if one.day and one.day <= today)
    owed = (Deadline(one, last) for one, last in days if last and one.day and is_owed(duty, one.day))
    return sorted(owed, key=lambda deadline: (deadline.last, deadline.found.link.address))


def _state(
    duty: Duty, published: Sequence[Evidence], deadlines: Sequence[Deadline], said: Statement | None, today: date
) -> str:
    """The one word or few for it. What is late comes before all else, a duty that has ended included."""
    if not duty.applies:
        return ELSEWHERE
    if deadlines:
        return OVERDUE if deadlines[0].last < today else DUE
    if not is_owed(duty, today):
        return ENDED if duty.ends and duty.ends < today else TO_COME
    newest = max((one.published for one in published if one.published), default=None)
    if said and said.state != PUBLISHED and (newest is None or said.date >= newest):
        return {"withheld": "withheld with reason"}.get(said.state, said.state)
    if published or said or duty.elsewhere:
        return PUBLISHED if is_confirmed(duty) else UNTIMED
    return NOT_HERE if is_confirmed(duty) else NOT_CONFIRMED


def _latest(found: Evidence) -> tuple[date, date, str]:
    return found.day or found.published or date.min, found.published or date.min, found.link.address
