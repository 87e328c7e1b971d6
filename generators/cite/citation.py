"""How a page is cited, in one line of plain text: who published it, what, when, in which version, and where.

A reader's browser makes the same line of each part of a page, and puts it in other forms:
`theme/assets/javascripts/cite_formats.js`. Tests hold the two together.
"""

import re

from generators.dated import Dated, of_record
from generators.dates import long_date
from generators.follow.publisher import Publisher
from generators.page import Page
from generators.record import Record

UNSEEN = re.compile("[\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
"""Signs that only turn the direction of what follows them: in a citation they would turn the rest of it too."""
BREAK = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")


def citation(page: Page, publisher: Publisher) -> str:
    """The whole page as it is cited. Where the site's address is not known, its place on the site stands for it."""
    days = dated(page)
    told = _told(days) if days else ""
    where = publisher.at(page.address) if publisher.address else f"/{page.address}"
    return " ".join(part for part in (f"{plain(publisher.name)}, “{plain(page.title)}”.", told, where) if part)


def dated(page: Page) -> Dated | None:
    """The days and the version of a page: its own, those of its record, or of the register of which it is a part."""
    own = page.values.get("dated")
    found = page.values.get("record") or page.values.get("register")
    return own if isinstance(own, Dated) else of_record(found) if isinstance(found, Record) else None


def plain(text: str) -> str:
    """A text in one line, without signs that nobody sees."""
    return BREAK.sub(" ", UNSEEN.sub("", text)).strip()


def _told(days: Dated) -> str:
    """When it was published, in which version it is, and when that was made."""
    parts = [f"published {long_date(days.published)}"] if days.published else []
    parts.append(f"version {days.version}")
    if days.changed:
        parts.append(f"last changed {long_date(days.changed)}")
    words = ", ".join(parts)
    return f"{words[0].upper()}{words[1:]}."
