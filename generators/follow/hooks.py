"""What sections say for feeds, calendars and programs, each in a module of its own that only some sections have."""

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from generators import sections


def of_sections(name: str) -> Iterator[Any]:
    """The module of this name of every section that has one: `happenings`, `events` or `linked_data`."""
    for section in sections.SECTIONS:
        if find_spec(f"{sections.__name__}.{section.folder}.{name}"):
            yield section.stage(name)
