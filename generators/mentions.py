"""Where else a record is named: the way back from it to what other sections keep."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generators import sections
from generators.archive import Archive, once_per_archive
from generators.groups import nouns_named
from generators.ids import outer
from generators.link import Link, to_record
from generators.problem import count
from generators.record import Kind, Record
from generators.references import key_of, noun_in_words

FEW = 5
"""Rows of one register that are listed one by one; of more, their number is given and the register linked."""


@dataclass(frozen=True)
class Mention:
    """The records of one kind in another section that name this one."""

    what: str
    """What kind of record they are, in words."""
    how_many: str
    """Their number, in words."""
    links: tuple[Link, ...]


def mentions(archive: Archive, record: Record) -> tuple[Mention, ...]:
    """The records of other sections that name a record, kind by kind.

    A record inside another that names it too is left out, and so are rows once they are many: their register stands
    for them. What the same section keeps is linked by its own pages.
    """
    return _all(archive).get(key_of(archive.noun(type(record)), record.id), ())


@once_per_archive
def _all(archive: Archive) -> dict[str, tuple[Mention, ...]]:
    section_of = {kind.noun: kind.section for kind in archive.kinds}
    following = {kind.noun for section in sections.SECTIONS for kind in section.following()}
    found: dict[str, list[tuple[Kind, Record]]] = defaultdict(list)
    for kind in archive.kinds:
        if kind.noun in following or all(section_of[noun] == kind.section for noun in nouns_named(kind.type)):
            continue  # told of by what they are about; or named by their own section, like most of an archive
        for record in archive.records[kind.noun].values():
            for target in archive.references[key_of(kind.noun, record.id)]:
                if section_of[target.partition(":")[0]] != kind.section and to_record(archive, record).address:
                    found[target].append((kind, record))
    told = {target: tuple(_told(archive, naming)) for target, naming in found.items()}
    followed: dict[str, dict[Link, None]] = defaultdict(dict)
    for target, link in sections.followed_up(archive):
        followed[target][link] = None
    for target, links in followed.items():
        how_many = f"{len(links)} recommendations and actions"
        told[target] = (*told.get(target, ()), Mention("Tells what became of", how_many, tuple(links)))
    return told


def _told(archive: Archive, naming: Sequence[tuple[Kind, Record]]) -> Iterator[Mention]:
    there = {(kind.noun, record.id) for kind, record in naming}
    outermost = (pair for pair in naming if (pair[0].within, outer(pair[1].id)) not in there)
    for kind, of_kind in groupby(outermost, lambda pair: pair[0]):
        links: list[Link] = []
        for _, beside in groupby((record for _, record in of_kind), lambda record: record.line and outer(record.id)):
            records = list(beside)
            if kind.within and records[0].line and len(records) > FEW:
                register = to_record(archive, archive.records[kind.within][outer(records[0].id)])
                links.append(Link(f"{register.text} ({count(len(records), 'row')})", register.address))
            else:
                links += (to_record(archive, record) for record in records)
        words = noun_in_words(kind.noun)
        yield Mention(words.capitalize(), count(len(links), words), tuple(links))
