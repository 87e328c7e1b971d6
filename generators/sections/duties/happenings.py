"""What a deadline begins with and ends with, as feeds announce it: from the records, never from the clock."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.dates import long_date
from generators.follow.entries import EVERYTHING
from generators.follow.happening import Happening
from generators.link import Link
from generators.references import key_of
from generators.sections.duties.counted import counted
from generators.sections.duties.records import address_of


def happenings(archive: Archive) -> Iterator[Happening]:
    """For every deadline, the day from which it is counted; and for every one that was met, the day of that."""
    for one in counted(archive):
        keys = (EVERYTHING, key_of("duties", one.record.id))
        link = Link(f"{one.duty.title}: {one.found.link.text}", address_of(one.duty.id))
        due, known = f"Due by {long_date(one.last)}", one.record.published
        yield Happening(f"{one.id}/counted", one.first, link, due, one.where, keys, known)
        if one.found.is_there and one.found.published:
            late = one.found.published > one.last
            words = f"{'After the last day' if late else 'In time'}: that was {long_date(one.last)}. {one.where}"
            yield Happening(f"{one.id}/met", one.found.published, link, "Published", words, keys, known)
