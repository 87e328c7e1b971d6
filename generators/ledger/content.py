"""What the ledger covers of each public record: its fields as data, and the files attached to it. No page, no chart."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import orjson

from generators.archive import Archive
from generators.formats.datasets import in_json
from generators.formats.rows import page_of
from generators.formats.shown import fields_shown, guarded, records
from generators.ledger.entry import Reason, reason_of
from generators.record import Kind, Record
from generators.references import key_of

NOTHING: tuple[Any, ...] = (None, "", [], {})
"""What a field holds that says nothing: left out, so that a field which the program learns later changes no record."""


@dataclass(frozen=True)
class Content:
    """What is public of one record."""

    page: str
    """The page that shows it; empty where it has none."""
    reasons: tuple[Reason, ...]
    """What stands under its `changes`."""
    is_row: bool
    """Whether it is a row of a register, which has no room for reasons of its own."""
    record: Callable[[], bytes]
    attached: Mapping[str, Callable[[], bytes]]
    """Its files, by where they lie on the site."""


def contents(archive: Archive, root: Path) -> dict[str, Content]:
    """What is public of every record, by its noun, a colon and its id."""
    guards = guarded(archive)
    return {
        key_of(kind.noun, record.id): content(archive, kind, record, root)
        for kind in archive.kinds
        for record in records(archive, kind, guards)
    }


def content(archive: Archive, kind: Kind, record: Record, root: Path) -> Content:
    """What is public of one record."""
    return Content(
        page_of(kind, record).partition("#")[0],
        tuple(map(reason_of, record.changes)),
        record.line > 0,
        partial(as_data, kind, record),
        dict(_attached(archive, kind, record, root)),
    )


def as_data(kind: Kind, record: Record) -> bytes:
    """A record as the ledger keeps it: what leaves as data, without addresses of pages or anything else we add."""
    shown = fields_shown(kind, record)
    whole: dict[str, Any] = orjson.loads(orjson.dumps(record, default=in_json))
    fields = {name: kept for name, value in whole.items() if name in shown and (kept := _said(value)) not in NOTHING}
    return orjson.dumps({"fields": fields, "id": record.id, "kind": kind.noun}, option=orjson.OPT_SORT_KEYS)


def _said(value: Any) -> Any:
    """A value without those of its parts that say nothing."""
    if isinstance(value, dict):
        return {name: kept for name, each in value.items() if (kept := _said(each)) not in NOTHING}
    return [_said(each) for each in value] if isinstance(value, list) else value


def _attached(archive: Archive, kind: Kind, record: Record, root: Path) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for name in getattr(record, "files", ()):
        file = archive.files[f"{record.path.rpartition('/')[0]}/{name}"]
        yield f"{kind.address(record.id)}{file.path.rpartition('/')[2]}", (root / file.path).read_bytes
