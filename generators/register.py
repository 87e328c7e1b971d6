"""A register: rows in a CSV file, and the side file of the same name that says what they are."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import Any

from generators.fields import Text
from generators.problem import Finding, did_you_mean
from generators.read import Document
from generators.record import Record, fields


@fields
class Register(Record):
    """What a CSV file of the same name holds: its rows, its columns, where they came from."""

    title: Text
    """What the register is called."""
    row: Text
    """What one row is."""
    columns: dict[str, Text]
    """Every column by its name here, and what it means."""
    called: dict[str, Text] = field(default_factory=dict)
    """Where the file names a column otherwise: our name, then the name in the file."""
    licence: Text | None = None
    """The licence under which the rows may be used."""
    why_empty: Text | None = None
    """Why there are no rows yet, while there are none."""


def described(document: Document, side: Document | None) -> tuple[Document, tuple[Finding, ...]]:
    """The rows under our own column names, each with the side file's publication, and what does not fit.

    A file without a side file, a column that is described and missing, and a column that nothing describes
    are findings; the rows are still returned, so that their own mistakes are found in the same run.
    """
    if side is None:
        beside = document.path.removesuffix(".csv") + ".yml"
        return document, (Finding(document.path, (), f"there is no {beside} that says what these columns mean."),)
    columns, called = _group(side, "columns"), _group(side, "called")
    ours = {called.get(name) or name: name for name in columns}
    findings = [*_missing(document, side, ours), *_unknown(document, ours)]
    shared = {"publication": side.fields.get("publication")}
    rows = tuple({**shared, **{ours.get(name, name): cell for name, cell in row.items()}} for row in document.rows)
    return replace(document, rows=rows), tuple(findings)


def _missing(document: Document, side: Document, ours: Mapping[str, str]) -> Iterator[Finding]:
    for name in ours:
        if name not in document.header:
            yield Finding(
                document.path, (), f'the column "{name}" is missing, which {side.path} describes.'
                f"{did_you_mean(name, set(document.header) - set(ours))}", 1,
            )  # fmt: skip


def _unknown(document: Document, ours: Mapping[str, str]) -> Iterator[Finding]:
    for name in document.header:
        if name not in ours:
            message = f"the side file does not say what this column means.{did_you_mean(name, ours)}"
            yield Finding(document.path, (name,), message, 1)


def _group(side: Document, name: str) -> dict[str, Any]:
    found = side.fields.get(name)
    return found if isinstance(found, dict) else {}
