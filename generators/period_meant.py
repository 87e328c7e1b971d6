"""The period that is meant where one is written as people or spreadsheets write it: asked, never taken for granted."""

import re
from datetime import date

from generators.dates import SERIALS, day_counted, month_named, sheet_day, year_of
from generators.periods import Period, period

NAMED = re.compile(r"(?P<name>[a-z]{3,9})\.?[ \-/']+(?P<year>\d{4}|\d{2})", re.IGNORECASE)
"""`March 2022`; also `Mar-22`, which a spreadsheet makes of 2022-03."""
NUMBERED = re.compile(r"(?P<month>\d{1,2})[/.\-](?P<year>(?:19|20)\d\d)")
TURNED = re.compile(r"(?P<year>(?:19|20)\d\d)[/.\-](?P<month>\d{1,2})(?:[/.\-]\d{1,2})?")
"""`2022-3`, `2022/03` or a whole day, `2022-03-01`."""
QUARTER = re.compile(
    r"q(?:uarter|tr)?[ \-]*(?P<number>[1-4])[, \-]*(?:of )?(?P<year>(?:19|20)\d\d(?:[/\-]\d\d)?)", re.I
)
AS_TEXT = "A spreadsheet makes a date of a month: format the column as text before you write it."


def meant(text: str) -> str:
    """A question to whoever wrote this, and how it came about if a spreadsheet did it; empty where nobody can tell."""
    written = text.strip()
    if re.fullmatch(r"\d{5}", written) and int(written) in SERIALS:
        return f"{_question(_month_of(day_counted(int(written))))} {AS_TEXT}"
    quarter = QUARTER.fullmatch(written)
    if quarter:
        return _question(period(f"{quarter['year']}-q{quarter['number']}"))
    day = sheet_day(written)
    found = _month_of(day) if day else _month(written)
    is_made_by_sheet = bool(day or re.fullmatch(r"[A-Z][a-z]{2}-\d\d", written))
    return f"{_question(found)}{f' {AS_TEXT}' if found and is_made_by_sheet else ''}"


def _question(found: Period | None) -> str:
    return f" Do you mean {found.id}?" if found else ""


def _month_of(day: date) -> Period:
    return Period("month", day.year * 12 + day.month - 1)


def _month(written: str) -> Period | None:
    named, numbered = NAMED.fullmatch(written), NUMBERED.fullmatch(written) or TURNED.fullmatch(written)
    month = month_named(named["name"]) if named else int(numbered["month"]) if numbered else 0
    year = year_of(named["year"]) if named else int(numbered["year"]) if numbered else 0
    return Period("month", year * 12 + month - 1) if 1 <= month <= 12 else None
