"""The id of a new record or row: in the style of those that are there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from generators.archive import Archive
from generators.groups import needed_fields
from generators.ids import own
from generators.new.row_ids import row_ids
from generators.new.row_keys import DATED
from generators.record import GIVEN_BY_PROGRAM, Kind
from generators.slugs import short_slug, slug_of

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def id_of_file(kind: Kind, values: Mapping[str, Any]) -> str:
    """The last part of the id of a record, from its title, name or what else it cannot be without."""
    return next((short_slug(words) for _, words in _texts(kind.type, values)), "")


def id_of_row(archive: Archive, kind: Kind, register: str, values: Mapping[str, Any], today: date) -> str:
    """The last part of the id of a new row of a register. One that says no day counts as of today."""
    rows = [row for row in archive.records[kind.noun].values() if row.id.startswith(f"{register}/")]
    present = [(own(row.id), {name: str(getattr(row, name)) for name in _names(kind)}) for row in rows]
    of_kind = PurePosixPath(kind.files).parts[1]
    day = next((words for words in values.values() if isinstance(words, str) and DAY.fullmatch(words)), str(today))
    cells = {DATED.get(of_kind, ""): day} | {name: str(value) for name, value in values.items()}
    needed = next((name for name, _ in _texts(kind.type, values)), "")
    return next(row_ids(of_kind, [cells], present, needed))


def _names(kind: Kind) -> Iterator[str]:
    """The fields that are typed in a row."""
    return (field.name for field in fields(kind.type) if field.name not in GIVEN_BY_PROGRAM)


def _texts(type_: type, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The texts that such a record cannot be without, by the names of their fields."""
    for name in needed_fields(type_):
        words = values.get(name)
        if name not in GIVEN_BY_PROGRAM and isinstance(words, str) and slug_of(words):
            yield name, words
