"""What is proposed for a new record: by its section, or from the records of its kind that are there."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_type_hints

from generators import sections
from generators.archive import Archive
from generators.groups import needed_fields
from generators.ids import outer
from generators.meanings import meanings
from generators.new.place import is_row
from generators.proposed import WITHIN, Known, Proposals, Proposed
from generators.record import GIVEN_BY_PROGRAM, Kind, Record, shared_fields
from generators.register import Register
from generators.rows_within import type_of_rows

ALIKE = 2
"""So many records that agree in a field make the next one likely to agree with them."""


def proposed(archive: Archive, kind: Kind, known: Known, today: date) -> dict[str, Proposed]:
    """By field, what is proposed for a record of which so much is known."""
    own = _tables().get(kind.noun)
    return {**_of_last(archive, kind, known), **(own(archive, known, today) if own else {})}


def _tables() -> Mapping[str, Proposals]:
    """What sections propose, by kind."""
    return {noun: found for section in sections.modules("proposals") for noun, found in section.PROPOSALS.items()}


def _of_last(archive: Archive, kind: Kind, known: Known) -> dict[str, Proposed]:
    """What the last records of the kind agree in, and the record in which the last one lies."""
    records = sorted(archive.records[kind.noun].values(), key=_age)
    found = _around(archive, kind, records)
    beside = [one for one in records if not is_row(kind) or one.id.startswith(f"{known.get(WITHIN)}/")]
    found |= _agreed(kind, beside[-ALIKE:])
    if issubclass(kind.type, Register) and "columns" not in found:
        found["columns"] = Proposed(_columns(archive, kind), "every column that such a register can have")
    return found


def _around(archive: Archive, kind: Kind, records: Sequence[Record]) -> dict[str, Proposed]:
    """The record in which the last of these lies; where there is none, the last in which one could."""
    around = list(archive.records[kind.within].values()) if kind.within else []
    if not around:
        return {}
    last = next((one for one in reversed(records) if outer(one.id)), None)
    in_ = outer(last.id) if last else max(around, key=_age).id
    return {WITHIN: Proposed(in_, "the only one" if len(around) == 1 else "the last one")}


def _agreed(kind: Kind, last: Sequence[Record]) -> dict[str, Proposed]:
    """What the last records agree in, of all that a record of the kind needs."""
    found: dict[str, Proposed] = {}
    asked = [name for name in needed_fields(kind.type) if name not in shared_fields(kind.type)]
    for name in asked if len(last) == ALIKE else ():
        values = [getattr(one, name) for one in last]
        if all(value == values[0] for value in values) and not is_dataclass(values[0]):
            found[name] = Proposed(_typed(values[0]), "as in the last ones")
    return found


def _columns(archive: Archive, kind: Kind) -> dict[str, str]:
    """The columns of a register with what each means: those of its rows' type."""
    rows = next((one for one in archive.kinds if one.within == kind.noun and is_row(one)), kind)
    type_ = type_of_rows(rows)
    shared = shared_fields(type_)
    words, hints = meanings(type_), get_type_hints(type_)
    own = [one.name for one in fields(type_) if one.name not in (*shared, *GIVEN_BY_PROGRAM) and one.name in hints]
    first = {"id": "A short id of the row, never changed"} if shared else {}
    return {**first, **{name: words[name].rstrip(".") for name in own if name != "cells"}}


def _typed(value: Any) -> Any:
    """A value of a record as it would be typed."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return [_typed(one) for one in value]
    return dict(value) if isinstance(value, Mapping) else str(value)


def _age(record: Record) -> tuple[str, int, str]:
    """By which the last of several records is found: its day, or else the day of its publication."""
    day = getattr(record, "date", None) or record.published
    return str(day or ""), record.line, record.id
