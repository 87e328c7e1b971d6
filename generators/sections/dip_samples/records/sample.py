"""One dip sample: which files were read, by whom, how they were picked, and what came of it."""

from dataclasses import field
from typing import Literal

from generators.disclosure import Decision, RowsAbout, Rule
from generators.fields import Date, Number, RichText, Slug, Text, YesNo
from generators.past import PastDate
from generators.proceedings import Proceedings
from generators.record import fields
from generators.register import Register
from generators.sections.dip_samples.records.function import Outcome
from generators.sections.dip_samples.records.ids import (
    DipSampleId,
    FunctionId,
    MeetingPart,
    PaperPart,
    PersonId,
)

Picked = Literal["at random", "every so many", "by theme", "by officer", "all", "otherwise", "not stated"]


@fields
class Reviewer:
    """Somebody who read files, or several in the same role."""

    role: Text
    """In which capacity, like `Member of the Committee`."""
    person: PersonId | None = None
    """Who, by id; only members of a body and holders of an office are named."""
    number: Number | None = None
    """How many there were, where they are not named."""


@fields
class Counted:
    """How many files had one outcome, where only numbers are printed."""

    outcome: Outcome
    """The standard outcome."""
    number: Number
    """How many files had it."""


@fields
class Earlier:
    """Numbers of this dip sample that were published before."""

    where: Text
    """Where they were published, and when."""
    function: FunctionId | None = None
    """What kind of file they count, by id, where it is not the kind that the sample is of."""
    counts: tuple[Counted, ...]
    """How many files had which outcome, as published; an outcome that is not named had none."""


@fields
class NoLongerShown:
    """Numbers of another dip sample that counts some of the same files: published once, and not now."""

    sample: Slug
    """The id of that dip sample, which was withdrawn or made a draft again."""
    function: FunctionId | None = None
    """What kind of file they count, by id, where it is not the kind that this sample is of."""
    counts: tuple[Counted, ...]
    """How many files had which outcome, as published; an outcome that is not named had none."""


@fields
class DipSample(Register):
    """One dip sample, and what a CSV file of the same name holds: its cases.

    The file is named `<date>-<function>`, or where the date is not known by other words and `-<function>`.
    """

    function: FunctionId
    """What kind of file was read, by id; a case can name another."""
    date: Date | None = None
    """The day on which the files were read, where it is known."""
    date_as_printed: Text | None = None
    """When, as printed, where that is no day or another one."""
    read_by: Date | None = None
    """Where the day is not known: a day by which all had been read. It puts the sample in its place among others."""
    period: Text | None = None
    """The period that the files are from, as printed."""
    population: Number | None = None
    """How many files there were to pick from."""
    sample_size: Number | None = None
    """How many files were picked, as printed."""
    not_opened: Number | None = None
    """How many of those picked could not be read; they are left out of every `12 of 20`."""
    picked: Picked = "not stated"
    """How the files were picked; `all` where every file was read."""
    picked_how: Text | None = None
    """The same in the words of the paper, or more of it."""
    picked_by: Text | None = None
    """Who picked them: a role."""
    reviewers: tuple[Reviewer, ...] = ()
    """Who read them."""
    graders: dict[str, Text] = field(default_factory=dict)
    """Where two read the same files apart from each other: a letter for each, and the role. Graders are never named."""
    checklist: Text | None = None
    """The version of the checklist used; samples read by different ones are never counted together."""
    meeting: MeetingPart | None = None
    """The meeting that discussed it, by id, with `#` and the item where that is known."""
    paper: PaperPart | None = None
    """The paper that tells of it, by id, with `#` and the paragraph."""
    listed: Literal["every case", "examples"] = "every case"
    """Whether the rows are all files that were read, or only those that the paper cites."""
    counts: tuple[Counted, ...] = ()
    """How many files had which outcome, where the paper prints only numbers."""
    printed_so: YesNo = False
    """yes where the paper itself prints numbers that do not fit together; they are kept, and the page says so."""
    proceedings: Proceedings | None = None
    """How things stand in court, where it speaks of somebody's alleged crime; the page says it."""
    learning: RichText | None = None
    """What members say can be learnt."""
    force_response: RichText | None = None
    """What the force answered to the sample as a whole."""
    force_response_on: PastDate | None = None
    """The day of that answer."""
    follow_up: Date | None = None
    """The day on which members are to look again at what the force did about it."""
    follow_up_as_printed: Text | None = None
    """When that is to be, in the words of the paper."""
    next_theme: Text | None = None
    """The theme agreed for next time."""
    rows_about: tuple[RowsAbout, ...] = ()
    """Whom the rows tell of; several where they tell of several."""
    disclosure: Rule | None = None
    """How its numbers are protected: `process-exact` for counts of files read, `people-threshold-rounded` for counts of
    people. The latter hides every number below eight, rounds all others to the nearest five, and shows neither single
    cases nor categories. Where few files were read of a small group, like victims of hate crime, exact numbers can
    point to one person. Nothing is published without it."""
    disclosure_decided: Decision | None = None
    """Who decided that, and when. The page says so, or that nobody is on record."""
    earlier: tuple[Earlier, ...] = ()
    """Numbers of this dip sample that were published before, here or in a paper. Numbers of people are protected
    against what could be told from the difference; where such numbers were changed, the ones before stand here."""
    shares_files_with: tuple[DipSampleId, ...] = ()
    """Other dip samples that count some of the same files, by id, like the quarters of a year. Numbers of people are
    protected against what could be told by adding up and taking away, and such samples are never counted together."""
    no_longer_shown: tuple[NoLongerShown, ...] = ()
    """Numbers of other dip samples that count some of the same files, published once and withdrawn since. They are not
    shown: numbers of people are protected against them, since anybody may have kept a copy."""
