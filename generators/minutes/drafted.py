"""What a draft is made of: records with remarks, and the account of the words."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generators.minutes.bodies import NamedBody
from generators.minutes.people import Known
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
