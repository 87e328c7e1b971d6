"""What a check says when nothing is wrong: how many records there are, and how many of them may not be seen yet."""

from collections.abc import Iterator
from datetime import datetime

from generators.archive import Archive
from generators.dates import long_date
from generators.problem import count
from generators.unseen import Unseen, unseen


def summary(archive: Archive, now: datetime) -> str:
    """One line about the records of a sound archive, as the public may see it at this moment."""
    hidden = list(unseen(archive, now).values())
    sound = f"All {count(sum(map(len, archive.records.values())), 'record')} are sound."
    if not hidden:
        return sound
    are = "1 of them is" if len(hidden) == 1 else f"{len(hidden):,} of them are"
    return f"{sound} {are} not public: {', '.join(_why(hidden))}."


def _why(hidden: list[Unseen]) -> Iterator[str]:
    own = [one for one in hidden if not one.around]
    drafts, withdrawn = (sum(one.why == why for one in own) for why in ("draft", "withdrawn"))
    later = sorted(one.until.date() for one in own if one.why == "later" and one.until)
    if drafts:
        yield count(drafts, "draft")
    if withdrawn:
        yield f"{withdrawn:,} withdrawn"
    if later:
        yield f"{len(later):,} not before {long_date(later[0])}{' or later' if later[0] != later[-1] else ''}"
    if len(hidden) > len(own):
        yield f"{len(hidden) - len(own):,} inside one of these"
