"""From the text of a document to a typed record, or to what is wrong with its fields."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generators.fields import SLUG
from generators.groups import once_per_type
from generators.problem import NAME, Finding, Where
from generators.read import Document
from generators.record import GIVEN_BY_PROGRAM, Kind, Record
from generators.wording import UNKNOWN, words

IN_A_ROW = {
    "literal_error": " Or say in the side file, under `words`, what it means.",
    "missing": " Or say in the side file, under `words`, what an empty cell means, like `blank: not stated`.",
}
"""What else can be done about a mistake in a row, by the validator's name for it."""

KEPT_BY_WINDOWS = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names that no file or folder can have there, whatever its ending."""
LONGEST_PART = 100
"""Characters of a name in an id: the files that are made of a record have longer names, and systems take 255."""


@dataclass(frozen=True)
class Identified:
    """A record's text with its kind and id, before its fields are looked at."""

    kind: Kind
    id: str
    path: str
    line: int
    """The row's line in a CSV file; 0 for a record in a file of its own."""
    values: dict[str, Any]
    digest: str = ""
    wrong: tuple[Where, ...] = ()
    """Where in it something is wrong, once its fields have been looked at."""


def kind_at(path: str, kinds: Iterable[Kind]) -> tuple[Kind, tuple[str, ...]] | None:
    """The kind of record that is kept at a path, and the parts of the record's id."""
    for kind in _by_folder(tuple(kinds)).get(_folder(path), ()):
        parts = kind.id_in(path)
        if parts is not None:
            return kind, parts
    return None


@lru_cache(maxsize=4)
def _by_folder(kinds: tuple[Kind, ...]) -> Mapping[str, tuple[Kind, ...]]:
    """The kinds that are kept in each folder: every file is looked at, and few kinds can be its own."""
    found: dict[str, tuple[Kind, ...]] = {}
    for kind in kinds:
        found[_folder(kind.files)] = (*found.get(_folder(kind.files), ()), kind)
    return found


def _folder(path: str) -> str:
    """The folder within `content/` or `data/`, like `content/meetings`; the file itself where there is none."""
    return "/".join(path.split("/", 2)[:2])


def _places_near(path: str, kinds: tuple[Kind, ...]) -> str:
    """Where records are kept in the folder of this path; where none are, the place that is most like it."""
    beside = sorted({kind.files for kind in _by_folder(kinds).get(_folder(path), ())})
    there = [kind.files for kind in kinds if kind.files.endswith(path[path.rindex(".") :])]
    found = beside or get_close_matches(path, there, n=1, cutoff=0.0)
    return f"The nearest places are: {', '.join(found)}." if len(found) > 1 else f"The nearest place is {found[0]}."


def up_to(kind: Kind, path: str, part: int) -> str:
    """The file or folder in a record's path that is named after this part of its id."""
    named = [at for at, step in enumerate(kind.files.split("/")) if "*" in step]
    return "/".join(path.split("/")[: named[part] + 1])


def identify(document: Document, kinds: Iterable[Kind]) -> Iterator[Identified | Finding]:
    """The records of a document: one, or one a row. A file that is in no kind's place is a finding."""
    kind, parts = kind_at(document.path, kinds) or (None, ())
    if kind is None:
        near = _places_near(document.path, tuple(kinds))
        hint = "A star stands for a name; all places are in the field guide."
        yield Finding(document.path, (), f"no record is kept in this place. {near} {hint}")
        return
    for number, part in enumerate(parts):
        if wrong := not_an_id(part):
            yield Finding(up_to(kind, document.path, number), (), wrong)
    id = "/".join(parts) or kind.noun
    if document.path.endswith(".csv"):
        yield from _rows(document, kind, id)
        return
    values = dict(document.fields)
    if kind.body_field:
        if kind.body_field in values:
            message = "write this text beneath the second `---`, not among the fields."
            yield Finding(document.path, (kind.body_field, NAME), message)
        values[kind.body_field] = document.body
    yield Identified(kind, id, document.path, 0, values, document.digest)


def not_an_id(part: str) -> str:
    """Why a name cannot be part of an id, and what can; empty where it is one."""
    if not SLUG.fullmatch(part):
        return f'"{part}" cannot be part of an id. Use lower-case letters, digits and single hyphens.'
    if part in KEPT_BY_WINDOWS:
        return f'Windows keeps the name "{part}" for itself and cannot open this file. Choose another.'
    if len(part) > LONGEST_PART:
        return f"the name has {len(part)} characters. It is part of an address: choose one of at most {LONGEST_PART}."
    return ""


def shape(found: Identified) -> Record | tuple[Finding, ...]:
    """The typed record, or everything that is wrong with its fields."""
    values = {name: value for name, value in found.values.items() if name not in GIVEN_BY_PROGRAM}
    own = {"id": found.id, "path": found.path, "line": found.line, "digest": found.digest}
    foreign = [name for name in GIVEN_BY_PROGRAM if name in found.values and not (name == "id" and found.line)]
    findings = [
        Finding(
            found.path,
            (name, NAME),
            f"a record cannot say its own {name}: it follows from where its file lies.",
            found.line,
        )
        for name in foreign
    ]
    try:
        record: Record = adapter(found.kind.type).validate_python({**values, **own}, context={**values, "id": found.id})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            where = tuple(step for step in detail["loc"] if isinstance(step, str | int))
            at = (*where, NAME) if detail["type"] == UNKNOWN else where
            said = words(detail, found.kind.type)
            said += IN_A_ROW.get(detail["type"], "") if found.line and len(where) == 1 else ""
            findings.append(Finding(found.path, at, said, found.line))
        return tuple(findings)
    return tuple(findings) or record


@once_per_type
def adapter(type_: type) -> TypeAdapter[Any]:
    """The validator of a record type, built once."""
    return TypeAdapter(type_)


def _rows(document: Document, kind: Kind, register: str) -> Iterator[Identified | Finding]:
    """Every row by its id; one whose id is refused by its line, so that its other mistakes are found too."""
    taken: dict[str, str] = {}
    for row in document.rows:
        line = row[""]
        id = row.get("id", "")
        message = ""
        if not SLUG.fullmatch(id):
            wrong = f'"{id}" cannot be an id.' if id else "the row has no id."
            message = f"{wrong} Use lower-case letters, digits and single hyphens, like 2026-04-a."
        elif id in taken:
            message = f'the id "{id}" stands in line {taken[id]} already. Give this row one of its own.'
        if message:
            yield Finding(document.path, ("id",), message, int(line))
        taken.setdefault(id, line)
        values = {name: value for name, value in row.items() if value and name not in ("", "id")}
        yield Identified(
            kind, f"{register}/line-{line}" if message else f"{register}/{id}", document.path, int(line), values
        )
