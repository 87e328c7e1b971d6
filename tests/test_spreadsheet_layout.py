"""Where on a sheet the register stands: its columns' names, merged and hidden cells, other tables and other sheets."""

import tracemalloc
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from generators.spreadsheets.columns_named import Names
from generators.spreadsheets.grid import Cell, Line, Sheet, Unseen
from generators.spreadsheets.layout import BLIND, laid_out
from generators.spreadsheets.registers import Target
from tests.imports import HAMPER, NAMES, PEN, book, gifts, run
from tests.sheets import ods, packed, xlsx


def test_merged_cells_hold_for_all_of_their_rows(project: Path) -> None:
    content = book(HAMPER, ("", *PEN[1:]), merged=["A2:A3"])
    ended = run(project, "a.xlsx", content)
    assert "Merged cells (1): their value is taken for each of their rows." in ended.output
    assert [row.split(",")[3] for row in gifts(project)[1:]] == ["2024-03-01", "2024-03-01"]


def test_cells_that_are_merged_far_beyond_the_table_take_no_room(project: Path) -> None:
    with ZipFile(BytesIO(book(*[HAMPER] * 2000))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    at = "xl/worksheets/sheet1.xml"
    far = b'</sheetData><mergeCells count="1"><mergeCell ref="B2:XFD2001"/></mergeCells>'
    parts[at] = parts[at].replace(b"</sheetData>", far)
    tracemalloc.start()
    ended = run(project, "gifts.xlsx", packed(parts), "--yes")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "2,000 refused" in ended.output
    assert most < 100_000_000


def test_cells_merged_across_columns_are_refused(project: Path) -> None:
    ended = run(project, "a.xlsx", book((*HAMPER[:4], "£20", ""), merged=["E2:F2"]))
    assert "! row 2: cells of several columns are merged here" in ended.output


def test_what_is_hidden_is_never_imported_without_a_word(project: Path) -> None:
    content = book(HAMPER, PEN, hidden_rows=[3], hidden_columns=[5])
    ended = run(project, "a.xlsx", content)
    assert "! row 3: the row is hidden in the spreadsheet. Show it, or give --with-hidden." in ended.output
    assert 'E "Value": hidden, so not taken over.' in ended.output
    assert run(project, "a.xlsx", content, "--with-hidden").exit_code == 0
    assert len(gifts(project)) == 3


def test_a_hidden_row_of_libreoffice_is_seen(project: Path) -> None:
    assert "! row 3: the row is hidden" in run(project, "a.ods", ods([NAMES, HAMPER, PEN], hidden_rows=[3])).output


def test_of_a_format_that_hides_what_is_hidden_that_is_said(office_gifts: Target) -> None:
    lines = tuple(Line(at, tuple(map(Cell, row))) for at, row in enumerate((NAMES, HAMPER), 1))
    sheet = Sheet("One", lines, 2, Unseen(is_blind=True))
    assert laid_out(sheet, Names(office_gifts, {}), ()).told == (BLIND,)


def test_a_name_that_stands_twice_is_said_and_is_no_reason_to_leave_out_the_first(project: Path) -> None:
    beside = [[*NAMES, "Gift", "Donor"], [*HAMPER, "A scarf", "Cap Co"]]
    ended = run(project, "gifts.xlsx", xlsx({"Sheet1": beside}), "--yes")
    assert 'G "Gift" is not taken over  (the name stands here twice)' in ended.output
    assert "left_out" not in (project / "data/gifts/force.yml").read_text()
    again = run(project, "gifts.xlsx", book(HAMPER, PEN), "--yes")
    assert "3 rows in the sheet = 1 added + 0 changed + 1 unchanged + 1 names of columns." in again.output


def test_names_that_go_on_in_a_second_row_are_read_together(project: Path) -> None:
    rows = [["Date", "Name of", "Description", "Estimated", "Accepted", "Who"],
            ["of offer", "recipient", "of gift", "value", "or declined", "from"],
            [HAMPER[0], HAMPER[1], HAMPER[2], HAMPER[4], HAMPER[5], HAMPER[3]]]  # fmt: skip
    ended = run(project, "gifts.xlsx", xlsx({"One": rows}), "--yes")
    assert "· row 2, names of the columns, continued: “of offer | recipient" in ended.output
    assert gifts(project)[0] == "id,Who from,Description of gift,Date of offer,Name of recipient,Estimated value,Accepted or declined"  # fmt: skip  # noqa: E501


def test_a_column_without_a_name_is_told(project: Path) -> None:
    content = xlsx({"One": [[*NAMES[:4], "", *NAMES[4:]], [*HAMPER[:4], "see file", *HAMPER[4:]]]})
    ended = run(project, "gifts.xlsx", content, "--yes")
    assert "Without a name, so not taken over: E (“see file”)." in ended.output
    assert ended.exit_code == 0


def test_months_that_stand_side_by_side_are_not_guessed_at(project: Path) -> None:
    quarters = run(project, "q.csv", b",Q1,Q2\n2022/23,88,91\n", register="performance/calls-answered")
    assert '"Q1" and "Q2" are columns here' in quarters.output
    rows = [["", "Apr-24", "May-24", "Jun-24"], ["numerator", "1", "2", "3"], ["denominator", "3", "4", "5"]]
    ended = run(project, "a.xlsx", xlsx({"One": rows}), register="performance/calls-answered")
    assert '"Apr-24" and "May-24" are columns here, and a register has a row for each.' in ended.output
    assert ended.exit_code == 1


def test_a_second_table_on_the_sheet_is_not_guessed_at(project: Path) -> None:
    second = [["Date registered", "Approved by", "Reason"], ["2024-03-01", "Chief", "None"]]
    ended = run(project, "a.xlsx", book(HAMPER, [], *second))
    assert "has a second table, whose columns are named in row 4" in ended.output
    assert "--header-row 1 --rows 2-3" in ended.output
    assert run(project, "a.xlsx", book(HAMPER, [], *second), "--header-row", "1", "--rows", "2-3").exit_code == 0


def test_of_several_sheets_the_one_that_looks_like_it_is_proposed(project: Path) -> None:
    sheets: dict[str, Any] = {"Notes": [["About this file"]], "Register": [NAMES, HAMPER], "Old": [NAMES, PEN]}
    assert 'Sheet "Register"' in run(project, "a.xlsx", xlsx(sheets, hidden=["Old"])).output
    assert "several sheets" in run(project, "a.xlsx", xlsx(sheets)).output
    assert 'Sheet "Old"' in run(project, "a.xlsx", xlsx(sheets), "--sheet", "old").output
