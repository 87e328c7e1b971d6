"""What is known of an office that begins: what somebody typed, before anybody has checked it."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from generators.slugs import LONGEST, slug_of

REQUIRED = ("name", "short_name", "area", "force")
"""The fields of the office's record that it cannot be without."""
OPTIONAL = ("website", "address", "report_a_mistake", "accent", "licence", "licence_address")
"""Those that are asked for, and may be left out."""


class NewBody(NamedTuple):
    """A committee, panel or board."""

    name: str
    standing: Literal["statutory", "advisory"]
    remit: str = ""
    """What it is for; while nobody has said so, its record is a draft."""

    @property
    def id(self) -> str:
        """Its id, made from its name; empty where the name has no letter that an id can have."""
        return slug_of(self.name)[:LONGEST].strip("-")


class Answers(NamedTuple):
    """What is known of an office."""

    office: Mapping[str, str]
    """By the fields of its record; empty where nothing was said."""
    bodies: tuple[NewBody, ...] = ()


def body_of(words: str, standing: Literal["statutory", "advisory"]) -> NewBody:
    """A body as it is typed in one line: `Ethics Panel: advises on ethics`, or its name alone."""
    name, _, remit = words.partition(":")
    return NewBody(name.strip(), standing, remit.strip())
