"""A report on performance as it was published: of the force, or of the office itself."""

from typing import Literal

from generators.fields import Date, RichText, Slug, Text
from generators.ids import outer, whole
from generators.record import Record, fields
from generators.sections.performance.records.ids import MeetingPart, PaperPart
from generators.sections.performance.records.indicator import Indicator


@fields
class PickedOut:
    """One thing that the report itself brings to the fore."""

    title: Text
    """What it is about, in a few words."""
    measures: tuple[Slug, ...] = ()
    """The measures it speaks of, by their short names here."""
    paragraph: PaperPart | None = None
    """Where it stands, like `pcp/2020-07-28/force-performance-quarter-4#para-10`."""
    text: RichText
    """What the report says, in your own words."""
    asked: RichText | None = None
    """How it was taken up: with whom it was raised, or what the force or the office was asked."""
    answer: RichText | None = None
    """What came of that, where the papers say."""


@fields
class Minuted:
    """What minutes say that bears on the report."""

    meeting: MeetingPart
    """The item of the meeting, like `pcp/2020-02-20#item-53-point-v`."""
    measure: Slug | None = None
    """The measure it is about, by its short name here; left out where it is about the whole report."""
    text: Text
    """What was said or asked, in your own words."""
    answer: Text | None = None
    """What this report does about it, where it is something that was asked for before."""


@fields
class Theme:
    """Indicators under one heading of the report."""

    title: Text
    """The heading, with its number where it has one."""
    indicators: tuple[Indicator, ...]
    """Its indicators, in the order of the print."""
    notes: tuple[RichText, ...] = ()
    """Oddities of the print that are about the whole theme."""


@fields
class PerformanceReport(Record):
    """A report on performance as it was published. Its file's name is its id, like `force-2019-20-q4`."""

    title: Text
    """What it is called here; links to it say this."""
    whose: Literal["force", "office"]
    """Whose performance it is about: the police force's or the office's own."""
    by: Text | None = None
    """Who made it, by role, where it says."""
    period_as_printed: Text
    """The period as it is printed."""
    first_day: Date
    """The first day of the period."""
    last_day: Date
    """The last day of the period."""
    paper: PaperPart
    """The paper that holds it."""
    meeting: MeetingPart | None = None
    """The item of the meeting at which it was considered."""
    introduction: RichText | None = None
    """What a reader should know before the figures, in your own words."""
    principles: RichText | None = None
    """By which rules the publisher reads its figures, in your own words."""
    picked_out: tuple[PickedOut, ...] = ()
    """What the report itself brings to the fore: its exceptions and highlights."""
    also_reported: RichText | None = None
    """What else the report tells, like a survey."""
    themes: tuple[Theme, ...]
    """Its indicators, theme by theme, in the order of the print."""
    minutes: tuple[Minuted, ...] = ()
    """What minutes say that bears on it: what was asked before, what was said when it was considered."""

    @property
    def in_meeting(self) -> str:
        """The id of the meeting to which its paper belongs."""
        return outer(whole(self.paper))

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All of its indicators."""
        return tuple(indicator for theme in self.themes for indicator in theme.indicators)
