"""Published tables that tell of people: nothing that is shown lets a hidden number be worked out.

Every possible table is tried that a reader could have before them, who knows the rules, which numbers were rounded and
which are hidden for being small. The program's own search is not used for it.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generators.disclosure import FEWEST, rounded, share
from generators.sections.tables.grammar import parse
from generators.sections.tables.grid import CellPlace, Grid
from generators.sections.tables.hidden import hidden
from generators.sections.tables.instances import Grids, Instance, instances
from generators.sections.tables.notes import notes
from generators.sections.tables.numbers import parse as number
from generators.sections.tables.numbers import shown as in_digits
from generators.sections.tables.possible import VALUES
from generators.sections.tables.records import PublishedTable, TableRow
from generators.sections.tables.results import Result, Results
from generators.sections.tables.shown import as_shown
from generators.sections.tables.work import Outcome, work_out

NO_SHARES: Mapping[str, str] = {}


class Shape(NamedTuple):
    """How the numbers of a table hang together."""

    free: Sequence[str]
    """The cells that can be anything."""
    sums: Mapping[str, Sequence[str]]
    """Every other cell, and which it adds up."""
    rules: Sequence[str]


LINE = Shape("abcde", {"all": "abcde"}, ["total: all.people = sum of a.people, b.people, c.people, d.people, e.people"])
CROSSED = Shape(
    "abcd",
    {"ab": "ab", "cd": "cd", "ac": "ac", "bd": "bd", "all": "abcd"},
    [
        "total: ab.people = sum of a.people, b.people",
        "total: cd.people = sum of c.people, d.people",
        "total: ac.people = sum of a.people, c.people",
        "total: bd.people = sum of b.people, d.people",
        "total: all.people = sum of ab.people, cd.people",
        "total: all.people = sum of ac.people, bd.people",
    ],
)
STAGES = Shape(
    "abcd",
    {"third": "cd", "second": "bcd", "first": "abcd"},
    [
        "difference: second.people = first.people - a.people",
        "difference: third.people = second.people - b.people",
        "total: third.people = sum of c.people, d.people",
        "flow: first.people >= second.people >= third.people >= d.people",
    ],
)
TWICE = Shape(
    "ab",
    {"all": "ab", "again": "ab"},
    ["total: all.people = sum of a.people, b.people", "same: all.people is again.people"],
)
SHAPES = {"line": LINE, "crossed": CROSSED, "stages": STAGES, "twice": TWICE}
FEW_OR_MANY = st.integers(0, 12) | st.sampled_from([13, 18, 23, 28]) | st.integers(8, 30)


def filled(shape: Shape, free: Sequence[int]) -> dict[str, int]:
    """Every number of a table."""
    known = dict(zip(shape.free, free, strict=True))
    return known | {name: sum(known[part] for part in parts) for name, parts in shape.sums.items()}


def people(values: Mapping[str, str], rules: Sequence[str], shares: Mapping[str, str] = NO_SHARES) -> Grids:
    """A protected table with these numbers of people, and shares of some."""
    table = PublishedTable(
        id="t", path="", title="T", row="R", columns={"people": "P", "share": "S"}, subject="S",
        rows_about=("children",), disclosure="people-threshold-rounded", rules=tuple(rules),
        units={"people": "people", "share": "percent"},
    )  # fmt: skip
    rows = {
        name: TableRow(id=f"t/{name}", path="", label=name, cells={"people": text, "share": shares.get(name, "")})
        for name, text in values.items()
    }
    numbers = {
        CellPlace("t", name, column): found
        for name, row in rows.items()
        for column, text in row.cells.items()
        if (found := number(text, rounded=column == "share"))
    }
    return {"t": Grid(table, rows, numbers)}


def applied(grids: Grids) -> list[Outcome]:
    """The outcomes of all rules of a table."""
    found: list[Instance] = []
    for at, text in enumerate(grids["t"].record.rules):
        found += instances(parse(text), at, "t", grids)
    return list(map(work_out, found))


def tables_that_fit(shape: Shape, values: Mapping[str, int], left_out: frozenset[str]) -> list[dict[str, int]]:
    """Every table that shows the same."""

    def can_be(name: str) -> range:
        value = values[name]
        if name not in left_out:
            return range(max(FEWEST, rounded(value) - 2), rounded(value) + 3)
        return range(FEWEST) if value < FEWEST else range(2 * value + 1)

    allowed = {name: can_be(name) for name in values}
    every = (filled(shape, free) for free in product(*(allowed[name] for name in shape.free)))
    return [one for one in every if all(one[name] in allowed[name] for name in shape.sums)]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@given(data=st.data())
def test_no_hidden_number_can_be_worked_out(shape: Shape, data: st.DataObject) -> None:
    values = filled(shape, data.draw(st.tuples(*(FEW_OR_MANY for _ in shape.free))))
    grids = people({name: str(value) for name, value in values.items()}, shape.rules)
    left_out = frozenset(place.row for place in hidden(grids, applied(grids)))
    assert left_out >= {name for name, value in values.items() if value < FEWEST}
    if left_out == values.keys():
        return
    fitting = tables_that_fit(shape, values, left_out)
    assert values in fitting
    for name in left_out:
        assert len({one[name] for one in fitting}) >= VALUES


def test_rounding_alone_would_give_a_number_away() -> None:
    """Four parts that were rounded up, and a total that was rounded down, leave nothing for the fifth."""
    values = filled(LINE, (13, 13, 13, 13, 0))
    assert {one["e"] for one in tables_that_fit(LINE, values, frozenset("e"))} == {0}
    grids = people({name: str(value) for name, value in values.items()}, LINE.rules)
    assert len(hidden(grids, applied(grids))) > 1


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 2))
@example(7, 100, 2)
def test_a_percentage_is_made_from_what_is_shown(part: int, rest: int, decimals: int) -> None:
    whole = part + rest
    exact = in_digits(Fraction(100 * part, whole or 1), decimals, "%")
    grids = people({"a": str(part), "all": str(whole)}, ["percentage: a.share = a.people of all.people"], {"a": exact})
    seen = as_shown(grids, hidden(grids, applied(grids)), applied(grids))["t"]
    kept = [seen.numbers.get(CellPlace("t", name, "people")) for name in ("a", "all")]
    first, second = (None if one is None else int(one.low) for one in kept)
    percent = seen.numbers.get(CellPlace("t", "a", "share"))
    assert (None if percent is None else int(percent.low)) == share(first, second)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 200))
def test_a_note_has_no_number_that_is_not_shown(one: int, other: int, total: int) -> None:
    grids = people(
        {"a": str(one), "b": str(other), "all": str(total)}, ["total: all.people = sum of a.people, b.people"]
    )
    outcomes = applied(grids)
    seen = as_shown(grids, hidden(grids, outcomes), outcomes)
    result = Result(outcomes[0].instance.rule, tuple(outcomes))
    wrong = tuple((each, ()) for each in outcomes if not each.agrees)
    texts = {text for row in seen["t"].rows.values() for text in row.cells.values() if text}
    told = {str(sum(int(text) for text in (seen["t"].text("a", "people"), seen["t"].text("b", "people"))))} if all(
        CellPlace("t", name, "people") in seen["t"].numbers for name in ("a", "b")
    ) else set()  # fmt: skip
    for note in notes("t", Results(grids, seen, {"t": (result,)}, wrong)):
        digits = {word.strip(".,;") for word in note.text.split() if word[0].isdigit()}
        assert digits <= texts | told
        assert bool(digits) <= all(place in seen["t"].numbers for place in grids["t"].numbers)
