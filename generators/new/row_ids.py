"""Ids for new rows, in the style of those that the register has."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generators.dates import sheet_day
from generators.new.row_keys import CALLED, DATED
from generators.slugs import letters, short_slug, slug_of

BY_MONTH, BY_YEAR, OF_THE_YEAR = "month and letter", "year and letter", "year and words"
STYLES = {
    BY_MONTH: re.compile(r"(?:\d{4}-\d\d|undated)-[a-z]{1,3}"),
    BY_YEAR: re.compile(r"\d{4}-[a-z]{1,2}"),
    OF_THE_YEAR: re.compile(r"\d{4}-[a-z].*[a-z]"),
}
"""Styles that an id shows by itself: `2024-03-b`, `2024-b`, `2024-covid-costs`."""
NUMBERED = re.compile(r"(.*?)(\d+)")
MOST = 0.6
"""The share of ids that must be of one style for the register to have it."""
WORDS = 4
"""How many words of a text stand behind the year."""
Row = Mapping[str, str]


def row_ids(register: str, rows: Iterable[Row], present: Sequence[tuple[str, Row]], needed: str) -> Iterator[str]:
    """An id for every new row. `present`: the ids that there are, with their rows; `needed`: a field all rows have."""
    taken = {id for id, _ in present}
    style = _style(register, present)
    start, digits, number = _numbers(taken, style)
    tried: dict[str, int] = {}
    for row in rows:
        if style.startswith("#"):
            number += 1
            base = f"{start}{number:0{digits}}"
        else:
            base = _base(row, style, register, needed)
        id = _free(base, taken, tried, is_lettered=style in (BY_MONTH, BY_YEAR) and register in DATED)
        taken.add(id)
        yield id


def _style(register: str, present: Sequence[tuple[str, Row]]) -> str:
    """One of the styles, the name of a column, or `#` and what stands before a number."""
    most = MOST * len(present)
    usual = CALLED.get(register, BY_MONTH)
    if not present:
        return usual
    for style in (BY_MONTH, BY_YEAR):
        if sum(bool(STYLES[style].fullmatch(id)) for id, _ in present) >= most:
            return style
    made = Counter(name for id, row in present for name, cell in row.items() if cell and slug_of(cell) == id)
    if made and made.most_common(1)[0][1] >= most:
        return made.most_common(1)[0][0]
    starts = Counter(found[1] for id, _ in present if (found := NUMBERED.fullmatch(id)))
    if starts and starts.most_common(1)[0][1] >= most:
        return f"#{starts.most_common(1)[0][0]}"
    is_of_the_year = sum(bool(STYLES[OF_THE_YEAR].fullmatch(id)) for id, _ in present) >= most
    return OF_THE_YEAR if is_of_the_year else usual


def _base(row: Row, style: str, register: str, needed: str) -> str:
    """What the id begins with."""
    day = sheet_day(row.get(DATED.get(register, ""), ""))
    words = short_slug(row.get(needed, ""))
    if style in STYLES and (day or register in DATED):
        if style == OF_THE_YEAR:
            return "-".join([f"{day:%Y}" if day else "undated", *words.split("-")[:WORDS]])
        return f"{day:{'%Y' if style == BY_YEAR else '%Y-%m'}}" if day else "undated"
    return short_slug(row.get(style, "")) or words or "row"


def _numbers(taken: set[str], style: str) -> tuple[str, int, int]:
    """What stands before the numbers, how many digits they have, and the last of them."""
    start = style[1:]
    found = [match[2] for id in taken if (match := NUMBERED.fullmatch(id)) and match[1] == start]
    return start, max(map(len, found), default=1), max(map(int, found), default=0)


def _free(base: str, taken: set[str], tried: dict[str, int], *, is_lettered: bool) -> str:
    """The base with the first letter, or number, with which nobody has it. `tried`: how far each base has come."""
    at = tried.get(base, 0)
    id = ""
    while not id or id in taken:
        at += 1
        id = f"{base}-{letters(at)}" if is_lettered else base if at == 1 else f"{base}-{at}"
    tried[base] = at
    return id
