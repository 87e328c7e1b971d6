"""A visit to one department: what a record of it is."""

from generators.fields import Date, Number, RichText, Text
from generators.proceedings import Proceedings
from generators.record import Record, fields


@fields
class Observation:
    """Something that the members saw or said."""

    theme: Text
    """What it is about, in two or three words; observations with the same theme stand together."""
    text: RichText
    """What was seen or said, in your own words."""
    paragraph: Text | None = None
    """The paragraph of the programme's paper in which it stands, as printed."""


@fields
class Question:
    """A question that the members asked."""

    text: Text
    """What was asked, in your own words."""
    paragraph: Text | None = None
    """The paragraph of the programme's paper in which it stands, as printed."""


@fields
class Visit(Record):
    """A visit to one department. A department that is visited again keeps the name of its file in every programme."""

    department: Text
    """The department, as the paper lists it."""
    listed: Number | None = None
    """Its place in the paper's list of departments: 1 for the first."""
    date: Date | None = None
    """The day of the visit, where no timetable gives it."""
    no_slot: Text | None = None
    """Why the programme's timetable has no slot for this visit, where it has none."""
    observations: tuple[Observation, ...] = ()
    """What the members saw and said."""
    questions: tuple[Question, ...] = ()
    """What they asked."""
    proceedings: Proceedings | None = None
    """How things stand in court, where it speaks of somebody's alleged crime; the page says it."""
    led_to: RichText | None = None
    """What the visit led to, apart from the recommendations."""
