"""How far two graders agree who read the same files: the share that is the same, and two measures beyond chance.

Cohen's kappa fails where nearly all grades are the same: with 18 of 20 files called appropriate by both it is below
nought. Gwet's AC1 does not, so it stands first (Gwet 2008; Wongpakaran and others 2013). None is put into a word like
`substantial`: with so few files such words say more than is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Pairs = Sequence[tuple[str | None, str | None]]
"""Of every file the grades of the two, in the same order."""


@dataclass(frozen=True)
class Agreement:
    """How far the grades of two agree."""

    same: int
    """Files to which both gave the same grade."""
    files: int
    ac1: float
    kappa: float | None
    """None where both gave one grade to every file: chance alone would agree as well, and kappa is not defined."""


def agreement(pairs: Pairs, grades: int) -> Agreement | None:
    """The agreement on files graded by both, on a scale of so many grades; None where there is no file."""
    if not pairs:
        return None
    same, files = sum(one == other for one, other in pairs), len(pairs)
    first, second = ([pair[place] for pair in pairs] for place in (0, 1))
    used = {*first, *second}
    means = [(first.count(grade) + second.count(grade)) / (2 * files) for grade in used]
    by_chance = sum(mean * (1 - mean) for mean in means) / (grades - 1)
    expected = sum(first.count(grade) * second.count(grade) for grade in used)
    return Agreement(
        same,
        files,
        (same / files - by_chance) / (1 - by_chance),
        None if expected == files * files else (same * files - expected) / (files * files - expected),
    )
