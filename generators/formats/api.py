"""A static API: every record by its kind and id, and lists of records by kind, body and year. Its form never changes.

An answer is `{"kind", "id", "label", "page", "within", "fields"}`; a list has the same without `fields`, and where each
record is. `openapi.py` says so in a form that programs read, and a test holds every answer against it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

import orjson

from generators.archive import Archive
from generators.facets import bodies_of, day_of
from generators.formats.dataset import File
from generators.formats.datasets import hashed, in_json, state
from generators.formats.rows import page_of
from generators.formats.shown import fields_shown, guarded, records
from generators.keys import maker
from generators.record import Kind, Record

ROOT = "api/v1/"
WRITTEN = orjson.OPT_APPEND_NEWLINE


class Listed(NamedTuple):
    """A record in a list."""

    kind: Kind
    record: Record
    state: str


def files(archive: Archive) -> Iterator[File]:
    """Every answer of the API."""
    guards = guarded(archive)
    lists: dict[str, list[Listed]] = defaultdict(list)
    for kind in archive.kinds:
        every = [Listed(kind, record, state(record)) for record in records(archive, kind, guards)]
        lists[kind.noun] = every
        for one in every:
            yield File(address(kind, one.record.id), f"{one.state}-{maker()}", partial(answer, kind, one.record))
            for body in bodies_of(archive, one.record):
                lists[f"bodies/{body}/{kind.noun}"].append(one)
            day = day_of(archive, one.record)
            if day:
                lists[f"years/{day.year}/{kind.noun}"].append(one)
    for name, listed in lists.items():
        key = hashed(name, maker(), *(f"{one.record.id} {one.state}" for one in listed))
        yield File(f"{ROOT}{name}.json", key, partial(listing, listed))
    gone = [
        {"kind": one.noun, "id": one.id, "withdrawn_on": one.date, "reason": one.reason} for one in archive.tombstones
    ]
    yield File(f"{ROOT}withdrawn.json", hashed(maker(), repr(gone)), partial(orjson.dumps, gone, option=WRITTEN))
    names = {name: len(listed) for name, listed in lists.items()}
    yield File(f"{ROOT}index.json", hashed(maker(), repr(names)), partial(_index, names))


def address(kind: Kind, id: str) -> str:
    """Where the answer with a record is."""
    return f"{ROOT}{kind.noun}/{id}.json"


def answer(kind: Kind, record: Record) -> bytes:
    """A record with all that may be shown of it."""
    shown = fields_shown(kind, record)
    # First whole, then without the rest: so its groups are written by the library, which takes a tenth of the time.
    whole: dict[str, Any] = orjson.loads(orjson.dumps(record, default=in_json))
    fields = {name: value for name, value in whole.items() if name in shown}
    return orjson.dumps({**_head(kind, record), "fields": fields}, option=WRITTEN)


def listing(listed: Iterable[Listed]) -> bytes:
    """Records in short, each with the address of its answer."""
    found = [{**_head(one.kind, one.record), "answer": address(one.kind, one.record.id)} for one in listed]
    return orjson.dumps(found, option=WRITTEN)


def _head(kind: Kind, record: Record) -> dict[str, Any]:
    """What every answer begins with. Addresses are from the root of the site."""
    return {
        "kind": kind.noun,
        "id": record.id,
        "label": kind.label(record),
        "page": page_of(kind, record) or None,
        "within": record.id.rpartition("/")[0] if kind.within else None,
    }


def _index(names: dict[str, int]) -> bytes:
    lists = [{"list": f"{ROOT}{name}.json", "records": number} for name, number in names.items()]
    return orjson.dumps({"lists": lists, "description": f"{ROOT}openapi.json"}, option=WRITTEN)
