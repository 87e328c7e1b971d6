"""What happened to a record, as a feed announces it."""

from datetime import date
from typing import NamedTuple

from generators.link import Link


class Happening(NamedTuple):
    """One thing that happened: a publication, a change, a decision, an update. Its id never changes."""

    id: str
    """The record's noun and id, and what happened: `paper:etp/2023-06-28/visits/corrected-2023-07-01`."""
    day: date
    """From the record, never from the clock."""
    link: Link
    what: str
    """`Published`, `Corrected`, `Noted`: one word or few, in front of the title."""
    words: str
    """What changed, or why, in a sentence; empty where the title says all."""
    about: tuple[str, ...]
    """The keys of all that it belongs to or names: who follows one of these is told."""
    first: date | None = None
    """The day from which it could be read here, where that is another."""
