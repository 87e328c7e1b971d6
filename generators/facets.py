"""What a page can be found by besides its words: kind, date, body, people, topics and status."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generators.archive import Archive
from generators.ids import outer
from generators.link import text_of
from generators.record import Record
from generators.references import key_of

BODY, PERSON, TOPIC = "body", "person", "matter"
"""The kinds of record whose names are facets of the pages that name them."""
OF_DAYS = ("date", "last_day")
"""The fields that say of which day a record is, the best first."""


@dataclass(frozen=True)
class Facets:
    """What the search narrows down by; empty where a page has nothing to say of it."""

    kind: str = ""
    """`Meeting`, `Paper`; what every page has that can be found."""
    day: date | None = None
    bodies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    status: str = ""


LISTED = Facets(kind="List")
"""Of a page that gathers what has a page of its own: it comes after those pages."""
UNLISTED = Facets()
"""Of a page that nobody should find: of what is withdrawn, or has moved."""


def facets_of(archive: Archive, record: Record, *also: Record, status: str = "") -> Facets:
    """The facets of a record's page, from the record, the one it lies in, and all that it and `also` name."""
    own = key_of(archive.noun(type(record)), record.id)
    named = [own, *archive.references[own]]
    for other in also:
        named += archive.references[key_of(archive.noun(type(other)), other.id)]
    return Facets(
        kind=archive.kind(record).noun.replace("-", " ").capitalize(),
        day=_day(archive, record),
        bodies=_names(archive, (f"{BODY}:{id}" for id in dict.fromkeys(_bodies(archive, named)))),
        people=_names(archive, _of_kind(PERSON, named)),
        topics=_names(archive, _of_kind(TOPIC, named)),
        status=status,
    )


def for_search(facets: Facets) -> Mapping[str, list[str]]:
    """The values of each facet by its name in the address of a search; only those that have any."""
    found = {
        "kind": [facets.kind],
        "body": list(facets.bodies),
        "year": [str(facets.day.year)] if facets.day else [],
        "status": [facets.status],
        "topic": list(facets.topics),
        "person": list(facets.people),
    }
    return {name: kept for name, values in found.items() if (kept := [value for value in values if value])}


def _names(archive: Archive, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for key in dict.fromkeys(keys) if (text := text_of(archive, key)))


def _of_kind(noun: str, keys: Iterable[str]) -> Iterator[str]:
    return (key for key in keys if key.startswith(f"{noun}:"))


def _bodies(archive: Archive, keys: Iterable[str]) -> Iterator[str]:
    """The ids of the bodies to which these records belong: the first part of theirs."""
    for key in keys:
        noun, _, id = key.partition(":")
        if noun in _of_bodies(archive):
            yield id.partition("/")[0]


@lru_cache(maxsize=2)
def _of_bodies(archive: Archive) -> frozenset[str]:
    """The kinds of record that lie in the folder of a body, and that of the body itself."""
    within = {kind.noun: kind.within for kind in archive.kinds}
    found = {BODY}
    while more := {noun for noun, around in within.items() if around in found} - found:
        found |= more
    return frozenset(found)


def _day(archive: Archive, record: Record) -> date | None:
    """The day a record is of, or else the one it lies in."""
    for name in OF_DAYS:
        own = getattr(record, name, None)
        if isinstance(own, date):
            return own
    kind = archive.kind(record)
    around = archive.records[kind.within].get(outer(record.id)) if kind.within else None
    return _day(archive, around) if around else None
