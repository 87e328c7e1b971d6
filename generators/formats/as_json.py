"""Datasets as JSON, and values as JSON has them."""

from datetime import date, time

import orjson

from generators.formats.dataset import Dataset, Value


def json_of(dataset: Dataset) -> bytes:
    """The rows of a dataset, each with the names of its columns."""
    names = [column.name for column in dataset.columns]
    return orjson.dumps([dict(zip(names, row, strict=True)) for row in dataset.rows], option=orjson.OPT_APPEND_NEWLINE)


def text_of(value: Value) -> str:
    """A value that is neither text nor number, as a cell that holds text has it."""
    if isinstance(value, date | time):  # a moment is a date as well
        return value.isoformat()
    return orjson.dumps(value).decode()


def pretty(value: object) -> bytes:
    """A description, for people to read too."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
