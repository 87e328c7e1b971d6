"""What a draft is made of: records with remarks, and the account of the words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generators.minutes.bodies import NamedBody
from generators.minutes.people import Known
from generators.minutes.refusal import CannotRead
from generators.minutes.value import Path


@dataclass(frozen=True)
class Setting:
    """What is known before a document is read."""

    bodies: tuple[NamedBody, ...]
    people: tuple[Known, ...]
    meetings: frozenset[str]
    """The ids of the meetings on record."""
    today: date
    body: str = ""
    """The body that was given, if one was."""
    day: date | None = None
    """The day that was given, if one was."""
    on_record: Mapping[tuple[str, date], tuple[str, ...]] = field(default_factory=dict)
    """The ids of the meetings on record by body and day: hardly ever more than one."""
    meeting: str = ""
    """The meeting that was given by id, if one was; body and day are then its own."""

    def id_of(self, body: str, day: date) -> str:
        """The id of a meeting: the one on record, or the one it would have. Raises CannotRead where it could be two."""
        ids = self.on_record.get((body, day), ())
        if self.meeting in ids:
            return self.meeting
        if len(ids) > 1:
            raise CannotRead(f"There are {len(ids)} meetings of that day: {', '.join(ids)}. Say which, with --meeting.")
        return ids[0] if ids else f"{body}/{day.isoformat()}"


@dataclass
class Drafted:
    """One record of the draft."""

    id: str
    fields: dict[str, Any]
    remarks: dict[Path, str]
    text: str = ""
    is_paper: bool = False

    @property
    def path(self) -> str:
        """Where it is kept."""
        return f"content/meetings/{self.id}.md" if self.is_paper else f"content/meetings/{self.id}/meeting.yml"


@dataclass
class Draft:
    """Every record of a document, and the account of its words."""

    records: list[Drafted] = field(default_factory=list)
    placed: int = 0
    unplaced: int = 0
    notes: list[str] = field(default_factory=list)
