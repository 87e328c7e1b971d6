"""A rule of a table, read: its cells, and what must agree in them; and a rule as a line again."""

from dataclasses import dataclass, field
from typing import Literal, get_args

RuleKind = Literal["total", "percentage", "difference", "flow", "same", "base"]
KINDS: tuple[RuleKind, ...] = get_args(RuleKind)


@dataclass(frozen=True)
class Cell:
    """A cell by its names, or many by a star; one name alone stands in `column`, and the row is empty."""

    table: str
    row: str
    column: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Term:
    """What is added, or taken away: a cell, a number, or a sum of several."""

    sign: Literal[1, -1]
    cells: tuple[Cell, ...] = ()
    """One cell, or those of a sum."""
    number: str = ""
    """A number, in place of a cell."""
    is_sum: bool = False


Expression = tuple[Term, ...]


@dataclass(frozen=True)
class Rule:
    """What must agree: the first side with the others, in the way that its kind says."""

    kind: RuleKind
    sides: tuple[Expression, ...]
    paper: str = ""
    """Where a number of `same` is printed: the id of a paper, with `#` and the part."""
    base: str = ""
    """What the percentages of `base` are of, in words."""


def write(rule: Rule) -> str:
    """A rule as a line."""
    first, *others = map(_written, rule.sides)
    match rule.kind:
        case "total" | "difference":
            said = f"{first} = {others[0]}"
        case "percentage":
            said = f"{first} = {others[0]} of {others[1]}"
        case "flow":
            said = " >= ".join((first, *others))
        case "same":
            said = f"{first} is {others[0]}" + (f" in {rule.paper}" if rule.paper else "")
        case "base":
            said = f"{first}" + (f" of {others[0]}" if others else "") + f" have one base: {rule.base}"
    return f"{rule.kind}: {said}"


def _written(expression: Expression) -> str:
    first, *others = expression
    return _said(first) + "".join(f" {'+' if term.sign > 0 else '-'} {_said(term)}" for term in others)


def _said(term: Term) -> str:
    if term.number:
        return term.number
    names = ", ".join(map(cell_name, term.cells))
    return f"sum of {names}" if term.is_sum else names


def cell_name(cell: Cell) -> str:
    """A cell as a rule names it."""
    table = f"{cell.table}/" if cell.table else ""
    row = f"{cell.row}." if cell.row else ""
    return f"{table}{row}{cell.column}"
