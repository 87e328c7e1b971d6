"""Two tables beside each other on one sheet: one is meant, and the other is told."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.imports import HAMPER, NAMES, PEN, book, gifts, run
from tests.projects import records
from tests.sheets import xlsx


def beside(*others: Sequence[Any]) -> bytes:
    """The gifts, and to the right of an empty column another table."""
    rows = [[*NAMES], [*HAMPER], [*PEN]]
    for at, cells in enumerate(others):
        if at == len(rows):
            rows.append([""] * len(NAMES))
        rows[at] = [*rows[at], "", *cells]
    return xlsx({"Sheet1": rows})


def test_of_two_tables_beside_each_other_one_must_be_named(project: Path) -> None:
    content = beside(["Gift", "Approved by"], ["A scarf", "Chief"], ["A hat", "Chief"], ["A cap", "Chief"])
    before = records(project)
    ended = run(project, "gifts.xlsx", content, "--yes")
    assert ended.exit_code == 1
    told = "tables may stand beside each other on this sheet, in A-F (“Date of offer”, “Offered to”, “Gift”) and H-I"
    assert told in ended.output
    assert "If all are one table, give --columns A-I; if not, the columns of the one that is meant" in ended.output
    assert records(project) == before
    assert run(project, "gifts.xlsx", content, "--yes", "--columns", "A-F").exit_code == 0
    assert [row.split(",")[1] for row in gifts(project)[1:]] == ["Brown Ltd", "Hat Co"]
    assert "Chief" not in "".join(gifts(project))


def test_a_table_of_something_else_beside_the_register_is_told_and_not_read(project: Path) -> None:
    content = beside(["Spring", "Summer"], ["2", "3"], ["5", "7"], ["Both", ""], ["a", "b"])
    ended = run(project, "gifts.xlsx", content, "--yes")
    assert ended.exit_code == 0, ended.output
    told = "The table in A-F is read. What stands beside it in H-I (“Spring”, “Summer”) is not; if both are one table"
    assert told in ended.output
    assert "· row 5, beside the columns that are read: “a | b”." in ended.output
    assert "5 rows in the sheet = 2 added + 0 changed + 2 no records + 1 names of columns." in ended.output


@pytest.mark.parametrize("names", [("Donor", "Address"), ("Year", "Number")])
def test_a_table_of_something_else_can_have_a_name_in_common(project: Path, names: tuple[str, str]) -> None:
    ended = run(project, "gifts.xlsx", beside(names, ["x", "y"], ["z", "w"]), "--yes")
    assert f"The table in A-F is read. What stands beside it in H-I (“{names[0]}”, “{names[1]}”) is not" in ended.output
    assert [row.split(",")[1] for row in gifts(project)[1:]] == ["Brown Ltd", "Hat Co"]


def test_one_known_column_behind_an_empty_one_is_never_left_out_without_a_word(project: Path) -> None:
    content = xlsx({"One": [[*NAMES[:5], "", NAMES[5]], [*HAMPER[:5], "", HAMPER[5]]]})
    ended = run(project, "gifts.xlsx", content, "--yes")
    assert "If all are one table, give --columns A-G" in ended.output
    assert ended.exit_code == 1


def test_a_table_whose_columns_are_named_further_down_is_never_mixed_in(project: Path) -> None:
    content = beside([], ["Gift", "Approved by"], ["A scarf", "Chief"], ["A hat", "Chief"])
    ended = run(project, "gifts.xlsx", content, "--yes")
    assert "What stands beside it in H-I (“Gift”, “Approved by”) is not" in ended.output
    assert len(gifts(project)) == 3


def test_an_empty_column_inside_a_table_is_said_to_be_inside(project: Path) -> None:
    content = xlsx({"One": [[*NAMES[:4], "", *NAMES[4:]], [*HAMPER[:4], "", *HAMPER[4:]]]})
    assert "If all are one table, give --columns A-G" in run(project, "gifts.xlsx", content, "--yes").output
    ended = run(project, "gifts.xlsx", content, "--yes", "--columns", "A-G")
    assert ended.exit_code == 0
    assert gifts(project)[1] == "2024-03-a,Brown Ltd,A hamper,2024-03-01,Front desk,£20,accepted"


@pytest.mark.parametrize("typed", ["6", "F-A", "A-ZZZ", ""])
def test_columns_that_are_none_are_refused(project: Path, typed: str) -> None:
    ended = run(project, "gifts.xlsx", book(HAMPER), "--yes", "--columns", typed)
    assert f'--columns "{typed}" should look like A-F.' in ended.output


def test_tables_without_a_gap_between_them_are_told_apart_by_their_names(project: Path) -> None:
    rows = [["2023", *[""] * 5, "2024"], [*NAMES, *NAMES], [*HAMPER, *PEN], [*[""] * 6, *PEN]]
    ended = run(project, "gifts.xlsx", xlsx({"One": rows}), "--yes")
    assert "in A-F (“2023 Date of offer”, “Offered to”, “Gift”) and G-L" in ended.output
    assert run(project, "gifts.xlsx", xlsx({"One": rows}), "--yes", "--columns", "G-L").exit_code == 0
    assert [row.split(",")[1] for row in gifts(project)[1:]] == ["Hat Co", "Hat Co"]
