"""All datasets as one SQLite file: typed columns, keys that lead from table to table, and an index of every word."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from generators.follow.publisher import Publisher
from generators.formats.as_csv import meaning_of
from generators.formats.as_json import pretty, text_of
from generators.formats.dataset import Column, Dataset, Type, column_of

TYPES: dict[Type, str] = {"integer": "INTEGER", "number": "REAL", "yes or no": "INTEGER"}
"""All others are text."""
WRITTEN: frozenset[Type] = frozenset({"date", "time", "moment", "list", "group"})
"""The types of which SQLite has none, and whose values become text."""
MOST_CHOICES = 12
"""Of a column with so few words a reader is offered each, to narrow a table down."""


def database_of(datasets: Sequence[Dataset]) -> bytes:
    """The database. The same rows give the same bytes."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA foreign_keys = OFF")  # a row can name one that is written later; a test looks at all
        database.execute("BEGIN")
        for dataset in datasets:
            database.execute(_table(dataset))
            places = ", ".join("?" * len(dataset.columns))
            rows = dataset.written(WRITTEN, text_of)
            database.executemany(f'INSERT INTO "{dataset.table}" VALUES ({places})', rows)  # noqa: S608 - our names
            for statement in (*_indexes(dataset), *_search(dataset)):
                database.execute(statement)
        database.execute("COMMIT")
        return database.serialize()


def description_of(datasets: Sequence[Dataset], office: Publisher) -> bytes:
    """What Datasette is told of the database: what tables and columns mean, and by what a reader narrows them down."""
    return pretty(
        {
            "title": f"The public record: {office.name}",
            "license": office.licence,
            "license_url": office.licence_address,
            "databases": {"record": {"tables": {dataset.table: _described(dataset) for dataset in datasets}}},
        }
    )


def _table(dataset: Dataset) -> str:
    lines = [_column(column) for column in dataset.columns]
    lines += [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{column_of(column.refers_to)}" ("id")'
        for column in dataset.columns
        if column.refers_to
    ]
    return f'CREATE TABLE "{dataset.table}" (\n  {(chr(10) + "  ").join(f"{line}," for line in lines)[:-1]}\n)'


def _column(column: Column) -> str:
    key = " PRIMARY KEY" if column.name == "id" else ""
    return f'"{column.name}" {TYPES.get(column.type, "TEXT")}{key}{" NOT NULL" if column.required else ""}'


def _indexes(dataset: Dataset) -> Iterator[str]:
    """Who follows a key backwards does not wait."""
    for column in dataset.columns:
        if column.refers_to:
            yield f'CREATE INDEX "{dataset.table}_by_{column.name}" ON "{dataset.table}" ("{column.name}")'


def _search(dataset: Dataset) -> Iterator[str]:
    """The index of the words of a table, by the name under which Datasette looks for it."""
    columns = ", ".join(f'"{column.name}"' for column in _of_words(dataset))
    if columns:
        name = f"{dataset.table}_fts"
        options = f'content="{dataset.table}", tokenize="porter unicode61"'
        yield f'CREATE VIRTUAL TABLE "{name}" USING FTS5 ({columns}, {options})'
        yield f'INSERT INTO "{name}" ("{name}") VALUES (\'rebuild\')'  # noqa: S608 - our own names


def _of_words(dataset: Dataset) -> Iterable[Column]:
    """The columns that hold words somebody wrote."""
    names = ("id", "page", "kind", "record", "label", "slug")
    return (
        one
        for one in dataset.columns
        if one.type == "text" and not one.refers_to and not one.choices and one.name not in names
    )


def _described(dataset: Dataset) -> dict[str, object]:
    facets: list[object] = [
        one.name for one in dataset.columns if one.type == "yes or no" or 0 < len(one.choices) <= MOST_CHOICES
    ]
    return {
        "title": dataset.title,
        "description": " ".join(part for part in (dataset.row, dataset.left_out) if part),
        "columns": {column.name: meaning_of(column) for column in dataset.columns},
        "facets": facets,
        "label_column": _label(dataset),
    }


def _label(dataset: Dataset) -> str:
    """The column that stands for a row where another names it; only one that is never empty can."""
    return next((one.name for one in dataset.columns if one.name in ("name", "title") and one.required), "id")
