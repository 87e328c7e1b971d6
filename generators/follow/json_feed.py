"""A feed as JSON Feed 1.1."""

from typing import Any

import orjson

from generators.follow.feed import Feed
from generators.follow.happening import Happening
from generators.follow.publisher import Publisher
from generators.follow.texts import sentences, title_of

VERSION = "https://jsonfeed.org/version/1.1"


def to_json_feed(feed: Feed, publisher: Publisher) -> bytes:
    """The feed. An address in it is a whole one, so there is none where the site's own is not known."""
    head: dict[str, Any] = {"version": VERSION, "title": feed.title, "description": feed.why, "language": "en-GB"}
    if publisher.address:
        head["home_page_url"] = publisher.at(feed.address)
        head["feed_url"] = publisher.at(f"{feed.address}feed.json")
    head["authors"] = [{"name": publisher.name}]
    head["items"] = [_item(feed, entry, publisher) for entry in feed.entries]
    return orjson.dumps(head, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _item(feed: Feed, entry: Happening, publisher: Publisher) -> dict[str, Any]:
    where = {"url": publisher.at(entry.link.address)} if publisher.address else {}
    return {
        "id": publisher.id(entry.id),
        **where,
        "title": title_of(entry),
        "content_text": sentences(entry, feed.why),
        "date_published": f"{entry.day.isoformat()}T00:00:00Z",
    }
