"""Something that the office has still to prepare or to publish."""

from datetime import date
from typing import Literal, NamedTuple

About = Literal["deadline", "meeting", "minutes", "plan", "record", "figures"]
"""deadline: a law or a record names the last day; all others are what somebody has to think of."""


class ToDo(NamedTuple):
    """One thing to do."""

    about: About
    words: str
    """What is to be done, in one line."""
    path: str
    """The file to open."""
    day: date | None = None
    """The day by which, or on which; None where nobody has named one."""

    def is_overdue(self, today: date) -> bool:
        """Whether a day that a law or a record names has passed."""
        return self.about == "deadline" and self.day is not None and self.day < today
