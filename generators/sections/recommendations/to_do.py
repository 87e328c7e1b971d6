"""What the tracker asks of the office: what is due by a day, and how much has no answer at all."""

from collections.abc import Iterator
from datetime import date

from generators.archive import Archive
from generators.sections.recommendations.rows import words_of
from generators.sections.recommendations.statuses import NOT_ANSWERED, OPEN
from generators.sections.recommendations.tracker import tracker
from generators.to_do import ToDo

UPDATES = "data/recommendations/updates.csv"


def to_do(archive: Archive, today: date) -> Iterator[ToDo]:
    """Everything that is open and has a day; of all that has no answer and no day, how many there are."""
    waiting = 0
    for found in tracker(archive):
        raised, status = found.raised, found.standing(today).status
        if status not in OPEN:
            continue
        if raised.due:
            record = archive.records[raised.noun][raised.id]
            words = f"{raised.kind.capitalize()} {raised.ref} ({status}): {words_of(found)}"
            yield ToDo("deadline", words, record.path, raised.due)
        elif status == NOT_ANSWERED:
            waiting += 1
    if waiting:
        words = f"Of the recommendations and actions, {waiting:,} have neither an answer nor a day"
        yield ToDo("record", words, UPDATES)
