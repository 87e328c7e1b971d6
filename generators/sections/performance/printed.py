"""Numbers as a report prints them: `15,794`, `94%`, `+2pp`, `74 Days`, `49% decrease`."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

GAP = "-"
"""What a report prints where it has no value."""
SAME = "="
"""What a report prints where nothing has changed."""
NUMBER = r"(?P<digits>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?) ?(?P<unit>%|pp|[A-Za-z]+(?: [A-Za-z]+)?)?"
VALUE = re.compile(NUMBER)
CHANGE = re.compile(rf"(?:(?P<way>in|de)creased? (?:of|by) )?{NUMBER}(?<!crease)(?: (?P<way_after>in|de)crease)?")


def amount(printed: str) -> float | int:
    """The number in what is printed: `28,977` is 28977, `49% decrease` is -49, `=` is 0."""
    found = CHANGE.fullmatch(printed)
    digits = found["digits"].replace(",", "") if found else "0"
    size = float(digits) if "." in digits else int(digits)
    return -size if found and "de" in (found["way"], found["way_after"]) else size


def unit(printed: str) -> str:
    """What stands after the number: `%`, `pp`, `Days`; empty where nothing does."""
    found = CHANGE.fullmatch(printed)
    return (found["unit"] or "") if found else ""


def _error(message: str) -> PydanticCustomError:
    return PydanticCustomError("scrutiny", "{message}", {"message": message})


def _number(value: Any) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if not VALUE.fullmatch(text):
        raise _error(f'"{text}" is not a number. Write it as it is printed, like 15,794 or 94% or 74 days.')
    return text


def _value(value: Any) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if text != GAP and not VALUE.fullmatch(text):
        message = f'"{text}" is not a number. Write it as it is printed, like 15,794 or 94% or 74 days.'
        raise _error(f'{message} Where the report prints a dash, write "-".')
    return text


def _change(value: Any) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if text != SAME and not CHANGE.fullmatch(text):
        message = f'"{text}" is not a change. Write it as it is printed, like -1.8% or +2pp or 49% decrease'
        raise _error(f'{message}, or "=" where that is printed.')
    return text


PrintedNumber = Annotated[str, BeforeValidator(_number)]
"""A number as it is printed, like 15,794 or 94% or 74 days."""
PrintedValue = Annotated[str, BeforeValidator(_value)]
"""The same, or `-` where the report prints a dash."""
PrintedChange = Annotated[str, BeforeValidator(_change)]
"""A change as it is printed, like -1.8% or +2pp or 49% decrease; `=` where that is printed."""
