"""How a body goes on numbering: its minutes from meeting to meeting, and the letters of its papers."""

import re
from collections.abc import Sequence
from datetime import date

from generators.sections.meetings.records.item import Item

WITH_YEAR = re.compile(r"(?P<before>.*?)(?P<number>\d+)/(?P<year>\d{2}|\d{4})")
"""`21/17`, or `EC/19/22`: a number and the year in which it is counted."""
ALONE = re.compile(r"(?P<before>\D*)(?P<number>\d+)")


def next_numbers(items: Sequence[Item], last: date, day: date, many: int) -> list[str]:
    """The numbers that the minutes of a meeting give to so many items; none where the last ones do not tell.

    `items`: those of the meeting before it, on the day `last`.
    """
    minutes = [item.minute for item in items if item.minute]
    if not minutes:
        return []
    with_year, alone = WITH_YEAR.fullmatch(minutes[-1]), ALONE.fullmatch(minutes[-1])
    if with_year:
        year = f"{day.year}"[-len(with_year["year"]) :]
        first = int(with_year["number"]) + 1 if day.year == last.year else 1
        return [f"{with_year['before']}{number}/{year}" for number in range(first, first + many)]
    if alone and ALONE.fullmatch(minutes[0]):
        starts_anew = int(re.sub(r"\D", "", minutes[0])) == 1
        first = 1 if starts_anew else int(alone["number"]) + 1
        return [f"{alone['before']}{number}" for number in range(first, first + many)]
    return []


def next_letter(marks: Sequence[str]) -> str | None:
    """The letter after the last of these; None where papers are marked with something else, or Z is taken."""
    letters = [mark for mark in marks if re.fullmatch("[A-Z]", mark)]
    if not letters:
        return "A" if not marks else None
    return chr(ord(max(letters)) + 1) if max(letters) < "Z" else None
