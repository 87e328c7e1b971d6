"""Whether two cells say the same: two ways of writing one thing are no change."""

from collections.abc import Mapping

from generators.dates import sheet_day
from generators.money import declared
from generators.periods import period
from generators.side_file import BLANK, compared
from generators.spreadsheets.column import Column
from generators.spreadsheets.columns_named import bare


def canon(text: str, column: Column, in_ours: Mapping[str, str] | None) -> str:
    """What is compared of a cell to know a row again: two ways of writing one thing are the same."""
    if in_ours:
        text = in_ours.get(compared(text) or BLANK, text)
    if column.form in ("day", "sheet day") and (day := sheet_day(text)):
        return day.isoformat()
    if column.form == "period" and (found := period(text)):
        return found.id
    if column.form in ("number", "whole number"):
        return text.replace(",", "").replace("£", "").strip()
    return bare(text) or text.strip()


def same(new: str, old: str, column: Column, in_ours: Mapping[str, str] | None, *, is_number: bool) -> bool:
    """Whether two cells say the same, so that what was typed is kept."""
    if " ".join(new.split()) == " ".join(old.split()):
        return True
    if column.form not in ("text", "id", "id of"):
        return canon(new, column, in_ours) == canon(old, column, in_ours)
    if is_number and old:
        value, was = declared(new), declared(old)
        return value is not None and value == was
    return False
