"""Recommendations that stand in no other record: those of a plan, a report or an inspection."""

from collections.abc import Iterator
from typing import Literal

from generators.fields import Address, Date, RichText, Slug, Text, YesNo
from generators.past import PastDate
from generators.record import Record, fields
from generators.sections.recommendations.records.ids import PaperPart


@fields
class Recommendation:
    """One numbered recommendation, action or promise."""

    ref: Slug
    """Its permanent short id, like `plan-2026-a`, unlike that of any other recommendation on the site."""
    number: Text | None = None
    """Its number or letter as printed, like `PUR-1`."""
    text: Text | None = None
    """What is to be done, in your own words; left out where the original has the number and nothing else."""
    legible: YesNo = True
    """no: the original has a text here that cannot be read."""
    owner: tuple[Text, ...] = ()
    """Who is to do it: roles or bodies, where it is not the owner that the whole source names."""
    lead: Text | None = None
    """Who leads on it within the owner: a role, never a name of staff."""
    due: Date | None = None
    """The day it is due."""
    due_as_printed: Text | None = None
    """When it is due, in the words of the original."""
    aim: Text | None = None
    """What it is to help with, in your own words, where the source prints that beside it."""
    outcome: Text | None = None
    """The outcome that is sought, in your own words."""
    rag: Text | None = None
    """The red, amber or green that the source gives it, as printed."""
    notes: tuple[RichText, ...] = ()
    """Oddities of the print that a reader should know of."""


@fields
class Strand:
    """A part of the source, with the recommendations in it."""

    title: Text | None = None
    """What the part is called; left out where the source is not divided."""
    paper: PaperPart | None = None
    """Where it stands: the id of a paper, and after `#` the end of a permanent link of its page, like `#para-23`."""
    recommendations: tuple[Recommendation, ...]
    """What it recommends, promises or sets to be done, in the order of the print."""


@fields
class RecommendationSource(Record):
    """A plan, report or inspection whose recommendations stand in no other record.

    One file each, `content/recommendation-sources/<id>.yml`.
    """

    title: Text
    """What the tracker calls it, like `Annual report of the Ethics Panel, 2026`."""
    form: Literal[
        "delivery plan", "business plan", "annual report", "inspectorate report", "audit report", "review", "other"
    ]
    """What it is. An inspectorate report starts the 56 days in which the law wants an answer."""
    raises: Literal["recommendation", "action", "promise"] = "recommendation"
    """What stands in it."""
    date: PastDate | None = None
    """The day it was made; for an inspectorate report the day it was published."""
    date_as_printed: Text | None = None
    """Its date as printed."""
    by: Text | None = None
    """Who made it: a body or a role."""
    owner: tuple[Text, ...] = ()
    """Who is to do what stands in it: roles or bodies, where one answer holds for all."""
    about: RichText | None = None
    """What it is and how it came here, in your own words."""
    paper: PaperPart | None = None
    """The paper in which it is given, by id, and after `#` the part of it."""
    address: Address | None = None
    """Where it is published, if not on this site."""
    answered: PastDate | None = None
    """The day on which the comments on it were published."""
    answer: Address | None = None
    """Where those comments are."""
    strands: tuple[Strand, ...]
    """Its parts, with what each of them recommends. A source that is not divided has one."""

    def recommendations(self) -> Iterator[tuple[Strand, Recommendation]]:
        """Everything in it, in order."""
        for strand in self.strands:
            for recommendation in strand.recommendations:
                yield strand, recommendation
