"""What happened to every record: published, changed, withdrawn, and what its section tells besides."""

from collections import Counter
from collections.abc import Iterator

from generators import sections
from generators.archive import Archive, once_per_archive
from generators.follow.happening import Happening
from generators.ids import outer
from generators.link import Link, to_record
from generators.raised import address_of
from generators.record import Kind, Record
from generators.references import key_of, noun_in_words

EVERYTHING = "everything"
"""What everybody follows who follows the whole site."""
MOST = 100
"""Entries of a feed. Whoever wants older ones finds them on the pages."""
RECOMMENDATION = "tracked"
"""Stands where the noun of a record stands, in the key of a recommendation by its ref."""


def happenings(archive: Archive) -> tuple[Happening, ...]:
    """All that happened, the latest first; of one day, in the order of their ids."""
    told = (found for section in sections.modules("happenings") for found in section.happenings(archive))
    found = sorted((*_of_records(archive), *_withdrawn(archive), *_raised(archive), *told), key=lambda one: one.id)
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def about(archive: Archive, record: Record) -> tuple[str, ...]:
    """The keys of a record, of all it lies in, and of all it names."""
    key = key_of(archive.noun(type(record)), record.id)
    return (EVERYTHING, *_around(archive, archive.kind(record), record.id), *archive.references[key])


def _around(archive: Archive, kind: Kind, id: str) -> Iterator[str]:
    """The key of a record and of each that it lies in."""
    yield key_of(kind.noun, id)
    around = kind.within
    while around:
        id = outer(id)
        yield key_of(around, id)
        around = _within(archive)[around]


@once_per_archive
def _within(archive: Archive) -> dict[str, str | None]:
    """The noun of what each kind of record lies in, by its own."""
    return {kind.noun: kind.within for kind in archive.kinds}


def _of_records(archive: Archive) -> Iterator[Happening]:
    """What is known of every record that has a page of its own. Rows may not be shown one by one."""
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values():
            if (record.published or record.changes) and kind.address(record.id):
                yield from _of_record(archive, kind, record)


def _of_record(archive: Archive, kind: Kind, record: Record) -> Iterator[Happening]:
    key, link, keys = key_of(kind.noun, record.id), to_record(archive, record), about(archive, record)
    noun = noun_in_words(kind.noun)
    if record.published:
        yield Happening(f"{key}/published", record.published, link, f"New {noun}", "", keys)
    times: Counter[str] = Counter()
    for change in record.changes:
        name = f"{change.kind}-{change.date}"
        times[name] += 1
        again = f"-{times[name]}" if times[name] > 1 else ""
        yield Happening(f"{key}/{name}{again}", change.date, link, change.kind.capitalize(), change.reason, keys)


def _withdrawn(archive: Archive) -> Iterator[Happening]:
    """Of what was withdrawn no more is known than that it was, since when, and why."""
    kinds = {kind.noun: kind for kind in archive.kinds}
    for stone in archive.tombstones:
        kind = kinds[stone.noun]
        if address := kind.address(stone.id):
            words = f"A {noun_in_words(stone.noun)} stood here. Reason: {stone.reason}"
            key = f"{key_of(stone.noun, stone.id)}/withdrawn-{stone.date.isoformat()}"
            keys = (EVERYTHING, *_around(archive, kind, stone.id))
            yield Happening(key, stone.date, Link(noun_in_words(stone.noun), address), "Withdrawn", words, keys)


def _raised(archive: Archive) -> Iterator[Happening]:
    """That a recommendation was made, for whoever follows that one: others were told when its record was published."""
    for found in sections.raised(archive):
        source = archive.records[found.noun][found.id]
        day = found.raised_on or source.published
        if day:
            words = f"{found.text or 'The original says no more.'}\n\nIt arose here: {found.source}."
            link = Link(f"{found.kind.capitalize()} {found.ref}", address_of(found.ref))
            keys = (key_of(RECOMMENDATION, found.ref),)
            yield Happening(f"{keys[0]}/raised", day, link, "Raised", words, keys, source.published)


def by_key(found: tuple[Happening, ...], wanted: frozenset[str]) -> dict[str, list[Happening]]:
    """The latest of what happened, by the key of what is followed."""
    kept: dict[str, list[Happening]] = {key: [] for key in wanted}
    for one in found:
        for key in wanted.intersection(one.about):
            if len(kept[key]) < MOST:
                kept[key].append(one)
    return kept
