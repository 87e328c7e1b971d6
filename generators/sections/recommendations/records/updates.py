"""What became of recommendations, and of the letters that were to be sent."""

from typing import Literal

from generators.fields import Address, CellText, SheetDate, Slug
from generators.raised import address_of
from generators.record import Record, fields
from generators.register import Register
from generators.sections.recommendations.records.ids import MeetingPart, PaperPart


@fields
class UpdatesRegister(Register):
    """What a CSV file of the same name holds: updates of recommendations and actions."""


@fields
class Update(Record):
    """What happened to one recommendation or action on one day. One row of `data/recommendations/<file>.csv`.

    Rows stand in the order in which things happened. Nothing is complete without evidence, rejected without a reason
    in the note, or superseded without saying by what.
    """

    ref: Slug
    """The ref of the recommendation or action, as its page gives it."""
    date: SheetDate
    """The day from which it stands so."""
    status: Literal[
        "open", "in progress", "complete", "rejected", "superseded", "reopened", "not yet answered",
        "not legible in the original",
    ]  # fmt: skip
    """How it stands from that day. An office's own words are put into these with `words` in the side file; what was
    closed is open again only with the word reopened."""
    note: CellText | None = None
    """What happened, in your own words."""
    rag: CellText | None = None
    """The red, amber or green that the source gives it, as printed."""
    evidence_meeting: MeetingPart | None = None
    """The meeting that shows it, by id, and after `#` the part of it."""
    evidence_paper: PaperPart | None = None
    """The paper that shows it, by id, and after `#` the part of it."""
    evidence_address: Address | None = None
    """What shows it elsewhere: a web address."""
    superseded_by: CellText | None = None
    """The ref of what took its place."""
    by: CellText | None = None
    """Who says so: a role or a body."""

    @property
    def anchor(self) -> str:
        """Its own in the history on the page of what it is about."""
        return anchor_of("update", self.id)


@fields
class LettersRegister(Register):
    """What a CSV file of the same name holds: letters that were to be sent, and their replies."""


@fields
class Letter(Record):
    """One letter that a body resolved to send, and what came of it. One row of `data/letters/<file>.csv`."""

    ref: Slug
    """The ref of the resolution or action by which it is to be sent."""
    to: CellText
    """To whom: an office or a body."""
    about: CellText | None = None
    """What it is about, in your own words."""
    sent: SheetDate | None = None
    """The day it was sent; left empty where that is not known."""
    letter: Address | None = None
    """Where the letter can be read."""
    replied: SheetDate | None = None
    """The day of the reply; left empty where none is known."""
    reply: Address | None = None
    """Where the reply can be read."""
    paper: PaperPart | None = None
    """The paper that tells of the letter or gives the reply, by id, and after `#` the part of it."""

    @property
    def anchor(self) -> str:
        """Its own on the page of what it is about."""
        return anchor_of("letter", self.id)


def place_of(row: Update | Letter) -> str:
    """Where a row stands for ever: on the page of what it is about."""
    return f"{address_of(row.ref)}#{row.anchor}"


def anchor_of(what: str, id: str) -> str:
    """An anchor that no other row has: no part of an id has two hyphens beside each other."""
    return f"{what}-{id.replace('/', '--')}"
