"""The pages of registers, of their years, and of those who offer."""

from collections.abc import Iterator
from datetime import datetime

from generators.archive import Archive
from generators.page import Page
from generators.sections.gifts.pages import donors, registers, years


def pages(archive: Archive, _: datetime) -> Iterator[Page]:
    """Every page of this section."""
    yield from registers.pages(archive)
    yield from years.pages(archive)
    yield from donors.pages(archive)
