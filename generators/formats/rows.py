"""The rows of a kind of record and of every list inside its records."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from generators.formats.dataset import Column, Row, column_of
from generators.formats.plan import Inner, Plan, plan
from generators.formats.shown import fields_shown
from generators.ids import outer
from generators.record import Kind, Part, Record

ID = Column("id", "The permanent id of the record.", required=True)
ID_WITHIN = Column(
    "id",
    "The id of the record or row it belongs to, the name of the list and its place there, which can change.",
    required=True,
)
ID_LINKED = Column(
    "id",
    "The id of the record, # and the end of its permanent link on this site. It changes only if that link does.",
    required=True,
)
POSITION = Column("position", "Its place in the list, counted from 1.", "integer", required=True)
PAGE = Column("page", "Where it stands on this site, from the site's root.")
Parts = Mapping[type | None, Iterator[Part]]
"""The parts of a record that have a permanent link, each once, by what they are."""


class Rows:
    """All rows of a kind of record, made together once somebody asks for any."""

    def __init__(self, kind: Kind, found: Sequence[Record]) -> None:
        self._kind, self._found = kind, found
        self._made: Mapping[str, Sequence[Row]] | None = None

    def of(self, name: str) -> Sequence[Row]:
        """Those of one dataset."""
        if self._made is None:
            self._made = rows_of(self._kind, self._found)
        return self._made.get(name, ())


def rows_of(kind: Kind, found: Iterable[Record]) -> Mapping[str, Sequence[Row]]:
    """The rows that these records of a kind become, by dataset."""
    made: dict[str, list[Row]] = defaultdict(list)
    own, around = plan(kind.type), _around(kind)
    for record in found:
        shown = fields_shown(kind, record)
        within = (outer(record.id),) if around else ()
        values = [one.read(record) if one.field in shown else None for one in own.readings]
        made[kind.noun].append((record.id, *within, *values, page_of(kind, record) or None))
        parts: Parts = {type_: iter(found(record)) for type_, found in kind.linked.items()}
        walk = _Walk(made, parts, record.id, page_of(kind, record))
        for inner in own.inner:
            if inner.field in shown:
                walk.through(inner, record, record.id, kind.noun)
    return made


def page_of(kind: Kind, record: Record) -> str:
    """Where a record stands on the site, from its root; empty where it has no place of its own."""
    return kind.place(record) if kind.place else kind.address(record.id)


def lists(kind: Kind) -> Iterator[tuple[str, Plan, tuple[Column, ...]]]:
    """The datasets of a kind of record: the name of each, its plan and its columns."""
    own = plan(kind.type)
    yield kind.noun, own, _distinct((ID, *_around(kind)), own, (PAGE,))
    shown = replace(own, inner=tuple(inner for inner in own.inner if inner.field not in kind.unshown))
    yield from _inner(shown, kind.noun, kind.linked.keys())


def _around(kind: Kind) -> tuple[Column, ...]:
    """The column that names the record it belongs to, unless a field of its own does."""
    name = column_of(kind.within or "")
    if not name or any(reading.column.name == name for reading in plan(kind.type).readings):
        return ()
    return (Column(name, f"The {kind.within} it belongs to, by id.", refers_to=kind.within or ""),)


def _inner(around: Plan, name: str, linked: Container[type | None]) -> Iterator[tuple[str, Plan, tuple[Column, ...]]]:
    for inner in around.inner:
        own = _name(name, inner)
        up = Column(column_of(name), "The row it belongs to, by id.", required=True, refers_to=name)
        has_link = inner.plan.of in linked
        before = (ID_LINKED if has_link else ID_WITHIN, up, POSITION)
        yield own, inner.plan, _distinct(before, inner.plan, (PAGE,) if has_link else ())
        yield from _inner(inner.plan, own, linked)


class _Walk(NamedTuple):
    """Through the lists of a record."""

    made: Mapping[str, list[Row]]
    parts: Parts
    record: str
    """Its id."""
    page: str
    """Where it stands."""

    def through(self, inner: Inner, group: Any, id: str, name: str) -> None:
        """The rows of a list, and of the lists inside its entries. `id` and `name`: of the row in which it stands."""
        entries = inner.entries(group)
        if not entries:  # most are, and there are hundreds of thousands
            return
        own, parts = _name(name, inner), self.parts.get(inner.plan.of)
        start = f"{id}{'-' if '#' in id else '#'}{inner.name.replace('_', '-')}-"
        for at, entry in enumerate(entries, 1):
            values = [one.read(entry) for one in inner.plan.readings]
            if parts is None:
                own_id = f"{start}{at}"
            else:
                part = next(parts)
                own_id = f"{self.record}#{part.name}"
                values.append(part.page or f"{self.page}#{part.name}")
            self.made[own].append((own_id, id, at, *values))
            for deeper in inner.plan.inner:
                self.through(deeper, entry, own_id, own)


def _name(around: str, inner: Inner) -> str:
    return f"{around}-{inner.name.replace('_', '-')}"


def _distinct(before: tuple[Column, ...], own: Plan, after: tuple[Column, ...] = ()) -> tuple[Column, ...]:
    """The columns of a dataset; a field that is called like one which every dataset has is its `own`."""
    taken = {column.name for column in (*before, *after)}
    columns = (reading.column for reading in own.readings)
    renamed = (replace(one, name=f"own_{one.name}") if one.name in taken else one for one in columns)
    return (*before, *renamed, *after)
