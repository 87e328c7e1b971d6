"""Where a new record lies: its id, and the path of its file."""

from pathlib import Path

from generators import sections
from generators.archive import Archive
from generators.fields import SLUG
from generators.problem import did_you_mean
from generators.record import Kind
from generators.shape import kind_at


class Misplaced(Exception):  # noqa: N818 - says what is misplaced
    """Why no record can lie there."""


def is_row(kind: Kind) -> bool:
    """Whether it is a row of a register, and no file."""
    return kind.files.endswith(".csv")


def path_of(kind: Kind, id: str) -> str:
    """The path of the file of the record with this id. Raises Misplaced where an id cannot be like that."""
    parts = id.split("/") if "*" in kind.files else []
    parts = parts[:-1] if is_row(kind) else parts
    if len(parts) != kind.files.count("*"):
        raise Misplaced(f'"{id}" cannot be the id of a {kind.noun}. Its file lies at {kind.files}.')
    for part in parts:
        if not SLUG.fullmatch(part):
            raise Misplaced(f'"{part}" cannot be part of an id. Use lower-case letters, digits and single hyphens.')
    path = kind.files.replace("*", "{}").format(*parts)
    found = kind_at(path, sections.kinds())
    if found is None or found[0] is not kind:
        raise Misplaced(f'a {kind.noun} cannot be called "{parts[-1]}": {path} is another kind of record.')
    return path


def free(archive: Archive, kind: Kind, root: Path, outer: str, own: str) -> str:
    """The last part of an id that no record has: this one, or the same with a number after it."""
    times = 1
    while True:
        tried = own if times == 1 else f"{own}-{times}"
        id = f"{outer}/{tried}" if outer else tried
        if id not in archive.records[kind.noun] and (is_row(kind) or not (root / path_of(kind, id)).exists()):
            return tried
        times += 1


def is_broken(archive: Archive, noun: str, id: str) -> bool:
    """Whether a record is there, and could not be read for a mistake in it."""
    kind = archive.kind_called(noun)
    parts = id.split("/")[: -1 if is_row(kind) else None]
    return len(parts) == kind.files.count("*") and kind.files.replace("*", "{}").format(*parts) in archive.unsound


def not_within(archive: Archive, noun: str, id: str) -> str:
    """Why nothing new can lie in this record: it is not there, or has a mistake; empty where something can."""
    if id in archive.records[noun]:
        return ""
    if is_broken(archive, noun, id):
        return f'the {noun} "{id}" has a mistake. `scrutiny check` tells it: mend it first, then begin this.'
    return f'there is no {noun} "{id}".{did_you_mean(id, archive.records[noun])}'


def refuse_outside(root: Path, path: str) -> None:
    """Refuse a path that leads out of the office's folder by a link in it. Raises Misplaced."""
    file = root.resolve() / path
    there = next(folder for folder in file.parents if folder.exists())
    if there.resolve() != there:
        raise Misplaced(
            f"{there.relative_to(root.resolve())} is a link to another place. Records lie in the folder itself."
        )
