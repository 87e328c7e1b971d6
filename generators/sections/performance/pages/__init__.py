"""The pages of performance: the latest reports, each report, each indicator over time, and the words they use."""

from collections.abc import Iterator
from datetime import datetime

from generators.archive import Archive
from generators.page import Page
from generators.sections.performance.pages.continued import continued
from generators.sections.performance.pages.glossary import glossary_page
from generators.sections.performance.pages.history import courses, history_pages
from generators.sections.performance.pages.how_to_read import how_to_read
from generators.sections.performance.pages.index import index_page
from generators.sections.performance.pages.measures import measure_pages
from generators.sections.performance.pages.quarters import quarter_pages
from generators.sections.performance.pages.report import report_pages


def pages(archive: Archive, _: datetime) -> Iterator[Page]:
    """Every page of the section."""
    found, carried_on = courses(archive), continued(archive)
    yield index_page(archive, found)
    yield from report_pages(archive, found, carried_on)
    yield from history_pages(archive, found, carried_on)
    yield glossary_page(archive)
    yield from measure_pages(archive)
    yield from quarter_pages(archive)
    yield how_to_read()
