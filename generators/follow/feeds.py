"""The feeds of the site: what can be followed, what each of them announces, and why its reader is told."""

from collections.abc import Iterator

from generators import sections
from generators.archive import Archive, once_per_archive
from generators.follow.entries import EVERYTHING, RECOMMENDATION, by_key, happenings
from generators.follow.feed import Feed, Followed
from generators.link import to_record
from generators.raised import address_of
from generators.record import Kind
from generators.references import key_of
from generators.register import Register

BODY = "body"
MEANS = {
    BODY: "this belongs to it or names it",
    "person": "this names them",
    "matter": "this is about it",
    "duties": "this has a last day or was published",
}
"""The kinds of record that can be followed besides registers, and what an entry has to do with them."""


@once_per_archive
def feeds(archive: Archive, name: str) -> tuple[Feed, ...]:
    """Every feed, that of the site first. `name`: what the site is called."""
    every = followed(archive, name)
    found = by_key(happenings(archive), frozenset(one.key for one in every))
    return tuple(Feed(*one, tuple(found[one.key])) for one in every)


@once_per_archive
def followed(archive: Archive, name: str) -> tuple[Followed, ...]:
    """Everything that has a feed, without what it announces: that takes as long as a hundred pages to find."""
    return tuple(_followed(archive, name))


def _followed(archive: Archive, name: str) -> Iterator[Followed]:
    yield Followed("", name, "You see this because you follow everything on this site.", EVERYTHING)
    for kind in archive.kinds:
        means = _means(kind)
        for record in archive.records[kind.noun].values() if means else ():
            address, title = kind.address(record.id), to_record(archive, record).text
            if address:
                yield Followed(address, title, _why(title, means), key_of(kind.noun, record.id))
    for ref, found in {found.ref: found for found in sections.raised(archive)}.items():
        title = f"{found.kind.capitalize()} {ref}"
        why = _why(title, "this tells what became of it")
        yield Followed(address_of(ref), title, why, key_of(RECOMMENDATION, ref))


def _means(kind: Kind) -> str:
    """What an entry has to do with a record of this kind that somebody follows; empty where nobody can follow it."""
    return MEANS.get(kind.noun, "this is in it or changes it" if issubclass(kind.type, Register) else "")


def _why(title: str, means: str) -> str:
    return f"You see this because you follow “{title}”, and {means}."
