"""The tracker: everything that any record asks for, with what became of it. Put together once for an archive."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

from generators import sections
from generators.archive import Archive, once_per_archive
from generators.raised import Raised
from generators.sections.recommendations.records import Letter, Recommendation, RecommendationSource, Update
from generators.sections.recommendations.statuses import (
    EMPTY,
    NOT_ANSWERED,
    NOT_LEGIBLE,
    OPEN,
    Period,
    Standing,
    periods,
    status_on,
)

NO_MORE = Recommendation(ref="none")
"""What is known besides of a recommendation that stands in another section's record."""


@dataclass(frozen=True)
class Tracked:
    """One recommendation or action, and its updates from first to last."""

    raised: Raised
    updates: tuple[Update, ...]
    printed: Recommendation
    """What its source prints besides: number, outcome sought, rating."""

    @property
    def at_rest(self) -> str:
        """How it stands before any update."""
        if self.raised.text:
            return NOT_ANSWERED
        return EMPTY if self.printed.legible else NOT_LEGIBLE

    @property
    def rag(self) -> str:
        """The last red, amber or green that its source gave it, as printed."""
        given = [update.rag for update in self.updates if update.rag]
        return given[-1] if given else self.printed.rag or ""

    def standing(self, day: date) -> Standing:
        """How it stood at the end of a day."""
        return status_on(self.updates, day, self.at_rest)

    def is_raised_by(self, day: date) -> bool:
        """Whether it is known to have been raised by the end of a day."""
        return self.raised.raised_on is not None and self.raised.raised_on <= day

    def periods(self, day: date) -> tuple[Period, ...]:
        """How it stood from the day it was raised up to this one."""
        return periods([update for update in self.updates if update.date <= day], self.raised.raised_on, self.at_rest)

    def is_overdue(self, day: date) -> bool:
        """Whether the day it was due has passed, and it is open."""
        return self.raised.due is not None and self.raised.due < day and self.standing(day).status in OPEN


@once_per_archive
def tracker(archive: Archive) -> tuple[Tracked, ...]:
    """Everything that is tracked, in the order of sections and of records."""
    updates = updates_of(archive)
    printed = {
        found.ref: found for source in archive.all(RecommendationSource) for _, found in source.recommendations()
    }
    return tuple(
        Tracked(found, updates.get(found.ref, ()), printed.get(found.ref, NO_MORE))
        for found in sections.raised(archive)
    )


def in_time(archive: Archive) -> Sequence[Update]:
    """All updates, by date and then as they stand in their file."""
    return sorted(archive.all(Update), key=lambda update: (update.date, update.path, update.line))


@once_per_archive
def updates_of(archive: Archive) -> Mapping[str, tuple[Update, ...]]:
    """The updates of every ref, in order of time."""
    found: dict[str, list[Update]] = defaultdict(list)
    for update in in_time(archive):
        found[update.ref].append(update)
    return {ref: tuple(updates) for ref, updates in found.items()}


def without_hidden(update: Update, refs: Container[str]) -> Update:
    """The update without the ref of something that may not be seen. `refs`: of everything that may."""
    hidden = update.superseded_by is not None and update.superseded_by not in refs
    return replace(update, superseded_by=None) if hidden else update


@once_per_archive
def letters_of(archive: Archive) -> Mapping[str, tuple[Letter, ...]]:
    """The letters of every ref, as they stand in their file."""
    found: dict[str, list[Letter]] = defaultdict(list)
    for letter in sorted(archive.all(Letter), key=lambda letter: (letter.path, letter.line)):
        found[letter.ref].append(letter)
    return {ref: tuple(letters) for ref, letters in found.items()}


def days_to_close(tracked: Iterable[Tracked], day: date) -> tuple[int, float] | None:
    """How many are closed whose days are known, and the median of days from raising to closing."""
    days = []
    for found in tracked:
        closed = found.standing(day).closed
        if closed and found.raised.raised_on:
            days.append((closed - found.raised.raised_on).days)
    return (len(days), median(days)) if days else None
