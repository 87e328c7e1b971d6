"""The one rule for small numbers: what may be shown of a table that counts people.

Every register says whom its rows tell of and which rule its numbers follow. Counts of what was done (20 files read,
3 late) are shown as they are, and so are counts of rows that each stand on the site: anybody could count them again.
Gifts are such rows. Recommendations, visits, dilemmas, meetings, letters and plans count no people at all. Of counts
of people a small one is hidden, and every other is rounded, so that nobody can be found in them:

- a number below eight is hidden, nought included;
- so is one that differs by fewer than eight from that of an earlier version, since their difference would be small,
  or from what earlier tables come to, added up or taken from each other: a year without its first three quarters;
- where one number of a line alone is hidden, the smallest other of that line is hidden too, against totals that are
  printed elsewhere; of a table that a paper printed, as many others as it takes for every hidden number to have
  several possible values, whichever of the table's rules a reader uses (`sections/tables/hidden.py`);
- every other number is rounded to the nearest five; so is a total, which is shown only where all that it adds up is;
- a percentage is made from the rounded numbers, and there is none of everybody or nobody. One that a paper printed
  and that is tied to no number here, or does not follow from its numbers, is shown to the whole per cent.

A hidden number is therefore in nothing that is shown, and can be any of those below eight; in a printed table, whose
totals are shown as well, any of several.

What somebody wrote in words, or as a table in a paper or in the text of a body, cannot be worked out again. Whoever
puts it here leaves small numbers of people out and says where the paper is; `checks_of_disclosure` refuses a table in
the texts of a register whose numbers are protected.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, Protocol, cast, runtime_checkable

from generators.fields import Text
from generators.groups import once_per_type
from generators.past import PastDate
from generators.record import fields

RowsAbout = Literal["nobody", "organisations", "adults", "children", "applicants and staff"]
"""Whom the rows of a register tell of."""
Rule = Literal["process-exact", "people-threshold-rounded"]
"""How the numbers of a register are protected."""
PEOPLE: frozenset[RowsAbout] = frozenset({"adults", "children", "applicants and staff"})
FEWEST = 8
"""The smallest number of people that is shown. NHS Digital hides 1 to 7."""
STEP = 5
"""To the nearest how many the others are rounded."""
MOST_BESIDE = 5
"""Tables with which one is compared together: the four quarters of a year, and the year before."""
HIDDEN = "fewer than 8, or too little changed to show"
"""What stands in place of a hidden number, in words."""

Counts = Sequence[Sequence[int]]
"""Rows of counts of people, all of the same length."""


@fields
class Decision:
    """Who decided how the numbers of a register are protected."""

    by: Text
    """Who, by role, like `Data Protection Officer`."""
    date: PastDate
    """The day of the decision."""
    reason: Text | None = None
    """What was decided and why, in short."""


@runtime_checkable
class Declared(Protocol):
    """A register that says how its numbers are protected."""

    @property
    def publication(self) -> str:
        """Whether the public may see it."""

    @property
    def rows_about(self) -> Sequence[RowsAbout]:
        """Whom its rows tell of."""

    @property
    def disclosure(self) -> str | None:
        """The rule for its numbers: one of `Rule`, or of those that its section has besides."""


@runtime_checkable
class Decided(Declared, Protocol):
    """A register of which somebody has to decide that rule."""

    @property
    def disclosure_decided(self) -> Decision | None:
        """Who decided that."""


@dataclass(frozen=True)
class Shown:
    """What may be shown of a table; None stands for what is hidden."""

    cells: tuple[tuple[int | None, ...], ...]
    of_rows: tuple[int | None, ...]
    """The total of every row."""
    of_columns: tuple[int | None, ...]
    """The total of every column."""
    total: int | None


def people(register: Declared) -> bool:
    """Whether the rows of a register tell of people."""
    return not PEOPLE.isdisjoint(register.rows_about)


def is_guarded(record: object) -> bool:
    """Whether it is a register with numbers that its page hides or rounds: nothing on the site leads to them."""
    return _declares(type(record)) and is_protected(cast("Declared", record))


@once_per_type
def _declares(type_: type) -> bool:
    """Whether records of a type say so. To ask the protocol of each record would cost a hundred times as much."""
    return {"publication", "rows_about", "disclosure"} <= getattr(type_, "__dataclass_fields__", {}).keys()


def is_protected(register: Declared) -> bool:
    """Whether the numbers of a register may only be shown as `protected` leaves them, and its rows not at all."""
    return register.disclosure != "process-exact"


def needs_decision(register: Decided) -> bool:
    """Whether exact numbers about people are shown and nobody is on record as having decided it."""
    return register.disclosure == "process-exact" and people(register) and register.disclosure_decided is None


def protected(now: Counts, earlier: Sequence[Counts] = (), beside: Sequence[Counts] = ()) -> Shown:
    """What may be shown of counts of people.

    `earlier`: the same table in every version that was ever published; `beside`: tables of the same shape that count
    some of the same people, like the quarters of a year, in every version too, and when they are withdrawn.
    """
    whole, before = _with_totals(now), [_with_totals(was) for was in earlier]
    others = [_with_totals(table) for table in _combined(beside)]
    small = [[is_small(number, [was[r][c] for was in before], [other[r][c] for other in others])
              for c, number in enumerate(row)] for r, row in enumerate(whole)]  # fmt: skip
    hidden = [row[:-1] for row in small[:-1]]
    while place := next(_lonely(now, hidden), None):
        hidden[place[0]][place[1]] = True

    def shown(r: int, c: int, made_of: Iterable[bool]) -> int | None:
        """A number or total, which is not shown where any of what it is made of is hidden."""
        return None if small[r][c] or any(made_of) else rounded(whole[r][c])

    return Shown(
        cells=tuple(tuple(shown(r, c, [is_hidden]) for c, is_hidden in enumerate(row)) for r, row in enumerate(hidden)),
        of_rows=tuple(shown(r, -1, row) for r, row in enumerate(hidden)),
        of_columns=tuple(shown(-1, c, column) for c, column in enumerate(zip(*hidden, strict=True))),
        total=shown(-1, -1, map(any, hidden)),
    )


def share(part: int | None, whole: int | None) -> int | None:
    """The percentage that one shown number is of another; None of what is hidden, and of everybody or nobody."""
    if part is None or whole is None or not 0 < part < whole:
        return None
    return (200 * part + whole) // (2 * whole)


def is_small(number: int, earlier: Iterable[int] = (), others: Iterable[int] = ()) -> bool:
    """Whether a number is that of few people, or its difference from an earlier one, or from what others come to.

    That an earlier version says the same tells nothing new; that other tables come to the same says that the rest is 0.
    """
    return (
        number < FEWEST
        or any(0 < abs(number - was) < FEWEST for was in earlier)
        or any(abs(number - other) < FEWEST for other in others)
    )


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


def _with_totals(table: Counts) -> list[list[int]]:
    """A table with the total of every row at its end, and those of every column beneath."""
    rows = [[*row, sum(row)] for row in table]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def _combined(tables: Sequence[Counts]) -> Iterator[Counts]:
    """What some of these tables come to, each of them left out, added or taken away, in every way there is."""
    for signs in product((0, 1, -1), repeat=len(tables)):
        used = [(sign, table) for sign, table in zip(signs, tables, strict=True) if sign]
        if used:
            yield [
                [sum(sign * table[r][c] for sign, table in used) for c in range(len(row))]
                for r, row in enumerate(used[0][1])
            ]
