"""A meeting: when and where, who was there, and its items."""

from typing import Literal

from generators.fields import Date, RichText, Text, Time, YesNo
from generators.record import Record, fields
from generators.sections.meetings.records.document import Attachment, Cited, Unplaced
from generators.sections.meetings.records.ids import BodyId, MeetingId, PersonId
from generators.sections.meetings.records.item import Item


@fields
class Attendance:
    """One person, or one role, at one meeting."""

    person: PersonId | None = None
    """Who: a member, office holder or chief officer."""
    role: Text | None = None
    """The role printed beside the name; for other staff, the role in place of the name."""
    capacity: Literal["member", "officer", "in attendance"]
    """In what capacity."""
    status: tuple[Literal["present", "apologies", "absent", "invited"], ...]
    """present, apologies or absent; two of them where the minutes print both. invited: listed on an agenda only."""
    in_chair: YesNo = False
    """Whether this person chaired the meeting."""
    substitute_for: PersonId | None = None
    """The member this person stood in for."""
    joined_or_left: Text | None = None
    """Part of the meeting only, as the minutes say."""
    as_printed: Text | None = None
    """The line as printed, where it differs from the person's name and role."""


@fields
class Declaration:
    """An interest that somebody declared."""

    person: PersonId | None = None
    """Who declared it."""
    role: Text | None = None
    """The role of who declared it, where that is no member, office holder or chief officer."""
    interest: Text
    """What was declared and why, and whether they then left or took no part, in your own words."""
    nature: Text | None = None
    """The kind of interest as printed, like `personal` or `pecuniary`."""
    items: tuple[Text, ...] = ()
    """The numbers of the items it concerns, as in `minute` or `number`."""
    all_items: YesNo = False
    """Whether it concerns every item."""


@fields
class Question:
    """A question from the public."""

    item: Text | None = None
    """The number of the item under which it was asked, as in `minute` or `number`."""
    asked_by: Text | None = None
    """Who asked: a name only where the minutes publish it."""
    question: RichText
    """What was asked."""
    answered_by: Text | None = None
    """The role of who answered."""
    answer: RichText | None = None
    """What was answered."""
    supplementary: RichText | None = None
    """What was asked in return, and the answer to it."""


@fields
class Minutes:
    """The minutes of the meeting, and whether they are confirmed."""

    state: Literal["draft", "confirmed"]
    """draft until a later meeting has confirmed them."""
    confirmed_at: MeetingId | None = None
    """The meeting that confirmed them; needed when they are confirmed."""
    amendments: tuple[Text, ...] = ()
    """The amendments with which they were confirmed."""
    signed_by: Text | None = None
    """Who signed them, as printed."""
    note: Text | None = None
    """What else is known about them."""


@fields
class NextMeeting:
    """The next meeting, as this one announced it."""

    meeting: MeetingId | None = None
    """The meeting's record, where there is one."""
    as_printed: Text
    """Date, time and place as printed."""


@fields
class Meeting(Record):
    """One meeting of a body. Its folder is its id: `content/meetings/etp/2023-06-28/meeting.yml`."""

    body: BodyId
    """The body that met, by id."""
    date: Date
    """The day of the meeting."""
    state: Literal["scheduled", "postponed", "held", "cancelled", "no record"]
    """no record: nothing that is held shows whether the meeting took place."""
    title: Text | None = None
    """A title of its own, where it has one, like `Annual meeting`."""
    start: Time | None = None
    """When it began or is to begin."""
    end: Time | None = None
    """When it ended, or is to end."""
    adjourned: Text | None = None
    """Adjournments, as the minutes say."""
    date_as_printed: Text | None = None
    """Day and date as printed: `Friday 22 September 2017`."""
    place: Text | None = None
    """Where it was or is to be held."""
    online: YesNo = False
    """Whether it was held online."""
    public: YesNo | None = None
    """Whether the public could attend; left out where the papers do not say."""
    webcast: Text | None = None
    """Where it could be watched, in words."""
    media_release: Text | None = None
    """The media release about it."""
    contact: Text | None = None
    """Whom to ask: a role or an office, never a personal telephone number or e-mail address."""
    postponed_to: MeetingId | None = None
    """The meeting that took its place."""
    reason: Text | None = None
    """Why it was postponed or cancelled, or how this meeting is known."""
    attendance: tuple[Attendance, ...] = ()
    """Who was there, who sent apologies, who was absent."""
    quorum: Text | None = None
    """How many must be present, or whether they were, as stated."""
    declarations: tuple[Declaration, ...] = ()
    """Interests declared."""
    none_declared: YesNo = False
    """Whether the minutes say that nobody declared an interest."""
    questions: tuple[Question, ...] = ()
    """Questions from the public."""
    items: tuple[Item, ...] = ()
    """The items, in the order of the agenda or minutes."""
    minutes: Minutes | None = None
    """Whether there are minutes, and whether they are confirmed."""
    next_meeting: NextMeeting | None = None
    """The next meeting, as announced."""
    cites: tuple[Cited, ...] = ()
    """Documents that the agenda or minutes cite and this site may not have."""
    attachments: tuple[Attachment, ...] = ()
    """Files that lie beside this record."""
    unplaced: tuple[Unplaced, ...] = ()
    """What `scrutiny import meeting` read and found no field for, in its order. It is for whoever finishes the draft:
    move each paragraph to where it belongs, or delete it. Only a draft can have any, and no public page shows it."""

    @property
    def files(self) -> tuple[str, ...]:
        """The name of every file that it lists."""
        return tuple(attachment.file for attachment in self.attachments)
