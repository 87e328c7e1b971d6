"""What meetings ask for: every action, every report requested, and the decisions that set something going."""

from collections.abc import Iterator, Mapping

from generators.archive import Archive
from generators.raised import Decided, Raised
from generators.sections.meetings import views
from generators.sections.meetings.places import ItemPlace, item_places, slug
from generators.sections.meetings.records import Meeting
from generators.sections.meetings.records.item import Decision, Item

BINDING = frozenset({"resolved", "agreed", "requested", "referred"})
"""The outcomes of a decision after which something is to happen; to note or to approve asks for nothing more."""

NOUNS = ("meeting",)
"""The kinds of record that ask for something."""


def start_of_refs(id: str) -> str:
    """How every ref begins of what the record with this id asks for; empty where refs are typed in it."""
    return f"{slug(id)}-"


def raised(archive: Archive) -> Iterator[Raised]:
    """Everything that the minutes ask for, in the order of the meetings."""
    for meeting in views.in_order(archive):
        if any(_asks(item) for item in meeting.items):
            source = views.meeting_title(archive, meeting)
            for item, place in zip(meeting.items, item_places(meeting), strict=True):
                yield from _of_item(archive, meeting, item, place, source)


def is_binding(decision: Decision) -> bool:
    """Whether something is to happen after a decision."""
    return decision.outcome in BINDING


def ref_of(meeting: str, anchor: str) -> str:
    """The ref of a decision or action, made of its meeting and its anchor: `panel-2024-03-06-item-2-action-visit`."""
    return f"{slug(meeting)}-{anchor}"


def carried_out(meeting: str, item: Item, place: ItemPlace) -> Mapping[str, tuple[str, ...]]:
    """By the anchor of each decision that an action or a request carries out, the refs of those that do."""
    found: dict[str, tuple[str, ...]] = {}
    for action, anchor in zip(item.actions, place.actions, strict=True):
        if action.carries_out:
            found[action.carries_out] = (*found.get(action.carries_out, ()), ref_of(meeting, anchor))
    for number, request in enumerate(item.reports_requested, 1):
        if request.carries_out:
            ref = request_ref(meeting, place, number)
            found[request.carries_out] = (*found.get(request.carries_out, ()), ref)
    return found


def request_ref(meeting: str, place: ItemPlace, number: int) -> str:
    """The ref of the first, second or later report that was asked for under an item."""
    return ref_of(meeting, f"{place.anchor}-report") + (f"-{number}" if number > 1 else "")


def _asks(item: Item) -> bool:
    return bool(item.actions or item.reports_requested) or any(is_binding(decision) for decision in item.decisions)


def _of_item(archive: Archive, meeting: Meeting, item: Item, place: ItemPlace, source: str) -> Iterator[Raised]:
    id, day = meeting.id, meeting.date
    carried = carried_out(id, item, place)
    decided = {
        anchor: Decided(ref_of(id, anchor), decision.text, anchor)
        for decision, anchor in zip(item.decisions, place.decisions, strict=True)
        if anchor in carried
    }
    for decision, anchor in zip(item.decisions, place.decisions, strict=True):
        if is_binding(decision) and anchor not in carried:
            yield Raised(ref_of(id, anchor), decision.text, "resolution", source, "meeting", id, anchor, day)
    for action, anchor in zip(item.actions, place.actions, strict=True):
        yield Raised(
            ref_of(id, anchor), action.text, "action", source, "meeting", id, anchor, day,
            owner=action.owner, due=action.due, due_as_printed=action.due_as_printed or "",
            decided=decided.get(action.carries_out or ""),
        )  # fmt: skip
    for number, request in enumerate(item.reports_requested, 1):
        wanted = archive.get(Meeting, request.for_meeting)
        yield Raised(
            request_ref(id, place, number), request.text, "report requested", source, "meeting", id, place.anchor, day,
            owner=(request.of,) if request.of else (), due=wanted.date if wanted else None,
            due_as_printed=request.due_as_printed or "", decided=decided.get(request.carries_out or ""),
        )  # fmt: skip
