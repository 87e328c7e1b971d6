"""How the state of a measure is shown: a shape, a word and whether it goes the better way, never a colour alone."""

from dataclasses import dataclass

from generators.sections.performance.shapes import shape_of
from generators.spc.state import Letter, State, Tone


@dataclass(frozen=True)
class Standing:
    """The state of a measure in a shape and in words."""

    shape: str
    words: str
    tone: str
    """How it is to look."""
    rank: int
    """Its place in a list: what needs looking at first stands first."""


WORDS: dict[tuple[Letter, int], str] = {
    ("a", 1): "Exception, above the expected range",
    ("a", -1): "Exception, below the expected range",
    ("d", 1): "Rising trend",
    ("d", -1): "Falling trend",
    ("c", 1): "Stable above the mean",
    ("c", -1): "Stable below the mean",
    ("b", 0): "Stable",
    ("not enough data", 0): "Not enough data",
    ("no data", 0): "No figure for the latest period",
}
RANKS: tuple[Letter, ...] = ("a", "d", "c", "no data", "not enough data", "b")
WAYS: dict[Tone, str] = {"improvement": ", better", "concern": ", worse"}
TONES: dict[Tone, str] = {"improvement": "decision", "concern": "warn"}


def standing(found: State) -> Standing:
    """The state as it is shown."""
    provisional = " (provisional)" if found.provisional else ""
    return Standing(
        shape_of(found.letter, found.direction),
        f"{WORDS[found.letter, found.direction]}{WAYS.get(found.tone, '')}{provisional}",
        TONES.get(found.tone, "plain"),
        2 * RANKS.index(found.letter) + (found.tone != "concern"),
    )
