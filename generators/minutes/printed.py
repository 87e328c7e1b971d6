"""Days and times as minutes print them."""

import re
from dataclasses import dataclass
from datetime import date, time

from generators.dates import MONTHS, month_named

DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun"
MONTH = "|".join((*MONTHS, *(month[:3] for month in MONTHS), "sept"))
DATE = re.compile(
    rf"(?:(?P<weekday>{DAYS})\b[,.]?\s+(?:the\s+)?)?(?P<day>\d{{1,2}})\s*(?:(?:st|nd|rd|th)\s*|\s+)(?:day\s+)?(?:of\s+)?(?P<month>{MONTH})\b[.,]?\s*(?P<year>\d{{4}})"
    rf"|(?:(?P<weekday2>{DAYS})\b[,.]?\s+)?(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
    r"|(?<![\d./-])(?P<year4>(?:19|20)\d\d)(?P<sign>[./-])(?P<month4>\d{1,2})(?P=sign)(?P<day4>\d{1,2})(?![\d/-])"
    r"|\b(?P<day3>\d{1,2})[./-](?P<month3>\d{1,2})[./-](?P<year3>(?:19|20)?\d\d)\b(?!/)",
    re.IGNORECASE,
)
TIME = re.compile(
    r"(?<![\d.£/])(?P<hour>[01]?\d|2[0-3])(?:\s?[:.]\s?(?P<minute>[0-5]\d))?\s*(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?|noon\b|midday\b)"
    r"|(?<![\d.£/:])(?P<hour2>[01]\d|2[0-3])[:.](?P<minute2>[0-5]\d)(?!\d|[./]\d|%)\s*(?:hrs|hours)?"
    r"|(?<![\d.£/:])(?P<hour3>[01]\d|2[0-3])(?P<minute3>[0-5]\d)\s*(?:hrs|hours)\b"
    r"|\b(?P<noon>noon|midday)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Day:
    """A day as printed."""

    day: date
    printed: str
    start: int
    end: int


@dataclass(frozen=True)
class Clock:
    """A time as printed."""

    time: time
    start: int
    end: int


def days(text: str) -> list[Day]:
    """Every whole date of a text, in order."""
    found = []
    for match in DATE.finditer(text):
        day, month, year = (
            next(
                value for name in (f"{part}", f"{part}2", f"{part}3", f"{part}4") if (value := match[name]) is not None
            )
            for part in ("day", "month", "year")
        )
        number = int(month) if month.isdigit() else month_named(month)
        whole = int(year) + (2000 if len(year) == 2 else 0)
        try:
            found.append(Day(date(whole, number, int(day)), " ".join(match[0].split()), match.start(), match.end()))
        except ValueError:
            continue
    return found


def clocks(text: str) -> list[Clock]:
    """Every time of day of a text, in order; `2 - 4 pm` is two of the afternoon."""
    found: list[Clock] = []
    for match in TIME.finditer(text):
        if match["noon"]:
            found.append(Clock(time(12), match.start(), match.end()))
            continue
        hour = int(match["hour"] or match["hour2"] or match["hour3"])
        minute = int(match["minute"] or match["minute2"] or match["minute3"] or 0)
        half = (match["half"] or "").lower().replace(".", "").replace(" ", "")
        if half.startswith("p") and hour < 12:
            hour += 12
        if half.startswith("a") and hour == 12:
            hour = 0
        found.append(Clock(time(hour, minute), match.start(), match.end()))
    return found
