"""Every page of this section."""

from collections.abc import Iterator
from datetime import datetime

from generators.archive import Archive
from generators.page import Page
from generators.sections.dip_samples.pages import gathered, sample


def pages(archive: Archive, _: datetime) -> Iterator[Page]:
    """The pages that gather, then one for every dip sample."""
    yield from gathered.pages(archive)
    yield from sample.pages(archive)
