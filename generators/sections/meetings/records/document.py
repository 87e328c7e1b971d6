"""Documents: those that lie beside a record, and those it only cites."""

from generators.fields import Address, FileName, Number, RichText, Text
from generators.record import fields
from generators.sections.meetings.records.ids import PaperId


@fields
class Cited:
    """A document that is cited."""

    title: Text
    """Its title, or what it is."""
    marked: Text | None = None
    """The letter or agenda item it was marked."""
    date: Text | None = None
    """Its date, as printed."""
    by: Text | None = None
    """Who issued it."""
    address: Address | None = None
    """Where it can be read elsewhere."""
    paper: PaperId | None = None
    """Its paper, where this site has it."""


@fields
class Attachment:
    """A file that lies beside the record."""

    file: FileName
    """Its name."""
    title: Text
    """What it is."""
    pages: Number | None = None
    """How many pages it has; counted by the program for a PDF."""
    pack_from: Number | None = None
    """Of an agenda pack or printed minutes, the number printed on the first page. Papers, items, decisions and
    indicators with a `pack_page` then lead to their page in it."""


@fields
class Unplaced:
    """A paragraph of a document that was read into a draft and for which no field was found."""

    page: Number | None = None
    """The page of the document on which it stands."""
    line: Number | None = None
    """Its line on that page."""
    text: RichText
    """Its words."""
