"""What a section says of itself on the home page: how much is open, and what is due next."""

from datetime import date
from typing import NamedTuple

from generators.link import Link


class Counted(NamedTuple):
    """How many there are of something that somebody has still to deal with."""

    link: Link
    """What is counted, and the list of it."""
    number: int
    tone: str = "plain"
    """How the number is to look; its words say the same."""


class Due(NamedTuple):
    """Something that is to be done by a day that has not passed."""

    date: date
    link: Link
    words: str
    """What it is, in a word or two."""


class Glance(NamedTuple):
    """What one section has to say."""

    counted: tuple[Counted, ...] = ()
    due: tuple[Due, ...] = ()
    """By date, the next one first."""
