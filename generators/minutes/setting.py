"""What is on record when a document is read: bodies, people, meetings."""

from datetime import date
from typing import Any

from generators.archive import Archive
from generators.minutes.bodies import NamedBody
from generators.minutes.drafted import Setting
from generators.minutes.people import known_people


def setting(archive: Archive, today: date, body: str, day: date | None) -> Setting:
    """The setting that an archive gives."""
    bodies: list[Any] = list(archive.records["body"].values())
    members = [(one.id, member.person) for one in bodies for member in one.members]
    return Setting(
        tuple(NamedBody(one.id, (one.name, one.short_name)) for one in bodies),
        known_people(archive.records["person"].values(), members),
        frozenset(archive.records["meeting"]),
        today,
        body,
        day,
    )
