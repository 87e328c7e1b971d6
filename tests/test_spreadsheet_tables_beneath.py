"""A table of something else beneath the register, on the same sheet: told once, with what leaves it out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.imports import HAMPER, PEN, book, gifts, run
from tests.projects import records

QUARTERS = (["Quarter", "Offers", "Spent on them"], ["Spring", 2, 25], ["Summer", 0, 0], ["Autumn", 1, 5])
WRONG = ("soon", "Front desk", "A scarf", "Cap Co", "£9", "accepted")


def beneath(*others: Sequence[Any]) -> bytes:
    return book(HAMPER, PEN, (), *others)


def test_another_table_beneath_is_told_once_and_can_be_left_out(project: Path) -> None:
    before = records(project)
    ended = run(project, "gifts.xlsx", beneath(*QUARTERS), "--yes")
    assert ended.exit_code == 1
    refused = [line for line in ended.output.splitlines() if line.startswith("!")]
    assert refused == [
        "! rows 5-8: another table seems to begin here, with “Quarter”, “Offers”, “Spent on them”, and none of its "
        "rows can be taken over. If it is one, leave it out: --rows 2-3. If it is not, the first row is wrong in this:"
    ]
    assert "8 rows in the sheet = 2 added + 0 changed + 4 refused + 1 blank + 1 names of columns." in ended.output
    assert records(project) == before
    ended = run(project, "gifts.xlsx", beneath(*QUARTERS), "--yes", "--rows", "2-3")
    assert ended.exit_code == 0, ended.output
    assert "8 rows in the sheet = 2 added + 0 changed + 1 blank + 4 no records + 1 names of columns." in ended.output
    assert [row.split(",")[1] for row in gifts(project)[1:]] == ["Brown Ltd", "Hat Co"]


def test_notes_and_totals_of_the_other_table_are_its_own(project: Path) -> None:
    ended = run(project, "gifts.xlsx", beneath(*QUARTERS, ["Total", 3, 30], (), ["Figures are rounded"]))
    refused = [line.split(":")[0] for line in ended.output.splitlines() if line.startswith("!")]
    assert refused == ["! rows 5-8"]
    assert "· row 9, total: “Total | 3 | 30”." in ended.output
    assert "· row 11, heading or note: “Figures are rounded”." in ended.output


def test_rows_that_are_wrong_above_it_are_told_one_by_one(project: Path) -> None:
    ended = run(project, "gifts.xlsx", book(HAMPER, WRONG, WRONG, (), *QUARTERS))
    places = [line.split(":")[0] for line in ended.output.splitlines() if line.startswith("!")]
    assert places == ["! row 3", "! row 4", "! rows 6-9"]
    assert "--rows 2-4" in ended.output


@pytest.mark.parametrize(
    "others",
    [
        [WRONG, WRONG],
        [["Spring", "2 offers", "£25"], ["Summer", "none", "£0"]],
        [QUARTERS[0]],
        [*QUARTERS, HAMPER],
    ],
    ids=["rows of the register", "rows with numbers", "one row", "a row of the register among them"],
)
def test_what_is_no_other_table_is_told_row_by_row(project: Path, others: list[Sequence[Any]]) -> None:
    ended = run(project, "gifts.xlsx", beneath(*others))
    assert "another table" not in ended.output
    assert ended.output.count("! row ") >= len(others) - 1


def test_without_a_blank_row_between_them_rows_are_told_one_by_one(project: Path) -> None:
    ended = run(project, "gifts.xlsx", book(HAMPER, *QUARTERS))
    assert [line.split(":")[0] for line in ended.output.splitlines() if line.startswith("!")] == [
        f"! row {number}" for number in range(3, 7)
    ]
