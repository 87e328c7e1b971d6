"""What a preview says of every record that the public may not see yet: beside each link to it, and above its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from generators.archive import Archive
from generators.dates import clock, long_date
from generators.formats.rows import page_of
from generators.record import Kind, Record
from generators.unseen import Key, Unseen

UNTIL_PUBLISHED = "It stays off the site until its record says publication: published."


@dataclass(frozen=True)
class Mark:
    """The words for one record."""

    short: str
    """Beside a link: `draft`."""
    title: str
    """What the words above its page begin with: `Draft: not public.`"""
    more: str = ""
    """What follows there."""


@dataclass(frozen=True)
class Marks:
    """Every mark of a preview."""

    places: Mapping[str, Mark]
    """By where the record stands, from the site's root: a page, or a page, `#` and the place on it."""
    sources: Mapping[str, Mark]
    """By the file of the record, where it is the whole file: several pages can be made of one."""
    rows: Mapping[str, Mark]
    """Of rows that have no place of their own, by what each is called and no public one is."""

    def of_page(self, address: str, source: str = "") -> Mark | None:
        """The mark of a page: its own, or that of the record beneath whose page it stands."""
        if own := self.places.get(address) or self.sources.get(source):
            return own
        above = [address[: at + 1] for at, sign in enumerate(address) if sign == "/"]
        return next((self.places[page] for page in reversed(above) if page in self.places), None)


def marks(archive: Archive, hidden: Mapping[Key, Unseen]) -> Marks:
    """The marks of an archive that shows more than the public may see. `hidden`: what the public may not, and why."""
    places: dict[str, Mark] = {}
    sources: dict[str, Mark] = {}
    rows: dict[str, Mark] = {}
    for (noun, id), why in hidden.items():
        record = archive.records[noun].get(id)
        if record is None:  # withdrawn
            continue
        mark = _mark(archive, why)
        if not record.line:
            sources[record.path] = mark
        kind = archive.kind_called(noun)
        place = page_of(kind, record)
        if place:
            places[place] = mark
        else:
            rows[_called(kind, record)] = mark
    also = _public(archive, hidden) if rows else frozenset()
    return Marks(places, sources, {name: mark for name, mark in rows.items() if name not in also})


def when(until: datetime) -> str:
    """A moment as a person says it: the day, and the hour unless the day begins then."""
    day = long_date(until.date())
    return day if (until.hour, until.minute) == (0, 0) else f"{day}, {clock(until.time())}"


def _mark(archive: Archive, why: Unseen) -> Mark:
    if why.until and why.why == "later":
        held = f"held back until {when(why.until)}"
        return Mark(held, f"{held[0].upper()}{held[1:]}: not public before.", _for_the_sake_of(archive, why))
    later = f" Then it is held back until {when(why.until)}." if why.until else ""
    return Mark("draft", "Draft: not public.", (_for_the_sake_of(archive, why) or UNTIL_PUBLISHED) + later)


def _for_the_sake_of(archive: Archive, why: Unseen) -> str:
    """In which record it lies that is not public; nothing where it is itself the one."""
    if not why.around:
        return ""
    noun, _, id = why.around.partition(":")
    kind = archive.kind_called(noun)
    is_not = "is a draft" if why.why == "draft" else "is held back"
    return f"It lies in “{kind.label(archive.records[noun][id])}”, which {is_not}."


def _called(kind: Kind, record: Record) -> str:
    return " ".join(kind.label(record).split())


def _public(archive: Archive, hidden: Mapping[Key, Unseen]) -> frozenset[str]:
    """What the rows without a place are called that anybody may see."""
    return frozenset(
        _called(kind, record)
        for kind in archive.kinds
        for id, record in archive.records[kind.noun].items()
        if (kind.noun, id) not in hidden and not page_of(kind, record)
    )
