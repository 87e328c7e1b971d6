"""What a record tells as done on a day that is still to come: nobody can know it yet."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from generators.archive import Archive
from generators.dates import long_date
from generators.fields import LONDON
from generators.past import days_done
from generators.problem import Finding, Where
from generators.record import Kind, Record
from generators.register import in_column
from generators.unseen import unseen

FAR = timedelta(days=366)
"""What is registered for so long from now is hardly meant."""


def findings(archive: Archive, now: datetime) -> Iterator[Finding]:
    """A finding for every such day. A draft may be written ahead, and so may what is published later, to that day."""
    today = now.astimezone(LONDON).date()
    ahead = [
        (kind, record, where, day)
        for kind in archive.kinds
        for record in archive.records[kind.noun].values()
        for where, day in _done(kind, record)
        if day > today
    ]
    hidden = unseen(archive, now) if ahead else {}
    for kind, record, where, day in ahead:
        one = hidden.get((kind.noun, record.id))
        shown = one.until.date() if one and one.until else today
        if day > shown and not (one and one.why == "draft"):
            found = Finding(record.path, where, _words(day, shown, today), record.line)
            yield in_column(found) if record.line else found
    yield from _far_ahead(archive, today)


def _far_ahead(archive: Archive, today: date) -> Iterator[Finding]:
    """A warning for every row that nobody will see for long: its year may be mistyped."""
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values() if kind.happened else ():
            day = kind.happened(record) if kind.happened else None
            if day and day > today + FAR and record.publication == "published":
                words = (
                    f"{long_date(day)} is more than a year ahead, and nobody sees this row before. Is the year right?"
                )
                yield Finding(record.path, (), words, record.line, is_warning=True)


def _done(kind: Kind, record: Record) -> Iterator[tuple[Where, date]]:
    yield from days_done(record)
    if kind.done:
        yield from kind.done(record)


def _words(day: date, shown: date, today: date) -> str:
    if shown > today:
        return f"{long_date(day)} comes after {long_date(shown)}, the day from which the public sees this record."
    return f"{long_date(day)} is still to come. Give the day on which it was done; until then keep this a draft."
