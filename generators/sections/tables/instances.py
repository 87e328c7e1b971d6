"""A rule applied: the very cells that it compares, once for every row and column that its stars stand for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generators.problem import did_you_mean
from generators.sections.tables.grammar import NotUnderstood
from generators.sections.tables.grid import CellPlace, Grid, exact, is_empty
from generators.sections.tables.numbers import Printed
from generators.sections.tables.rule import Cell, Expression, Rule, Term, cell_name

Grids = Mapping[str, Grid]


class Operand(NamedTuple):
    """A number that is added or taken away, and where it stands; a number of the rule itself stands nowhere."""

    sign: Literal[1, -1]
    place: CellPlace | None
    number: Printed


@dataclass(frozen=True)
class Instance:
    """A rule between certain cells."""

    rule: Rule
    table: str
    number: int
    """Of the rule among those of its table, from 0."""
    sides: tuple[tuple[Operand, ...], ...]

    @property
    def places(self) -> tuple[CellPlace, ...]:
        """Every cell it compares, the first one first."""
        return tuple(dict.fromkeys(one.place for side in self.sides for one in side if one.place))


class _Bound(NamedTuple):
    """What the first cell of a rule is here, and what its stars stand for."""

    own: str
    row: str = ""
    column: str = ""
    row_star: str = ""
    column_star: str = ""


def instances(rule: Rule, number: int, table: str, grids: Grids) -> Iterator[Instance]:
    """Every instance of a rule. Raises NotUnderstood for a name that is not there and a cell that is no number."""
    lead = rule.sides[0][0]
    if rule.kind == "base":
        yield _list(rule, number, table, grids)
        return
    if lead.is_sum or not lead.cells:
        yield Instance(rule, table, number, _sides(rule.sides, _Bound(table), grids, is_many=False) or ())
        return
    is_many = _is_many(lead.cells[0], grids[table])
    for bound in _bindings(lead.cells[0], table, grids):
        sides = _sides(rule.sides, bound, grids, is_many=is_many)
        if sides is not None:
            yield Instance(rule, table, number, sides)


def _list(rule: Rule, number: int, table: str, grids: Grids) -> Instance:
    """The one instance of `base`: all of its percentages, and beside them what they are the percentages of."""
    found = list(_bindings(rule.sides[0][0].cells[0], table, grids))
    sides = [_sides(rule.sides, bound, grids, is_many=True) for bound in found]
    return Instance(rule, table, number, tuple(tuple(one for side in both for one in side) for both in sides if both))


def _is_many(cell: Cell, grid: Grid) -> bool:
    return "*" in cell.row + cell.column or (not cell.row and bool(grid.rows))


def _bindings(cell: Cell, own: str, grids: Grids) -> Iterator[_Bound]:
    """Everything that the first cell of a rule can be."""
    grid = _grid(cell, own, grids)
    row, column = (cell.row, cell.column) if cell.row else _alone(cell, grid)
    rows = [(name, stem) for name in grid.rows if (stem := _stem(row, name)) is not None]
    known = (grid.counts or grid.percentages) if column == "*" else tuple(grid.record.units)
    columns = [(name, stem) for name in known if (stem := _stem(column, name)) is not None]
    if not rows:
        raise NotUnderstood(f'there is no row "{row}".{did_you_mean(row, grid.rows)}', cell.at)
    if not columns:
        raise _no_column(column, grid, cell)
    yield from (_Bound(own, row, column, one, other) for row, one in rows for column, other in columns)


def _alone(cell: Cell, grid: Grid) -> tuple[str, str]:
    """The row and column of a cell that is given by one name."""
    if cell.column in grid.rows:
        return cell.column, "*"
    if cell.column in grid.record.columns or "*" in cell.column:
        return "*", cell.column
    known = (*grid.record.units, *grid.rows)
    raise NotUnderstood(f'there is no column and no row "{cell.column}".{did_you_mean(cell.column, known)}', cell.at)


def _sides(
    sides: tuple[Expression, ...], bound: _Bound, grids: Grids, *, is_many: bool
) -> tuple[tuple[Operand, ...], ...] | None:
    """The numbers of every side; None where the paper leaves one of many cells empty."""
    found: list[tuple[Operand, ...]] = []
    for side in sides:
        operands: list[Operand] = []
        for term in side:
            for place, cell in _places(term, bound, grids):
                number = grids[place.table].numbers.get(place)
                if number is None and is_empty(grids[place.table], place):
                    if is_many:
                        return None
                    raise NotUnderstood(f"the cell {cell_name(cell)} is empty, and the rule needs its number.", cell.at)
                if number is None:
                    text = grids[place.table].text(place.row, place.column)
                    message = f'the cell {place.row}.{place.column} says "{text[:40]}", and the rule needs a number.'
                    raise NotUnderstood(message, cell.at)
                operands.append(Operand(term.sign, place, number))
            if term.number:
                operands.append(Operand(term.sign, None, exact(term.number)))
        found.append(tuple(operands))
    return tuple(found)


def _places(term: Term, bound: _Bound, grids: Grids) -> Iterator[tuple[CellPlace, Cell]]:
    for cell in term.cells:
        grid = _grid(cell, bound.own, grids)
        column = cell.column.replace("*", bound.column_star)
        if term.is_sum and not cell.row and column in grid.record.columns and column == (bound.column or column):
            for row in grid.rows:
                place = CellPlace(grid.record.id, row, column)
                if row != bound.row and not (place not in grid.numbers and is_empty(grid, place)):
                    yield _known(place, grid, cell), cell
            continue
        row = cell.row.replace("*", bound.row_star)
        if not row:
            row, column = (bound.row, column) if column in grid.record.columns else (column, bound.column)
        yield _known(CellPlace(grid.record.id, row, column), grid, cell), cell


def _known(place: CellPlace, grid: Grid, cell: Cell) -> CellPlace:
    if place.row not in grid.rows:
        is_alone = not cell.row
        known = (*grid.record.units, *grid.rows) if is_alone else tuple(grid.rows)
        what = "column and no row" if is_alone else "row"
        raise NotUnderstood(f'there is no {what} "{place.row}".{did_you_mean(place.row, known)}', cell.at)
    if place.column not in grid.record.units:
        raise _no_column(place.column, grid, cell)
    return place


def _no_column(column: str, grid: Grid, cell: Cell) -> NotUnderstood:
    if column in grid.record.columns:
        return NotUnderstood(f'the column "{column}" has no unit. Say under `units` what it counts.', cell.at)
    if not grid.record.units:
        return NotUnderstood("no column of the table has a unit. Say under `units` what its columns count.", cell.at)
    return NotUnderstood(f'there is no column "{column}".{did_you_mean(column, grid.record.units)}', cell.at)


def _grid(cell: Cell, own: str, grids: Grids) -> Grid:
    table = cell.table or own
    if table not in grids:
        raise NotUnderstood(f'there is no published table "{table}".{did_you_mean(table, grids)}', cell.at)
    return grids[table]


def _stem(pattern: str, name: str) -> str | None:
    """What the star of a pattern stands for in a name; nothing where there is no star; None where it does not fit."""
    before, star, after = pattern.partition("*")
    if not star:
        return "" if pattern == name else None
    fits = len(name) > len(before) + len(after) and name.startswith(before) and name.endswith(after)
    return name[len(before) : len(name) - len(after)] if fits else None
