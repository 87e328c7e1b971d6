"""What a record tells as done on a day that is still to come: nobody can know it yet."""

from collections.abc import Iterator
from datetime import date, datetime

from generators.archive import Archive
from generators.dates import long_date
from generators.fields import LONDON
from generators.past import days_done
from generators.problem import Finding, Where
from generators.record import Kind, Record
from generators.register import in_column
from generators.unseen import unseen


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


def _done(kind: Kind, record: Record) -> Iterator[tuple[Where, date]]:
    yield from days_done(record)
    if kind.done:
        yield from kind.done(record)


def _words(day: date, shown: date, today: date) -> str:
    if shown > today:
        return f"{long_date(day)} comes after {long_date(shown)}, the day from which the public sees this record."
    return f"{long_date(day)} is still to come. Give the day on which it was done; until then keep this a draft."
