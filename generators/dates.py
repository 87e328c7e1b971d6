"""Dates and times as people in Britain read them."""

import re
from datetime import date, datetime, time, timedelta
from functools import cache

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
PRINTED = re.compile(
    r"(?P<more>\b\d{1,2}(?:st|nd|rd|th)?\s*(?:,|&|/|-|–|to|and)\s*(?:[a-z]+day,?\s+)?)?"
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?"
    rf"(?:\s+(?P<name>{'|'.join(name[:3] for name in MONTHS)})[a-z]*\.?,?\s+|[/.](?P<month>\d{{1,2}})[/.])"
    r"(?P<year>\d{4})\b",
    re.IGNORECASE,
)
"""A whole date in words or figures, and what stands before it where it is one of several days."""
AS_STORED = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?", re.ASCII)
"""A day as a spreadsheet keeps it, with its time of day if it has one."""
IN_A_SHEET = re.compile(
    r"(?:[a-z]+day,?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(?P<month>\d{1,2}|[a-z]{3,9})\.?,?[\s/.-]+"
    r"(?P<year>\d{4}|\d{2})(?:,?\s+\d{1,2}:\d\d(?::\d\d)?)?",
    re.IGNORECASE,
)
"""A day as British spreadsheets write it, `15/12/2017` or `15-Dec-17`, perhaps with a time of day."""
SERIALS = range(20_000, 80_000)
"""Numbers that are likely to be days as a spreadsheet counts them: from 1954 to 2119."""
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


def is_usual(day: date, printed: str | None) -> bool:
    """Whether a printed date says no more, and nothing else, than the day as this site writes it."""
    usual = (long_date(day), full_date(day), short_date(day), day.isoformat())
    return not printed or printed.replace(",", "").casefold() in [words.casefold() for words in usual]


def as_given(day: date | None, printed: str | None) -> str:
    """A day, and how it is printed where the print says something else: `2 June 2020, printed as “early June”`."""
    if day is None:
        return printed or ""
    return long_date(day) if is_usual(day, printed) else f"{long_date(day)}, printed as “{printed}”"


def printed_days(text: str) -> tuple[tuple[int, int, int], ...]:
    """The year, month and day of every whole date that a text names; nothing where it names several days at once."""
    found = []
    for match in PRINTED.finditer(text):
        if match["more"]:
            return ()
        name = match["name"]
        month = [known[:3] for known in MONTHS].index(name.capitalize()) + 1 if name else int(match["month"])
        found.append((int(match["year"]), month, int(match["day"])))
    return tuple(found)


def printed_weekday(text: str) -> str | None:
    """The day of the week that a printed date names, or None."""
    found = re.search(r"\b(" + "|".join(WEEKDAYS) + r")\b", text, re.IGNORECASE)
    return found[1].capitalize() if found else None


def sheet_day(text: str) -> date | None:
    """The day that a spreadsheet's cell names, the day of the month first; None where it names no day."""
    text = text.strip()
    try:
        if AS_STORED.fullmatch(text):
            return date.fromisoformat(text[:10])
        found = IN_A_SHEET.fullmatch(text)
        if not found:
            return None
        month = found["month"] if found["month"].isdigit() else month_named(found["month"])
        return date(year_of(found["year"]), int(month), int(found["day"]))
    except ValueError:
        return None


def is_written_like_a_day(text: str) -> bool:
    """Whether a spreadsheet's cell has the form of a day, even one that no calendar has."""
    return bool(AS_STORED.fullmatch(text.strip()) or IN_A_SHEET.fullmatch(text.strip()))


def day_counted(number: int) -> date:
    """The day that a spreadsheet keeps as this number: it counts days from 30 December 1899."""
    return date(1899, 12, 30) + timedelta(days=number)


def month_named(name: str) -> int:
    """The number of a month given by its name or the beginning of it; 0 where there is none of that name."""
    known = (number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower()))
    return 9 if name.lower() == "sept" else next(known, 0)


def year_of(digits: str) -> int:
    """The year that four digits give, or two of this century."""
    return int(digits) + (2000 if len(digits) == 2 else 0)


def financial_year(day: date) -> str:
    """The year from 1 April to 31 March in which a day lies: `2019-20`."""
    start = day.year if day.month >= 4 else day.year - 1
    return f"{start}-{(start + 1) % 100:02}"


def turned(text: str) -> str:
    """The day that is meant where its month and day changed places, as a question; empty where there is none."""
    year, month, day = text.split("-")
    try:
        return f" Did you mean {date.fromisoformat(f'{year}-{day}-{month}')}?"
    except ValueError:
        return ""
