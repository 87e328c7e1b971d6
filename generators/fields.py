"""The types a field of a record can have; each says in its own error what would have been right."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, StringConstraints, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from generators import colour, dates, numbered, one_line
from generators.markdown import Markdown, is_safe_address
from generators.period_meant import meant
from generators.periods import Period, period

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""One part of an id: lower-case letters, digits and hyphens."""
Day = TypeVar("Day", bound=date)
LONDON = ZoneInfo("Europe/London")
AMOUNT = re.compile(r"[-−]?£?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,15})?")
"""A number as a spreadsheet writes it, with commas between thousands or without, perhaps in pounds; of a
length that a computer counts exactly."""
YEARS = range(1900, 2101)
"""The years in which a day of a record can lie; any other is a slip of the pen."""


@dataclass(frozen=True)
class Ref:
    """Marks a field that holds the id of another record, of the kind named."""

    kind: str
    part: bool = False
    """Whether it names a part of the record too: `pcp/2020-02-20#item-54-decision-b`."""
    parts: int = 0
    """How many parts the id has, where the last alone will do for a record in the same folder."""

    def in_full(self, typed: str, own: str) -> str:
        """What was typed in the record that has its `own` id, with the parts in front that could be left out."""
        return "/".join([*own.split("/")[: self.parts - 1], typed]) if self.parts and "/" not in typed else typed


def _wrong(message: str) -> PydanticCustomError:
    return PydanticCustomError("scrutiny", "{message}", {"message": message})


def _date(value: Any) -> date:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip(), re.ASCII):
        try:
            day = date.fromisoformat(value.strip())
        except ValueError:
            raise _wrong(f'"{value}" is not a day of the calendar.{dates.turned(value.strip())}') from None
        return _in_our_years(day)
    raise _wrong(f"{_shown(value)} is not a date. Write the year, month and day like 2017-09-22.")


def _sheet_date(value: Any) -> date:
    day = dates.sheet_day(value) if isinstance(value, str) else None
    if day is None:
        what = "day of the calendar" if dates.is_written_like_a_day(str(value)) else "date"
        raise _wrong(f"{_shown(value)} is not a {what}. Write it like 2017-09-22, or the day first like 22/09/2017.")
    return _in_our_years(day)


def _in_our_years(day: Day) -> Day:
    if day.year not in YEARS:
        raise _wrong(f"the year {day.year} cannot be meant. It lies between {YEARS[0]} and {YEARS[-1]}.")
    return day


def _on_one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _time(value: Any) -> time:
    if isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value.strip(), re.ASCII):
        return time.fromisoformat(value.strip())
    raise _wrong(f"{_shown(value)} is not a time of day. Write it in 24 hours like 14:00.")


def _moment(value: Any) -> datetime:
    text = value.strip() if isinstance(value, str) else ""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?", text, re.ASCII):
        raise _wrong(f"{_shown(value)} is not a moment. Write it like 2026-12-01 09:00, in local time.")
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=LONDON)
    except ValueError:
        raise _wrong(f'"{text}" is not a day and time of the calendar.') from None
    on_clocks = _in_our_years(moment).astimezone(UTC).astimezone(LONDON)
    if on_clocks.replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise _wrong(f'"{text}" never comes: the clocks go on an hour then. Write {on_clocks:%Y-%m-%d %H:%M}.')
    return moment


def _yes_or_no(value: Any) -> bool:
    words = {"yes": True, "true": True, "no": False, "false": False}
    word = value.strip().lower() if isinstance(value, str) else ""
    if word not in words:
        raise _wrong(f"{_shown(value)} is neither yes nor no.")
    return words[word]


def _whole_number(value: Any) -> int:
    if isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value.strip()):
        return int(value)
    if isinstance(value, str) and re.fullmatch("[0-9]+", value.strip()):
        raise _wrong(f"{_shown(value)} is too large. A number here has nine digits at most.")
    raise _wrong(f"{_shown(value)} is not a whole number. Write digits only, like 12.")


def _from_one(value: Any) -> int:
    number = _whole_number(value)
    if not number:
        raise _wrong("it is counted from 1, so it cannot be 0.")
    return number


def _amount(value: Any) -> float:
    text = value.strip().removesuffix("%").strip() if isinstance(value, str) else ""
    if AMOUNT.fullmatch(text):
        return float(text.replace(",", "").replace("£", "").replace("−", "-"))
    hint = "Write digits like 1234 or 12.5; an empty cell says that there is none."
    raise _wrong(f"{_shown(value)} is not a number. {hint}")


def _when(value: Any) -> Period:
    found = period(value) if isinstance(value, str) else None
    if found:
        return found
    forms = "2020-03, 2019-20-q4, 2020-q1, 2020 or 2019/20"
    raise _wrong(f"{_shown(value)} is no month, quarter or year. Write it like {forms}.{meant(str(value))}")


def _address(value: str) -> str:
    if not re.match("https?://[^/]", value) or not is_safe_address(value):
        raise _wrong(f"{_shown(value)} is not a web address. Write it like https://www.example.org/page.")
    return value


def _contact_address(value: str) -> str:
    return value if re.match("mailto:[^/]", value) and is_safe_address(value) else _address(value)


def _file_name(value: str) -> str:
    if value.lower() == "index.html":
        raise _wrong(f"{_shown(value)} is the name of the page itself. Give the file another name.")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._ -]*\.[A-Za-z0-9]+", value) or ".." in value:
        hint = "Write the name alone, like minutes.pdf."
        raise _wrong(f"{_shown(value)} is not the name of a file beside this record. {hint}")
    return value


def _shown(value: Any) -> str:
    """A value as a message shows it: short, and a list or group by that name."""
    if value is None or value == "":
        return "An empty value"
    if isinstance(value, dict):
        return "A group of fields"
    if isinstance(value, list | tuple):
        return "A list"
    text = str(value)
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        hint = "Use lower-case letters, digits and single hyphens, like visits-2."
        raise _wrong(f"{_shown(value)} cannot be an id. {hint}")
    return value


def is_column_name(value: str) -> bool:
    """Whether a column of a register could be called that here."""
    return bool(re.fullmatch("[a-z]+(_[a-z]+)*", value))


def _column_name(value: str) -> str:
    if not is_column_name(value):
        raise _wrong(f"{_shown(value)} is not the name of a column here. Write one of those under `columns`.")
    return value


def _id(value: str) -> str:
    for part in value.split("/"):
        _slug(part)
    return value


def ref(kind: str) -> Any:
    """The type of a field that holds the id of a record of this kind."""
    return Annotated[str, StringConstraints(min_length=1, max_length=200), Ref(kind)]


def part_ref(kind: str) -> Any:
    """The type of a field that holds the address of a part of a record: its id, `#` and the part."""
    return Annotated[str, StringConstraints(min_length=1, max_length=200), Ref(kind, part=True)]


def relative_ref(kind: str, parts: int) -> Any:
    """The same for a record in the same folder: of the parts of its id, the last alone will do."""
    named = Ref(kind, parts=parts)

    def beside(value: str, info: ValidationInfo) -> str:
        return named.in_full(value, info.context["id"]) if info.context else value

    return Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(beside), named]


Slug = Annotated[str, AfterValidator(_slug)]
"""A short id: lower-case letters, digits and hyphens."""
Id = Annotated[str, AfterValidator(_id)]
"""A whole id: such parts joined by `/`."""
ColumnName = Annotated[str, AfterValidator(_column_name)]
"""The name of a column of a register, as it is called here."""
Text = one_line.OneLine
"""Words on one line. What stands here is shown as it is typed: no Markdown, no HTML."""
TextOrBlank = Annotated[str, StringConstraints(pattern=r"^[^\n]*$")]
"""The same, or `""` where the print has the place for it and leaves it blank."""
RichText = Markdown
"""Paragraphs in Markdown: emphasis, lists, tables and links; HTML is shown as text."""
NumberedText = numbered.NumberedText
"""Markdown whose paragraphs keep their printed numbers (`12.`, `(a)`, `(iv)`) and have permanent links."""
Date = Annotated[date, BeforeValidator(_date)]
"""A day, like 2017-09-22."""
SheetDate = Annotated[date, BeforeValidator(_sheet_date)]
"""A day in a spreadsheet's row: 2017-09-22, or the day first like 22/09/2017, 22.09.2017, 22/09/17 or 22 Sep 2017."""
CellText = Annotated[str, BeforeValidator(_on_one_line), StringConstraints(min_length=1)]
"""Words in a spreadsheet's cell; where they stand on several lines there, they are put on one."""
Time = Annotated[time, BeforeValidator(_time)]
"""A time of day in 24 hours, like 14:00."""
Moment = Annotated[datetime, BeforeValidator(_moment)]
"""A day, or a day and time, in local time: 2026-12-01 or 2026-12-01 09:00."""
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
"""yes or no."""
Number = Annotated[int, BeforeValidator(_whole_number)]
"""A whole number in digits."""
Ordinal = Annotated[int, BeforeValidator(_from_one)]
"""The number of something in its order, counted from 1."""
Amount = Annotated[float, BeforeValidator(_amount)]
"""A number as a spreadsheet writes it: 1234, 1,234, 12.5 or 12.5%."""
When = Annotated[Period, BeforeValidator(_when), WithJsonSchema({"type": "string"})]
"""A month, a quarter or a year: 2020-03, 2019-20-q4, 2020-q1, 2020 or 2019/20."""
Address = Annotated[str, AfterValidator(_address)]
"""A web address that begins with https:// or http://."""
ContactAddress = Annotated[str, AfterValidator(_contact_address)]
"""A web address, or mailto: and the general address of an office."""
Colour = Annotated[str, AfterValidator(colour.readable)]
"""A colour that text can be read in by day: six digits or letters from a to f, like 0b5060."""
FileName = Annotated[str, AfterValidator(_file_name)]
"""The name of a file that lies beside the record, like minutes.pdf."""
