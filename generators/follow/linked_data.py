"""What a page tells programs of itself, in the words of schema.org: as JSON-LD in the page's head."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import orjson

from generators import sections
from generators.cite.citation import dated
from generators.dated import Dated
from generators.follow.publisher import Publisher
from generators.page import Page
from generators.register import Register

Described = Callable[[Any, Page, Callable[[str], str]], dict[str, Any]]
"""What a record is in the words of schema.org, given its page and what makes an address of the site a whole one."""
ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""In JSON the same signs; in HTML none of them can end the element or open another."""


def element(page: Page, publisher: Publisher) -> str:
    """The whole element that a page's head holds."""
    data = {"@context": "https://schema.org", "@graph": list(graph(page, publisher))}
    return f'<script type="application/ld+json">{orjson.dumps(data).decode().translate(ESCAPED)}</script>'


def graph(page: Page, publisher: Publisher) -> Iterator[dict[str, Any]]:
    """The page, the way to it, what it shows, and the data that lie beside it."""

    def at(address: str) -> str:
        return publisher.at(address, page.address)

    office = {"@type": "GovernmentOrganization", "name": publisher.name}
    record = page.values.get("record")
    about: Described | None = described().get(type(record))
    days = dated(page)
    dates = _dates(days) if days else {}
    yield {
        "@type": "WebPage",
        "name": page.title,
        "url": at(page.address),
        "inLanguage": "en-GB",
        "publisher": office,
        **({"license": publisher.licence_address} if publisher.licence_address else {}),
        **({"description": page.description} if page.description else {}),
        **dates,
    }
    if page.trail:
        yield _trail(page, at)
    if about:
        yield {"name": page.title, "url": at(page.address), **about(record, page, at)}
    if page.tables or page.figures or isinstance(record, Register):
        yield _dataset(page, publisher, at, dates)


def _dates(days: Dated) -> dict[str, str]:
    """When it was published and last changed, and in which version it is."""
    found = {"datePublished": days.published, "dateModified": days.changed or days.published}
    return {**{name: day.isoformat() for name, day in found.items() if day}, "version": str(days.version)}


def _trail(page: Page, at: Callable[[str], str]) -> dict[str, Any]:
    steps = [*((step.text, step.address) for step in page.trail), (page.title, page.address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": text, "item": at(address)}
            for number, (text, address) in enumerate(steps, 1)
        ],
    }


def _dataset(page: Page, publisher: Publisher, at: Callable[[str], str], dates: Mapping[str, str]) -> dict[str, Any]:
    """The tables and charts of a page, whose rows lie beside it as files."""
    files = [
        {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": at(f"{page.address}{rows.name}.csv")}
        for rows in (*page.tables, *page.figures)
    ]
    return {
        "@type": "Dataset",
        "name": page.title,
        "description": page.description or page.title,
        "url": at(page.address),
        "creator": {"@type": "GovernmentOrganization", "name": publisher.name},
        "isAccessibleForFree": True,
        **({"license": publisher.licence_address} if publisher.licence_address else {}),
        **({"distribution": files} if files else {}),
        **dates,
    }


@cache
def described() -> Mapping[type, Described]:
    """What says it of every type of record of which a section says it."""
    return {type_: says for section in sections.modules("linked_data") for type_, says in section.DESCRIBED.items()}
