"""Every page of this section."""

from collections.abc import Iterator
from datetime import datetime

from generators.archive import Archive
from generators.page import Page
from generators.sections.tables.pages import gathered, table


def pages(archive: Archive, now: datetime) -> Iterator[Page]:  # noqa: ARG001 - every section is asked with the moment
    """The list of tables and that of notes, then a page for every table."""
    yield from gathered.pages(archive)
    yield from table.pages(archive)
