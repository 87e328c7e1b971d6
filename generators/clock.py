"""The clock. Whatever is made depends on a moment that is handed on, and never on when somebody asks."""

from datetime import datetime

from generators.fields import LONDON


def this_moment() -> datetime:
    """The moment in local time."""
    return datetime.now(LONDON)
