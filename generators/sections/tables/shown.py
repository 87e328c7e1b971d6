"""The tables as the site shows them: what is protected is rounded or left out. Pages, files and figures read these.

A count of people is rounded, or left out. A percentage of it is made from what is shown of the counts, and of
percentages made so; it is left out with any of them. So no number is shown but a rounded count, what follows from
rounded counts, and a percentage that is tied to no count or does not follow from its counts, to the whole per cent.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from generators.disclosure import STEP, is_protected, rounded, share
from generators.sections.tables.grid import CellPlace, Grid
from generators.sections.tables.hidden import counts_people
from generators.sections.tables.instances import Grids, Operand
from generators.sections.tables.numbers import Printed, shown
from generators.sections.tables.records import PERCENT
from generators.sections.tables.work import HUNDRED, Outcome

LEFT_OUT = "not shown"
"""What stands in place of a number that is left out."""
TIES = ("percentage", "same", "difference", "total", "base")
"""The rules that say of what a percentage is made, the one that says most first."""


def as_shown(grids: Grids, hidden: AbstractSet[CellPlace], outcomes: Iterable[Outcome]) -> Grids:
    """All tables as they may be shown; what is not protected is as printed. `hidden`: the counts that are left out."""
    tied = sorted(
        (one for one in outcomes if one.instance.rule.kind in TIES), key=lambda one: TIES.index(one.instance.rule.kind)
    )
    ties: dict[CellPlace, Outcome] = {}
    beside: dict[CellPlace, list[Outcome]] = defaultdict(list)
    for outcome in tied:
        sides = outcome.instance.sides
        for target in (side[0].place for side in (sides if outcome.instance.rule.kind == "base" else sides[:1])):
            if target:
                ties.setdefault(target, outcome)
        for place in outcome.instance.places[1:]:
            beside[place].append(outcome)
    shows = _Shows(grids, hidden, ties, beside)
    return {id: _grid(grid, shows) if is_protected(grid.record) else grid for id, grid in grids.items()}


def _grid(grid: Grid, shows: "_Shows") -> Grid:
    """A table of which only so much is left."""
    found = {place: shows.number(place) for place in grid.numbers}
    numbers = {place: number for place, number in found.items() if number is not None}
    rows = {
        id: replace(
            row,
            cells={
                **row.cells,
                **{place.column: _text(grid, place, number) for place, number in found.items() if place.row == id},
            },
        )
        for id, row in grid.rows.items()
    }
    return Grid(grid.record, rows, numbers)


def _text(grid: Grid, place: CellPlace, number: Printed | None) -> str:
    """What stands in a cell."""
    printed = grid.text(place.row, place.column)
    if number is None or number == grid.numbers[place]:
        return LEFT_OUT if number is None else printed
    return ("+" if printed.startswith("+") and number.low > 0 else "") + shown(number.low, 0, number.sign)


@dataclass(frozen=True)
class _Shows:
    """What is shown of each number."""

    grids: Grids
    hidden: AbstractSet[CellPlace]
    ties: Mapping[CellPlace, Outcome]
    """By percentages, the rule that says of what they are made."""
    beside: Mapping[CellPlace, Sequence[Outcome]]
    """By cells, the rules for which they are not the result."""

    def number(self, place: CellPlace, seen: AbstractSet[CellPlace] = frozenset()) -> Printed | None:
        """A number, as exact as it is shown; None where it is left out. `seen`: those that are made of it."""
        grid = self.grids[place.table]
        printed = grid.numbers[place]
        if not is_protected(grid.record):
            return printed
        if counts_people(grid, place):
            return None if place in self.hidden else _to_nearest(printed)
        if grid.record.units[place.column] != PERCENT:
            return printed
        if place in self.ties and place not in seen:
            return self._made(self.ties[place], place, printed, seen | {place})
        others = {other for one in self.beside.get(place, ()) for other in one.instance.places} - {place} - seen
        is_last = any(other in self.ties and self.number(other, seen | {place}) is None for other in others)
        return None if is_last else _whole(printed, printed.low)

    def _made(
        self, outcome: Outcome, place: CellPlace, printed: Printed, seen: AbstractSet[CellPlace]
    ) -> Printed | None:
        """A percentage: of what is shown, or as printed where it does not follow from it."""
        kind, sides = outcome.instance.rule.kind, outcome.instance.sides
        is_itself = kind == "percentage" and [one.place for one in sides[1]] == [one.place for one in sides[2]]
        if printed.low == HUNDRED and (kind == "total" or is_itself):
            return _whole(printed, HUNDRED)  # it tells nothing: everybody is everybody
        of = [side[1:] for side in sides if side[0].place == place] if kind == "base" else sides[1:]
        sums = [self._sum(side, seen) for side in of]
        if any(one is None for one in sums):
            return None
        known = [one for one in sums if one is not None]
        if kind == "base" or not outcome.agrees:
            return _whole(printed, printed.low)
        if kind != "percentage":
            return _whole(printed, known[0])
        made = share(ceil(known[0]), ceil(known[1]))
        return None if made is None else _whole(printed, Fraction(made))

    def _sum(self, side: Sequence[Operand], seen: AbstractSet[CellPlace]) -> Fraction | None:
        """What the shown numbers come to; None where one of them is left out."""
        found = Fraction(0)
        for sign, place, printed in side:
            number = self.number(place, seen) if place else printed
            if number is None:
                return None
            found += sign * number.low
        return found


def rounded_like(like: Printed, number: Printed) -> Printed:
    """A number that stands in no cell, as one of a cell beside it is shown: to the nearest five or the per cent."""
    return _to_nearest(number) if like.unit == STEP - 1 else _whole(number, number.low)


def _to_nearest(number: Printed) -> Printed:
    """A count to the nearest five: it was any of those that are rounded so."""
    value = Fraction(rounded(ceil(number.low)))
    return Printed(value, value, Fraction(STEP - 1), sign=number.sign)


def _whole(printed: Printed, value: Fraction) -> Printed:
    """A percentage to the whole per cent."""
    size = Fraction(int(abs(value) + Fraction(1, 2)))
    return Printed(-size if value < 0 else size, -size if value < 0 else size, Fraction(1), sign=printed.sign)
