"""What must hold of an erasure."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.problem import Finding
from generators.rules import Said, every
from generators.sections.changes.records import Erasure


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule over every erasure."""
    yield from every(archive, Erasure, (is_gone, is_of_a_kind))


def is_gone(archive: Archive, erasure: Erasure) -> Said:
    """What was erased is not kept any more."""
    noun, _, id = erasure.record.partition(":")
    if id in archive.records.get(noun, {}):
        path = archive.records[noun][id].path
        yield ("record",), f"{path} is still here. Take it away, and from the history of the repository as well."


def is_of_a_kind(archive: Archive, erasure: Erasure) -> Said:
    """It names a kind of record."""
    noun = erasure.record.partition(":")[0]
    if noun not in archive.records:
        yield ("record",), f'there is no kind of record "{noun}". Write it like paper:etp/2023-06-28/visits.'
