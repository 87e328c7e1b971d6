"""Which numbers of people are left out: the small ones, their percentages, and of children what gives one away.

A small number that a paper has printed is not repeated here, though it may follow from others that the paper prints
too. Of children nothing is shown from which one could be worked out: the rules of a table say how its numbers hang
together, so they say what would give a hidden one away; and every number that is shown is rounded.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from fractions import Fraction
from math import ceil

from generators.disclosure import FEWEST, is_protected, rounded
from generators.sections.tables.grid import Grid, Place
from generators.sections.tables.instances import Grids, Instance
from generators.sections.tables.numbers import shown
from generators.sections.tables.records import PERCENT, POUNDS

LEFT_OUT = "not shown"
"""What stands in place of a number that is left out."""


def hidden(grids: Grids, instances: Iterable[Instance]) -> frozenset[Place]:
    """Every cell that is left out."""
    found = {
        place
        for grid in grids.values()
        if is_protected(grid.record)
        for place, number in grid.numbers.items()
        if counts_people(grid, place) and number.low < FEWEST
    }
    able = [one for one in instances if any(is_protected(grids[place.table].record) for place in one.places)]
    while more := {place for one in able for place in _given_away(one, grids, found)} - found:
        found |= more
    return frozenset(found)


def counts_people(grid: Grid, place: Place) -> bool:
    """Whether a cell is a number of people: not a percentage, and not money."""
    return grid.record.units[place.column] not in (PERCENT, POUNDS)


def is_strict(grid: Grid) -> bool:
    """Whether the numbers that are shown are rounded too."""
    return grid.record.disclosure == "people-threshold-rounded"


def as_shown(grid: Grid, place: Place, left_out: AbstractSet[Place]) -> str:
    """What a page shows of a cell: as printed, rounded, or that it is left out."""
    if place in left_out:
        return LEFT_OUT
    number = grid.numbers.get(place)
    if number is None or not is_strict(grid) or not counts_people(grid, place):
        return grid.text(place.row, place.column)
    return shown(Fraction(rounded(ceil(number.low))))


def _given_away(instance: Instance, grids: Grids, left_out: AbstractSet[Place]) -> Iterator[Place]:
    """The cells that would give away a hidden one, or that a hidden one gives away."""
    places = [place for place in instance.places if is_protected(grids[place.table].record)]
    match instance.rule.kind:
        case "percentage":
            target, parts = instance.places[0], {one.place for one in instance.sides[1]}
            if target in places and not parts.isdisjoint(left_out):
                yield target
        case "same":
            if any(place in left_out for place in places):
                yield from places
            yield from _little_changed(places, grids)
        case "total" | "difference":
            yield from _alone(instance, [place for place in places if is_strict(grids[place.table])], left_out)


def _alone(instance: Instance, places: list[Place], left_out: AbstractSet[Place]) -> Iterator[Place]:
    """The smallest number beside one that is hidden alone: all the others would give it away."""
    if sum(place in left_out for place in places) != 1:
        return
    numbers = {one.place: one.number.low for side in instance.sides for one in side}
    others = [place for place in places if place not in left_out]
    if others:
        yield min(others, key=lambda place: numbers[place])


def _little_changed(places: list[Place], grids: Grids) -> Iterator[Place]:
    """Two numbers of one thing that differ by few people: their difference would be a small number."""
    if len(places) == 2 and all(is_strict(grids[place.table]) for place in places):
        one, other = (grids[place.table].numbers[place] for place in places)
        if 0 < abs(one.low - other.low) < FEWEST:
            yield from places
