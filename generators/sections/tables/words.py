"""Notes and readings in words."""

from fractions import Fraction
from itertools import pairwise

from generators.disclosure import is_protected
from generators.listed import listed
from generators.sections.tables.grid import CellPlace
from generators.sections.tables.instances import Grids, Instance, Operand
from generators.sections.tables.numbers import Printed, shown
from generators.sections.tables.readings import Reading
from generators.sections.tables.work import HUNDRED, Outcome, span

FEW = 3
"""Numbers that are listed; of more, only what they add up to is said."""
WITHOUT_NUMBERS = (
    "The print does not agree here. The numbers are not shown, since some of them are of few people, or differ by few."
)
TOO_CLOSE = "The print does not agree here, by less than can be seen in rounded numbers."


def note(outcome: Outcome, grids: Grids) -> str:
    """What the print says and what its numbers come to, neutrally."""
    return f"Printed {_printed(outcome, grids)}; {_short(outcome, grids)}."


def beside(outcome: Outcome, grids: Grids) -> str:
    """What the numbers come to, in the few words for which a cell has room."""
    like = outcome.instance.sides[0][0].number
    match outcome.instance.rule.kind:
        case "total":
            return f"adds up to {_came_to(outcome, like)}"
        case "difference":
            return f"comes to {_came_to(outcome, like)}"
        case "same":
            return f"elsewhere {_sum_or_number(outcome.instance.sides[1], grids)}"
        case "base":
            return "of another base"
        case "flow":
            return f"{_came_to(outcome, like)} before"
        case "percentage":
            return _short(outcome, grids)


def _short(outcome: Outcome, grids: Grids) -> str:
    """What the numbers come to, and which."""
    instance = outcome.instance
    match instance.rule.kind:
        case "total" | "difference":
            return _sum(instance, outcome, grids)
        case "percentage":
            part, whole = (_middle(side) for side in instance.sides[1:])
            share = HUNDRED * part / whole
            decimals = instance.sides[0][0].number.decimals
            return f"{shown(part)} of {shown(whole)} is {shown(share, decimals, '%')}"
        case "flow":
            return f"the stage before has {_came_to(outcome, instance.sides[0][0].number)}"
        case "same":
            said = _sum_or_number(instance.sides[1], grids)
            return f"{said} {'is printed' if len(instance.sides[1]) == 1 else 'follows'} {_where(instance, grids)}"
        case "base":
            return f"it does not fit the same base as the others, {instance.rule.base}"


def in_question(found: tuple[Reading, ...], grids: Grids) -> str:
    """The ways in which the print would agree; asked, where there are two."""
    said = [_reading(one, grids) for one in found]
    if len(said) == 2:
        return f"It would agree with {said[0]}, and also with {said[1]}. Which is meant?"
    return f"It would agree with {said[0]}." if said else ""


def cell_in_words(place: CellPlace, grids: Grids) -> str:
    """The row and column of a cell."""
    grid = grids[place.table]
    return f"{grid.label(place.row)}, {grid.heading(place.column)}"


def _printed(outcome: Outcome, grids: Grids) -> str:
    if outcome.instance.rule.kind == "same":
        return _sum_or_number(outcome.instance.sides[0], grids)
    place = outcome.at[0] if outcome.at else outcome.instance.places[0]
    return grids[place.table].text(place.row, place.column)


def _sum(instance: Instance, outcome: Outcome, grids: Grids) -> str:
    """What a sum or difference comes to, with its numbers where they are few."""
    total, parts = _came_to(outcome, instance.sides[0][0].number), instance.sides[1]
    columns = {one.place.column for one in parts if one.place}
    if not (instance.rule.sides[1][0].is_sum and len(instance.rule.sides[1]) == 1):
        alone = parts[0].place if len(parts) == 1 else None
        return f"{total} is printed at {cell_in_words(alone, grids)}" if alone else f"{_spelt(parts, grids)} is {total}"
    if len(parts) <= FEW:
        return f"{listed([_text(one, grids) for one in parts])} add up to {total}"
    return f"the {'rows add' if len(columns) == 1 else 'row adds'} up to {total}"


def _spelt(parts: tuple[Operand, ...], grids: Grids) -> str:
    """`137 less 35 and 1`, `8 and 14 and 7`: what is added and taken away, as printed."""
    said = [_text(parts[0], grids)]
    for before, one in pairwise(parts):
        word = "and" if one.sign == before.sign else "less" if one.sign < 0 else "plus"
        said.append(f"{word} {_text(one, grids)}")
    return " ".join(said)


def _sum_or_number(side: tuple[Operand, ...], grids: Grids) -> str:
    first = side[0].number
    if len(side) == 1:
        return _text(side[0], grids)
    return shown(span(side).middle, max(one.number.decimals for one in side), first.sign)


def _where(instance: Instance, grids: Grids) -> str:
    """Where the other number of `same` stands."""
    place = next((one.place for one in instance.sides[1] if one.place), None)
    if place is None:
        return "elsewhere in the paper"
    inside = f"at {cell_in_words(place, grids)}"
    return inside if place.table == instance.table else f"in the table {grids[place.table].record.title}, {inside}"


def _text(one: Operand, grids: Grids) -> str:
    if one.place is None:
        return shown(one.number.low, one.number.decimals, one.number.sign)
    return grids[one.place.table].text(one.place.row, one.place.column)


def _came_to(outcome: Outcome, like: Printed) -> str:
    middle = outcome.came_to.middle if outcome.came_to else Fraction(0)
    return shown(middle, like.decimals, like.sign)


def _middle(side: tuple[Operand, ...]) -> Fraction:
    return span(side).middle


def _reading(reading: Reading, grids: Grids) -> str:
    grid = grids[reading.place.table]
    where, text = cell_in_words(reading.place, grids), grid.text(reading.place.row, reading.place.column)
    if is_protected(grid.record):
        return f"{'what stands' if reading.place.column in grid.percentages else 'the base'} at {where}"
    if reading.instead:
        return f"{reading.instead} in place of {text} ({where})"
    return f"{'' if reading.place.column in grid.percentages else 'the base '}{text} ({where})"
