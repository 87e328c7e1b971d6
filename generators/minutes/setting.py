"""What is on record when a document is read: bodies, people, meetings."""

from collections import defaultdict
from datetime import date
from typing import Any

from generators.archive import Archive
from generators.minutes.bodies import NamedBody
from generators.minutes.drafted import Setting
from generators.minutes.people import known_people
from generators.minutes.refusal import CannotRead
from generators.problem import did_you_mean


def setting(archive: Archive, today: date, body: str, day: date | None, meeting: str = "") -> Setting:
    """The setting that an archive gives. Raises CannotRead where no such body or meeting is on record."""
    bodies: list[Any] = list(archive.records["body"].values())
    ids = {one.id for one in bodies}
    if body and body not in ids:
        raise CannotRead(f'There is no body "{body}" on record.{did_you_mean(body, ids)}')
    held: dict[str, Any] = dict(archive.records["meeting"])
    if meeting and meeting not in held:
        raise CannotRead(f'There is no meeting "{meeting}" on record.{did_you_mean(meeting, held)}')
    on_record: dict[tuple[str, date], tuple[str, ...]] = defaultdict(tuple)
    for id, one in held.items():
        on_record[one.body, one.date] += (id,)
    members = [(one.id, member.person) for one in bodies for member in one.members]
    return Setting(
        tuple(NamedBody(one.id, (one.name, one.short_name)) for one in bodies),
        known_people(archive.records["person"].values(), members),
        frozenset(held),
        today,
        held[meeting].body if meeting else body,
        held[meeting].date if meeting else day,
        dict(on_record),
        meeting,
    )
