"""A register: rows in a CSV file, and the side file of the same name that says what they are."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, replace
from dataclasses import fields as fields_of
from typing import Any

from generators.fields import ColumnName, Text, is_column_name
from generators.problem import Finding, nearest
from generators.read import Document
from generators.record import GIVEN_BY_PROGRAM, Kind, Record, fields
from generators.shape import kind_at
from generators.slugs import distinct, slug_of

REGISTERS = "data/"
"""The folder in which they lie."""
BLANK = "blank"
"""In `words`, what stands for an empty cell."""
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
    `withdrawn_on` and `withdrawn_because`."""
    called: dict[str, Text] = field(default_factory=dict)
    """Where the file names a column otherwise: our name, then the name in the file."""
    words: dict[str, dict[str, Text]] = field(default_factory=dict)
    """Where the file says a thing otherwise: our name of the column, beneath it the file's words, a colon and ours. On
    either side `blank` stands for an empty cell. The register's page shows what was read as what."""
    left_out: dict[str, Text] = field(default_factory=dict)
    """Columns of the file that are not taken over: the name in the file, and why."""
    id_from: tuple[ColumnName, ...] = ()
    """For a file whose rows have no ids: the columns, by our names, from whose words each row's id is made. The more
    of them, the longer an id stays what it is."""
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


def describe(documents: Iterable[Document], unread: Collection[str], kinds: tuple[Kind, ...]) -> Described:
    """Every register's rows as its side file describes them. `unread`: record files that are there, unread.

    A register without its side file, or the other way round, and columns that do not fit are findings.
    """
    by_path = {document.path: document for document in documents}
    findings: list[Finding] = []
    unjudged: set[str] = set()
    for path, document in by_path.items():
        kind, _ = (kind_at(path, kinds) if path.startswith(REGISTERS) else None) or (None, ())
        if kind and path.endswith(".csv"):
            side = by_path.get(side_file(path))
            by_path[path], unfit = _described(document, side, kind.type)
            findings += unfit if side or side_file(path) not in unread else ()
            if len(by_path[path].rows) < len(document.rows):
                unjudged.add(path)
        elif kind and issubclass(kind.type, Register):
            rows = path.removesuffix(".yml") + ".csv"
            if rows not in by_path and rows not in unread:
                message = f"there is no {rows} with the rows. While there are none, its first line alone will do."
                findings.append(Finding(path, (), message))
    return Described(tuple(by_path.values()), tuple(findings), frozenset(unjudged))


def side_file(path: str) -> str:
    """The path of the file that says what a register holds."""
    return path.removesuffix(".csv") + ".yml"


def in_column(finding: Finding) -> Finding:
    """A finding within the withdrawal of a row, in the column where it was typed."""
    match finding.where:
        case ("changes", 0, name):
            column = next(column for column, ours in WITHDRAWAL.items() if ours == name)
            return replace(finding, where=(column,))
    return finding


def in_file(side: Document | None, name: str) -> str:
    """What the file calls one of our columns."""
    return _called(side).get(name, name) if side else name


def _described(document: Document, side: Document | None, type_: type) -> tuple[Document, tuple[Finding, ...]]:
    """The rows under our own names; none of them where a column that all of them need is not there."""
    if side is None:
        message = f"there is no {side_file(document.path)} that says what these columns mean."
        return replace(document, rows=()), (Finding(document.path, (), message),)
    columns = side.fields.get("columns")
    if not isinstance(columns, dict):
        return replace(document, rows=()), ()  # the checks of the side file say what is wrong with it
    ours = {in_file(side, name): name for name in columns}
    known = {found.name for found in fields_of(type_)} - {*GIVEN_BY_PROGRAM} | {"id", *WITHDRAWAL}
    id_from = _id_from(side)
    needed = _needed(type_) - ({"id"} if id_from else set())
    absent = needed - {name for called, name in ours.items() if called in document.header}
    findings = (
        *_missing(document, side, ours),
        *_undescribed(document, side, absent, columns),
        *_foreign(side, columns, known),
    )
    names = {called: name for called, name in ours.items() if name in known}
    said = _words(side)
    rows = () if absent else tuple(_row(row, names, said, side) for row in document.rows)
    return replace(document, rows=_with_ids(rows, id_from, side)), findings


def _with_ids(rows: tuple[dict[str, Any], ...], id_from: tuple[str, ...], side: Document) -> tuple[dict[str, Any], ...]:
    """The rows with ids made from the columns that the side file names, or from numbers of the office's own."""
    if id_from:
        ids = distinct(" ".join(row.get(name, "") for name in id_from) for row in rows)
        return tuple({**row, "id": id} for row, id in zip(rows, ids, strict=True))
    if "id" in _called(side):
        return tuple({**row, "id": slug_of(row["id"]) or row["id"]} for row in rows)
    return rows


def _needed(type_: type) -> set[str]:
    """The columns without which no row is complete."""
    found = fields_of(type_)
    needed = {each.name for each in found if each.default is MISSING and each.default_factory is MISSING}
    return needed - {*GIVEN_BY_PROGRAM} | {"id"}


def _missing(document: Document, side: Document, ours: Mapping[str, str]) -> Iterator[Finding]:
    """Columns that the side file describes and the first line does not name."""
    for name in ours:
        if name not in document.header:
            message = f'the column "{name}" is missing, which {side.path} describes.'
            yield Finding(document.path, (), f"{message}{nearest(name, set(document.header) - set(ours))}", 1)


def _undescribed(
    document: Document, side: Document, absent: Collection[str], columns: Mapping[str, Any]
) -> Iterator[Finding]:
    """Columns that the side file does not describe: those of the first line, and those that every row needs."""
    described = {in_file(side, ours) for ours in columns} | _group(side, "left_out").keys()
    for name in document.header:
        if name not in described:
            message = f"the side file does not say what this column means.{nearest(name, columns)}"
            yield Finding(document.path, (name,), message, 1)
    for name in sorted(absent):
        if name not in columns and name not in document.header:
            message = f'every row needs a column "{name}". Add it here, and to the columns in {side.path}.'
            yield Finding(document.path, (), message, 1)


def _foreign(side: Document, columns: Mapping[str, Any], known: Collection[str]) -> Iterator[Finding]:
    """Columns that a register of this kind does not have."""
    for name in columns:
        if name not in known:
            message = f'a row has no column "{name}" here. Take it out, in the CSV file too.{nearest(name, known)}'
            yield Finding(side.path, ("columns", name), message)
    for name in _called(side):
        if name not in columns:
            message = f'there is no "{name}" under `columns`.{nearest(name, columns)}'
            yield Finding(side.path, ("called", name), message)
    for name in _group(side, "words"):
        if name not in columns:
            message = f'there is no "{name}" under `columns`.{nearest(name, columns)}'
            yield Finding(side.path, ("words", name), message)
    for at, name in enumerate(_id_from(side)):
        if name not in columns or "id" in columns:
            message = f'there is no "{name}" under `columns`.{nearest(name, columns)}'
            if "id" in columns:
                message = "the file has a column of ids already. Take one of the two out."
            yield Finding(side.path, ("id_from", at), message)


def _row(
    row: Mapping[str, Any], names: Mapping[str, str], said: Mapping[str, Mapping[str, str]], side: Document
) -> dict[str, Any]:
    """A row under our names, with its line and the publication that the side file states for all."""
    cells = {names[name]: _put(cell, said.get(names[name])) for name, cell in row.items() if name in names}
    withdrawal = {WITHDRAWAL[name]: cell for name in WITHDRAWAL if (cell := cells.pop(name, ""))}
    changes = {"changes": [{"kind": "withdrawn", **withdrawal}]} if withdrawal else {}
    publication = cells.pop("publication", "") or side.fields.get("publication")
    return {"": row[""], "publication": publication, **cells, **changes}


def _called(side: Document) -> dict[str, str]:
    """Our names of columns and those in the file; what is no text is refused where the side file is checked."""
    return {ours: name for ours, name in _group(side, "called").items() if isinstance(name, str)}


def _id_from(side: Document) -> tuple[str, ...]:
    """The columns of which ids are made; what is no column's name is refused where the side file is checked."""
    named = side.fields.get("id_from")
    return (
        tuple(name for name in named if isinstance(name, str) and is_column_name(name))
        if isinstance(named, list)
        else ()
    )


def _group(side: Document, name: str) -> dict[str, Any]:
    """A group of lines of the side file; nothing where something else was typed there."""
    group = side.fields.get(name)
    return group if isinstance(group, dict) else {}


def _words(side: Document) -> dict[str, dict[str, str]]:
    """By our name of a column, the file's words as they are compared, and ours."""
    groups = {name: group for name, group in _group(side, "words").items() if isinstance(group, dict)}
    return {
        name: {_compared(theirs): "" if _compared(ours) == BLANK else ours for theirs, ours in group.items()}
        for name, group in groups.items()
        if all(isinstance(ours, str) for ours in group.values())
    }


def _put(cell: str, words: Mapping[str, str] | None) -> str:
    """What a cell says in our words, whatever its capitals and spaces."""
    return words.get(_compared(cell) or BLANK, cell) if words else cell


def _compared(words: str) -> str:
    return " ".join(words.split()).casefold()
