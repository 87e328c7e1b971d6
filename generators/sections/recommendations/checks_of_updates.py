"""What must hold between the updates of one recommendation, and within each."""

from collections.abc import Iterator
from datetime import date

from generators import sections
from generators.archive import Archive
from generators.problem import Finding
from generators.rules import Said, every
from generators.sections.recommendations.records import Update
from generators.sections.recommendations.statuses import CLOSED
from generators.sections.recommendations.tracker import in_time, updates_of


def check(archive: Archive) -> Iterator[Finding]:
    """Every rule for updates."""
    yield from every(archive, Update, (evidence, reasons))
    yield from course(archive)
    yield from circles(archive)


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


def course(archive: Archive) -> Iterator[Finding]:
    """Updates of one recommendation follow each other in time, and reopen only what is closed, in that word.

    In one file the lines follow each other too; those of several files are put in the order of their dates. While a
    row is broken, nobody knows how what it is about stands.
    """
    broken = _broken(archive)
    raised_on = {raised.ref: raised.raised_on for raised in sections.raised(archive)}
    last: dict[tuple[str, str], Update] = {}
    for update in sorted(archive.all(Update), key=lambda update: (update.path, update.line)):
        for message in _order(update, last.get((update.path, update.ref)), raised_on.get(update.ref)):
            yield Finding(update.path, ("date",), message, update.line)
        last[update.path, update.ref] = update
    for updates in (updates for ref, updates in updates_of(archive).items() if ref not in broken):
        closing: Update | None = None
        for update in updates:
            for message in _reopening(update, closing):
                yield Finding(update.path, ("status",), message, update.line)
            closing = update if update.status in CLOSED else None


def circles(archive: Archive) -> Iterator[Finding]:
    """Nothing takes its own place by way of others."""
    replaced: dict[str, Update] = {}
    broken = _broken(archive)
    for update in (update for update in in_time(archive) if update.ref not in broken):
        if update.superseded_by and update.superseded_by != update.ref:
            replaced[update.ref] = update
            at, way = update.superseded_by, [update.ref]
            while at in replaced and at not in way:
                way.append(at)
                at = replaced[at].superseded_by or ""
            if at == update.ref:
                message = f"these take each other's place in a circle: {', '.join(way)}. One of them must stand."
                yield Finding(update.path, ("superseded_by",), message, update.line)
        else:
            replaced.pop(update.ref, None)


def _broken(archive: Archive) -> frozenset[str]:
    """The refs of everything that a row is about which could not be taken in."""
    return frozenset(row.values.get("ref", "") for row in archive.broken if row.kind.type is Update)


def _order(update: Update, before: Update | None, start: date | None) -> Iterator[str]:
    """What is wrong with its date. `before`: the update of the same thing above it in its file."""
    if before and update.date < before.date:
        message = f"{update.date} is before {before.date}, the date of the update in line {before.line}."
        yield f"{message} List updates from first to last."
    elif start and update.date < start:
        yield f"{update.date} is before {start}, the day on which it was raised."


def _reopening(update: Update, closing: Update | None) -> Iterator[str]:
    """What is wrong with its status. `closing`: the update before it, where that closed it."""
    if closing and update.status not in (*CLOSED, "reopened"):
        message = f"it was {closing.status} on {closing.date}. If it was taken up again, write reopened"
        yield f"{message}." if update.status == "open" else f"{message} in an update before this one."
    if update.status == "reopened" and not closing:
        yield "it is not closed, so it cannot be reopened. Write open or in progress."
