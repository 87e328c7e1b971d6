"""The tracker to take away: everything as it stands today, everything that happened, and how it stood on every day."""

from collections.abc import Iterator, Sequence
from datetime import date

from generators.archive import Archive
from generators.sections.recommendations.records import Letter, Update
from generators.sections.recommendations.rows import Row
from generators.sections.recommendations.tracker import Tracked, letters_of, without_hidden
from generators.table import Cell, Column, Table

STATES = (
    Column("ref", "Reference"), Column("kind", "Kind"), Column("text", "What is to be done"),
    Column("source", "Source"), Column("where", "Where it stands on this site"),
    Column("carries_out", "Decision that it carries out"), Column("raised_on", "Raised on"),
    Column("strand", "Strand"), Column("number", "Number as printed"), Column("aim", "Aim"),
    Column("owner", "Owner"), Column("lead", "Lead"), Column("due", "Due"), Column("due_as_printed", "Due as printed"),
    Column("outcome", "Outcome sought"), Column("rag", "Rating as printed"), Column("status", "Status"),
    Column("since", "Since"), Column("closed", "Closed on"), Column("overdue", "Overdue"),
    Column("updates", "Updates", number=True),
)  # fmt: skip
EVENTS = (
    Column("ref", "Reference"), Column("date", "Date"), Column("event", "What happened"), Column("status", "Status"),
    Column("note", "Note"), Column("rating", "Rating as printed"), Column("superseded_by", "Superseded by"),
    Column("evidence_meeting", "Meeting that shows it"), Column("evidence_paper", "Paper that shows it"),
    Column("evidence_address", "Address that shows it"), Column("by", "Who says so"),
)  # fmt: skip
PERIODS = (Column("ref", "Reference"), Column("status", "Status"), Column("first", "From"), Column("last", "To"))


def tables(archive: Archive, tracked: Sequence[Tracked], rows: Sequence[Row], today: date) -> tuple[Table, ...]:
    """The three files."""
    refs = frozenset(found.raised.ref for found in tracked)
    letters = letters_of(archive)
    events = (
        event
        for found in tracked
        for event in _events(
            found,
            [without_hidden(update, refs) for update in found.updates],
            letters.get(found.raised.ref, ()),
        )
    )
    periods = (
        (found.raised.ref, period.status, _day(period.first), _day(period.last))
        for found in tracked
        for period in found.periods(today)
    )
    return (
        Table("tracker", STATES, tuple(_state(*pair, today) for pair in zip(tracked, rows, strict=True))),
        Table("events", EVENTS, tuple(events)),
        Table("periods", PERIODS, tuple(periods)),
    )


def _state(found: Tracked, row: Row, today: date) -> tuple[Cell, ...]:
    raised, printed, closed = found.raised, found.printed, found.standing(today).closed
    return (
        raised.ref, raised.kind, raised.text, raised.source, row.source.address,
        raised.decided.ref if raised.decided else "", _day(raised.raised_on), raised.strand, printed.number,
        printed.aim, "; ".join(raised.owner), printed.lead, _day(raised.due),
        raised.due_as_printed, printed.outcome, found.rag, row.status, _day(row.since), _day(closed),
        "yes" if row.is_overdue else "no", len(found.updates),
    )  # fmt: skip


def _events(found: Tracked, updates: Sequence[Update], letters: Sequence[Letter]) -> Iterator[tuple[Cell, ...]]:
    """Everything that happened with one of them, from first to last."""
    ref, nothing = found.raised.ref, ("",) * 7
    yield (ref, _day(found.raised.raised_on), "raised", found.at_rest, *nothing)
    happened = [(update.date, ("update", *_update(update))) for update in updates]
    for letter in letters:
        for day, what in ((letter.sent, "letter sent"), (letter.replied, "reply to the letter")):
            happened += [(day, (what, "", *nothing))] if day else []
    yield from ((ref, _day(day), *cells) for day, cells in sorted(happened, key=lambda event: event[0]))


def _update(update: Update) -> tuple[Cell, ...]:
    return (
        update.status, update.note, update.rag, update.superseded_by,
        update.evidence_meeting, update.evidence_paper, update.evidence_address, update.by,
    )  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
