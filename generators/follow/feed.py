"""A feed: one thing that can be followed, and what is to be announced of it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from generators.follow.happening import Happening

NEVER = date(1970, 1, 1)
"""Stands for the day of the latest entry in a feed that has none; no record tells of that day."""


class Followed(NamedTuple):
    """One thing that can be followed."""

    address: str
    """The page beside which the files of its feed lie."""
    title: str
    why: str
    """Why its reader is told, in a sentence."""
    key: str


class Feed(NamedTuple):
    """What is announced of one thing that can be followed."""

    address: str
    """The page beside which its files lie."""
    title: str
    why: str
    """Why its reader is told, in a sentence."""
    key: str
    entries: Sequence[Happening]
    """The latest first."""

    @property
    def updated(self) -> date:
        """The day of its latest entry."""
        return self.entries[0].day if self.entries else NEVER
