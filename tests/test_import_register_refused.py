"""Rows that an import refuses, and those that are none: each is told, and none is lost."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.read import csv_rows
from generators.spreadsheets.grid import NotRead
from generators.spreadsheets.registers import Target
from generators.spreadsheets.told import counted
from tests.imports import HAMPER, NAMES, PEN, book, gifts, outcome_of, run
from tests.projects import records
from tests.sheets import xlsx


def test_refused_rows_stop_everything_unless_they_are_left_out(project: Path) -> None:
    before = records(project)
    content = book(HAMPER, ("Apr-24", *PEN[1:]), ("2024-03-05", "", "", "Hat Co", "", ""))
    ended = run(project, "a.xlsx", content)
    assert ended.exit_code == 1
    assert '! row 3: A offered: "Apr-24" names a month and no day. Is it 2024-04-01? Write the day.' in ended.output
    assert "! row 4: C what: the cell is empty, and every row needs it." in ended.output
    assert records(project) == before
    assert run(project, "a.xlsx", content, "--leave-out-refused").exit_code == 0
    assert len(gifts(project)) == 2
    refused = project.parent / "a-refused.xlsx"
    again = run(project, "mended.xlsx", refused.read_bytes())
    assert "A “Row in the sheet”" not in again.output
    assert "! row 2: C offered:" in again.output


def test_a_sheet_of_which_no_row_is_taken_is_not_said_to_be_there_already(project: Path) -> None:
    ended = run(project, "gifts.xlsx", book(("soon", *HAMPER[1:])), "--yes", "--leave-out-refused")
    assert ended.exit_code == 1
    assert "Every row was refused, so no row could be taken over. Nothing was written." in ended.output
    assert "already" not in ended.output


def test_rows_that_are_left_out_beside_others_that_are_there_already_are_no_failure(project: Path) -> None:
    run(project, "gifts.xlsx", book(HAMPER), "--yes")
    ended = run(project, "gifts.xlsx", book(HAMPER, ("soon", *PEN[1:])), "--yes", "--leave-out-refused")
    assert ended.exit_code == 0
    assert "data/gifts/force.csv says the others already. Nothing was written." in ended.output


def test_refused_rows_of_a_folder_that_is_closed_are_kept_in_another(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)
    ended = run(project, "gifts.xlsx", book(HAMPER, ("soon", *PEN[1:])), "--yes", "--leave-out-refused")
    assert ended.exit_code == 0, ended.output
    assert (project / ".scrutiny/gifts-refused.xlsx").is_file()
    assert not (project.parent / "gifts-refused.xlsx").exists()


def test_what_the_checks_refuse_is_told_by_the_cell_of_the_sheet(project: Path) -> None:
    names = [*NAMES, "Date registered"]
    before = records(project)
    ended = run(project, "a.xlsx", xlsx({"One": [names, [*HAMPER, "2024-02-01"]]}))
    assert "! row 2: G registered: 2024-02-01 is before the day of the offer, 2024-03-01." in ended.output
    assert records(project) == before


def test_refused_rows_of_a_table_with_an_empty_column_can_be_imported_again(project: Path) -> None:
    rows = [["", *NAMES[:4], "", *NAMES[4:]], ["", "soon", *HAMPER[1:4], "", *HAMPER[4:]]]
    run(project, "a.xlsx", xlsx({"One": rows}), "--yes", "--leave-out-refused", "--columns", "B-H")
    again = run(project, "mended.xlsx", (project.parent / "a-refused.xlsx").read_bytes())
    assert "! row 2: C offered:" in again.output


def test_what_is_no_row_is_told_by_its_number(project: Path) -> None:
    rows = [
        ["Gifts of the force"], [], ["The offer", "", "", "", "What became", ""], NAMES, ["Quarter 1"], HAMPER,
        ["Quarter 2"], ["No gifts received this quarter"], NAMES, [], ["Total", "", "", "", "£20"], ["Ask the office."],
    ]  # fmt: skip
    ended = run(project, "a.xlsx", xlsx({"One": rows}, merged=["A1:F1", "A3:D3", "E3:F3"]))
    assert ended.exit_code == 0, ended.output
    for told in (
        "· row 1, above the columns: “Gifts of the force”.",
        "· row 3, headings above the columns: “The offer | What became”.",
        "· row 5, heading or note: “Quarter 1”.",
        "· row 8, nil return: “No gifts received this quarter”. It is no row; a nil return is signed, in the side file",
        "· row 9, names of the columns again:",
        "· row 11, total: “Total | £20”.",
        "· row 12, heading or note: “Ask the office.”.",
        "Blank rows: rows 2, 10.",
        "12 rows in the sheet = 1 added + 0 changed + 2 blank + 8 no records + 1 names of columns.",
    ):
        assert told in ended.output


def test_sums_and_rows_that_say_there_was_nothing_are_told_and_are_no_mistakes(project: Path) -> None:
    sums = [["Sub-total Q1", "", "", "", "£20", ""], ["Total for the year", "", "", "", "£20", ""]]
    nothing = ["2024-04-01", "Front desk", "Nil", "N/A", "Nil", "N/A"]
    ended = run(project, "gifts.xlsx", book(HAMPER, sums[0], nothing, sums[1]), "--yes")
    assert ended.exit_code == 0, ended.output
    assert "· row 3, total: “Sub-total Q1 | £20”. It adds up others." in ended.output
    assert "· row 4, nil return: “2024-04-01 | Front desk | Nil | N/A”." in ended.output
    assert "· row 5, total: “Total for the year | £20”." in ended.output


def test_a_gift_whose_donor_is_forgotten_is_no_nil_return(project: Path) -> None:
    ended = run(project, "gifts.xlsx", book((*HAMPER[:3], "", "nil", "accepted")), "--yes")
    assert "! row 2: D offered_by: the cell is empty, and every row needs it." in ended.output


def test_signs_that_nobody_sees_are_left_out_of_names_and_notes(project: Path) -> None:
    rows = f"{','.join(NAMES)},Re\u202emark\n{','.join(HAMPER)},x\n\x1b[2JSee\u200b below\n"
    ended = run(project, "gifts.csv", rows.encode(), "--yes")
    assert ended.exit_code == 0
    assert 'G "Remark" is not taken over' in ended.output
    assert "row 3, heading or note: “[2JSee below”" in ended.output


ANY = st.sampled_from(
    ["", "", "2024-03-01", "12.4.23", "Apr-23", "Tea", "Tea Co", "£5", "nil", "Y", "accepted", "Total",
     "No gifts received", "Quarter 1", "=1+1", "x", "N/A", "not a thing"]
)  # fmt: skip


@settings(max_examples=settings().max_examples // 3)
@given(st.lists(st.lists(ANY, min_size=6, max_size=6), max_size=12))
def test_no_row_is_ever_dropped_silently(office_gifts: Target, rows: list[list[str]]) -> None:
    """`counted` raises where the rows that came in are not those that it tells of."""
    rows = [*rows, ["2024-03-01", "Chief", "Hat", "Hat Co", "£1", "accepted"]]
    text = "".join(csv_rows.written(row, ",", "\n") for row in [NAMES, *rows]).encode()
    try:
        outcome = outcome_of(office_gifts, text)
    except NotRead:
        return
    assert counted(outcome).startswith(f"{len(rows) + 1} rows in the sheet = ")
