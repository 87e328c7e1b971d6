"""What all records share: how they are declared, the fields of publication, and what a kind of record is."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, dataclass_transform

from pydantic import ConfigDict

from generators.fields import Date, Id, Moment, Ordinal, Ref, RichText, Text
from generators.one_line import LONGEST_FIELD
from generators.past import PastDate
from generators.problem import Where

GIVEN_BY_PROGRAM = ("id", "path", "line", "digest")
"""The fields that follow from where a record lies, and are never typed."""

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def fields(cls: type[T]) -> type[T]:
    """Declare a frozen group of typed fields that refuses any other field."""
    config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_max_length=LONGEST_FIELD)
    cls.__pydantic_config__ = config  # type: ignore[attr-defined]
    return dataclass(frozen=True, kw_only=True)(cls)


@fields
class Change:
    """One change of a published record, with its reason."""

    date: PastDate
    """The day of the change."""
    kind: Literal["revised", "corrected", "withdrawn", "restored"]
    """What was done."""
    reason: Text
    """Why, in words a reader understands."""
    code: (
        Literal[
            "typo",
            "error",
            "new-data",
            "late",
            "duplicate",
            "wrong-file",
            "out-of-date",
            "decision",
            "personal-data",
            "legal",
            "safety",
            "other",
        ]
        | None
    ) = None
    """What sort of reason it is, for counting; where none fits, leave it out."""
    decided_by: Text | None = None
    """Who decided it, by their role."""


@fields
class Allow:
    """A decision to publish something that the checks would hold back. It is public itself."""

    rule: Text
    """The rule that held it back, as the message of the check names it."""
    where: Text
    """Where it stands, as the message names it: a field, a row and its column, or the name of a file."""
    sha256: Text | None = None
    """Of a file, the hash that the message gives: the decision ends when the file is changed."""
    number: Ordinal = 1
    """How many of the kind stand in that field."""
    reason: Text
    """Why it may be published, in words a reader understands."""
    decided_by: Text
    """The role of whoever decided it, and no name."""
    until: Date
    """The last day on which it holds. Then it is decided anew."""


@fields
class AlsoPrinted:
    """A second reading that the papers give for one of the fields."""

    field: Text
    """Which field, by its name here."""
    value: Text
    """What is printed there."""
    where: Text
    """Where it is printed, like `front page of the agenda pack`."""


@fields
class PackPage:
    """A page of the agenda pack of a meeting."""

    meeting: Annotated[Text, Ref("meeting")]
    """The meeting whose pack it is, by id."""
    page: Text
    """The number printed on the page."""


@fields
class Record:
    """The fields that every record can have."""

    id: str
    path: str
    line: int = 0
    digest: str = ""
    """A hash of everything its file says; empty for a row, and for a record of which something is withheld."""
    publication: Literal["draft", "published", "withdrawn"] = "draft"
    """Whether the public may see it. A record that does not say is a draft."""
    publish_on: Moment | None = None
    """Not before this moment, in local time."""
    published: PastDate | None = None
    """The day it was first published on this site."""
    changes: tuple[Change, ...] = ()
    """What was changed since it was published, and why."""
    allow: tuple[Allow, ...] = ()
    """Decisions to publish what the checks would hold back, in this record or in a file beside it."""
    formerly: tuple[Id, ...] = ()
    """Ids this record had before; their addresses lead here."""
    source: Text | None = None
    """The document it was taken from, by its title and date."""
    also_printed: tuple[AlsoPrinted, ...] = ()
    """Where the papers print a field a second way; the site shows both."""
    notes: tuple[RichText, ...] = ()
    """Oddities of the original that a reader should know of, in neutral words."""

    @property
    def last_changed(self) -> date | None:
        """The day on which it was last changed, or else first published, as far as it says."""
        return self.changes[-1].date if self.changes else self.published


def shared_fields(type_: type) -> frozenset[str]:
    """The fields of a type that every record has; none where its rows are no records."""
    return frozenset(Record.__dataclass_fields__) if issubclass(type_, Record) else frozenset()


class Part(NamedTuple):
    """A part of a record that has a permanent link."""

    name: str
    """What stands after `#` in a reference to it."""
    page: str = ""
    """The page of its own; empty where it stands on that of the record, at its name."""


Linked = Mapping[type, Callable[[Any], Iterable[Part]]]
"""Groups of fields inside a record, by their type, and the parts of the record that they are."""


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of record: its noun, its type, where its files lie and where its page is."""

    noun: str
    type: type[Record]
    files: str
    """The path of its files, a star for each part of the id: `content/meetings/*/*/meeting.yml`."""
    address: Callable[[str], str]
    """The page of the record with this id, from the site's root: `people/linda-james/`; empty where it has none."""
    label: Callable[[Any], str]
    """What a link to the record says."""
    within: str | None = None
    """The noun of the record it belongs to, whose id is all but the last part of its own."""
    body_field: str | None = None
    """The field that takes the text beneath the front matter, in a kind that is kept as Markdown."""
    parts: Callable[[Any], Iterable[str]] | None = None
    """What may stand after `#` in a reference to the record, in a kind whose parts can be named."""
    linked: Linked = field(default_factory=dict)
    """The groups inside it of which each has a permanent link, and its parts in the order in which they stand in it."""
    rows_field: str | None = None
    """The field that takes the rows of the CSV file of the same name, in a register whose rows are no records."""
    happened: Callable[[Any], date | None] | None = None
    """The day on which it happened, in a kind that tells of nothing else: before that day it is not public."""
    done: Callable[[Any], Iterable[tuple[Where, date]]] | None = None
    """The days on which it says that something was done, in a kind of which the same fields can tell of plans too."""
    place: Callable[[Any], str] | None = None
    """Where the record stands, in a kind without pages of its own: a page, `#` and its place there."""
    unshown: tuple[str, ...] = ()
    """Fields whose page shows less than stands in them: they are in no file to take away."""

    @property
    def section(self) -> str:
        """The folder of the section that declares it."""
        return self.type.__module__.removeprefix("generators.sections.").partition(".")[0]

    def id_in(self, path: str) -> tuple[str, ...] | None:
        """The parts of the id of the record at this path, or None where no record of this kind lies there."""
        found = _pattern(self.files).fullmatch(path)
        return found.groups() if found else None


@cache
def _pattern(files: str) -> re.Pattern[str]:
    return re.compile("([^/]+)".join(re.escape(part) for part in files.split("*")))
