"""What is new on the site: records published or changed, the latest first."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generators.archive import Archive
from generators.link import Link, to_record
from generators.problem import count
from generators.record import Record
from generators.sections import SECTIONS


class News(NamedTuple):
    """A record that was published or changed, or several of one place that were published on one day."""

    date: date
    link: Link
    what: str
    """`published`, `corrected`."""
    reason: str = ""
    """Why it was changed."""


def news(archive: Archive, most: int) -> tuple[News, ...]:
    """The latest, up to this number."""
    found = sorted((*_changed(archive), *_published(archive)), key=lambda new: new.date, reverse=True)
    return tuple(found[:most])


def _changed(archive: Archive) -> Iterator[News]:
    for record, link in _with_pages(archive):
        yield from (News(change.date, link, change.kind, change.reason) for change in record.changes)


def _published(archive: Archive) -> Iterator[News]:
    """What was published on one day and is found in one place is one entry."""
    places = {place.address: place.title for section in SECTIONS for place in section.navigation}
    together: dict[tuple[date, str], list[Link]] = defaultdict(list)
    for record, link in _with_pages(archive):
        if record.published:
            together[record.published, link.address.partition("/")[0] + "/"].append(link)
    for (day, place), links in together.items():
        if len(links) > 1 and place in places:
            yield News(day, Link(f"{places[place]}: {count(len(links), 'record')}", place), "published")
        else:
            yield from (News(day, link, "published") for link in links)


def _with_pages(archive: Archive) -> Iterator[tuple[Record, Link]]:
    """Every record that has a page of its own."""
    for kind in archive.kinds:
        for record in archive.records[kind.noun].values():
            if kind.address(record.id):
                yield record, to_record(archive, record)
