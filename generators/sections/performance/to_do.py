"""Measures whose next number can be expected: their latest period is followed by one that is over."""

from collections.abc import Iterator
from datetime import date

from generators.archive import Archive
from generators.sections.performance.records import Measure
from generators.to_do import ToDo


def to_do(archive: Archive, today: date) -> Iterator[ToDo]:
    """Every measure that ends before the last period that is over, and every number that is still not there."""
    for measure in archive.all(Measure):
        following = measure.last.after(1)
        last = [row for row in measure.values if row.period == measure.last]
        if last and not last[-1].is_known:
            yield ToDo("figures", f"{measure.title}: the number for {measure.last.words} is not there", measure.path)
        elif following.last_day < today:
            words = f"{measure.title}: {following.words} is over; its number can be expected"
            yield ToDo("figures", words, measure.path, following.last_day)
