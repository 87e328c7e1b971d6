"""When something was published and changed, and in which version it is: as it is cited, and as programs are told."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generators.record import Record


class Dated(NamedTuple):
    """The days and the version of a page."""

    published: date | None
    version: int
    """The first one, and one more for each change."""
    changed: date | None
    """The day of the last change; nothing before there is one."""


def of_record(record: Record) -> Dated:
    """Those of a record."""
    return Dated(record.published, 1 + len(record.changes), record.changes[-1].date if record.changes else None)


def with_entries(first: Record, entries: Iterable[tuple[Record, date | None]]) -> Dated:
    """Those of a page that shows a record and entries to it, each with its day.

    An entry that was added after the record was published is a change of the page, and so is each change of an entry.
    """
    days = [change.date for change in first.changes]
    for entry, day in entries:
        added = entry.published or day
        days += [added] if added and (first.published is None or added > first.published) else []
        days += [change.date for change in entry.changes]
    return Dated(first.published, 1 + len(days), max(days, default=None))
