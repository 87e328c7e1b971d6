"""A register: rows in a CSV file, and the side file of the same name that says what they are."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from dataclasses import fields as fields_of
from typing import Any, get_args, get_origin, get_type_hints

from generators.columns import as_described, misfits
from generators.fields import ColumnName, Ordinal, Text
from generators.groups import needed_fields, once_per_type
from generators.problem import Finding
from generators.read import Document
from generators.record import GIVEN_BY_PROGRAM, Kind, PackPage, Record, fields
from generators.rows_within import Within, keep, type_of_rows, typed_beside
from generators.shape import kind_at
from generators.side_file import BLANK, called, compared, has_words, id_from, in_file, rows_left_out, side_file, words
from generators.slugs import distinct, slug_of

REGISTERS = "data/"
"""The folder in which they lie."""
FREE = "cells"
"""The field of a row that takes every column of which only the side file knows."""
BETWEEN = ";"
"""What stands between the entries of a cell, in a column that can hold several."""
TOTAL = re.compile(r"(?:(?:grand|overall|sub)[ -]?)?totals?(?: (?:value|number|offers|cases|rows))?:?")
"""How a row begins that adds up others."""
WITHDRAWAL = {"withdrawn_on": "date", "withdrawn_because": "reason"}
"""The columns in which a row that is withdrawn says since when and why, and what they are in an entry of `changes`."""


@fields
class Register(Record):
    """What a CSV file of the same name holds: its rows, its columns, where they came from."""

    title: Text
    """What the register is called."""
    row: Text
    """What one row is."""
    columns: dict[str, Text]
    """Every column by its name here, and what it means. A row that is withdrawn says so in the columns `publication`,
    `withdrawn_on` and `withdrawn_because`. In a column that can hold several, a semicolon stands between two."""
    called: dict[str, Text] = field(default_factory=dict)
    """Where the file names a column otherwise: our name, then the name in the file."""
    words: dict[str, dict[str, Text]] = field(default_factory=dict)
    """Where the file says a thing otherwise: our name of the column, beneath it the file's words, a colon and ours. On
    either side `blank` stands for an empty cell. The register's page shows what was read as what."""
    left_out: dict[str, Text] = field(default_factory=dict)
    """Columns of the file that are not taken over: the name in the file, and why."""
    header_line: Ordinal = 1
    """The line of the file on which the columns are named, where a title stands above them."""
    rows_left_out: dict[str, Text] = field(default_factory=dict)
    """Rows of the file that are no records, like a total: what stands in the first of their cells that is filled, and
    why they are left out."""
    id_from: tuple[ColumnName, ...] = ()
    """For a file whose rows have no ids: the columns, by our names, from whose words each row's id is made. The more
    of them, the longer an id stays what it is."""
    in_pack: PackPage | None = None
    """The page of an agenda pack that prints it. Where that pack is attached to its meeting, the page is linked to."""
    licence: Text | None = None
    """The licence under which the rows may be used."""
    why_empty: Text | None = None
    """Why there are no rows yet, while there are none."""


@dataclass(frozen=True)
class Described:
    """The documents with the rows of every register under our own column names, and what does not fit."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    unjudged: frozenset[str]
    """The CSV files whose rows are left out, because their columns are not understood."""
    within: Mapping[str, Within]
    """The rows that a record of a register holds itself, by the path of its side file."""


def describe(documents: Iterable[Document], unread: Collection[str], kinds: tuple[Kind, ...]) -> Described:
    """Every register's rows as its side file describes them. `unread`: record files that are there, unread.

    A register without its side file, or the other way round, and columns that do not fit are findings.
    """
    by_path = {document.path: document for document in documents}
    kinds_at = {path: kind for path in by_path if (kind := _kind_at(path, kinds))}
    tables = {path: kind for path, kind in kinds_at.items() if path.endswith(".csv")}
    sides = [path for path, kind in kinds_at.items() if path not in tables and issubclass(kind.type, Register)]
    findings = [*_without_rows(sides, {*by_path, *unread})]
    unjudged: set[str] = set()
    within: dict[str, Within] = {}
    for path, kind in tables.items():
        document, side = by_path[path], by_path.get(side_file(path))
        rows, unfit = _described(document, side, type_of_rows(kind))
        findings += unfit if side or side_file(path) not in unread else ()
        if document.rows and not rows.rows:
            unjudged.add(path)
        if kind.rows_field is None:
            by_path[path] = rows
            continue
        del by_path[path]  # its rows are in the record of the side file, and nowhere else
        if side:
            findings += typed_beside(side, path, kind.rows_field)
            known = _columns_of(type_of_rows(kind)).known
            by_path[side.path], within[side.path] = keep(rows, side, kind.rows_field, known)
    return Described(tuple(by_path.values()), tuple(findings), frozenset(unjudged), within)


def _without_rows(sides: Iterable[str], there: Collection[str]) -> Iterator[Finding]:
    """The side files of which no CSV file is there."""
    for path in sides:
        rows = path.removesuffix(".yml") + ".csv"
        if rows not in there:
            message = f"there is no {rows} with the rows. While there are none, its first line alone will do."
            yield Finding(path, (), message)


def _kind_at(path: str, kinds: tuple[Kind, ...]) -> Kind | None:
    """The kind of the register, or of its rows, that is kept at a path."""
    if not path.startswith(REGISTERS):
        return None
    kind, _ = kind_at(path, kinds) or (None, ())
    if kind is None and path.endswith(".csv"):
        register, _ = kind_at(side_file(path), kinds) or (None, ())
        return register if register and register.rows_field else None
    return kind


def in_column(finding: Finding) -> Finding:
    """A finding within the withdrawal of a row, in the column where it was typed."""
    match finding.where:
        case ("changes", 0, name):
            column = next(column for column, ours in WITHDRAWAL.items() if ours == name)
            return replace(finding, where=(column,))
    return finding


def _described(document: Document, side: Document | None, type_: type) -> tuple[Document, tuple[Finding, ...]]:
    """The rows under our own names; none of them where a column that all of them need is not there."""
    if side is None:
        message = f"there is no {side_file(document.path)} that says what these columns mean."
        return replace(document, rows=()), (Finding(document.path, (), message),)
    columns = side.fields.get("columns")
    if not isinstance(columns, dict) or not isinstance(side.fields.get("called", {}), dict):
        return replace(document, rows=()), ()  # the checks of the side file say what is wrong with it
    document = as_described(document, side, columns)
    found = _columns_of(type_)
    known = found.known | columns.keys() if found.free else found.known
    needed = found.needed - ({"id"} if id_from(side) else set())
    absent = {name for name in needed if name not in columns or in_file(side, name) not in document.header}
    findings = tuple(misfits(document, side, columns, known, needed))
    if absent or not has_words(side):
        return replace(document, rows=()), findings
    kept, totals = _kept(document, rows_left_out(side), are_records=found.free)
    names = {in_file(side, name): name for name in columns if name in known}
    said = words(side)
    rows = tuple(_row(row, names, said, found, side) for row in kept)
    return replace(document, rows=_with_ids(rows, side)), (*findings, *totals)


@dataclass(frozen=True)
class Columns:
    """The columns that rows of a type can have."""

    known: frozenset[str]
    needed: frozenset[str]
    """Those without which no row is complete."""
    lists: frozenset[str]
    """Those whose cells can hold several entries."""
    free: bool
    """Whether the side file may describe any others: they stand together in the field `cells`, as typed."""


@once_per_type
def _columns_of(type_: type) -> Columns:
    """The columns of a type; a group of fields finds no room in a cell."""
    hints = get_type_hints(type_, include_extras=True)
    found = [each for each in fields_of(type_) if each.name not in GIVEN_BY_PROGRAM]
    several = {each.name: get_args(hints[each.name])[0] for each in found if get_origin(hints[each.name]) is tuple}
    groups = {name for name, entry in several.items() if is_dataclass(entry)}
    needed = set(needed_fields(type_)).difference(GIVEN_BY_PROGRAM)
    of_records = {"id", *WITHDRAWAL} if issubclass(type_, Record) else set()
    return Columns(
        frozenset({each.name for each in found} - groups - {FREE} | of_records),
        frozenset(needed | of_records.intersection({"id"})),
        frozenset(several.keys() - groups),
        free=FREE in hints,
    )


def _kept(
    document: Document, left_out: Collection[str], *, are_records: bool
) -> tuple[list[dict[str, Any]], list[Finding]]:
    """The rows that are records; a finding for each that adds up others and is not said to be left out.

    `are_records`: so are those that add up others, in a table that is kept as it was printed.
    """
    kept, findings = [], []
    for row in document.rows:
        column, cell = next((name, compared(cell)) for name, cell in row.items() if name and cell)
        if cell in left_out:
            continue
        if TOTAL.fullmatch(cell) and not are_records:
            message = f"the row adds up others and is no record. Say so in {side_file(document.path)}, under"
            hint = f'`rows_left_out`: `"{row[column]}": It adds up the rows above`.'
            findings.append(Finding(document.path, (column,), f"{message} {hint}", int(row[""])))
        else:
            kept.append(row)
    return kept, findings


def _with_ids(rows: tuple[dict[str, Any], ...], side: Document) -> tuple[dict[str, Any], ...]:
    """The rows with ids made from the columns that the side file names, or from numbers of the office's own."""
    made_from = id_from(side)
    if made_from:
        ids = distinct(" ".join(str(row.get(name, "")) for name in made_from) for row in rows)
        return tuple({**row, "id": id} for row, id in zip(rows, ids, strict=True))
    if "id" in called(side):
        return tuple({**row, "id": slug_of(row["id"]) or row["id"]} for row in rows)
    return rows


def _row(
    row: Mapping[str, Any],
    names: Mapping[str, str],
    said: Mapping[str, Mapping[str, str]],
    found: Columns,
    side: Document,
) -> dict[str, Any]:
    """A row under our names, with its line and the publication that the side file states for all."""
    cells: dict[str, Any] = {names[name]: cell for name, cell in row.items() if name in names}
    cells |= {name: _in_ours(cells[name], in_ours) for name, in_ours in said.items() if name in cells}
    withdrawal = {WITHDRAWAL[name]: cell for name in WITHDRAWAL if (cell := cells.pop(name, ""))}
    changes = {"changes": [{"kind": "withdrawn", **withdrawal}]} if withdrawal else {}
    publication = cells.pop("publication", "") or side.fields.get("publication")
    several = {name: _entries(cells[name]) for name in found.lists if name in cells}
    others = [name for name in cells if found.free and name not in found.known]
    free = {FREE: {name: cell for name in others if (cell := cells.pop(name))}} if found.free else {}
    return {"": row[""], "publication": publication, **cells, **several, **changes, **free}


def _entries(cell: str) -> list[str]:
    """What stands in a cell that can hold several entries."""
    return [entry for part in cell.split(BETWEEN) if (entry := part.strip())]


def _in_ours(cell: str, in_ours: Mapping[str, str]) -> str:
    """What a cell says in our words, whatever its capitals and spaces."""
    return in_ours.get(compared(cell) or BLANK, cell)
