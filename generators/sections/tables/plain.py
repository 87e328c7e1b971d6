"""A rule in plain English, as a reader is told what was checked."""

from generators.disclosure import is_protected
from generators.listed import listed
from generators.sections.tables.grid import Grid
from generators.sections.tables.instances import Grids
from generators.sections.tables.rule import Cell, Expression, Rule, Term


def in_words(rule: Rule, grid: Grid, grids: Grids) -> str:
    """What a rule asks for."""
    first, *others = (_expression(side, grid, grids, at == 0) for at, side in enumerate(rule.sides))
    match rule.kind:
        case "total" | "difference":
            said = f"{first} is {others[0]}"
        case "percentage":
            said = f"{first} is {others[0]} as a percentage of {others[1]}"
        case "flow":
            said = f"from stage to stage, none is more than the one before: {', then '.join((first, *others))}"
        case "same":
            said = f"{first} is the same as {others[0]}{', printed elsewhere in the paper' if rule.paper else ''}"
        case "base":
            counted = f", worked out again from {others[0]}" if others else ", and none is over 100%"
            said = f"{first} is of the same base, {rule.base}{counted}"
    return f"{said[0].upper()}{said[1:]}."


def _expression(expression: Expression, grid: Grid, grids: Grids, is_first: bool) -> str:  # noqa: FBT001
    if is_protected(grid.record) and any(term.number for term in expression):
        return "a number that is not repeated here"
    said = [_term(term, grid, grids, is_first) for term in expression]
    signs = ("", *(" plus " if term.sign > 0 else " less " for term in expression[1:]))
    return "".join(sign + words for sign, words in zip(signs, said, strict=True))


def _term(term: Term, grid: Grid, grids: Grids, is_first: bool) -> str:  # noqa: FBT001
    if term.number:
        return term.number
    said = [_cell(cell, grid, grids, is_first) for cell in term.cells]
    if not term.is_sum:
        return said[0]
    column = term.cells[0].column
    is_column = len(said) == 1 and not term.cells[0].row and (column in grid.record.columns or column == "*")
    return "the sum of the other rows" if is_column else f"the sum of {listed(said)}"


def _cell(cell: Cell, own: Grid, grids: Grids, is_first: bool) -> str:  # noqa: FBT001
    """A cell; where stars stand for many, one of them: `each` in the first cell of a rule, `its` in the others."""
    grid = grids.get(cell.table, own)
    elsewhere = f" in the table “{grid.record.title}”" if grid is not own else ""
    return f"{_within(cell, grid, is_first)}{elsewhere}"


def _within(cell: Cell, grid: Grid, is_first: bool) -> str:  # noqa: FBT001
    row, column = cell.row, cell.column
    if not row:
        known = f"“{grid.heading(column)}”" if column in grid.record.columns else "each number"
        return f"“{grid.label(column)}”" if column in grid.rows else known
    many = "percentage" if column != "*" or not grid.counts else "number"
    if "*" in row and "*" in column:
        return f"{'each' if is_first else 'its'} {many}"
    if "*" in row:
        return f"“{grid.heading(column)}” of {'each' if is_first else 'the same'} row"
    if "*" in column:
        return f"{'each' if is_first else 'its'} {many} of “{grid.label(row)}”"
    return f"“{grid.label(row)}”, “{grid.heading(column)}”"
