"""The types of fields that have a name: the guide says by it what is typed, and a spreadsheet is read by it."""

from typing import Any, get_origin

from generators import fields

NAMES = (
    "Slug", "Id", "ColumnName", "Text", "TextOrBlank", "RichText", "NumberedText", "Date", "SheetDate", "CellText",
    "Time", "Moment", "YesNo", "Number", "Amount", "When", "Ordinal", "Address", "ContactAddress", "FileName", "Colour",
)  # fmt: skip
_TYPES = {name: getattr(fields, name) for name in NAMES}


def name_of_type(annotation: Any) -> str:
    """The name of a field's type, also where something more is asked of it; empty where it has none."""
    return next((name for name, type_ in _TYPES.items() if type_ == annotation or _narrows(annotation, type_)), "")


def _narrows(annotation: Any, named: Any) -> bool:
    """Whether a type is one of the named ones with something more asked of it."""
    own, marks = getattr(annotation, "__metadata__", ()), getattr(named, "__metadata__", ())
    return bool(own and marks) and get_origin(annotation) == get_origin(named) and own[: len(marks)] == marks
