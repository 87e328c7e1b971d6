"""Rows that are no records of their own: the record of their register holds them in one of its fields.

A series of numbers is one record, and not as many as it has periods: nobody links to a month of it by an id, and a
hundred thousand rows are checked in a second.
"""

from collections.abc import Collection
from dataclasses import dataclass, is_dataclass, replace
from functools import cache
from hashlib import sha256
from typing import Any, get_args, get_type_hints

from generators.problem import NAME, Finding
from generators.read import Document
from generators.record import Kind


@dataclass(frozen=True)
class Within:
    """The rows that the record of a register holds."""

    path: str
    """The CSV file in which they were typed."""
    field: str
    """The record's field that holds them."""
    lines: tuple[int, ...]
    """The line of every row."""

    def told(self, finding: Finding) -> Finding:
        """A finding about the record; where it is about a row, at the line and column where that was typed."""
        match finding.where:
            case (name, int(row), *where) if name == self.field:
                return replace(finding, path=self.path, where=tuple(where), line=self.lines[row])
            case (name,) if name == self.field:
                return replace(finding, path=self.path, where=(), line=1)
        return finding


@cache
def type_of_rows(kind: Kind) -> type:
    """What the rows of a register are: records, or the groups of fields in the field that takes them."""
    if kind.rows_field is None:
        return kind.type
    hint = get_type_hints(kind.type, include_extras=True)[kind.rows_field]
    return next(entry for entry in get_args(hint) if is_dataclass(entry) and isinstance(entry, type))


def typed_beside(side: Document, rows: str, field: str) -> list[Finding]:
    """What is wrong where the rows were typed into the side file as well."""
    message = f"the rows stand in {rows}. Take this out."
    return [Finding(side.path, (field, NAME), message)] if field in side.fields else []


def keep(rows: Document, side: Document, field: str, known: Collection[str]) -> tuple[Document, Within]:
    """The side file with the rows in this field, and where each was typed. `known`: the columns that a row can have."""
    values: list[dict[str, Any]] = [
        {name: cell for name, cell in row.items() if name in known and cell} for row in rows.rows
    ]
    digest = sha256(f"{side.digest} {rows.digest}".encode()).hexdigest()
    kept = replace(side, fields={**side.fields, field: values}, digest=digest)
    return kept, Within(rows.path, field, tuple(int(row[""]) for row in rows.rows))
