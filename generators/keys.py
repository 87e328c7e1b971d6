"""The key of a page: a hash of all that it is made from, so that what has not changed need not be made again."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from generators.page import Page
from generators.record import Record

PACKAGE = Path(__file__).parent


def key(page: Page) -> str:
    """A hash of everything the page is made from: its values, and the templates and code that turn them to text.

    Of records that are whole, their ids and the hashes of their files are enough.
    """
    values = {name: _in_short(value) for name, value in page.values.items()}
    return sha256(orjson.dumps({**vars(page), "values": values}, default=_plain) + maker().encode()).hexdigest()


@cache
def maker() -> str:
    """A hash of what turns values into text."""
    digest = sha256()
    for pattern in ("**/*.py", "templates/*.jinja", "sections/*/templates/*.jinja", "sections/*/examples/*"):
        for path in sorted(PACKAGE.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _in_short(value: Any) -> Any:
    """A record, or several of one kind, by what makes sure that they are the same; anything else as it is."""
    if isinstance(value, Record) and value.digest:
        return f"{value.id} {value.digest}"
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        return [_in_short(one) for one in value]
    return value


def _plain(value: Any) -> Any:
    """What is no JSON by itself: a tuple with names, and a view by its name, since its code is part of every key."""
    if isinstance(value, tuple):
        return tuple(value)
    if not callable(value):
        raise TypeError(f"a page cannot be made from a {type(value).__name__}")
    return f"{value.__module__}.{value.__qualname__}"
