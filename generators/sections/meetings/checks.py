"""What must hold between meetings, papers, people and bodies."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.problem import Finding


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule of this section over every record."""
    yield from ()
