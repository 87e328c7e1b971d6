"""The page that says how this site is cited, quoted and embedded."""

from collections.abc import Iterator
from typing import NamedTuple

from generators.facets import Facets
from generators.follow.publisher import Publisher
from generators.link import Link, to_chart
from generators.page import ALONE, Page

ADDRESS = "cite/"


class Host(NamedTuple):
    """A place where sites like this one are kept."""

    name: str
    sends: str
    """Whether it can send headers that the site chooses."""
    how: str


HOSTS = (
    Host("A server of the office's own: Apache, Caddy, nginx, IIS", "yes", "in the server's configuration"),
    Host("Amazon CloudFront in front of a bucket", "yes", "with a response headers policy"),
    Host("Azure Static Web Apps", "yes", "in staticwebapp.config.json"),
    Host("Cloudflare Pages", "yes", "with a file named _headers"),
    Host("Firebase Hosting", "yes", "in firebase.json"),
    Host("Netlify", "yes", "with a file named _headers"),
    Host("Vercel", "yes", "in vercel.json"),
    Host("GitHub Pages", "no", "only with another service in front of it that can"),
    Host("GitLab Pages at gitlab.com", "no", "only with another service in front of it that can"),
)


def pages(publisher: Publisher) -> Iterator[Page]:
    """The page."""
    example = publisher.at(to_chart("the-page/", "the-chart"))
    values = {"name": publisher.name, "example": example, "folder": to_chart("", "").rpartition("/")[0], "hosts": HOSTS}
    yield Page(
        ADDRESS, "Cite, quote and embed", "cite.md.jinja", {**ALONE, **values},
        section="about/", trail=(Link("Home", ""), Link("About", "about/")), facets=Facets(kind="About this site"),
        description="How to refer to a page, a paragraph, a decision or a row, and to show a chart elsewhere.",
    )  # fmt: skip
