"""The one rule for small numbers: what may be shown of a table that counts people.

Every register says whom its rows tell of and which rule its numbers follow. Counts of what was done (20 files read,
3 late) are shown as they are. Of counts of people a small one is hidden, and every other is rounded, so that nobody
can be found in them:

- a number below eight is hidden, nought included;
- so is one that differs by fewer than eight from that of an earlier version, since their difference would be small;
- where one number of a line alone is hidden, the smallest other of that line is hidden too, against totals that are
  printed elsewhere;
- every other number is rounded to the nearest five; so is a total, which is shown only where all that it adds up is;
- a percentage is made from the rounded numbers, and there is none of everybody or nobody.

A hidden number is therefore in nothing that is shown, and can be any of those below eight.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from generators.problem import Where

RowsAbout = Literal["nobody", "organisations", "adults", "children", "applicants and staff"]
"""Whom the rows of a register tell of."""
Rule = Literal["process-exact", "people-threshold-rounded"]
"""How the numbers of a register are protected."""
PEOPLE: frozenset[RowsAbout] = frozenset({"adults", "children", "applicants and staff"})
FEWEST = 8
"""The smallest number of people that is shown. NHS Digital hides 1 to 7."""
STEP = 5
"""To the nearest how many the others are rounded."""
HIDDEN = "fewer than 8, or too little changed to show"
"""What stands in place of a hidden number, in words."""

Counts = Sequence[Sequence[int]]
"""Rows of counts of people, all of the same length."""


class Declared(Protocol):
    """A register that says how its numbers are protected."""

    @property
    def publication(self) -> str:
        """Whether the public may see it."""

    @property
    def rows_about(self) -> Sequence[RowsAbout]:
        """Whom its rows tell of."""

    @property
    def disclosure(self) -> Rule | None:
        """The rule for its numbers."""


@dataclass(frozen=True)
class Shown:
    """What may be shown of a table; None stands for what is hidden."""

    cells: tuple[tuple[int | None, ...], ...]
    of_rows: tuple[int | None, ...]
    """The total of every row."""
    of_columns: tuple[int | None, ...]
    """The total of every column."""
    total: int | None


def declaration(register: Declared) -> Iterator[tuple[Where, str]]:
    """A register is not published before it says whom its rows tell of and how its numbers are protected."""
    if register.publication != "published":
        return
    if not register.rows_about:
        message = (
            "say whom the rows tell of before this is published: "
            "nobody, organisations, adults, children, or applicants and staff."
        )
        yield ("rows_about",), message
    if register.disclosure is None:
        message = (
            "say how the numbers are protected before this is published: process-exact for counts of what was done, "
            "people-threshold-rounded for counts of people."
        )
        yield ("disclosure",), message
    if register.disclosure == "people-threshold-rounded" and register.rows_about and not people(register):
        yield ("disclosure",), "the rows tell of no people. Write process-exact, or say in `rows_about` of whom."
    if "nobody" in register.rows_about and len(register.rows_about) > 1:
        yield ("rows_about",), "nobody stands alone. Take it out, or the others."


def people(register: Declared) -> bool:
    """Whether the rows of a register tell of people."""
    return not PEOPLE.isdisjoint(register.rows_about)


def is_protected(register: Declared) -> bool:
    """Whether the numbers of a register may only be shown as `protected` leaves them, and its rows not at all."""
    return register.disclosure != "process-exact"


def protected(now: Counts, earlier: Sequence[Counts] = ()) -> Shown:
    """What may be shown of counts of people. `earlier`: the same table in every version that was ever published."""
    hidden = [[is_small(number, (was[r][c] for was in earlier)) for c, number in enumerate(row)]
              for r, row in enumerate(now)]  # fmt: skip
    while place := next(_lonely(now, hidden), None):
        hidden[place[0]][place[1]] = True
    turned, hidden_turned = list(zip(*now, strict=True)), list[tuple[bool, ...]](zip(*hidden, strict=True))
    return Shown(
        cells=tuple(
            tuple(None if is_hidden else rounded(number) for number, is_hidden in zip(row, flags, strict=True))
            for row, flags in zip(now, hidden, strict=True)
        ),
        of_rows=tuple(_total(row, flags, [was[r] for was in earlier])
                      for r, (row, flags) in enumerate(zip(now, hidden, strict=True))),
        of_columns=tuple(_total(column, flags, [[row[c] for row in was] for was in earlier])
                         for c, (column, flags) in enumerate(zip(turned, hidden_turned, strict=True))),
        total=_total(_all(now), list(map(any, hidden)), [_all(was) for was in earlier]),
    )  # fmt: skip


def share(part: int | None, whole: int | None) -> int | None:
    """The percentage that one shown number is of another; None of what is hidden, and of everybody or nobody."""
    if part is None or whole is None or not 0 < part < whole:
        return None
    return (200 * part + whole) // (2 * whole)


def is_small(number: int, earlier: Iterator[int]) -> bool:
    """Whether a number, or its difference from an earlier one, is that of few people."""
    return number < FEWEST or any(0 < abs(number - was) < FEWEST for was in earlier)


def rounded(number: int) -> int:
    """A number to the nearest five."""
    return (number + STEP // 2) // STEP * STEP


def _lonely(now: Counts, hidden: Sequence[Sequence[bool]]) -> Iterator[tuple[int, int]]:
    """In every line in which one number alone is hidden, the place of the smallest other."""
    rows = [[(r, c) for c in range(len(row))] for r, row in enumerate(now)]
    for line in (*rows, *zip(*rows, strict=True)):
        open_ = [(r, c) for r, c in line if not hidden[r][c]]
        if len(open_) == len(line) - 1 and open_:
            yield min(open_, key=lambda place: now[place[0]][place[1]])


def _total(line: Sequence[int], hidden: Sequence[bool], earlier: Sequence[Sequence[int]]) -> int | None:
    """The total of a line: not where it holds what is hidden, nor where it is small or has changed by little."""
    return None if any(hidden) or is_small(sum(line), (sum(was) for was in earlier)) else rounded(sum(line))


def _all(rows: Sequence[Sequence[int]]) -> list[int]:
    return [cell for row in rows for cell in row]
