"""The last days of deadlines as events, in a calendar of their own."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.follow.event import Event
from generators.follow.files import DUTIES
from generators.sections.duties.counted import Counted, counted
from generators.sections.duties.records import address_of


def events(archive: Archive) -> Iterator[Event]:
    """Every last day, met or not, by day."""
    return map(_event, sorted(counted(archive), key=lambda one: (one.last, one.id)))


def _event(one: Counted) -> Event:
    done = "Done: " if one.found.is_there else ""
    return Event(
        key=one.id,
        body=DUTIES,
        title=f"{done}{one.duty.title}: {one.found.link.text}",
        address=address_of(one.duty.id),
        day=one.last,
        start=None,
        end=None,
        place="",
        status="CONFIRMED",
        words=one.where,
        sequence=1 if one.found.is_there else 0,
        changed=max(day for day in (one.first, one.found.published, one.record.last_changed) if day),
    )
