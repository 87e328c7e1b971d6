"""Months, quarters and years for which a figure is given: read as typed, counted on, and written in words.

A quarter is of the calendar year (`2020-q1`) or of the financial year, which begins in April (`2019-20-q4`: January
to March 2020).
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from generators.dates import MONTHS

Frequency = Literal["month", "quarter", "financial quarter", "year", "financial year"]
NOUNS: dict[Frequency, str] = {
    "month": "month", "quarter": "quarter", "financial quarter": "quarter", "year": "year", "financial year": "year",
}  # fmt: skip
MONTHS_IN: dict[Frequency, int] = {
    "month": 1, "quarter": 3, "financial quarter": 3, "year": 12, "financial year": 12,
}  # fmt: skip
APRIL = 4
WRITTEN = re.compile(
    r"(?P<year>(?:19|20)\d\d)"
    r"(?:-(?P<month>0[1-9]|1[0-2])|(?:[-/](?P<next>\d\d))?(?:[- ]?q(?P<quarter>[1-4])|(?P<bare>)))",
    re.IGNORECASE,
)
"""`2020-03`; `2020-q1`; `2019-20-q4` or `2019/20 Q4`; `2020`; `2019-20` or `2019/20`. `2009-10` is a month: the year is
written `2009/10`."""


class Period(NamedTuple):
    """One month, quarter or year. Those of one frequency can be compared and counted."""

    frequency: Frequency
    months: int
    """Its first month, counted from the beginning of the year nought."""

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.months // 12, self.months % 12 + 1, 1)

    @property
    def last_day(self) -> date:
        """Its last day."""
        return self.after(1).first_day - timedelta(days=1)

    @property
    def noun(self) -> str:
        """What it is: `month`, `quarter` or `year`."""
        return NOUNS[self.frequency]

    @property
    def month(self) -> int:
        """Its first month, 1 to 12."""
        return self.months % 12 + 1

    @property
    def id(self) -> str:
        """As part of an id: `2020-03`, `2020-q1`, `2019-20-q4`, `2020`, `2019-20`."""
        year, month = self.first_day.year, self.first_day.month
        match self.frequency:
            case "month":
                return f"{year}-{month:02}"
            case "quarter":
                return f"{year}-q{(month + 2) // 3}"
            case "financial quarter":
                began = year if month >= APRIL else year - 1
                return f"{_pair(began)}-q{(month - APRIL) % 12 // 3 + 1}"
            case "year":
                return str(year)
            case "financial year":
                return _pair(year)

    @property
    def words(self) -> str:
        """`March 2020`; `January to March 2020`; `2020`; `2019/20`."""
        first, last = self.first_day, self.last_day
        match self.frequency:
            case "month":
                return f"{MONTHS[first.month - 1]} {first.year}"
            case "quarter" | "financial quarter":
                return f"{MONTHS[first.month - 1]} to {MONTHS[last.month - 1]} {last.year}"
            case "year":
                return str(first.year)
            case "financial year":
                return _pair(first.year).replace("-", "/")

    @property
    def during(self) -> str:
        """When something happened in it: `in March 2020`; `from January to March 2020`; `in 2019/20`."""
        return f"{'from' if self.noun == 'quarter' else 'in'} {self.words}"

    def after(self, steps: int) -> "Period":
        """The period that comes so many later; earlier for a number below nought."""
        return Period(self.frequency, self.months + steps * MONTHS_IN[self.frequency])


@lru_cache(maxsize=4096)
def period(text: str) -> Period | None:
    """The period that is written so; None where it is none."""
    found = WRITTEN.fullmatch(text.strip())
    if not found:
        return None
    year = int(found["year"])
    if found["next"]:
        if int(found["next"]) != (year + 1) % 100:
            return None
        start = year * 12 + APRIL - 1
        if found["quarter"]:
            return Period("financial quarter", start + 3 * (int(found["quarter"]) - 1))
        return Period("financial year", start)
    if found["month"]:
        return Period("month", year * 12 + int(found["month"]) - 1)
    if found["quarter"]:
        return Period("quarter", year * 12 + 3 * (int(found["quarter"]) - 1))
    return Period("year", year * 12)


def month_of(day: date) -> Period:
    """The month in which a day lies."""
    return Period("month", day.year * 12 + day.month - 1)


def financial_quarter(day: date) -> Period:
    """The quarter of the financial year in which a day lies."""
    months = month_of(day).months
    return Period("financial quarter", months - months % 3)


def span(first: Period, last: Period) -> str:
    """From the beginning of one period to the end of another of its frequency: `January 2020 to December 2021`."""
    if first == last:
        return first.words
    if first.noun != "quarter":
        return f"{first.words} to {last.words}"
    began, ended = first.first_day, last.last_day
    return f"{MONTHS[began.month - 1]} {began.year} to {MONTHS[ended.month - 1]} {ended.year}"


def _pair(year: int) -> str:
    """`2019-20`, the financial year that begins in April of this year."""
    return f"{year}-{(year + 1) % 100:02}"
