"""An ethical dilemma: what a record of it is."""

from generators.fields import RichText, Text
from generators.proceedings import Proceedings
from generators.record import Kind, Record, fields
from generators.sections.dilemmas.ids import BodyId, MeetingPart, PaperPart


@fields
class Dilemma(Record):
    """A hard case or question that was put to a body for its view. Its file's name is its id."""

    question: Text
    """The question, in your own words; links to the dilemma say this."""
    theme: Text
    """What it is about, in two or three words; dilemmas with the same theme stand together."""
    circumstances: RichText | None = None
    """The circumstances, short and in your own words, with nothing that could point to a child or a person: no age, no
    place, no number of times."""
    also_asked: tuple[Text, ...] = ()
    """What else was asked about it."""
    body: BodyId
    """The body to which it was put."""
    meeting: MeetingPart | None = None
    """The item of the meeting to which it was put, like `eicc/2017-09-22#item-34-17`, where the papers say."""
    when_as_printed: Text | None = None
    """When it was discussed, as the paper says, where it names no meeting."""
    paper: PaperPart | None = None
    """The paper, and after `#` the paragraph or heading, like `eicc/2017-12-15/ethical-dilemmas#para-10`."""
    printed_as: Text | None = None
    """How it is headed or numbered in print, like `Circumstances 1`."""
    proceedings: Proceedings | None = None
    """How things stand in court, where it speaks of somebody's alleged crime; the page says it."""
    view: RichText | None = None
    """What the body thought, where the papers record it."""
    changed_after: RichText | None = None
    """What was done or changed afterwards, where the papers say."""


KINDS = (
    Kind(
        "dilemma",
        Dilemma,
        "content/dilemmas/*.yml",
        lambda id: f"dilemmas/{id}/",
        lambda dilemma: dilemma.question,
    ),
)
