"""Days as people type them, and the order of day and month that a column keeps to."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from generators.dates import month_named, sheet_day, year_of
from generators.spreadsheets.grid import Cell

Order = Literal["day first", "month first", "unclear"]
NUMBERS = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?:\s.*)?")
NAMED = re.compile(
    r"(?:[a-z]+day,?\s+)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s\-]+(?P<month>[a-z]{3,9})"
    r"|(?P<month2>[a-z]{3,9})\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?)\.?,?[\s\-]+(?P<year>\d{4}|\d{2})",
    re.IGNORECASE,
)
MONTH = re.compile(
    r"(?P<month>[a-z]{3,9})\.?[\s\-/']+(?P<year>\d{4}|\d{2})|(?P<month2>\d{1,2})[/\-](?P<year2>\d{4})", re.I
)
OF_A_PROGRAM = re.compile(r"((?:19|20)\d\d)(-?)(\d\d)\2(\d\d)(?:T00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?)?", re.ASCII)
"""`20240324`, `2024-03-24T00:00:00Z`: days by a program. With an hour in a zone it could be the day before."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)})[a-z]*\.?,?\s+(\d.*|[a-z]+\s+\d.*)", re.IGNORECASE)
FEW = 3
"""Fewer real days than these prove nothing."""


def order_of(cells: Iterable[Cell]) -> Order:
    """In which order a column has day and month, as far as its cells prove it.

    A spreadsheet that takes the month first makes days of `03/04/2023` and leaves `25/04/2023` as text: then the days
    it made have day and month exchanged, and none of them lies after the twelfth.
    """
    day_first = month_first = False
    real: list[int] = []
    for cell in cells:
        if cell.form == "day":
            real.append(int(cell.text[8:10]))
        elif found := NUMBERS.fullmatch(cell.text):
            day_first |= int(found[1]) > 12
            month_first |= int(found[2]) > 12
    exchanged = day_first and len(real) >= FEW and max(real) <= 12
    return "unclear" if month_first or exchanged else "day first"


def day_of(text: str, order: Order) -> date | None:
    """The day that a text names; None where it names none, or where it could name two."""
    found = NUMBERS.fullmatch(text)
    if found:
        one, two = int(found[1]), int(found[2])
        if order == "unclear" and max(one, two) <= 12 and one != two:
            return None
        if order == "month first" or (order == "unclear" and two > 12):
            return _day(year_of(found[3]), one, two)
    return sheet_day(text) or _of_a_program(text) or _named(text) or _of_weekday(text, order)


def first_of_month(text: str) -> date | None:
    """The first day of a month that a text names alone: `Apr-23`."""
    found = MONTH.fullmatch(text.strip())
    if not found:
        return None
    month = month_named(found["month"]) if found["month"] else int(found["month2"])
    return _day(year_of(found["year"] or found["year2"]), month, 1)


def _of_weekday(text: str, order: Order) -> date | None:
    """`Wed 8 March 2023`, if that is a Wednesday."""
    found = WEEKDAY.fullmatch(text)
    day = day_of(found[2], order) if found else None
    return day if found and day and WEEKDAYS[day.weekday()] == found[1].lower() else None


def _of_a_program(text: str) -> date | None:
    found = OF_A_PROGRAM.fullmatch(text)
    return _day(int(found[1]), int(found[3]), int(found[4])) if found else None


def _named(text: str) -> date | None:
    found = NAMED.fullmatch(" ".join(text.split()))
    if not found:
        return None
    return _day(
        year_of(found["year"]), month_named(found["month"] or found["month2"]), int(found["day"] or found["day2"])
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
