"""Several things named one after the other, as in a sentence."""

from collections.abc import Sequence


def listed(words: Sequence[str], before_last: str = "and") -> str:
    """`one`, `one and two`, `one, two and three`; empty where there are none. `before_last`: `or`, if one is meant."""
    *others, last = words or ("",)
    return f"{', '.join(others)} {before_last} {last}" if others else last
