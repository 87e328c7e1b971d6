"""Every deadline that a confirmed timing sets, met or not: the same on every day."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generators.archive import Archive
from generators.evidence import Evidence
from generators.references import key_of
from generators.sections.duties.records import Duties, Duty
from generators.sections.duties.standing import evidence
from generators.sections.duties.timing import is_owed, last_day_of


class Counted(NamedTuple):
    """One deadline."""

    id: str
    """Its own for ever: the duty's, and that of what is published or awaited."""
    record: Duties
    duty: Duty
    found: Evidence
    first: date
    """The day from which it is counted."""
    last: date

    @property
    def where(self) -> str:
        """What it says of the law, in a sentence."""
        return f"The last day under {self.duty.law}, {self.duty.paragraph}."


def counted(archive: Archive) -> Iterator[Counted]:
    """Duty by duty, in the order of the records that meet each."""
    for record in archive.all(Duties):
        for duty in record.duties:
            if duty.applies:
                yield from _of_duty(archive, record, duty)


def _of_duty(archive: Archive, record: Duties, duty: Duty) -> Iterator[Counted]:
    for found in (one for met in duty.met_by for one in evidence(archive).get(met, ())):
        last = last_day_of(duty, found.day)
        if last and found.day and is_owed(duty, found.day):
            end = found.link.address.strip("/").replace("/", "-")
            yield Counted(f"{key_of('duties', record.id)}/{duty.id}/{end}", record, duty, found, found.day, last)
