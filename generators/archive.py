"""The checked whole: every record by kind and by id. Read-only."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from types import MappingProxyType
from typing import Any, TypeVar, TypeVarTuple, cast

from generators.ledger.ledger import NO_LEDGER, Ledger
from generators.problem import Problem
from generators.read.files import File
from generators.record import Kind, Record
from generators.references import key_of, names
from generators.shape import Identified

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Others = TypeVarTuple("Others")


@dataclass(frozen=True)
class Tombstone:
    """What is left of a withdrawn record: that it was here, since when it is not, and why."""

    noun: str
    id: str
    date: date
    reason: str
    formerly: tuple[str, ...] = ()
    """The ids that it had before: whoever comes to one of their addresses is told the same."""
    went_with: str = ""
    """The noun of the record in which it lay and with which it was withdrawn; empty where it was for its own sake."""


@dataclass(frozen=True, eq=False)
class Archive:
    """Records by kind in the order of their ids, and the files that lie beside them."""

    kinds: tuple[Kind, ...]
    records: Mapping[str, Mapping[str, Record]]
    """By noun, then by id."""
    files: Mapping[str, File]
    references: Mapping[str, tuple[str, ...]]
    """What every record names: by its noun, a colon and its id, the same of each record it refers to."""
    unsound: frozenset[str] = frozenset()
    """The paths of record files that could not be taken in; only the checks ever meet any."""
    broken: tuple[Identified, ...] = ()
    """Of these the records whose fields were read, and are wrong: what was typed in them is known."""
    tombstones: tuple[Tombstone, ...] = ()
    ledger: Ledger = NO_LEDGER
    """What was published and changed before; empty where no ledger is kept."""
    warnings: tuple[Problem, ...] = ()
    """What whoever keeps the records is told of, and what stops nothing."""

    @cached_property
    def worked_out(self) -> dict[Hashable, Any]:
        """What functions have said of it, for `once_per_archive`."""
        return {}

    def all(self, type_: type[R]) -> tuple[R, ...]:
        """Every record of a type, in the order of their ids."""
        return self._by_type.get(type_, ())

    def get(self, type_: type[R], id: str | None) -> R | None:
        """The record of a type with this id, or None if it may not be seen."""
        found: R | None = self._tables[type_].get(id)
        return found

    def noun(self, type_: type[Record]) -> str:
        """What a record of this type is called."""
        return self._nouns[type_]

    def kind(self, record: Record) -> Kind:
        """The kind a record is of."""
        return self._kinds[type(record)]

    def kind_called(self, noun: str) -> Kind:
        """The kind of record that has this noun."""
        return self._kinds_by_noun[noun]

    def unsound_beside(self, path: str) -> bool:
        """Whether a record in the same folder could not be taken in, and may be the one that lists this file."""
        return path.rpartition("/")[0] in self._unsound_folders

    @cached_property
    def _unsound_folders(self) -> frozenset[str]:
        return frozenset(path.rpartition("/")[0] for path in self.unsound)

    @cached_property
    def _tables(self) -> dict[type, Mapping[str | None, Any]]:
        return {kind.type: cast("Mapping[str | None, Any]", self.records[kind.noun]) for kind in self.kinds}

    @cached_property
    def _by_type(self) -> dict[type, tuple[Any, ...]]:
        return {kind.type: tuple(self.records[kind.noun].values()) for kind in self.kinds}

    @cached_property
    def _nouns(self) -> dict[type, str]:
        return {kind.type: kind.noun for kind in self.kinds}

    @cached_property
    def _kinds(self) -> dict[type, Kind]:
        return {kind.type: kind for kind in self.kinds}

    @cached_property
    def _kinds_by_noun(self) -> dict[str, Kind]:
        return {kind.noun: kind for kind in self.kinds}


def once_per_archive(work: Callable[[Archive, *Others], T]) -> Callable[[Archive, *Others], T]:
    """Remember what a function says of an archive for as long as that lives, and no longer: it is most of the memory.

    Its other arguments can be hashed, and are told apart.
    """

    @wraps(work)
    def remembered(archive: Archive, *others: *Others) -> T:
        known, asked = archive.worked_out, (work, *others)
        if asked not in known:
            known[asked] = work(archive, *others)
        found: T = known[asked]
        return found

    return remembered


def gather(
    kinds: Iterable[Kind],
    records: Iterable[Record],
    files: Mapping[str, File],
    unsound: Iterable[str] = (),
    broken: Iterable[Identified] = (),
) -> Archive:
    """The Archive of these records."""
    by_noun: dict[str, dict[str, Record]] = {kind.noun: {} for kind in kinds}
    nouns = {kind.type: kind.noun for kind in kinds}
    for record in sorted(records, key=lambda record: record.id):
        by_noun[nouns[type(record)]][record.id] = record
    frozen = {noun: MappingProxyType(found) for noun, found in by_noun.items()}
    named = {key_of(noun, id): names(record) for noun, found in by_noun.items() for id, record in found.items()}
    return Archive(
        tuple(kinds),
        MappingProxyType(frozen),
        MappingProxyType(dict(files)),
        MappingProxyType(named),
        frozenset(unsound),
        tuple(broken),
    )
