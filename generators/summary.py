"""What a check says when nothing is wrong: how many records there are, and how many of them may not be seen yet."""

from collections.abc import Iterator
from datetime import datetime

from generators.archive import Archive
from generators.dates import long_date
from generators.problem import count
from generators.public import public
from generators.record import Record


def summary(archive: Archive, now: datetime) -> str:
    """One line about the records of a sound archive, as the public may see it at this moment."""
    seen = public(archive, now).records
    records = [(noun, record) for noun, found in archive.records.items() for record in found.values()]
    hidden = [record for noun, record in records if record.id not in seen[noun]]
    sound = f"All {count(len(records), 'record')} are sound."
    if not hidden:
        return sound
    are = "1 of them is" if len(hidden) == 1 else f"{len(hidden):,} of them are"
    return f"{sound} {are} not public: {', '.join(_why(hidden, now))}."


def _why(hidden: list[Record], now: datetime) -> Iterator[str]:
    drafts = [record for record in hidden if record.publication == "draft"]
    withdrawn = [record for record in hidden if record.publication == "withdrawn"]
    later = sorted(record.publish_on for record in hidden if _is_later(record, now) and record.publish_on)
    inside = len(hidden) - len(drafts) - len(withdrawn) - len(later)
    if drafts:
        yield count(len(drafts), "draft")
    if withdrawn:
        yield f"{len(withdrawn):,} withdrawn"
    if later:
        or_later = " or later" if later[0].date() != later[-1].date() else ""
        yield f"{len(later):,} not before {long_date(later[0].date())}{or_later}"
    if inside:
        yield f"{inside:,} inside one of these"


def _is_later(record: Record, now: datetime) -> bool:
    return record.publication == "published" and record.publish_on is not None and record.publish_on > now
