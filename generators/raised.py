"""What a record asks for, a recommendation, an action or a promise: written where it arose, tracked in one place."""

from datetime import date
from typing import NamedTuple


class Decided(NamedTuple):
    """The decision that an action carries out: the two say one thing, and are one entry of the tracker."""

    ref: str
    """The ref it has without the action; its address leads to the action's."""
    text: str
    part: str
    """The anchor on the page of the record in which both stand."""


class Raised(NamedTuple):
    """One recommendation or action, and where it stands. A tuple, because there are thousands at every start."""

    ref: str
    """Permanent and short, lower-case letters, digits and hyphens: `visits-2023-a`."""
    text: str
    """What is recommended or to be done."""
    kind: str
    """`recommendation`, `action`, `report requested`, `resolution` or `promise`."""
    source: str
    """Where it arose, in words: `Police and Crime Panel, 20 February 2020`."""
    noun: str
    """The kind of record it stands in."""
    id: str
    """The id of that record."""
    part: str
    """The anchor on that record's page."""
    raised_on: date | None
    owner: tuple[str, ...] = ()
    """Who is to do it: roles or bodies."""
    due: date | None = None
    due_as_printed: str = ""
    strand: str = ""
    """The part of a plan to which it belongs."""
    about: tuple[tuple[str, str], ...] = ()
    """The records that it is about, besides the one in which it stands: the noun and id of each."""
    decided: Decided | None = None
    """The decision that it carries out, where a meeting first decided it."""

    def named(self) -> tuple[tuple[str, str], ...]:
        """Every ref by which it can be linked to, and the words there."""
        return ((self.ref, self.text), *([(self.decided.ref, self.decided.text)] if self.decided else []))


def address_of(ref: str) -> str:
    """The page in the tracker of what has this ref."""
    return f"recommendations/{ref}/"
