"""A feed as Atom 1.0 (RFC 4287)."""

from collections.abc import Iterator
from datetime import date
from html import escape

from generators.follow.feed import Feed
from generators.follow.happening import Happening
from generators.follow.publisher import Publisher
from generators.follow.texts import sentences, title_of
from generators.read.yaml_text import CONTROL

NAMESPACE = "http://www.w3.org/2005/Atom"


def to_atom(feed: Feed, publisher: Publisher) -> bytes:
    """The feed. Where the site's address is not known, its links are those from the place of the file."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', f'<feed xmlns="{NAMESPACE}" xml:lang="en-GB">']
    lines += [
        _element("id", publisher.id(f"feed/{feed.key}")),
        _element("title", feed.title),
        _element("subtitle", feed.why),
        _element("updated", _moment(feed.updated)),
        f"<author>{_element('name', publisher.name)}</author>",
        _element("rights", publisher.licence),
        _link("alternate", publisher.at(feed.address, feed.address), "text/html"),
    ]
    if publisher.address:
        lines.append(_link("self", publisher.at(f"{feed.address}feed.atom"), "application/atom+xml"))
    for entry in feed.entries:
        lines += ["<entry>", *_entry(feed, entry, publisher), "</entry>"]
    return "\n".join([*lines, "</feed>\n"]).encode()


def _entry(feed: Feed, entry: Happening, publisher: Publisher) -> Iterator[str]:
    yield _element("id", publisher.id(entry.id))
    yield _element("title", title_of(entry))
    yield _element("updated", _moment(entry.day))
    yield _link("alternate", publisher.at(entry.link.address, feed.address), "text/html")
    yield f'<content type="text">{_text(sentences(entry, feed.why))}</content>'


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _element(name: str, text: str) -> str:
    return f"<{name}>{_text(text)}</{name}>"


def _link(relation: str, address: str, type: str) -> str:
    return f'<link rel="{relation}" type="{type}" href="{_text(address)}"/>'


def _text(text: str) -> str:
    """A text in XML, which has no signs for controls; none passes the checks, and what did is shown as missing."""
    return escape(CONTROL.sub("\ufffd", text)).replace("\r", "&#13;")
