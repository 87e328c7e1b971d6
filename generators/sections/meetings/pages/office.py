"""The page about the office, and the page for reporting a mistake."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.frame import list_page, record_page
from generators.page import Page
from generators.sections.meetings.records import Office


def pages(archive: Archive) -> Iterator[Page]:
    """The two pages; only the second where the office has no record."""
    office = archive.get(Office, "office")
    values = {"office": office}
    yield list_page(archive, "report-a-mistake/", "Report a mistake", "meetings/mistake", values, section="about/")
    if office:
        yield record_page(archive, office, f"About the {office.short_name}", (), values, section="about/")
