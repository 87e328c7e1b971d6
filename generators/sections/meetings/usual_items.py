"""The items that come at every meeting of a body, in the order that they have as a rule."""

import re
from collections.abc import Sequence
from statistics import median

from generators.sections.meetings.records import Meeting

LEAST = 2
"""At so many of the meetings looked at an item stood, at least."""
SAID = re.compile(
    r"\b(?:the|of|on|in|for|and|to|held|meetings?|previous|last|absence|items?|agenda|any|respect)\b|[^a-z ]"
)
"""What one agenda says in a title and another leaves out."""
KEY_WORDS = 2
"""Words by which a title is known again."""
CLOSING = re.compile(r"any\s+other\b|a\.?o\.?b\b|(?:dates?|time)\b.*\bmeetings?\b|next\s+meeting|clos(?:e|ing)\b", re.I)
"""Titles with which a meeting ends."""
DIGIT = re.compile(r"\d")


def usual(held: Sequence[Meeting], standing: Sequence[str]) -> list[str]:
    """Their titles. `held`: the meetings looked at, the last one last; `standing`: what the terms of reference name."""
    places: dict[tuple[str, ...], list[float]] = {}
    words: dict[tuple[str, ...], str] = {}
    for meeting in held:
        for at, item in enumerate(meeting.items):
            places.setdefault(_key(item.title), []).append((at + 0.5) / len(meeting.items))
            words |= {} if DIGIT.search(item.title) else {_key(item.title): item.title}
    named = {_key(title): title for title in standing}
    often = {key for key, at in places.items() if len(at) >= max(LEAST, len(held) / 2) and key in words}
    seen = sorted(often | (named.keys() & places.keys()), key=lambda key: (median(places[key]), places[key][-1]))
    titles = [named.get(key) or words[key] for key in seen]
    new = [title for key, title in named.items() if key not in places]
    last = next((at for at, title in enumerate(titles) if all(map(CLOSING.match, titles[at:]))), len(titles))
    return [*titles[:last], *new, *titles[last:]]


def _key(title: str) -> tuple[str, ...]:
    found = SAID.sub(" ", title.casefold()).split()
    return tuple(word.removesuffix("s") for word in found[:KEY_WORDS]) or (title.casefold(),)
