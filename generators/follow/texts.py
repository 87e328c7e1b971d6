"""The words of an entry, the same in every form of feed."""

from generators.dates import long_date
from generators.follow.happening import Happening


def title_of(entry: Happening) -> str:
    """What happened, and to what."""
    return f"{entry.what}: {entry.link.text}"


def sentences(entry: Happening, why: str) -> str:
    """What changed, since when it can be read here, and why the reader is told."""
    words = entry.words or f"It was published here on {long_date(entry.day)}."
    first = f"It can be read here since {long_date(entry.first)}." if entry.first and entry.first > entry.day else ""
    return "\n\n".join(part for part in (words, first, why) if part)
