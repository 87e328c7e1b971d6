"""What must hold between the updates of one recommendation, and within each."""

from collections.abc import Iterator, Mapping
from datetime import date

from generators import sections
from generators.archive import Archive
from generators.problem import Finding
from generators.rules import Said, every, part_of
from generators.sections.recommendations.records import Update
from generators.sections.recommendations.statuses import CLOSED


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule for updates."""
    yield from every(archive, Update, (evidence, reasons, places))
    yield from course(archive)


def evidence(_: Archive, update: Update) -> Said:
    """Nothing is complete without evidence."""
    if update.status == "complete" and not has_evidence(update):
        yield (
            ("status",),
            "nothing is complete without evidence. Give a meeting in `evidence_meeting`, a paper in `evidence_paper` "
            "or a web address in `evidence_address`.",
        )


def has_evidence(update: Update) -> bool:
    """Whether the update names anything that shows it."""
    named = (update.evidence_meeting, update.evidence_paper, update.evidence_address)
    return any(value is not None for value in named)


def reasons(_: Archive, update: Update) -> Said:
    """What is rejected has a reason; what is superseded says by what."""
    if update.status == "rejected" and not update.note:
        yield ("note",), "say why it was rejected."
    if update.status == "superseded" and not update.superseded_by:
        yield ("superseded_by",), "say by what it was superseded: the ref of what took its place."
    if update.superseded_by and update.status != "superseded":
        yield ("status",), f"the update has `superseded_by` and its status is {update.status}. Write superseded."
    if update.superseded_by == update.ref:
        yield ("superseded_by",), "this is the recommendation itself. Give the ref of what took its place."


def places(archive: Archive, update: Update) -> Said:
    """The parts of records that are named as evidence are there."""
    if wrong := part_of(archive, "meeting", update.evidence_meeting):
        yield ("evidence_meeting",), wrong
    if wrong := part_of(archive, "paper", update.evidence_paper):
        yield ("evidence_paper",), wrong


def course(archive: Archive) -> Iterator[Finding]:
    """Updates of one recommendation follow each other in time, and reopen only what is closed, in that word."""
    raised_on = {raised.ref: raised.raised_on for raised in sections.raised(archive)}
    last: dict[str, Update] = {}
    closed: dict[str, Update] = {}
    for update in sorted(archive.all(Update), key=lambda update: (update.path, update.line)):
        for column, message in _steps(update, last.get(update.ref), closed.get(update.ref), raised_on):
            yield Finding(update.path, (column,), message, update.line)
        last[update.ref] = update
        if update.status in CLOSED:
            closed[update.ref] = update
        else:
            closed.pop(update.ref, None)


def _steps(
    update: Update, before: Update | None, closing: Update | None, raised_on: Mapping[str, date | None]
) -> Iterator[tuple[str, str]]:
    start = raised_on.get(update.ref)
    if before and update.date < before.date:
        message = f"{update.date} is before {before.date}, the date of the update in {_line(update, before)}."
        yield "date", f"{message} List updates from first to last."
    elif start and update.date < start:
        yield "date", f"{update.date} is before {start}, the day on which it was raised."
    if closing and update.status not in (*CLOSED, "reopened"):
        message = f"it was {closing.status} on {closing.date}. If it was taken up again, write reopened"
        yield "status", f"{message}." if update.status == "open" else f"{message} in an update before this one."
    if update.status == "reopened" and not closing:
        yield "status", "it is not closed, so it cannot be reopened. Write open or in progress."


def _line(update: Update, other: Update) -> str:
    return f"line {other.line}" if other.path == update.path else f"{other.path}, line {other.line}"
