"""One shape for each state, whoever names it. The word stands beside it; no state is told by a colour alone."""

from generators.spc.state import Letter

SHAPES: dict[tuple[Letter, int], str] = {
    ("a", 1): "◆", ("a", -1): "◆", ("a", 0): "◆",
    ("d", 1): "↗", ("d", -1): "↘", ("d", 0): "↔",
    ("c", 1): "▲", ("c", -1): "▼", ("c", 0): "■",
    ("b", 0): "●", ("not enough data", 0): "○", ("no data", 0): "–",
}  # fmt: skip
"""By the state and its direction: 1 above or rising, -1 below or falling, 0 where none is said."""


def shape_of(letter: Letter, direction: int) -> str:
    """The shape of a state. One that has no direction of its own is the same in all: a publisher may print one."""
    return SHAPES.get((letter, direction), SHAPES[letter, 0])
