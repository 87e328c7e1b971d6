"""The forward plan of a body: what it means to take up, and when."""

from generators.fields import Date, Text
from generators.record import Record, fields
from generators.register import Register
from generators.sections.meetings.records.ids import MatterId, MeetingId


@fields
class ForwardPlan(Register):
    """What a CSV file of the same name holds: the forward plan of the body it is named after."""


@fields
class ForwardPlanEntry(Record):
    """One subject that a body has planned to take up. One row of `data/forward-plans/<body>.csv`."""

    subject: Text
    """What is to be taken up."""
    when: Text | None = None
    """When, as printed: `Quarter 2` or `June 2026`; shown beside the day where both are given."""
    date: Date | None = None
    """The day, where one is given."""
    meeting: MeetingId | None = None
    """The meeting it is planned for, by id."""
    lead: Text | None = None
    """Who is to bring it: a role or a body."""
    matter: MatterId | None = None
    """The matter it belongs to, by id."""
