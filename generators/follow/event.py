"""A meeting as a calendar shows it."""

from datetime import date, time
from typing import Literal, NamedTuple


class Event(NamedTuple):
    """One event. It keeps its key when the meeting is moved to another day."""

    key: str
    """`meeting:etp/2023-06-28`; of a meeting that was moved, that of the day for which it was first called."""
    body: str
    """The id of the body that meets; of a last day that is no meeting, what stands for all of these."""
    title: str
    address: str
    """Its page, from the site's root."""
    day: date
    start: time | None
    end: time | None
    place: str
    status: Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
    words: str
    """What else there is to say, in sentences."""
    sequence: int
    """How often it was changed."""
    changed: date
    """The day on which its record was last changed."""
