"""One indicator of a published report: what is printed of it, and what the publisher says of it."""

from typing import Literal

from generators.fields import RichText, Slug, Text, YesNo
from generators.record import fields
from generators.sections.performance.printed import PrintedChange, PrintedNumber, PrintedValue

State = Literal["exception", "stable", "step shift", "trend"]
"""The publisher's own four states; nothing here is worked out anew."""


@fields
class Mark:
    """The colour and shape in which something is printed, as far as they survive."""

    colour: Literal["red", "amber", "green", "yellow", "grey"] | None = None
    """The colour."""
    shape: Literal["box", "circle", "triangle", "arrow up", "arrow down"] | None = None
    """The shape."""


@fields
class Chart:
    """What survives of a printed control chart."""

    upper_as_printed: PrintedNumber | None = None
    """The highest of the numbers beside it, which stands where the upper limit would."""
    mean_as_printed: PrintedNumber | None = None
    """The mean."""
    lower_as_printed: PrintedNumber | None = None
    """The lowest of the numbers beside it, which stands where the lower limit would."""
    window_as_printed: Text | None = None
    """How long a time it covers, like `3.5 year SPC trend`."""
    mark: Mark | None = None
    """The colour and shape around these words."""


@fields
class Comparison:
    """How the value compares with an earlier one."""

    change_as_printed: PrintedChange | None = None
    """The change, like `-1.8%` or `49% decrease`."""
    count_as_printed: PrintedNumber | None = None
    """The same in numbers, where both are printed, like `+464 offences`."""
    value_as_printed: PrintedNumber | None = None
    """The earlier value."""
    mark: Mark | None = None
    """The colour and shape in which the change is printed."""


@fields
class Indicator:
    """One indicator."""

    measure: Slug
    """The measure by a short name, the same in every report that has it, like `calls-999`."""
    number: Text | None = None
    """Its number in the report, like `1.1`; left out where it stands under the number of the one above."""
    number_as_printed: Text | None = None
    """What is printed in the place of the number, where that is something else."""
    title: Text
    """What it is called."""
    unit: Text | None = None
    """What is counted or measured, like `calls`, where the value does not say."""
    value_as_printed: PrintedValue | None = None
    """The latest value, or `"-"` where the report prints a dash; left out where it prints none."""
    value_when: Text | None = None
    """For when that value is, where it is not the period of the report."""
    complement: YesNo = False
    """Whether the value is shown the other way round, like calls answered under the title of calls given up."""
    complement_explained: Text | None = None
    """What the value then says, in a sentence."""
    chart: Chart | None = None
    """What survives of its chart."""
    against_last_year: Comparison | None = None
    """How it compares with the same period of the year before."""
    against_last_period: Comparison | None = None
    """How it compares with the period before."""
    target_as_printed: PrintedNumber | None = None
    """The target, where a number is printed."""
    target_said: Text | None = None
    """What the report says of the target, in your own words."""
    state: State | None = None
    """What the publisher says of it in words, by its own four states; left out where it says none of them."""
    direction: Literal["up", "down"] | None = None
    """Which way a step shift or a trend goes, where that is said."""
    reset: Literal["recommended", "possible"] | None = None
    """Whether the publisher recommends that the control limits are set anew, or says that they could be."""
    not_updated: YesNo = False
    """Whether the report says that chart or text were not brought up to date."""
    reported_annually: YesNo = False
    """Whether it is reported once a year only."""
    pack_page: Text | None = None
    """The page on which it stands, as printed there, in the pack that is attached to the meeting of the paper."""
    commentary: RichText | None = None
    """What the report says about it, in your own words."""
    notes: tuple[RichText, ...] = ()
    """Oddities of the print, in neutral words: what is printed, and what it would agree with."""
