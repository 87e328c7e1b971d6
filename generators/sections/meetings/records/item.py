"""An item of business: what was considered, said, decided and asked for."""

from typing import Literal

from generators.fields import Date, Number, NumberedText, Ordinal, RichText, Slug, Text, YesNo
from generators.record import fields
from generators.sections.meetings.records.document import Cited
from generators.sections.meetings.records.ids import MatterId, MeetingId, MeetingPart, PaperId, PersonId

Outcome = Literal[
    "noted", "approved", "agreed", "resolved", "confirmed", "supported", "endorsed", "received", "accepted",
    "amended", "deferred", "referred", "requested", "appointed", "elected", "rejected", "withdrawn", "lapsed",
    "not supported",
]  # fmt: skip
Purpose = Literal[
    "to note", "to comment", "to discuss", "to consider", "to approve", "to agree", "to decide", "to receive",
    "to endorse", "to confirm", "for information", "for assurance",
]  # fmt: skip


@fields
class RecordedVote:
    """How one member voted, where the votes were recorded by name."""

    person: PersonId | None = None
    """Who, by id."""
    by: Text | None = None
    """Who, as printed, where there is no record of the person."""
    vote: Literal["for", "against", "abstained"]
    """for, against or abstained."""


@fields
class Vote:
    """How a vote fell."""

    carried: YesNo | None = None
    """Whether it was carried; left out where the minutes do not say."""
    unanimous: YesNo = False
    """Whether all voted the same way."""
    votes_for: Number | None = None
    """Votes for."""
    votes_against: Number | None = None
    """Votes against."""
    abstained: Number | None = None
    """Abstentions."""
    casting_vote: Literal["for", "against"] | None = None
    """How the casting vote of whoever was in the chair fell, where there was one."""
    as_printed: Text | None = None
    """The vote in the words of the minutes, where no numbers are given."""
    recorded: tuple[RecordedVote, ...] = ()
    """Who voted how, where the votes were recorded by name."""


@fields
class Decision:
    """One thing the meeting decided under an item."""

    outcome: Outcome
    """The standard word for it. rejected: the vote was lost. lapsed: nobody seconded it, or no vote was taken."""
    letter: Text | None = None
    """The letter printed before it, like `b`, where one item has several."""
    text: Text
    """What was decided, in your own words."""
    word_as_printed: Text | None = None
    """The word the minutes use, like `RESOLVED`, where it is not the standard one."""
    old_wording: Text | None = None
    """For an amendment: what stood before."""
    new_wording: Text | None = None
    """For an amendment: what stands now."""
    pack_page: Text | None = None
    """The page of the attached pack or minutes on which it stands, as printed."""
    moved_by: Text | None = None
    """Who moved it."""
    seconded_by: Text | None = None
    """Who seconded it."""
    vote: Vote | None = None
    """How the vote fell, where the minutes say."""


@fields
class Action:
    """Something that somebody was asked to do."""

    id: Slug | None = None
    """A short id that is never changed, like `adult-survivors`; needed only to refer to the action."""
    text: Text
    """What is to be done, in your own words."""
    owner: tuple[Text, ...] = ()
    """Who is to do it, by role or body; left out where the minutes do not say."""
    due: Date | None = None
    """The day it is due."""
    due_as_printed: Text | None = None
    """When it is due, in the words of the minutes."""
    carries_out: Slug | None = None
    """The decision of the same item of which it says who is to do what: the end of that decision's permanent link, like
    `item-54-decision-b`. The tracker then counts the two as one."""


@fields
class ReportRequest:
    """A report that the meeting asked for."""

    text: Text
    """What the report is to be about."""
    requested_by: Text | None = None
    """Who asked for it."""
    of: Text | None = None
    """Who is to write it."""
    for_meeting: MeetingId | None = None
    """The meeting it is wanted for."""
    due_as_printed: Text | None = None
    """When it is wanted, as printed."""
    carries_out: Slug | None = None
    """The decision of the same item by which it was asked for: the end of that decision's permanent link, like
    `item-54-decision-d`. The tracker then counts the two as one."""


@fields
class Contribution:
    """A comment sent in by somebody who was not there."""

    by: Text
    """Who sent it."""
    text: RichText
    """What it said, in your own words."""


@fields
class Item:
    """One item of an agenda, and of the minutes once there are any."""

    id: Slug | None = None
    """A short id, like `visits`: needed only where no number is printed, or one is printed twice."""
    number: Text | None = None
    """The number on the agenda, as printed: `5`."""
    minute: Text | None = None
    """The number in the minutes, as printed: `21/17` or `49`."""
    title: Text
    """The title of the item."""
    access: Literal["public", "exempt"] = "public"
    """exempt: taken in private; the site then shows only its number and the reason."""
    exempt_reason: Text | None = None
    """Why it was taken in private: needed when access is exempt."""
    matters: tuple[MatterId, ...] = ()
    """The matters it belongs to, by id, so that a subject can be followed from meeting to meeting."""
    report_of: tuple[Text, ...] = ()
    """Whose report it was, as printed: `Chief Constable`."""
    marked: Text | None = None
    """The letter or words the report was marked with, as printed: `A` or `Agenda Item 5`."""
    report: Literal["written", "oral", "joint written", "presentation"] | None = None
    """How the report was made."""
    purpose: Purpose | None = None
    """What the item asked of the meeting."""
    pack_page: Text | None = None
    """The page of the attached pack or minutes on which it begins, as printed."""
    papers: tuple[PaperId, ...] = ()
    """The papers considered, by id; one of the same meeting by its file's name alone."""
    cites: tuple[Cited, ...] = ()
    """Other documents that the item cites."""
    taken: Ordinal | None = None
    """Its place in the order in which the items were taken, where that was changed: 1 for what was taken first."""
    deferred_to: MeetingId | None = None
    """The meeting it was put off to."""
    follows: tuple[MeetingPart, ...] = ()
    """What it takes up: a meeting's id, then `#` and the end of the permanent link of an item, a decision, an action or
    a numbered point, like `pcp/2020-02-20#item-54`, `pcp/2020-02-20#item-54-decision-b` or
    `pcp/2020-02-20#item-54-action-visit`. The number is that of the minutes, where there is one; a `/` in it becomes
    a hyphen."""
    summary: RichText | None = None
    """What the agenda says the item is about, in your own words."""
    discussion: NumberedText | None = None
    """What was said, in your own words, with the numbering of the minutes."""
    contributions_in_absence: tuple[Contribution, ...] = ()
    """Comments sent in by somebody who was not there."""
    decisions: tuple[Decision, ...] = ()
    """What was decided."""
    actions: tuple[Action, ...] = ()
    """Who is to do what."""
    reports_requested: tuple[ReportRequest, ...] = ()
    """Reports that were asked for."""
    notes: tuple[RichText, ...] = ()
    """Oddities of the print that a reader should know of."""

    def withheld(self) -> "Item":
        """What the public may see of the item once it was taken in private: its numbers and the reason."""
        return Item(
            id=self.id,
            number=self.number,
            minute=self.minute,
            title="Item taken in private",
            access="exempt",
            exempt_reason=self.exempt_reason,
        )
