"""What a record asks for, a recommendation, an action or a promise: written where it arose, tracked in one place."""

from datetime import date
from typing import NamedTuple


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


def address_of(ref: str) -> str:
    """The page in the tracker of what has this ref."""
    return f"recommendations/{ref}/"
