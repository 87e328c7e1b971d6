"""How a print that does not agree may have been meant: with one other digit, of another whole, or of another row.

A reading with another digit is offered only if it mends the rule and breaks none that holds. Where there are more than
two, nobody can tell.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise, product

from generators.sections.tables.grid import CellPlace, Grid
from generators.sections.tables.instances import Grids, Instance, Operand
from generators.sections.tables.numbers import Printed, parse
from generators.sections.tables.work import Outcome, work_out

MOST = 2
"""Readings that are told of. Where there are more, nobody can tell."""


@dataclass(frozen=True)
class Reading:
    """One way in which the print would agree."""

    place: CellPlace
    """The cell that would be another, or that would stand for the one that the rule names."""
    instead: str = ""
    """What would stand in it; empty where it stands as it is."""


def readings(outcome: Outcome, grids: Grids, touching: Mapping[CellPlace, Sequence[Instance]]) -> tuple[Reading, ...]:
    """The ways in which a print would agree, if there are one or two. `touching`: all instances by their cells."""
    instance = outcome.instance
    found = (*_from_another_row(instance, grids), *_of_near_whole(instance, grids))
    found = tuple(dict.fromkeys((*found, *_with_another_digit(instance, grids, touching))))
    return found if len(found) <= MOST else ()


def _from_another_row(instance: Instance, grids: Grids) -> Iterator[Reading]:
    """Other cells of a column of which the percentage would be right, or with which the same would be printed."""
    place = _whole(instance) or _twin(instance)
    if place is None:
        return
    seen = {instance.sides[-1][0].number}
    finest = instance.sides[0][0].number.unit
    for row in grids[place.table].rows:
        other = place._replace(row=row)
        number = grids[place.table].numbers.get(other)
        if number and number.unit <= finest and number not in seen and other not in instance.places:
            seen.add(number)
            if work_out(replace(instance, sides=(*instance.sides[:-1], (Operand(1, other, number),)))).agrees:
                yield Reading(other)


def _of_near_whole(instance: Instance, grids: Grids) -> Iterator[Reading]:
    """The whole with one other digit, if only one such would make the percentage right."""
    place = _whole(instance)
    if place is None:
        return
    near = {
        number.low: text
        for text, number in _near(grids[place.table], place)
        if work_out(_with(instance, place, number)).agrees
    }
    if len(near) == 1:
        yield Reading(place, next(iter(near.values())))


def _whole(instance: Instance) -> CellPlace | None:
    """The cell of which a percentage is, if it is one cell."""
    is_single = instance.rule.kind == "percentage" and len(instance.sides[2]) == 1
    return instance.sides[2][0].place if is_single else None


def _twin(instance: Instance) -> CellPlace | None:
    """The cell of another table that should print the same."""
    place = instance.sides[1][0].place if instance.rule.kind == "same" and len(instance.sides[1]) == 1 else None
    return place if place and place.table != instance.table else None


def _with_another_digit(
    instance: Instance, grids: Grids, touching: Mapping[CellPlace, Sequence[Instance]]
) -> Iterator[Reading]:
    """Cells that would agree with one other digit, or with two neighbours swapped."""
    if instance.rule.kind not in ("total", "difference", "percentage"):
        return
    for place in instance.places:
        others = [one for one in touching[place] if one != instance and work_out(one).agrees]
        grid = grids[place.table]
        mended = {
            number.low: text
            for text, number in _near(grid, place)
            if work_out(_with(instance, place, number)).agrees
            and all(work_out(_with(one, place, number)).agrees for one in others)
        }
        nearest = _nearest(instance, place, mended)
        if nearest:
            yield Reading(place, nearest)


def _nearest(instance: Instance, place: CellPlace, mended: Mapping[Fraction, str]) -> str:
    """The one number that would do; of a printed result that is rounded, the one that is nearest."""
    if len(mended) == 1:
        return next(iter(mended.values()))
    came_to = work_out(instance).came_to
    is_result = instance.places[0] == place
    if not mended or not is_result or came_to is None:
        return ""
    return mended[min(mended, key=lambda value: abs(value - came_to.middle))]


def _near(grid: Grid, place: CellPlace) -> Iterator[tuple[str, Printed]]:
    """What a cell would print with another digit, or with two neighbours swapped."""
    text, rounded = grid.text(place.row, place.column), grid.numbers[place].unit > 0
    digits = [at for at, sign in enumerate(text) if sign.isdigit()]
    changed = [
        f"{text[:at]}{digit}{text[at + 1 :]}" for at, digit in product(digits, "0123456789") if digit != text[at]
    ]
    swapped = [
        f"{text[:at]}{text[then]}{text[at + 1 : then]}{text[at]}{text[then + 1 :]}"
        for at, then in pairwise(digits)
        if text[at] != text[then]
    ]
    for other in (*changed, *swapped):
        number = parse(other, rounded=rounded)
        begins_with_nought = other[digits[0]] == "0" != text[digits[0]]
        if number and number.is_known and not begins_with_nought:
            yield other, number


def _with(instance: Instance, place: CellPlace, number: Printed) -> Instance:
    """The same instance with another number in one cell."""
    sides = tuple(
        tuple(Operand(one.sign, one.place, number) if one.place == place else one for one in side)
        for side in instance.sides
    )
    return replace(instance, sides=sides)
