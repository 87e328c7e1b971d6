"""The tracker as data: what is open, who is to do it and since when stand in one row."""

from collections.abc import Iterator
from datetime import date

from generators.archive import Archive
from generators.formats.dataset import Column, Derived, Row
from generators.raised import address_of
from generators.sections.recommendations.statuses import OPEN, STATUSES
from generators.sections.recommendations.tracker import Tracked, tracker

KINDS = ("recommendation", "action", "report requested", "resolution", "promise")
COLUMNS = (
    Column("id", "Its permanent short id, by which updates and letters name it as their `ref`.", required=True),
    Column("kind", "What it is called where it arose.", required=True, choices=KINDS),
    Column("text", "What is recommended or to be done; empty where the original has none that can be read."),
    Column("source", "Where it arose, in words.", required=True),
    Column("source_kind", "The kind of the record in which it stands.", required=True),
    Column("source_id", "The id of that record.", required=True),
    Column("source_part", "The part of that record: what stands behind # in its address.", required=True),
    Column("carries_out", "The part of that record with the decision that it carries out, if any."),
    Column("addressed_to", "Who is to do it: roles or bodies.", "list"),
    Column("raised_on", "The day on which it was raised, where that is known.", "date"),
    Column("due", "The day by which it is to be done, where one was set.", "date"),
    Column("due_as_printed", "When it is to be done, in the words of the original."),
    Column("state", "How it stands by the last update that is public.", required=True, choices=STATUSES),
    Column("is_open", "Whether it asks for something and is not closed.", "yes or no", required=True),
    Column("since", "The day from which it has stood so; empty while it stands as it was raised.", "date"),
    Column("closed_on", "The day on which it was closed, if it is.", "date"),
    Column("last_update", "The day of the last update, if there is any.", "date"),
    Column("updates", "How many updates there are.", "integer", required=True),
    Column("page", "Where it stands on this site, with all that happened since, from the site's root.", required=True),
)  # fmt: skip


def derived(archive: Archive) -> Iterator[Derived]:
    """The tracker. Nothing in it hangs on the day on which it is made."""
    words = "A recommendation, action, request, resolution or promise, with how it stands."
    yield Derived("recommendations", words, COLUMNS, tuple(_row(found) for found in tracker(archive)))


def _row(found: Tracked) -> Row:
    raised, standing = found.raised, found.standing(date.max)
    return (
        raised.ref, raised.kind, raised.text or None, raised.source, raised.noun, raised.id, raised.part,
        raised.decided.part if raised.decided else None, raised.owner or None, raised.raised_on, raised.due,
        raised.due_as_printed or None, standing.status, standing.status in OPEN, standing.since, standing.closed,
        found.updates[-1].date if found.updates else None, len(found.updates), address_of(raised.ref),
    )  # fmt: skip
