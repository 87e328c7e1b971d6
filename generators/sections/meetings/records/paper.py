"""A paper that was put to a meeting."""

from typing import Literal

from generators.fields import Date, FileName, NumberedText, Text, TextOrBlank
from generators.record import Record, fields
from generators.sections.meetings.records.document import Attachment, Cited, Unplaced
from generators.sections.meetings.records.ids import MatterId, PersonId
from generators.sections.meetings.records.item import Purpose


@fields
class Author:
    """Who wrote a paper."""

    role: Text | None = None
    """The author's post, as printed."""
    person: PersonId | None = None
    """The author, where a member, office holder or chief officer."""
    organisation: Text | None = None
    """An outside organisation."""


@fields
class Recommendation:
    """What the paper asks of the meeting."""

    paragraph: Text | None = None
    """The paragraph it stands in, as printed: `3` or `2(a)`."""
    text: Text
    """What it asks, in your own words."""


@fields
class Implication:
    """One line of the implications table."""

    heading: Text
    """The heading as printed: Financial, Legal, Equality Impact Assessment, Risks and Impact…"""
    text: TextOrBlank = ""
    """What the paper says under it; left empty where the paper leaves it empty."""


@fields
class Enclosure:
    """An appendix, or another document that the paper contains or cites."""

    label: Text | None = None
    """How it is labelled: `Appendix A`."""
    title: Text
    """What it is."""
    held: Literal["summarised", "attached", "not in the pack"] = "summarised"
    """Whether its content is summarised here, lies beside the record, or was not in the pack."""
    file: FileName | None = None
    """The file, where it is attached."""


@fields
class Paper(Record):
    """One paper of a meeting. Its file's name is the end of its id: `etp/2023-06-28/familiarisation-visits`."""

    title: Text
    """The subject of the paper."""
    marked: TextOrBlank | None = None
    """The letter or words it is marked with; `""` where the paper prints `PAPER MARKED` and leaves it blank."""
    report_of: tuple[Text, ...] = ()
    """Whose report it is, as printed."""
    authors: tuple[Author, ...] = ()
    """Who wrote it: a role; a name only through a person's record."""
    date: Date | None = None
    """The date of the paper."""
    date_as_printed: Text | None = None
    """The date as printed."""
    protective_marking: Text | None = None
    """The security classification as printed: `Official`."""
    purpose: Purpose | None = None
    """What it asks of the meeting."""
    matters: tuple[MatterId, ...] = ()
    """The matters it belongs to."""
    recommendations: tuple[Recommendation, ...] = ()
    """What it asks of the meeting."""
    implications: tuple[Implication, ...] = ()
    """The implications table, in printed order."""
    appendices: tuple[Enclosure, ...] = ()
    """Its appendices."""
    documents: tuple[Enclosure, ...] = ()
    """Documents within the paper that are not appendices."""
    background_papers: tuple[Cited, ...] = ()
    """The background papers it lists."""
    cites: tuple[Cited, ...] = ()
    """Other documents it cites."""
    contact: Text | None = None
    """Whom to ask: a role only."""
    pack_page: Text | None = None
    """The page of the agenda pack on which it begins, as printed."""
    attachments: tuple[Attachment, ...] = ()
    """Files that lie beside it."""
    unplaced: tuple[Unplaced, ...] = ()
    """What `scrutiny import meeting` read and found no field for, in its order. It is for whoever finishes the draft:
    move each paragraph to where it belongs, or delete it. Only a draft can have any, and no public page shows it."""
    text: NumberedText | None = None
    """The paper paragraph by paragraph, in your own words, with its printed numbers: each begins a line, like `12.`,
    `(a)` or `4.2`. `## ` begins a heading and `### ` one beneath it. A table has a line a row and `|` between its
    cells; under the first line stands `|---|---|`, or `|---|--:|` for a column of numbers. A link is
    `[its words](https://www.example.org/page)`; `*emphasis*` and lists with `-` work too."""

    @property
    def files(self) -> tuple[str, ...]:
        """The name of every file that it lists, each once."""
        enclosed = [enclosure.file for enclosure in (*self.appendices, *self.documents) if enclosure.file]
        return tuple(dict.fromkeys([*(attachment.file for attachment in self.attachments), *enclosed]))
