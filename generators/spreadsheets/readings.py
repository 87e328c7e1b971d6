"""What a cell says in a column of ours: kept as typed where it may be, understood where it can be, else refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from generators import side_file
from generators.dates import MONTHS, SERIALS, day_counted, sheet_day
from generators.money import declared
from generators.period_meant import quarter_first
from generators.periods import Frequency, Period, month_of, period
from generators.problem import nearest
from generators.read.csv_text import formulas
from generators.read.yaml_text import CONTROL
from generators.slugs import slug_of
from generators.spreadsheets.column import Column
from generators.spreadsheets.days import Order, day_of, first_of_month
from generators.spreadsheets.grid import Cell
from generators.spreadsheets.synonyms import EMPTY, NOUGHT, YES


class Reading(NamedTuple):
    """What a cell says, and what is to be told of that."""

    text: str = ""
    told: str = ""
    """How it was understood, where that is not what was typed."""
    refused: str = ""
    """Why it was not."""
    word: str = ""
    """Where it is the office's own word for one of ours, ours."""


@dataclass(frozen=True)
class Legend:
    """What is known of one column when its cells are read."""

    column: Column
    words: Mapping[str, str] = field(default_factory=dict)
    """The side file's: their word as it is compared, and ours."""
    others: Mapping[str, str] = field(default_factory=dict)
    """Words that offices are known to use."""
    turned: Mapping[str, str] = field(default_factory=dict)
    """Where the column of the sheet asks for the opposite of ours: what stands there, and ours, which is written."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """For ids of other records: a name or id as it is compared, and the id; empty where several have that name."""
    order: Order = "day first"
    frequency: Frequency | None = None
    context: Mapping[str, Any] = field(default_factory=dict)


def reading(cell: Cell, legend: Legend) -> Reading:
    """What a cell says."""
    text = CONTROL.sub("", cell.text).strip()
    if cell.form == "error":
        return Reading(refused=f"a formula gave {text} and no value. Put the value itself into the cell.")
    if not text:
        return Reading()
    for _, why in formulas({"": text}):
        return Reading(refused=why)
    if meant := legend.turned.get(side_file.compared(text)):
        return Reading(meant, f"“{text}” is read as {meant}")
    if side_file.compared(text) in legend.words:
        return Reading(text)
    by_form = BY_FORM.get(legend.column.form)
    found = by_form(cell, text, legend) if by_form else None
    return found or _as_typed(text, legend) or Reading(refused=_wrong(text, legend))


def _as_typed(text: str, legend: Legend) -> Reading | None:
    if not _wrong(text, legend):
        return Reading(text)
    on_one_line = " ".join(text.split())
    return None if _wrong(on_one_line, legend) else Reading(on_one_line)


def _wrong(text: str, legend: Legend) -> str:
    return legend.column.wrong(text, dict(legend.context))


def _nothing(text: str, legend: Legend) -> Reading | None:
    """A cell that says that there is nothing to say."""
    if side_file.compared(text) in EMPTY and not legend.column.is_needed:
        return Reading("", f"“{text}” is read as an empty cell")
    return None


def _day(cell: Cell, text: str, legend: Legend) -> Reading:
    iso = legend.column.form == "day"
    if cell.form == "day":
        if legend.order == "unclear" and int(text[8:10]) <= 12 and text[5:7] != text[8:10]:
            return Reading(refused=_two_ways(text))
        return Reading(text[:10], f"{text} is read as the day alone" if len(text) > 10 else "")
    if cell.form == "number":
        if text.isdigit() and int(text) in SERIALS:
            counted = day_counted(int(text)).isoformat()
            return Reading(counted, f"the number {text} is read as the day {counted}")
        return Reading(refused=f'"{text}" is a number and no day.')
    day_ = day_of(text, legend.order)
    if day_ is None:
        month = first_of_month(text)
        if month:
            return Reading(refused=f'"{text}" names a month and no day. Is it {month}? Write the day.')
        if legend.order == "unclear" and sheet_day(text):
            return Reading(refused=_two_ways(sheet_day(text).isoformat()))  # type: ignore[union-attr]
        refused = (
            legend.column.wrong(text, {}) or f'"{text}" has the month before the day, unlike the rest. Write it anew.'
        )
        return _nothing(text, legend) or Reading(refused=refused)
    if not iso and sheet_day(text) == day_:
        return Reading(text)
    return Reading(day_.isoformat(), "" if text == day_.isoformat() else f"“{text}” is read as {day_.isoformat()}")


def _two_ways(iso: str) -> str:
    year, month, day = map(int, iso[:10].split("-"))
    one, two = f"{day} {MONTHS[month - 1]} {year}", f"{month} {MONTHS[day - 1]} {year}"
    return f"it can be {one} or {two}: the column mixes two orders. Give --dates day-first or --dates month-first."


def _yes_or_no(_: Cell, text: str, legend: Legend) -> Reading | None:
    word = YES.get(side_file.compared(text))
    if word is None:
        return _nothing(text, legend)
    return Reading(word, f"“{text}” is read as {word}" if word != text.lower() else "")


def _number(_: Cell, text: str, legend: Legend) -> Reading | None:
    if not _wrong(text, legend):
        return Reading(text)
    bare = text.replace(",", "").replace(" ", "")
    if not _wrong(bare, legend):
        return Reading(bare, f"“{text}” is read as {bare}")
    if side_file.compared(text) in NOUGHT:
        return Reading("0", f"“{text}” is read as 0")
    found = declared(text)
    meant = f" Is it {found.low:f}?" if found and found.low is not None and found.low == found.high else ""
    return _nothing(text, legend) or Reading(refused=f"{_wrong(text, legend)}{meant}")


def _choice(_: Cell, text: str, legend: Legend) -> Reading | None:
    word = " ".join(text.casefold().strip(" .").split())
    if not _wrong(text, legend):
        return Reading(text)
    if word in legend.column.choices:
        return Reading(word, f"“{text}” is read as {word}" if word != text.casefold() else "")
    if ours := legend.others.get(side_file.compared(text)):
        return Reading(text, f"“{text}” is read as {ours}", word=ours)
    return _nothing(text, legend)


def _id_of(_: Cell, text: str, legend: Legend) -> Reading | None:
    whole, sign, part = text.partition("#")
    if not legend.ids or whole in legend.ids.values() or (whole + sign + part) in legend.ids.values():
        return None
    id = legend.ids.get(side_file.compared(whole))
    if id:
        return Reading(f"{id}{sign}{part}", f"“{text}” is read as {id}{sign}{part}")
    if id == "":
        return Reading(refused=f'more than one {legend.column.refers_to} is called "{text}". Write the id.')
    if found := _nothing(text, legend):
        return found
    near = nearest(whole, legend.ids.values()) or nearest(side_file.compared(whole), legend.ids)
    return Reading(refused=f'there is no {legend.column.refers_to} "{text}".{near}')


def _id(_: Cell, text: str, legend: Legend) -> Reading | None:
    if not _wrong(text, legend) and slug_of(text) == text:
        return Reading(text)
    id = slug_of(text)
    return Reading(id, f"“{text}” is read as {id}") if id else None


def _period(cell: Cell, text: str, legend: Legend) -> Reading | None:
    if cell.form == "text" and period(text):
        return Reading(text)
    day = date.fromisoformat(text[:10]) if cell.form == "day" else first_of_month(text)
    if day and legend.frequency in (None, "month"):
        found: Period | None = month_of(day)
    else:
        found = quarter_first(text)
    return Reading(found.id, f"“{text}” is read as {found.id}") if found else None


BY_FORM: Mapping[str, Callable[[Cell, str, Legend], Reading | None]] = {
    "day": _day, "sheet day": _day, "yes or no": _yes_or_no, "whole number": _number, "number": _number,
    "choice": _choice, "id of": _id_of, "id": _id, "period": _period,
}  # fmt: skip
