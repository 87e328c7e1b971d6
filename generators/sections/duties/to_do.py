"""The deadlines of duties, and for how many duties nobody knows any."""

from collections.abc import Iterator
from datetime import date

from generators.archive import Archive
from generators.sections.duties.records import Duties
from generators.sections.duties.standing import evidence, standing
from generators.sections.duties.timing import is_confirmed, is_owed
from generators.to_do import ToDo


def to_do(archive: Archive, today: date) -> Iterator[ToDo]:
    """Every last day that a confirmed timing sets, and the number of duties without one."""
    by_met = evidence(archive)
    for record in archive.all(Duties):
        for duty in record.duties:
            for deadline in standing(duty, by_met, today).deadlines:
                words = f"{duty.title}: {deadline.found.link.text} ({duty.law}, {duty.paragraph})"
                yield ToDo("deadline", words, deadline.found.path, deadline.last)
        owed = [duty for duty in record.duties if duty.applies and is_owed(duty, today)]
        unknown = sum(not is_confirmed(duty) for duty in owed)
        if unknown:
            words = f"Timing not confirmed for {unknown} of {len(owed)} duties"
            yield ToDo("record", f"{words}: read the law and say so", record.path)
