"""What a page can be found by besides its words: kind, date, body, people, topics and status."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generators.archive import Archive, once_per_archive
from generators.ids import outer
from generators.link import to_record
from generators.record import Record
from generators.references import key_of, noun_in_words

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
    own = archive.noun(type(record))
    named = [key_of(own, record.id), *archive.references[key_of(own, record.id)]]
    for other in also:
        named += archive.references[key_of(archive.noun(type(other)), other.id)]
    told = _facets_by_key(archive)
    return Facets(
        kind=noun_in_words(own).capitalize(),
        day=day_of(archive, record),
        bodies=tuple(dict.fromkeys(told.bodies[key] for key in named if key in told.bodies)),
        people=tuple(dict.fromkeys(told.people[key] for key in named if key in told.people)),
        topics=tuple(dict.fromkeys(told.topics[key] for key in named if key in told.topics)),
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


def bodies_of(archive: Archive, record: Record) -> tuple[str, ...]:
    """The ids of the bodies to which a record belongs, by its own id or by what it names."""
    own = key_of(archive.noun(type(record)), record.id)
    known = _facets_by_key(archive).bodies
    named = (key for key in (own, *archive.references[own]) if key in known)
    return tuple(dict.fromkeys(key.partition(":")[2].partition("/")[0] for key in named))


class FacetsByKey(NamedTuple):
    """What the pages that name a record can be found by, by the key of that record."""

    bodies: Mapping[str, str]
    """Of all that lies in the folder of a body: the body."""
    people: Mapping[str, str]
    topics: Mapping[str, str]


@once_per_archive
def _facets_by_key(archive: Archive) -> FacetsByKey:
    """All of them, once for an archive: its pages name tens of thousands."""
    own = {
        key_of(noun, id): to_record(archive, record).text
        for noun in (BODY, PERSON, TOPIC)
        for id, record in _of(archive, noun)
    }
    bodies = {
        key_of(noun, id): own[body]
        for noun in _of_bodies(archive)
        for id in archive.records[noun]
        if (body := key_of(BODY, id.partition("/")[0])) in own
    }
    people, topics = (
        {key_of(noun, id): own[key_of(noun, id)] for id, _ in _of(archive, noun)} for noun in (PERSON, TOPIC)
    )
    return FacetsByKey(bodies, people, topics)


def _of(archive: Archive, noun: str) -> Iterable[tuple[str, Record]]:
    return archive.records[noun].items()


def _of_bodies(archive: Archive) -> frozenset[str]:
    """The kinds of record that lie in the folder of a body, and that of the body itself."""
    within = {kind.noun: kind.within for kind in archive.kinds}
    found = {BODY}
    while more := {noun for noun, around in within.items() if around in found} - found:
        found |= more
    return frozenset(found)


def day_of(archive: Archive, record: Record) -> date | None:
    """The day a record is of, or else the one it lies in."""
    for name in OF_DAYS:
        own = getattr(record, name, None)
        if isinstance(own, date):
            return own
    kind = archive.kind(record)
    around = archive.records[kind.within].get(outer(record.id)) if kind.within else None
    return day_of(archive, around) if around else None
