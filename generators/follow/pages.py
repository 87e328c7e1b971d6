"""The page that says how to follow the site, and the page of its licence."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.facets import Facets
from generators.follow.feeds import BODY, followed
from generators.follow.files import CALENDAR, calendars
from generators.follow.publisher import LICENCE, Publisher
from generators.link import Link
from generators.page import ALONE, Page
from generators.register import Register

HOME = Link("Home", "")
ABOUT = Link("About", "about/")
FOUND = Facets(kind="About this site")


def pages(archive: Archive, publisher: Publisher) -> Iterator[Page]:
    """The two pages."""
    kinds = {kind.noun for kind in archive.kinds if kind.noun == BODY or issubclass(kind.type, Register)}
    listed = [one for one in followed(archive, publisher.name) if one.key.partition(":")[0] in kinds]
    dated = calendars(archive, publisher.name)
    values = {
        "address": publisher.address,
        "feeds": tuple(Link(one.title, one.address) for one in listed),
        "calendars": tuple(Link(title, path) for path, title, _ in dated.values()),
        "calendar_page": CALENDAR,
    }
    yield Page(
        "follow/", "Follow this site", "follow.md.jinja", {**ALONE, **values}, section="about/", trail=(HOME, ABOUT),
        facets=FOUND, description="How to be told what is new here, without an account and without giving an address.",
    )  # fmt: skip
    yield Page(
        "licence/", "Licence", "licence.md.jinja",
        {**ALONE, "name": publisher.name, "licence": publisher.licence, "address": publisher.licence_address,
         "is_open": publisher.licence == LICENCE},
        section="about/", trail=(HOME, ABOUT),
        facets=FOUND, description="What you may do with the texts and data on this site.",
    )  # fmt: skip
