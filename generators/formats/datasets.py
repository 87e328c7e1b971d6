"""Every dataset of an archive: one for each kind of record, and one for each list inside its records."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Any

import orjson

from generators import sections
from generators.archive import Archive, once_per_archive
from generators.disclosure import is_guarded
from generators.formats.dataset import Column, Dataset, Derived, Row
from generators.formats.rows import ID, ID_WITHIN, Rows, lists
from generators.formats.shown import LEFT_OUT, can_be_guarded, guarded, records
from generators.periods import Period
from generators.record import Record

KIND = Column("kind", "What kind of record it is.", required=True)
RECORD = Column("record", "The id of the record.", required=True)
CHANGES = (
    ID_WITHIN, KIND, RECORD,
    Column("date", "The day of the change.", "date", required=True),
    Column("change", "What was done.", required=True, choices=("revised", "corrected", "withdrawn", "restored")),
    Column("reason", "Why.", required=True),
)  # fmt: skip
READINGS = (
    ID_WITHIN, KIND, RECORD,
    Column("field", "Which field is printed a second way.", required=True),
    Column("value", "What is printed there.", required=True),
    Column("printed_where", "Where it is printed.", required=True),
)  # fmt: skip
WITHDRAWN = (
    replace(ID, meaning="The kind of the record, a colon and its id."), KIND, RECORD,
    Column("withdrawn_on", "Since when it is withdrawn, in words.", required=True),
    Column("reason", "Why.", required=True),
)  # fmt: skip


@once_per_archive
def datasets(archive: Archive) -> tuple[Dataset, ...]:
    """Every dataset: a kind of record, the lists inside it, and what is worked out from records of several kinds."""
    return (*_of_kinds(archive), *together(archive))


@once_per_archive
def together(archive: Archive) -> tuple[Dataset, ...]:
    """What is worked out from records of several kinds: by a section, and of records of all kinds alike."""
    return tuple(_of_rows(found) for found in (*sections.derived(archive), *_of_all(archive)))


def state(record: Record) -> str:
    """What makes sure that a record is the same."""
    return record.digest or sha256(orjson.dumps(record, default=in_json)).hexdigest()


def in_json(value: Any) -> Any:
    """What is no JSON by itself."""
    if isinstance(value, Period):
        return value.id
    raise TypeError(f"there is no way to write a {type(value).__name__} as data")


def hashed(*parts: str) -> str:
    """A key made of these."""
    return sha256("\0".join(parts).encode()).hexdigest()


def _of_kinds(archive: Archive) -> Iterator[Dataset]:
    guards = guarded(archive)
    guardable = {kind.noun for kind in archive.kinds if can_be_guarded(kind.type)}
    for kind in archive.kinds:
        found = records(archive, kind, guards)
        key = hashed(kind.noun, *(f"{record.id} {state(record)}" for record in found))
        rows = Rows(kind, found)
        left_out = LEFT_OUT if {kind.noun, kind.within} & guardable else ""
        for name, plan, columns in lists(kind):
            if kind.noun in guardable:  # of a register that is guarded, little is left in its row
                columns = (columns[0], *(replace(column, required=False) for column in columns[1:]))
            yield Dataset(name, plan.row, columns, hashed(name, key), partial(rows.of, name), left_out)


def _of_rows(found: Derived) -> Dataset:
    key = hashed(found.name, orjson.dumps(found.rows).decode())
    return Dataset(found.name, found.row, found.columns, key, lambda: found.rows)


def _of_all(archive: Archive) -> Iterator[Derived]:
    """What is said of records of every kind alike."""
    every = [(kind.noun, record) for kind in archive.kinds for record in archive.records[kind.noun].values()]
    changed: tuple[Row, ...] = tuple(
        (f"{noun}:{record.id}#change-{at}", noun, record.id, one.date, one.kind, one.reason)
        for noun, record in every
        for at, one in enumerate(record.changes, 1)
    )
    read: tuple[Row, ...] = tuple(
        (f"{noun}:{record.id}#reading-{at}", noun, record.id, one.field, one.value, one.where)
        for noun, record in every
        if record.also_printed and not is_guarded(record)
        for at, one in enumerate(record.also_printed, 1)
    )
    gone: tuple[Row, ...] = tuple(
        (f"{one.noun}:{one.id}", one.noun, one.id, one.date, one.reason) for one in archive.tombstones
    )
    yield Derived("changes", "One change of a published record, with its reason.", CHANGES, changed)
    yield Derived("second-readings", "A second reading that the papers give for a field of a record.", READINGS, read)
    yield Derived("withdrawn", "A record that was withdrawn: since when, and why.", WITHDRAWN, gone)
