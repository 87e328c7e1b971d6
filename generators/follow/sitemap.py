"""What search engines are told: every page with the day of its last change, and that all of them may be read."""

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import quote

from generators.addresses import of_docs
from generators.follow.files import Made
from generators.follow.publisher import Publisher
from generators.page import Page
from generators.record import Record

MOST = 50_000
"""Pages of one file, by the protocol of sitemaps."""
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
Entry = tuple[str, date | None]
"""The address of a page and the day on which its record was last changed, where it shows one."""


def entries(page: Page) -> Iterator[Entry]:
    """A page as the map shows it; not where nothing stands there any more."""
    if page.template not in ("withdrawn.md.jinja", "moved.md.jinja"):
        record = page.values.get("record")
        yield page.address, record.last_changed if isinstance(record, Record) else None


def files(entries: Sequence[Entry], publisher: Publisher, root: Path) -> Iterator[Made]:
    """The map, in several files where one cannot hold it, and `robots.txt`. A map needs the site's address."""
    told = "User-agent: *\nAllow: /\n"
    if publisher.address:
        listed = [*entries, *((address, None) for address, _ in of_docs(root))]
        parts = [listed[at : at + MOST] for at in range(0, len(listed), MOST)]
        names = ["sitemap.xml"] if len(parts) < 2 else [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, part in zip(names, parts, strict=False):
            yield _made(name, _map(part, publisher))
        if len(parts) > 1:
            yield _made("sitemap.xml", _index(names, publisher))
        told += f"Sitemap: {publisher.at('sitemap.xml')}\n"
    yield _made("robots.txt", told)


def _map(entries: Sequence[Entry], publisher: Publisher) -> str:
    lines = (
        f"<url><loc>{_address(publisher, address)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>"
        for address, day in entries
    )
    return _xml("urlset", lines)


def _index(names: Sequence[str], publisher: Publisher) -> str:
    return _xml("sitemapindex", (f"<sitemap><loc>{_address(publisher, name)}</loc></sitemap>" for name in names))


def _xml(name: str, lines: Iterator[str]) -> str:
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<{name} xmlns="{NAMESPACE}">\n'
    return "".join([head, *(f"{line}\n" for line in lines), f"</{name}>\n"])


def _address(publisher: Publisher, address: str) -> str:
    return escape(publisher.at(quote(address)))


def _made(path: str, text: str) -> Made:
    content = text.encode()
    return Made(path, sha256(content).hexdigest(), lambda: content)
