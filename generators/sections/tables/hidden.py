"""Which numbers of people are left out of a protected table: the small ones, and those that would give one away.

The rules of a table say how its numbers hang together, so they say what a hidden number could be worked out from: one
line, or several together. More is left out, the smallest near it first, until every hidden number has several possible
values for a reader who knows that all others are rounded, which are hidden for being small, and all rules that the
print keeps.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from math import ceil

from generators.disclosure import FEWEST, STEP, is_protected, rounded
from generators.sections.tables.grid import CellPlace, Grid
from generators.sections.tables.instances import Grids, Instance, Operand
from generators.sections.tables.possible import Line, Range, Ranges, worked_out
from generators.sections.tables.records import PERCENT, POUNDS
from generators.sections.tables.work import Outcome

NO_END = 10**9
"""A difference that is larger than any."""


def hidden(grids: Grids, outcomes: Sequence[Outcome]) -> frozenset[CellPlace]:
    """Every count that is left out. `outcomes`: those of all rules of all tables."""
    found = {
        place
        for grid in grids.values()
        if is_protected(grid.record)
        for place, number in grid.numbers.items()
        if counts_people(grid, place) and number.low < FEWEST
    }
    while more := {place for one in outcomes for place in _given_away(one.instance, grids, found)} - found:
        found |= more
    for lines in _together(_lines(outcomes, grids)):
        found |= _with_others(lines, grids, found)
    return frozenset(found)


def counts_people(grid: Grid, place: CellPlace) -> bool:
    """Whether a cell is a number of people: not a percentage, and not money."""
    return grid.record.units[place.column] not in (PERCENT, POUNDS)


def _given_away(instance: Instance, grids: Grids, left_out: AbstractSet[CellPlace]) -> Iterator[CellPlace]:
    """The counts that would give away a hidden one, or that a hidden one gives away."""
    places = [place for place in instance.places if _is_protected_count(place, grids)]
    if instance.rule.kind == "same":
        if any(place in left_out for place in places):
            yield from places
        yield from _little_changed(places, grids)


def _is_protected_count(place: CellPlace, grids: Grids) -> bool:
    grid = grids[place.table]
    return is_protected(grid.record) and counts_people(grid, place)


def _smallest(places: Iterable[CellPlace], grids: Grids) -> CellPlace:
    return min(places, key=lambda place: (grids[place.table].numbers[place].low, place))


def _little_changed(places: list[CellPlace], grids: Grids) -> Iterator[CellPlace]:
    """Two numbers of one thing in two versions of a table that differ by few people, who could then be found."""
    if len(places) == 2 and grids[places[0].table].counts == grids[places[1].table].counts:
        one, other = (grids[place.table].numbers[place] for place in places)
        if 0 < abs(one.low - other.low) < FEWEST:
            yield from places


def _lines(outcomes: Iterable[Outcome], grids: Grids) -> Iterator[Line]:
    """What a reader knows to hold between counts: every rule that the print keeps."""
    for outcome in outcomes:
        sides = outcome.instance.sides
        if not outcome.agrees or not all(_is_count(one, grids) for side in sides for one in side):
            continue
        match outcome.instance.rule.kind:
            case "total" | "difference" | "same":
                yield _less(sides[0], sides[1], 0)
            case "flow":
                yield from (_less(before, after, NO_END) for before, after in pairwise(sides))


def _less(more: Sequence[Operand], less: Sequence[Operand], most: int) -> Line:
    terms = [(one.sign, one.place) for one in more] + [(-one.sign, one.place) for one in less]
    return Line(tuple((sign, place) for sign, place in terms if place), 0, most)


def _is_count(one: Operand, grids: Grids) -> bool:
    return one.place is not None and one.number.unit == 0 and counts_people(grids[one.place.table], one.place)


def _together(lines: Iterable[Line]) -> Iterable[list[Line]]:
    """The lines in groups that have no cell in common with another."""
    groups: list[tuple[set[CellPlace], list[Line]]] = []
    for line in lines:
        cells, joined = {place for _, place in line.cells}, [line]
        apart = []
        for group in groups:
            if cells.isdisjoint(group[0]):
                apart.append(group)
            else:
                cells, joined = cells | group[0], group[1] + joined
        groups = [*apart, (cells, joined)]
    return [joined for _, joined in groups]


def _with_others(lines: Sequence[Line], grids: Grids, left_out: AbstractSet[CellPlace]) -> set[CellPlace]:
    """The hidden cells of these lines, and as many others as it takes to keep them hidden."""
    cells = sorted({place for line in lines for _, place in line.cells})
    found = {place for place in cells if place in left_out}
    while open_ := {cell for cell in cells if cell not in found and _is_protected_count(cell, grids)}:
        place = worked_out(_ranges(cells, grids, found), lines, sorted(found))
        if place is None:
            break
        near = {cell for line in lines if any(one == place for _, one in line.cells) for _, cell in line.cells}
        found.add(_smallest(near & open_ or open_, grids))
    return found


def _ranges(cells: Iterable[CellPlace], grids: Grids, left_out: AbstractSet[CellPlace]) -> Ranges:
    return {place: _range(place, grids[place.table], place in left_out) for place in cells}


def _range(place: CellPlace, grid: Grid, is_hidden: bool) -> Range:  # noqa: FBT001 - a fact of the cell
    """What a reader knows of a cell by itself, who even knows which are hidden for being small."""
    number = grid.numbers[place]
    if not is_protected(grid.record):
        return Range(ceil(number.low), int(number.high))
    if not is_hidden:
        shown = rounded(ceil(number.low))
        return Range(max(FEWEST, shown - STEP // 2), shown + STEP // 2)
    if number.low < FEWEST:
        return Range(min(0, 2 * ceil(number.low)), max(FEWEST - 1, int(number.high)))
    return Range(0, 2 * ceil(number.low))
