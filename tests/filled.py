"""Archives whose records hold a text in every field that can hold one, made from the record types themselves.

A new field is filled without anybody naming it here; a new type of field stops the tests until it has a sample.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date, time
from functools import cache, partial
from itertools import count
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from generators.archive import Archive, gather
from generators.fields import (
    Address,
    Amount,
    CellText,
    Colour,
    ColumnName,
    Date,
    FileName,
    Moment,
    Number,
    NumberedText,
    Ordinal,
    Ref,
    RichText,
    SheetDate,
    Slug,
    Text,
    TextOrBlank,
    Time,
    When,
    YesNo,
)  # fmt: skip
from generators.periods import Period
from generators.record import GIVEN_BY_PROGRAM
from generators.sections.dip_samples.records import Case, DipSample
from generators.sections.meetings.records import Meeting
from generators.sections.performance.printed import PrintedChange, PrintedNumber, PrintedValue
from generators.sections.performance.records import Measure, PerformanceReport
from generators.sections.tables.records import PublishedTable

Words = Callable[[str, bool], str]
"""The text for a field, given its way (`meeting:panel/2024-03-06 items 0 title`) and whether it is Markdown."""
NOT_TEXT = {*GIVEN_BY_PROGRAM, "formerly"}
SAMPLES: tuple[tuple[Any, Any], ...] = (
    (SheetDate, date(2024, 2, 3)), (ColumnName, "what"), (Slug, "a-slug"), (Ordinal, 3),
    (Date, date(2024, 2, 3)), (Time, time(14)), (Number, 3), (YesNo, True), (Moment, None), (FileName, None),
    (Address, "https://www.example.org/page?one=1&two=2"),
    (When, Period("month", 2024 * 12)), (Amount, 3.5),
    (Colour, "0b5060"), (PrintedNumber, "12"), (PrintedValue, "12"), (PrintedChange, "+2%"),
)  # fmt: skip


def filled(archive: Archive, words: Words) -> Archive:
    """The archive with a text in every field of every other record and group, and in all fields in use of the rest.

    So a template meets every field, and every field without its neighbours.
    """
    filler = _Filler(words, {noun: tuple(found) for noun, found in archive.records.items()})
    records = [
        filler.group(type(record), record, f"{noun}:{id}", full=at % 2 == 0)
        for noun, found in archive.records.items()
        for at, (id, record) in enumerate(found.items())
    ]
    return gather(archive.kinds, map(_consistent, records), archive.files)


def kind_of(way: str) -> str:
    """The way to a field without the record's id and the places in lists: `meeting items decisions text`."""
    return re.sub(r":\S+| \d+", "", way)


_hints = cache(partial(get_type_hints, include_extras=True))


class _Filler:
    def __init__(self, words: Words, ids: Mapping[str, tuple[str, ...]]) -> None:
        self._words = words
        self._ids = ids
        self._number = count(1)

    def group(self, type_: type, now: Any, way: str, *, full: bool) -> Any:
        """A group with its texts replaced; `full`: those it does not have are filled in too."""
        hints = _hints(type_)
        values: dict[str, Any] = {}
        for field in fields(type_):
            existing = getattr(now, field.name) if now is not None else _default(field)
            if field.name in NOT_TEXT or (not full and existing in (None, ()) and not _is_required(field)):
                values[field.name] = existing
            else:
                values[field.name] = self._value(hints[field.name], existing, f"{way} {field.name}", full=full)
        return type_(**values)

    def _value(self, annotation: Any, existing: Any, way: str, *, full: bool) -> Any:
        if annotation in (Text, TextOrBlank, CellText, str):
            return self._words(way, False)
        if annotation in (RichText, NumberedText):
            return annotation(self._words(way, True))
        if get_origin(annotation) in (Union, UnionType):
            inner = next(argument for argument in get_args(annotation) if argument is not NoneType)
            return self._value(inner, existing, way, full=full)
        if get_origin(annotation) is Annotated and get_origin(annotation.__origin__) is tuple:
            return self._value(annotation.__origin__, existing, way, full=full)
        if get_origin(annotation) is tuple:
            return self._entries(get_args(annotation)[0], existing or (), way)
        if get_origin(annotation) is dict:
            return {
                name: self._value(get_args(annotation)[1], inner, f"{way} {name}", full=True)
                for name, inner in existing.items()
            }
        if is_dataclass(annotation) and isinstance(annotation, type):
            return self.group(annotation, existing, way, full=full)
        if existing is None and annotation == Slug:
            return f"a-slug-{next(self._number)}"  # what has one is found by it
        return existing if existing is not None else self._sample(annotation)

    def _entries(self, annotation: Any, existing: tuple[Any, ...], way: str) -> tuple[Any, ...]:
        """At least two entries, the first of them filled in full; files stay those that there are."""
        if is_dataclass(annotation) and isinstance(annotation, type):
            is_file = any(field.name == "file" and _is_required(field) for field in fields(annotation))
            grown = existing if is_file else (*existing, *(None,) * (2 - len(existing)))
            return tuple(
                self.group(annotation, entry, f"{way} {at}", full=at % 2 == 0) for at, entry in enumerate(grown)
            )
        if annotation in (Text, TextOrBlank, CellText, str, RichText):
            return tuple(self._value(annotation, None, f"{way} {at}", full=True) for at in range(2))
        return existing or (self._sample(annotation),)

    def _sample(self, annotation: Any) -> Any:
        for type_, sample in SAMPLES:
            if annotation == type_:
                return sample
        if get_origin(annotation) is Literal:
            return get_args(annotation)[0]
        if get_origin(annotation) is Annotated:
            ref = next((mark for mark in annotation.__metadata__ if isinstance(mark, Ref)), None)
            if ref:
                return self._ids[ref.kind][0]
            *wider, _ = annotation.__metadata__  # of what asks for more than a named type, a sample of that will do
            return self._sample(Annotated[annotation.__origin__, *wider] if wider else annotation.__origin__)
        raise AssertionError(f"a field of the type {annotation} needs a sample here")


def _consistent(record: Any) -> Any:
    """What reading and checking would make sure of: no hash of a file it is not from, numbers of items there are.

    And two graders with a role each, by whose letters every case has its grades; and what a performance report names
    are its own measures.
    """
    record = replace(record, digest="")
    if isinstance(record, PublishedTable):
        return replace(record, rules=(), pictures=())
    if isinstance(record, Measure):
        return replace(record, baseline=None)
    if isinstance(record, DipSample):
        roles = [*record.graders.values(), "A reader", "A reader"]
        return replace(record, graders=dict(zip("AB", roles, strict=False)))
    if isinstance(record, Case):
        return replace(record, grades=("A: appropriate", "B: inappropriate"))
    if isinstance(record, PerformanceReport):
        return _of_its_measures(record)
    if not isinstance(record, Meeting):
        return record
    numbers = tuple(item.number for item in record.items if item.number)[:2]
    declarations = tuple(replace(found, items=numbers) for found in record.declarations)
    questions = tuple(replace(found, item=numbers[0] if numbers else None) for found in record.questions)
    return replace(record, declarations=declarations, questions=questions)


def _of_its_measures(report: PerformanceReport) -> PerformanceReport:
    """The report with each indicator a measure of its own and numbered, and no others named."""
    themes = tuple(
        replace(theme, indicators=tuple(
            replace(one, measure=f"m-{at}-{n}", number=one.number or f"{at}.{n}")
            for n, one in enumerate(theme.indicators)
        ))
        for at, theme in enumerate(report.themes)
    )  # fmt: skip
    picked = tuple(replace(one, measures=("m-0-0",)) for one in report.picked_out)
    minutes = tuple(replace(one, measure=one.measure and "m-0-0") for one in report.minutes)
    return replace(report, themes=themes, picked_out=picked, minutes=minutes)


def _default(field: "Field[Any]") -> Any:
    if field.default is not MISSING:
        return field.default
    return None if field.default_factory is MISSING else field.default_factory()


def _is_required(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING
