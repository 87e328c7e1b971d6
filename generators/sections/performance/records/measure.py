"""A measure: a number that is taken again and again, what it means, and what is known of it."""

from typing import Literal

from generators.disclosure import Decision, RowsAbout, Rule
from generators.fields import CellText, Number, RichText, Text, When, YesNo
from generators.past import PastDate
from generators.record import fields
from generators.register import Register
from generators.sections.performance.records.ids import ContinuedPart, MeetingPart, PaperPart
from generators.sections.performance.records.in_unit import InUnit, NumberOfCases
from generators.spc.unit import Of


@fields
class Event:
    """Something known that may have moved the measure."""

    period: When
    """The period it belongs to, as in the first column."""
    words: Text
    """What happened, in words a reader understands."""
    source: Text | None = None
    """Who says so, and where."""
    date: PastDate | None = None
    """The day it was said."""
    paper: PaperPart | None = None
    """The paper that says so, by id, and after `#` the part of it."""
    meeting: MeetingPart | None = None
    """The meeting that heard it, by id, and after `#` the part of it."""


@fields
class Reset:
    """A decision that the usual level has changed, so that limits begin anew."""

    period: When
    """The first period of the new level."""
    date: PastDate
    """The day of the decision."""
    reason: Text
    """Why: what changed, and how that is known."""
    by: Text
    """The role or body that decided it."""


@fields
class Asked:
    """What the body asked of the force about the measure."""

    text: Text
    """What was asked, in your own words."""
    meeting: MeetingPart | None = None
    """The item, decision or action of the meeting at which it was asked."""
    answer: Text | None = None
    """What was answered, where there is an answer."""


@fields
class PeriodValue:
    """The number of one period: one row of `data/performance/<measure>.csv`."""

    period: When
    """The month, quarter or year: 2020-03, 2019-20-q4, 2020-q1, 2020 or 2019/20."""
    value: InUnit | None = None
    """The number; left empty where it is not known, or where numerator and denominator give it."""
    numerator: NumberOfCases | None = None
    """For a share: how many, like calls answered in time."""
    denominator: NumberOfCases | None = None
    """For a share: of how many, like all calls."""
    note: CellText | None = None
    """What a reader should know of this number, like that it is provisional."""

    @property
    def is_known(self) -> bool:
        """Whether there is a number, typed or as one number of another."""
        return self.value is not None or self.numerator is not None


@fields
class Measure(Register):
    """A measure of performance, taken again and again. Its numbers lie in the CSV file of the same name."""

    values: tuple[PeriodValue, ...] = ()
    """Its numbers: the rows of the CSV file of the same name, one for every period from the first to the last."""
    theme: Text
    """What it belongs to, like `Calls`; measures with the same theme stand together."""
    about: RichText
    """What it measures, in words a resident understands, and what it cannot tell."""
    unit: Of
    """What its values are: count, percentage, percentage points, minutes, seconds, hours, days, pounds or score."""
    one: Text | None = None
    """For a count: one of what is counted, like `complaint`."""
    many: Text | None = None
    """For a count: several of them, like `complaints`."""
    decimals: Number = 0
    """Decimal places in which its values are shown."""
    better: Literal["increase", "decrease", "neither"]
    """Which way is better; neither where a rise or a fall can be good or bad, like more reports of a hidden crime."""
    first: When
    """The first period it is known for, like 2018-04."""
    last: When
    """The latest period for which a number is expected; where that row is empty, the page says it is not there yet."""
    events: tuple[Event, ...] = ()
    """What is known to have moved it."""
    resets: tuple[Reset, ...] = ()
    """Where its usual level has changed for a known reason, and limits begin anew. The program never does it itself."""
    baseline: Number | None = None
    """How many periods at the beginning of each level make its limits; all of them where none is given."""
    target: InUnit | None = None
    """The target, where one was set."""
    shift: Number = 7
    """How many values in a row on one side of the mean make a shift."""
    trend: Number = 7
    """How many values in a row, each above or each below the last, make a trend."""
    screened: YesNo = False
    """Whether very large changes are left out of the limits."""
    method: Literal["ours", "the publisher's"] = "ours"
    """Whose control chart it is. The chart of another is shown without limits or states of ours."""
    paper: PaperPart | None = None
    """The paper its numbers come from, by id, and after `#` the part of it."""
    continues: ContinuedPart | None = None
    """The indicator of a published report that it carries on: the report by id, `#` and the measure's short name there,
    like `force-2019-20-q4#calls-999`. Every report with that indicator then leads here."""
    source_date: PastDate | None = None
    """The day of the source named in `source`."""
    asked: tuple[Asked, ...] = ()
    """What the body asked of the force about it."""
    rows_about: tuple[RowsAbout, ...] = ()
    """Whom the numbers tell of; several where they tell of several, nobody for calls or incidents."""
    disclosure: Rule | None = None
    """How its numbers are protected. A chart shows every one of them, so only `process-exact` will do; where single
    months are small numbers of people, give the measure by quarter or year. Nothing is published without it."""
    disclosure_decided: Decision | None = None
    """Who decided that, and when."""
