"""Every deadline that a confirmed timing sets, met or not: the same on every day."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generators.archive import Archive
from generators.evidence import Evidence
from generators.references import key_of
from generators.sections.duties.records import Duties, Duty
from generators.sections.duties.standing import evidence
from generators.sections.duties.timing import is_confirmed, is_owed, last_day


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
            for met in duty.met_by if is_confirmed(duty) and duty.applies else ():
                for found in evidence(archive).get(met, ()):
                    last = last_day(duty.timing, found.day) if duty.timing and found.day else None
                    if last and found.day and is_owed(duty, found.day):
                        end = found.link.address.strip("/").replace("/", "-")
                        id = f"{key_of('duties', record.id)}/{duty.id}/{end}"
                        yield Counted(id, record, duty, found, found.day, last)
