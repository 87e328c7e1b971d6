"""What meetings ask for: every action, every report requested, and the decisions that set something going."""

from collections.abc import Iterator

from generators.archive import Archive
from generators.raised import Raised
from generators.sections.meetings import views
from generators.sections.meetings.places import ItemPlace, slug
from generators.sections.meetings.records import Meeting
from generators.sections.meetings.records.item import Decision, ReportRequest
from generators.sections.meetings.views import Business

BINDING = frozenset({"resolved", "agreed", "requested", "referred"})
"""The outcomes of a decision after which something is to happen; to note or to approve asks for nothing more."""


def raised(archive: Archive) -> Iterator[Raised]:
    """Everything that the minutes ask for, in the order of the meetings."""
    for found in views.index(archive).business:
        if found.item.decisions or found.item.actions or found.item.reports_requested:
            yield from _of_item(archive, found, views.meeting_title(archive, found.meeting))


def is_binding(decision: Decision) -> bool:
    """Whether something is to happen after a decision."""
    return decision.outcome in BINDING


def ref_of(meeting: str, anchor: str) -> str:
    """The ref of a decision or action, made of its meeting and its anchor: `panel-2024-03-06-item-2-action-visit`."""
    return f"{slug(meeting)}-{anchor}"


def request_ref(meeting: str, place: ItemPlace, number: int) -> str:
    """The ref of the first, second or later report that was asked for under an item."""
    return ref_of(meeting, f"{place.anchor}-report") + (f"-{number}" if number > 1 else "")


def _of_item(archive: Archive, found: Business, source: str) -> Iterator[Raised]:
    id, day = found.meeting.id, found.meeting.date
    for decision, anchor in zip(found.item.decisions, found.place.decisions, strict=True):
        if is_binding(decision):
            yield Raised(ref_of(id, anchor), decision.text, "resolution", source, "meeting", id, anchor, day)
    for action, anchor in zip(found.item.actions, found.place.actions, strict=True):
        yield Raised(
            ref_of(id, anchor), action.text, "action", source, "meeting", id, anchor, day,
            owner=action.owner, due=action.due, due_as_printed=action.due_as_printed or "",
        )  # fmt: skip
    for number, request in enumerate(found.item.reports_requested, 1):
        yield _request(archive, request, request_ref(id, found.place, number), found, source)


def _request(archive: Archive, request: ReportRequest, ref: str, found: Business, source: str) -> Raised:
    """A report that was asked for. It stands with its item, and is due at the meeting it is wanted for."""
    wanted = archive.get(Meeting, request.for_meeting)
    return Raised(
        ref, request.text, "report requested", source, "meeting", found.meeting.id, found.place.anchor,
        found.meeting.date, owner=(request.of,) if request.of else (), due=wanted.date if wanted else None,
        due_as_printed=request.due_as_printed or "",
    )  # fmt: skip
