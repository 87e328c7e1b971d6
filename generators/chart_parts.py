"""What the charts of several sections share: names of any length, and axes that count."""

from textwrap import wrap
from typing import Any

from generators.figure import WIDTH

LINE = 17
"""Pixels from one line of words to the next."""
LETTER = 8
"""Pixels that a letter takes, about."""


def in_lines(words: str) -> list[str]:
    """Words on as many lines as they need.

    On one, a long name would make the picture so wide that a phone shrinks it until nobody can read it.
    """
    return wrap(words, WIDTH // LETTER)


def lines_upwards(several: list[str]) -> list[dict[str, str]]:
    """Each of several names by its lines, `line_0` the last of them, and as many for every name as the longest has."""
    broken = [in_lines(words)[::-1] for words in several]
    most = max(map(len, broken), default=0)
    return [{f"line_{at}": line for at, line in enumerate(lines + [""] * (most - len(lines)))} for lines in broken]


def ticks(most: int) -> dict[str, Any]:
    """Where an axis that counts up to a number has its ticks.

    Up to 2, a smallest step of one alone would still leave some at halves, which read "0, 1, 1, 2, 2".
    """
    return {"values": list(range(most + 1))} if most <= 2 else {"tickMinStep": 1}
