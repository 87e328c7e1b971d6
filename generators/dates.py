"""Dates and times as people in Britain read them."""

import re
from datetime import date, datetime, time
from functools import cache

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@cache
def long_date(day: date | datetime) -> str:
    """`22 September 2017`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """`22 Sep 2017`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def full_date(day: date) -> str:
    """`Friday 22 September 2017`."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"


def clock(at: time) -> str:
    """`2pm`, `3.30pm`, `noon` or `midnight`."""
    if at.minute == 0 and at.hour in (0, 12):
        return "noon" if at.hour else "midnight"
    hour = at.hour % 12 or 12
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{hour}{minutes}{'pm' if at.hour >= 12 else 'am'}"


def printed_weekday(text: str) -> str | None:
    """The day of the week that a printed date names, or None."""
    found = re.search(r"\b(" + "|".join(WEEKDAYS) + r")\b", text, re.IGNORECASE)
    return found[1].capitalize() if found else None
