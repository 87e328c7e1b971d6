"""The period that is meant where one is written as people or spreadsheets write it."""

import re

from generators.dates import SERIALS, day_counted, month_named, sheet_day, year_of
from generators.periods import Period, month_of, period

NAMED = re.compile(r"(?P<name>[a-z]{3,9})\.?[ \-/']+(?P<year>\d{4}|\d{2})", re.IGNORECASE)
"""`March 2022`; also `Mar-22`, which a spreadsheet makes of 2022-03."""
NUMBERED = re.compile(r"(?P<month>\d{1,2})[/.\-](?P<year>(?:19|20)\d\d)")
TURNED = re.compile(r"(?P<year>(?:19|20)\d\d)[/.\-](?P<month>\d{1,2})(?:[/.\-]\d{1,2})?")
"""`2022-3`, `2022/03` or a whole day, `2022-03-01`."""
QUARTER = r"q(?:uarter|tr)?[\s\-]*(?P<number>[1-4])"
QUARTER_OF_YEAR = re.compile(rf"{QUARTER}[,\s\-]*(?:of\s+)?(?P<year>(?:19|20)\d\d(?:[/\-]\d\d)?)", re.IGNORECASE)
"""`Q1 2022`, `Quarter 4 of 2019/20`: the other way round than a period is written here."""
QUARTER_ALONE = re.compile(rf"{QUARTER}|[1-4](?:st|nd|rd|th)\s+quarter", re.IGNORECASE)
AS_TEXT = "A spreadsheet makes a date of a month: format the column as text before you write it."


def meant(text: str) -> str:
    """A question to whoever wrote this, and how it came about if a spreadsheet did it; empty where nobody can tell."""
    written = text.strip()
    if re.fullmatch(r"\d{5}", written) and int(written) in SERIALS:
        return f"{_question(month_of(day_counted(int(written))))} {AS_TEXT}"
    if QUARTER_OF_YEAR.fullmatch(written):
        return _question(quarter_first(written))
    day = sheet_day(written)
    found = month_of(day) if day else _month(written)
    is_made_by_sheet = bool(day or re.fullmatch(r"[A-Z][a-z]{2}-\d\d", written))
    return f"{_question(found)}{f' {AS_TEXT}' if found and is_made_by_sheet else ''}"


def quarter_first(written: str) -> Period | None:
    """The quarter that is written before its year, as people say it; None where it is none."""
    found = QUARTER_OF_YEAR.fullmatch(written)
    return period(f"{found['year']}-q{found['number']}") if found else None


def is_quarter_alone(written: str) -> bool:
    """Whether this is a quarter without its year, as a column is named: `Q1`, `1st quarter`."""
    return QUARTER_ALONE.fullmatch(written) is not None


def _question(found: Period | None) -> str:
    return f" Do you mean {found.id}?" if found else ""


def _month(written: str) -> Period | None:
    named, numbered = NAMED.fullmatch(written), NUMBERED.fullmatch(written) or TURNED.fullmatch(written)
    month = month_named(named["name"]) if named else int(numbered["month"]) if numbered else 0
    year = year_of(named["year"]) if named else int(numbered["year"]) if numbered else 0
    return Period("month", year * 12 + month - 1) if 1 <= month <= 12 else None
