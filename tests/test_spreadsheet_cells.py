"""What a cell of a spreadsheet says: kept, understood or refused."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generators.spreadsheets.days import order_of
from generators.spreadsheets.grid import Cell, column_of, letters
from generators.spreadsheets.legends import legends_of
from generators.spreadsheets.marks import unseen_in
from generators.spreadsheets.readings import reading
from generators.spreadsheets.registers import Target
from tests.conftest import CASES
from tests.imports import HAMPER, NAMES, PEN, a_target, book, run
from tests.sheets import xlsx

CELLS = yaml.safe_load((CASES / "spreadsheets" / "cells.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CELLS, ids=lambda case: f"{case['column']} {case['cell']}")
def test_a_cell_is_kept_understood_or_refused(office_gifts: Target, case: dict[str, str]) -> None:
    found = reading(Cell(case["cell"], case.get("form", "text")), legends_of(office_gifts, {})[case["column"]])  # type: ignore[arg-type]
    assert (found.text, found.refused, found.word) == (
        case.get("written", ""),
        case.get("refused", ""),
        case.get("word", ""),
    )


@pytest.mark.parametrize(
    ("cell", "form", "written"),
    [
        ("2023/24 Q1", "text", "2023/24 Q1"),
        ("Q1 2023/24", "text", "2023-24-q1"),
        ("Quarter 4 of 2023/24", "text", "2023-24-q4"),
        ("qtr 2, 2023", "text", "2023-q2"),
        ("Q1 2023/25", "text", ""),
        ("Mar-23", "text", "2023-03"),
        ("2023-03-01", "day", "2023-03"),
    ],
)
def test_a_period_is_read_as_people_and_spreadsheets_write_it(
    project: Path, cell: str, form: Any, written: str
) -> None:
    legend = replace(legends_of(a_target(project, "performance/calls-answered"), {})["period"], frequency=None)
    assert reading(Cell(cell, form), legend).text == written


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["25/04/2023", "03/04/2023"], "day first"),
        (["25/04/2023", "04/25/2023"], "unclear"),
        (["04/25/2023", "03/04/2023"], "unclear"),
        (["25/04/2023", date(2023, 4, 3), date(2023, 5, 3), date(2023, 6, 12)], "unclear"),
        (["25/04/2023", date(2023, 4, 3), date(2023, 5, 30), date(2023, 6, 12)], "day first"),
    ],
)
def test_the_order_of_day_and_month_is_proved_or_unclear(cells: list[Any], order: str) -> None:
    assert order_of(Cell(c, "text") if isinstance(c, str) else Cell(c.isoformat(), "day") for c in cells) == order


@given(st.integers(1, 20_000))
def test_the_letters_of_a_column_say_its_number(column: int) -> None:
    assert column_of(letters(column)) == column


def test_a_percentage_is_read_as_it_is_shown() -> None:
    marks = unseen_in(xlsx({"A": [["x"], [0.915], [date(2023, 4, 1)]]}, formats={"A2": "0.0%", "A3": "mmm-yy"}), 0)
    assert [*marks.percentages, *marks.months] == [(2, 1), (3, 1)]


def test_of_a_formula_the_stored_value_is_taken_and_an_error_is_refused(project: Path) -> None:
    ended = run(project, "a.xlsx", book((*HAMPER[:4], "===10*2|20", "accepted"), (*PEN[:4], "===1/0|#DIV/0!", "")))
    assert "Formulas (2): the value that was stored is taken, not the formula." in ended.output
    assert "! row 3: E value: a formula gave #DIV/0! and no value." in ended.output


def test_words_that_were_understood_are_not_lost_behind_the_ids_of_a_long_list(project: Path) -> None:
    rows = [["Ref", *NAMES], *([f"G{at:03}", *HAMPER[:-1], "yes" if at % 2 else "n"] for at in range(100))]
    said = run(project, "gifts.xlsx", xlsx({"One": rows})).output.splitlines()
    assert "Understood (102):" in said
    assert [line.split(" (")[0] for line in said if line.startswith("  G: “")] == [
        "  G: “n” is read as declined", "  G: “yes” is read as accepted",
    ]  # fmt: skip
    assert [line for line in said if line.startswith("  A: ")][-1] == "  A: … and 80 more."
