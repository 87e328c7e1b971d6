"""The files of a new record: made, checked together with the whole archive, and only then written."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, cast

from generators.archive import Archive
from generators.check import problems_of
from generators.in_place import put
from generators.new.complete import Ask, Filled, complete
from generators.new.place import Misplaced, free, is_broken, is_row, not_within, path_of, refuse_outside
from generators.new.record_file import text_of
from generators.new.row import appended, columns
from generators.problem import Problem, Problems
from generators.proposed import ID, Known
from generators.read.csv_rows import written
from generators.record import Kind
from generators.register import Register
from generators.side_file import rows_file


class Planned(NamedTuple):
    """What is to be written."""

    id: str
    path: str
    files: Mapping[str, bytes]
    before: Mapping[str, bytes]
    """What stands there now, of a file to which something is added."""


Again = Callable[[Archive, Kind, Filled, Planned, Problems], dict[str, Any] | None]
"""What is known with more, where the record did not check with the others; None where nobody goes on."""


def begin(
    root: Path,
    archive: Archive,
    before: Iterable[Problem],
    kind: Kind,
    known: Known,
    now: datetime,
    ask: Ask | None,
    again: Again | None,
) -> tuple[Filled, Planned]:
    """Write the record of which so much is known, asking where somebody is there to be asked.

    `before`: what is wrong with other records; the archive holds what could be read. Raises what `complete`, `plan`
    and `write` raise; then nothing is written.
    """
    while True:
        filled = complete(archive, kind, known, now.date(), ask)
        planned = plan(root, archive, kind, filled, is_given=ID in known)
        try:
            write(root, planned, now, before)
        except Problems as problems:
            more = again(archive, kind, filled, planned, problems) if again else None
            if more is None:
                raise
            known = more
        else:
            return filled, planned


def plan(root: Path, archive: Archive, kind: Kind, filled: Filled, *, is_given: bool) -> Planned:
    """What is to be written for a record. `is_given`: its id was, and another may not take its place.

    Raises Misplaced where it cannot lie there, and ValueError for what no record can hold.
    """
    own = filled.own if is_given or "*" not in kind.files else free(archive, kind, root, filled.within, filled.own)
    id = "/".join(part for part in (filled.within, own) if part) if "*" in kind.files else kind.noun
    if kind.within and is_broken(archive, kind.within, filled.within):
        raise Misplaced(not_within(archive, kind.within, filled.within))
    path = path_of(kind, id)
    refuse_outside(root, path)
    if id in archive.records[kind.noun] or (not is_row(kind) and (root / path).exists()):
        raise Misplaced(f"there is a {kind.noun} {id} already, in {path}. It is left as it is.")
    if is_row(kind):
        return _row(root, archive, kind, filled, Planned(id, path, {}, {}))
    files = {path: text_of(kind, filled.values, filled.remarks).encode()}
    rows = rows_file(path)
    if issubclass(kind.type, Register) and not (root / rows).exists():
        named: Mapping[str, str] = filled.values.get("called", {})
        names = [named.get(name, name) for name in filled.values["columns"]]
        files[rows] = written(names, ",", "\n").encode()
    return Planned(id, path, files, {})


def write(root: Path, planned: Planned, now: datetime, before: Iterable[Problem]) -> None:
    """Check the files together with all others, then put them in place. Where it raises, nothing is written.

    `before`: what was wrong without them. In its words it can differ now, since a nearer id is there to be meant.
    """
    known = {(one.path, one.line, one.column, one.field) for one in before}
    after = problems_of(root, now, planned.files)
    if made := [one for one in after if (one.path, one.line, one.column, one.field) not in known]:
        raise Problems(made)
    put(root, planned.files, planned.before)


def _row(root: Path, archive: Archive, kind: Kind, filled: Filled, planned: Planned) -> Planned:
    register = cast("Register", archive.records[str(kind.within)][filled.within])
    raw = (root / planned.path).read_bytes()
    cells = {name: "; ".join(value) if isinstance(value, list) else str(value) for name, value in filled.values.items()}
    named = set(columns(raw, register).values())
    own = {"id": planned.id.rpartition("/")[2]} if "id" in named else {}
    state = {"publication": "draft"} if "publication" in named else {}
    content = appended(raw, register, {**own, **state, **cells})
    return planned._replace(files={planned.path: content}, before={planned.path: raw})


def is_public_at_once(archive: Archive, kind: Kind, filled: Filled, values: Mapping[str, Any]) -> bool:
    """Whether a new row is public with the next publication, because its register says so of all its rows."""
    register = archive.records[str(kind.within)][filled.within] if is_row(kind) else None
    is_draft = "publication" in getattr(register, "columns", {}) or values.get("publication") == "draft"
    return register is not None and register.publication == "published" and not is_draft
