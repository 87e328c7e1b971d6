"""Recommendations put together in groups: by owner, by age and by the year in which they were raised."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generators.sections.recommendations.rows import Row
from generators.sections.recommendations.statuses import OPEN
from generators.slugs import distinct, slug_of

AGES = ((183, "less than 6 months"), (365, "6 months to a year"), (730, "1 to 2 years"), (1826, "2 to 5 years"))
"""Days from the day something was raised, and how long that is in words."""
OLDEST = "more than 5 years"
UNDATED = "without a date"
NO_YEAR = "undated"
"""In addresses, in the place of the year in which something was raised."""
NOBODY = "No owner stated"


@dataclass(frozen=True)
class Group:
    """Rows that belong together: those of an owner, an age or a year."""

    title: str
    """What they have in common: `raised in 2024`."""
    end: str
    """The last part of the address of their list."""
    rows: tuple[Row, ...]


def by_owner(rows: Iterable[Row]) -> tuple[Group, ...]:
    """Everything by owner, in the order of the alphabet; what has several owners stands with each."""
    found: dict[str, list[Row]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in rows:
        for name in one.owner or (NOBODY,):
            names.setdefault(name.casefold(), name)
        for owner in dict.fromkeys(name.casefold() for name in one.owner or (NOBODY,)):
            found[owner].append(one)
    owners = sorted(found)
    ends = distinct(names[owner] for owner in owners)
    return tuple(Group(names[owner], end, tuple(found[owner])) for owner, end in zip(owners, ends, strict=True))


def by_age(rows: Iterable[Row], today: date) -> tuple[Group, ...]:
    """What is not closed, by how long ago it was raised, the oldest first; an age that nothing has is there too."""
    words = (*(band for _, band in AGES), OLDEST, UNDATED)
    found: dict[str, list[Row]] = {band: [] for band in reversed(words)}
    for one in rows:
        if one.status in OPEN:
            found[age(one.raised, today)].append(one)
    ends = {band: slug_of(band) for band in found} | {UNDATED: NO_YEAR}
    titles = {band: f"raised {band} ago" for band in found} | {UNDATED: UNDATED}
    return tuple(Group(titles[band], ends[band], tuple(found[band])) for band in found)


def by_year(rows: Iterable[Row], years: Iterable[str]) -> tuple[Group, ...]:
    """Rows by the year in which they were raised; a year of these in which nothing was is there too."""
    found: dict[str, list[Row]] = {year: [] for year in years}
    for one in rows:
        found[year_of(one.raised)].append(one)
    return tuple(Group(UNDATED if year == NO_YEAR else f"raised in {year}", year, tuple(found[year])) for year in found)


def years_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Every year in which something was raised, the latest first; what has no date at the end."""
    return tuple(sorted({year_of(one.raised) for one in rows}, key=lambda year: (year != NO_YEAR, year), reverse=True))


def year_of(raised: date | None) -> str:
    """The year in which something was raised, as it stands in addresses."""
    return str(raised.year) if raised else NO_YEAR


def urgent_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Overdue, then not closed, then closed; the oldest of each first."""
    return tuple(sorted(rows, key=lambda one: (not one.is_overdue, one.status not in OPEN, one.raised or date.max)))


def age(raised: date | None, today: date) -> str:
    """How long ago something was raised, in words."""
    if raised is None:
        return UNDATED
    return next((words for days, words in AGES if (today - raised).days < days), OLDEST)
