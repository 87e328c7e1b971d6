"""Spreadsheets read into registers: every row is accounted for, nothing is written that is not sound, twice is once."""

import os
import shutil
import sys
import tracemalloc
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import orjson
import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from generators.check import load
from generators.cli import main
from generators.fields import LONDON
from generators.in_place import Changed, put
from generators.read import csv_rows
from generators.read.yaml_text import parse
from generators.sections.gifts.records import GiftsRegister
from generators.spreadsheets.asked import Asked
from generators.spreadsheets.columns_named import Names
from generators.spreadsheets.days import order_of
from generators.spreadsheets.grid import Cell, Line, NotRead, Sheet, Unseen
from generators.spreadsheets.importing import Outcome, worked_out
from generators.spreadsheets.intent import begun, finished, noted
from generators.spreadsheets.keep import keep
from generators.spreadsheets.layout import BLIND, laid_out
from generators.spreadsheets.marks import unseen_in
from generators.spreadsheets.matching import matched
from generators.spreadsheets.readings import reading
from generators.spreadsheets.registers import Target, register_named, target
from generators.spreadsheets.side_edit import with_entries, with_item
from generators.spreadsheets.told import counted
from generators.spreadsheets.ways import ways_of
from tests.conftest import CASES
from tests.faults import is_change, meet
from tests.projects import NOW, edit, records
from tests.sheets import ods, packed, xlsx
from tests.test_publish import Office
from tests.untidy import offers

NAMES = ("Date of offer", "Offered to", "Gift", "Donor", "Value", "Accepted?")
HAMPER = ("2024-03-01", "Front desk", "A hamper", "Brown Ltd", "£20", "accepted")
PEN = ("2024-03-04", "Front desk", "A pen", "Hat Co", "£5", "declined")
CELLS = yaml.safe_load((CASES / "spreadsheets" / "cells.yml").read_text("utf-8"))


def run(root: Path, name: str, content: bytes, *options: str, register: str = "gifts/force") -> Result:
    """Give the command with a file of this content, which lies beside the project."""
    file = root.parent / name
    file.write_bytes(content)
    return CliRunner().invoke(main, ["import", register, str(file), "--root", str(root), *options])


def book(*rows: Any, **others: Any) -> bytes:
    return xlsx({"Sheet1": [NAMES, *rows]}, **others)


def gifts(project: Path) -> list[str]:
    return (project / "data/gifts/force.csv").read_text("utf-8").splitlines()


def a_target(project: Path, name: str = "gifts/force") -> Target:
    kind = register_named(name)
    assert kind is not None
    return target(project, kind, f"data/{name}.csv")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Target:
    root = Path(shutil.copytree(CASES / "sound", tmp_path_factory.mktemp("office") / "project"))
    return a_target(root, "gifts/office")


def test_an_offices_own_spreadsheet_is_read_and_its_words_are_kept(project: Path) -> None:
    assert run(project, "a.xlsx", book(HAMPER, PEN)).exit_code == 0
    assert gifts(project) == [
        "id,Donor,Gift,Date of offer,Offered to,value,Accepted?",
        "2024-03-a,Brown Ltd,A hamper,2024-03-01,Front desk,£20,accepted",
        "2024-03-b,Hat Co,A pen,2024-03-04,Front desk,£5,declined",
    ]
    side = parse((project / "data/gifts/force.yml").read_text("utf-8"))
    assert side["called"] == {
        "offered": "Date of offer", "recipient": "Offered to", "what": "Gift", "offered_by": "Donor",
        "answer": "Accepted?",
    }  # fmt: skip
    assert {offer.what for offer in load(project).records["gift-offer"].values()} >= {"A hamper", "A pen"}  # type: ignore[attr-defined]


def test_a_second_time_changes_nothing(project: Path) -> None:
    run(project, "a.xlsx", book(HAMPER, PEN))
    before = records(project)
    ended = run(project, "a.xlsx", book(HAMPER, PEN))
    assert "0 added + 0 changed + 2 unchanged" in ended.output
    assert records(project) == before


@pytest.mark.parametrize(
    ("at", "cell"),
    [
        (0, "2024-03-02"),
        (1, "Reception"),
        (2, "A large hamper"),
        (3, "Brown and Sons Ltd"),
        (4, "£25"),
        (5, "declined"),
    ],
)
def test_a_corrected_cell_changes_its_row_and_no_other_byte(project: Path, at: int, cell: str) -> None:
    others = [("2024-02-01", "Chief", "Tea", "Tea Co", "nil", "accepted"), PEN]
    run(project, "a.xlsx", book(others[0], HAMPER, others[1]))
    before = gifts(project)
    corrected = [*HAMPER[:at], cell, *HAMPER[at + 1 :]]
    ended = run(project, "a.xlsx", book(others[0], corrected, others[1]), "--reason", "It was mistyped.")
    assert "0 added + 1 changed + 2 unchanged" in ended.output
    assert f"“{HAMPER[at]}” → “{cell}”" in ended.output
    after = gifts(project)
    assert [a == b for a, b in zip(before, after, strict=True)] == [True, True, False, True]


def test_a_row_that_may_be_a_corrected_one_is_asked_about(project: Path) -> None:
    run(project, "a.xlsx", book(HAMPER))
    mistyped = ("2024-03-11", *HAMPER[1:])
    other = ("2024-05-04", "Chief", "A card", "Card Co", "£1", "accepted")
    before = records(project)
    ended = run(project, "b.xlsx", book(other, mistyped))
    assert ended.exit_code == 1
    assert 'Say which: --row "3=2024-03-a" or --row "3=new".' in ended.output
    assert records(project) == before
    assert "2 added" in run(project, "b.xlsx", book(other, mistyped), "--row", "3=new", "--dry-run").output
    assert "1 added + 1 changed" in run(project, "b.xlsx", book(other, mistyped), "--row", "3=2024-03-a").output


def test_a_list_that_is_numbered_anew_does_not_overwrite_last_years(project: Path) -> None:
    names = ["Ref no", *NAMES]
    assert run(project, "a.xlsx", xlsx({"One": [names, ["1", *HAMPER]]})).exit_code == 0
    before = records(project)
    anew = ["1", "2025-06-01", "Chief", "Tickets", "Rovers", "£50", "declined"]
    ended = run(project, "b.xlsx", xlsx({"One": [names, anew]}))
    assert '! row 2: the register has another row with the id "1", which shares nothing with this one.' in ended.output
    assert records(project) == before


def test_an_option_that_names_no_column_is_refused(project: Path) -> None:
    ended = run(project, "a.xlsx", book(HAMPER), "--map", "Donor=ofered_by")
    assert 'the register has no column "ofered_by". Did you mean "offered_by"?' in ended.output


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--map", "Present=what"), 'the sheet has no column "present". It has "Date of offer",'),
        (("--row", "9=new"), "row 9 of the sheet, which --row names, is no row of the register."),
        (("--row", "two=new"), '"two" is no number of a row.'),
        (("--rows", "9-2"), "should look like 5-40"),
    ],
)
def test_an_option_about_what_is_not_there_is_never_passed_over(
    project: Path, options: tuple[str, ...], told: str
) -> None:
    before = records(project)
    ended = run(project, "gifts.xlsx", book(HAMPER), "--yes", *options)
    assert ended.exit_code == 1
    assert told in ended.output
    assert records(project) == before


@pytest.mark.parametrize("named", ["data/gifts/force.csv", "./data/gifts/force.yml", "Gift/force"])
def test_a_register_is_known_by_the_path_of_its_file(project: Path, named: str) -> None:
    assert run(project, "gifts.xlsx", book(HAMPER), "--yes", register=named).exit_code == 0
    assert "A hamper" in gifts(project)[1]


def test_a_register_that_there_is_not_is_answered_with_those_that_there_are(project: Path) -> None:
    ended = run(project, "gifts.xlsx", book(HAMPER), register="presents")
    assert ended.output.startswith('Error: Nothing called "presents" can be imported. There are: meeting, dip-samples,')


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


def test_signs_that_nobody_sees_are_left_out_of_names_and_notes(project: Path) -> None:
    rows = f"{','.join(NAMES)},Re\u202emark\n{','.join(HAMPER)},x\n\x1b[2JSee\u200b below\n"
    ended = run(project, "gifts.csv", rows.encode(), "--yes")
    assert ended.exit_code == 0
    assert 'G "Remark" is not taken over' in ended.output
    assert "row 3, heading or note: “[2JSee below”" in ended.output


def test_what_somebody_wrote_in_the_meantime_is_never_lost(project: Path) -> None:
    register = a_target(project)
    outcome = worked_out(project, register, "gifts.xlsx", book(HAMPER), Asked(), NOW, lambda _: None)
    assert run(project, "other.xlsx", book(PEN), "--yes").exit_code == 0
    before = records(project)
    with pytest.raises(Changed):
        keep(project, outcome.files, register.before)
    assert records(project) == before


def killed(root: Path, outcome: Outcome, before: Mapping[str, bytes], at: int) -> int:
    """Put the files of an import in place in a process that is killed before its Nth change; how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    changes = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if is_change(str(root), event, arguments):
            changes.append(event)
            if len(changes) == at:
                meet("kill", event, str(arguments[0]))

    sys.addaudithook(watch)
    keep(root, outcome.files, before)
    os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be copied here")
def test_killed_at_any_moment_an_import_is_whole_or_the_next_one_finishes_it(project: Path) -> None:
    register = a_target(project)
    outcome = worked_out(project, register, "gifts.xlsx", book(HAMPER), Asked(), NOW, lambda _: None)
    old = records(project)
    new = {**old, **outcome.files}
    told = []
    for at in count(1):
        for path, raw in old.items():
            if (project / path).read_bytes() != raw:
                (project / path).write_bytes(raw)
        ended = killed(project, outcome, register.before, at)
        between = begun(project)
        told.append(finished(project))
        assert bool(between) == bool(told[-1])
        assert records(project) == new if between else records(project) in (old, new), at
        assert not (project / ".scrutiny/import/begun.json").exists()
        if ended == 0:
            break
    assert records(project) == new
    broken_off = "An import was broken off when data/gifts/force.csv was written and data/gifts/force.yml was not."
    assert set(told) == {"", f"{broken_off} Now it is, as it was agreed to then."}


def keep_the_first_alone(project: Path, register: Target, outcome: Outcome) -> None:
    put(project, {register.path: outcome.files[register.path]}, register.before)
    (project / "nothing").unlink()


def broken_off(project: Path) -> dict[str, bytes]:
    """Leave what a killed import leaves: the rows, a note of what was to be written, and no side file to the rows."""
    register = a_target(project)
    outcome = worked_out(project, register, "gifts.xlsx", book(HAMPER), Asked(), NOW, lambda _: None)
    with pytest.raises(FileNotFoundError), noted(project, outcome.files, register.before):
        keep_the_first_alone(project, register, outcome)
    return dict(outcome.files)


def test_an_import_that_was_broken_off_is_told_by_the_check_and_finished_by_the_next_one(project: Path) -> None:
    files = broken_off(project)
    ended = CliRunner().invoke(main, ["check", "--root", str(project)])
    assert ended.output.startswith("An import was broken off when data/gifts/force.csv was written and")
    assert "The next `scrutiny import` finishes it." in ended.output
    tried = run(project, "gifts.xlsx", book(HAMPER), "--dry-run")
    assert "Without --dry-run that is finished first. Nothing was written." in tried.output
    ended = run(project, "gifts.xlsx", book(HAMPER), "--yes")
    assert "Now it is, as it was agreed to then." in ended.output
    assert "0 added + 0 changed + 1 unchanged" in ended.output
    assert {path: (project / path).read_bytes() for path in files} == files


def test_what_somebody_mended_after_an_import_was_broken_off_is_left_alone(project: Path) -> None:
    broken_off(project)
    (project / "data/gifts/force.csv").write_text("id,offered_by,what\n")
    before = records(project)
    assert finished(project) == ""
    assert records(project) == before


def test_a_change_of_what_the_public_sees_is_noted_with_its_reason(project: Path) -> None:
    run(project, "a.xlsx", book(HAMPER), "--yes")
    before = records(project)
    dearer = book((*HAMPER[:4], "£25", "accepted"))
    ended = run(project, "a.xlsx", dearer, "--yes")
    assert ended.exit_code == 1
    assert '1 row that the public sees changes. Say why, in words a reader understands: --reason "…"' in ended.output
    assert records(project) == before
    reason = "The shop gave another price."
    ended = run(project, "a.xlsx", dearer, "--yes", "--reason", reason, "--code", "new-data", "--now", "2026-12-01")
    noted = f"Noted in data/gifts/force.yml under `changes`: corrected, new-data, 2026-12-01, “{reason}”"
    assert noted in ended.output
    last = parse((project / "data/gifts/force.yml").read_text("utf-8"))["changes"][-1]
    assert last == {"date": "2026-12-01", "kind": "corrected", "reason": reason, "code": "new-data"}
    assert load(project).all(GiftsRegister)


def test_what_was_never_on_the_site_changes_without_a_reason(project: Path) -> None:
    run(project, "a.xlsx", book(HAMPER), "--yes")
    before = (project / "data/gifts/force.yml").read_bytes()
    ended = run(project, "a.xlsx", book((*HAMPER[:4], "£25", "accepted")), "--yes", "--no-reason")
    assert ended.exit_code == 0
    assert (project / "data/gifts/force.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("It was mistyped.\ny\n", ["It was mistyped."]), ("\ny\n", []), ("It was mistyped.\nn\n", None)],
    ids=["with a reason", "never on the site", "after all not"],
)
def test_whoever_sits_at_a_terminal_is_asked_for_the_reason(
    project: Path, monkeypatch: pytest.MonkeyPatch, typed: str, kept: list[str] | None
) -> None:
    run(project, "a.xlsx", book(HAMPER), "--yes", "--no-reason")
    monkeypatch.setattr("generators.commands.telling.is_terminal", lambda: True)
    file = project.parent / "b.xlsx"
    file.write_bytes(book((*HAMPER[:4], "£25", "accepted")))
    ended = CliRunner().invoke(main, ["import", "gifts/force", str(file), "--root", str(project)], input=typed)
    assert "1 row that the public sees changes. Why? Write it for a reader" in ended.output
    side = parse((project / "data/gifts/force.yml").read_text("utf-8"))
    assert [one["reason"] for one in side.get("changes", ())] == (kept or [])
    assert ("£25" in gifts(project)[1]) == (kept is not None)


def test_a_reason_that_nothing_needs_is_said_not_to_be_noted(project: Path) -> None:
    run(project, "a.xlsx", book(HAMPER), "--yes")
    ended = run(project, "a.xlsx", book(HAMPER, PEN), "--yes", "--reason", "A gift came.")
    assert "The reason is not noted: nothing changes that the public sees already." in ended.output


def test_rows_of_a_draft_change_without_a_reason(project: Path) -> None:
    edit(project, "data/gifts/force.yml", "publication: published\npublished: 2024-01-10\n", "publication: draft\n")
    run(project, "a.xlsx", book(HAMPER), "--yes")
    assert run(project, "a.xlsx", book((*HAMPER[:4], "£25", "accepted")), "--yes").exit_code == 0
    assert "changes" not in parse((project / "data/gifts/force.yml").read_text("utf-8"))


def test_an_import_is_published_as_it_stands(project: Path) -> None:
    """What it renames, adds and corrects needs no further word from a person before it can be published."""
    office = Office(project)
    office.publish()
    assert run(project, "a.xlsx", book(HAMPER), "--yes", "--now", "2024-07-02").exit_code == 0
    assert any("described as in the office's own spreadsheet" in line for line in office.publish())
    given = ("--yes", "--now", "2024-07-03", "--reason", "It was mistyped.")
    assert run(project, "a.xlsx", book((*HAMPER[:4], "", "accepted")), *given).exit_code == 0
    assert sum("Reason: It was mistyped." in line for line in office.publish()) == 2, "the row and its register"


def test_a_quarter_that_is_added_to_a_measure_says_so(project: Path) -> None:
    """The rows are no records: the measure is, and it changes."""
    office = Office(project)
    office.publish()
    edit(project, "data/performance/calls-answered.yml", "last: 2023-24-q4", "last: 2024-25-q1")
    rows = (project / "data/performance/calls-answered.csv").read_bytes() + b"2024/25 Q1,960,1010\n"
    given = ("--yes", "--now", "2024-07-02")
    ended = run(project, "a.csv", rows, *given, register="performance/calls-answered")
    assert "revised, 2024-07-02, “1 row was added.”" in ended.output, ended.output
    assert any("Reason: 1 row was added." in line for line in office.publish())


@pytest.mark.parametrize("place", ["data/gifts", "data/gifts/force.csv", "data/gifts/force.yml"])
def test_a_register_that_is_a_link_is_left_alone(project: Path, place: str) -> None:
    away = (project / place).rename(project.parent / "away")
    (project / place).symlink_to(away)
    ended = run(project, "gifts.xlsx", book(HAMPER), "--yes")
    assert ended.exit_code == 1
    assert f"{place} is a link to another place." in ended.output


def test_a_register_without_a_row_yet_is_begun(project: Path) -> None:
    (project / "data/gifts/force.csv").unlink()
    assert run(project, "a.xlsx", book(HAMPER)).exit_code == 0
    assert gifts(project)[1] == "2024-03-a,Brown Ltd,A hamper,2024-03-01,Front desk,£20,accepted"


def test_a_register_keeps_its_separator_its_ends_of_lines_and_its_encoding(project: Path) -> None:
    """What Excel saved in Windows-1252 stays so, as far as that has every sign."""
    place = project / "data/gifts/force.csv"
    old = "id;offered_by;what\r\n2020-01-a;Café;Tea – “best”\r\n".encode("cp1252")
    place.write_bytes(old)
    row = ("", "", "Hat £5", "Hat Co", "", "")
    ended = run(project, "a.xlsx", book(row), "--yes")
    assert ended.exit_code == 0, ended.output
    _, _, rest = old.partition(b"\r\n")
    assert place.read_bytes() == b"id;Donor;Gift\r\n" + rest + "undated-a;Hat Co;Hat £5\r\n".encode("cp1252")


def test_the_same_gift_of_another_year_is_a_new_row(project: Path) -> None:
    run(project, "a.xlsx", book(HAMPER))
    assert "1 added" in run(project, "b.xlsx", book(("2025-12-19", *HAMPER[1:]))).output


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


def test_of_a_formula_the_stored_value_is_taken_and_an_error_is_refused(project: Path) -> None:
    ended = run(project, "a.xlsx", book((*HAMPER[:4], "===10*2|20", "accepted"), (*PEN[:4], "===1/0|#DIV/0!", "")))
    assert "Formulas (2): the value that was stored is taken, not the formula." in ended.output
    assert "! row 3: E value: a formula gave #DIV/0! and no value." in ended.output


def test_a_name_that_stands_twice_is_said_and_is_no_reason_to_leave_out_the_first(project: Path) -> None:
    beside = [[*NAMES, "Gift", "Donor"], [*HAMPER, "A scarf", "Cap Co"]]
    ended = run(project, "gifts.xlsx", xlsx({"Sheet1": beside}), "--yes")
    assert 'G "Gift" is not taken over  (the name stands here twice)' in ended.output
    assert "left_out" not in (project / "data/gifts/force.yml").read_text()
    again = run(project, "gifts.xlsx", book(HAMPER, PEN), "--yes")
    assert "3 rows in the sheet = 1 added + 0 changed + 1 unchanged + 1 names of columns." in again.output


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


def test_a_column_without_a_name_is_told(project: Path) -> None:
    content = xlsx({"One": [[*NAMES[:4], "", *NAMES[4:]], [*HAMPER[:4], "see file", *HAMPER[4:]]]})
    ended = run(project, "gifts.xlsx", content, "--yes")
    assert "Without a name, so not taken over: E (“see file”)." in ended.output
    assert ended.exit_code == 0


@pytest.mark.parametrize("typed", ["6", "F-A", "A-ZZZ", ""])
def test_columns_that_are_none_are_refused(project: Path, typed: str) -> None:
    ended = run(project, "gifts.xlsx", book(HAMPER), "--yes", "--columns", typed)
    assert f'--columns "{typed}" should look like A-F.' in ended.output


def test_of_a_format_that_hides_what_is_hidden_that_is_said(office: Target) -> None:
    lines = tuple(Line(at, tuple(map(Cell, row))) for at, row in enumerate((NAMES, HAMPER), 1))
    sheet = Sheet("One", lines, 2, Unseen(is_blind=True))
    assert laid_out(sheet, Names(office, {}), ()).told == (BLIND,)


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


def test_a_column_that_nobody_knows_is_asked_about_and_then_remembered(project: Path) -> None:
    content = xlsx({"One": [[*NAMES, "Zorb"], [*HAMPER, "7"]]})
    ended = run(project, "a.xlsx", content)
    assert ended.exit_code == 1
    assert '--map "Zorb="' in ended.output
    assert run(project, "a.xlsx", content, "--map", "Zorb=").exit_code == 0
    assert run(project, "a.xlsx", xlsx({"One": [[*NAMES, "Zorb"], [*PEN, "8"]]})).exit_code == 0


def test_a_word_of_the_office_is_asked_about_and_then_remembered(project: Path) -> None:
    content = book((*HAMPER[:5], "Turned down"))
    assert '--word "answer:Turned down=declined"' in run(project, "a.xlsx", content).output
    assert run(project, "a.xlsx", content, "--yes").exit_code == 0
    assert parse((project / "data/gifts/force.yml").read_text())["words"] == {"answer": {"Turned down": "declined"}}


@pytest.mark.parametrize("kind", ["csv", "ods", "json"])
def test_every_format_says_the_same(project: Path, kind: str) -> None:
    content = {
        "csv": ",".join(NAMES).encode() + b"\r\n" + ",".join(HAMPER).encode("cp1252") + b"\r\n",
        "ods": ods([NAMES, (date(2024, 3, 1), *HAMPER[1:])]),
        "json": orjson.dumps([dict(zip(NAMES, HAMPER, strict=True))]),
    }[kind]
    assert run(project, f"a.{kind}", content).exit_code == 0
    assert gifts(project)[1] == "2024-03-a,Brown Ltd,A hamper,2024-03-01,Front desk,£20,accepted"


def test_a_hidden_row_of_libreoffice_is_seen(project: Path) -> None:
    assert "! row 3: the row is hidden" in run(project, "a.ods", ods([NAMES, HAMPER, PEN], hidden_rows=[3])).output


def test_a_percentage_is_read_as_it_is_shown() -> None:
    marks = unseen_in(xlsx({"A": [["x"], [0.915], [date(2023, 4, 1)]]}, formats={"A2": "0.0%", "A3": "mmm-yy"}), 0)
    assert [*marks.percentages, *marks.months] == [(2, 1), (3, 1)]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.xlsx", b"", "there is nothing in it."),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        ("a.xlsm", packed({"xl/workbook.xml": "", "xl/vbaProject.bin": "x"}), "it carries macros"),
        ("a.xlsx", book(HAMPER)[:900], "it is damaged or not whole"),
        ("a.csv", book(HAMPER), "it is named .csv and is .xlsx by what is in it"),
        ("a.xlsx", packed({"xl/workbook.xml": "0" * 60_000_000}), "so much larger than it is"),
        ("a.xlsx", packed({"some.txt": "x"}), "an archive and no spreadsheet"),
        ("a.xlsx", packed({"word/document.xml": "x"}), "a Word document and no spreadsheet"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "it is a web page"),
        ("a.xlsx", b"%PDF-1.7", "it is a PDF"),
        ("a.xlsx", book(HAMPER)[:40] + b"\xff" * 40 + book(HAMPER)[80:], "it is damaged or not whole"),
        ("a.ods", packed({"content.xml": "<a><b>", "META-INF/manifest.xml": "<m/>"}), "it is damaged or not whole"),
        ("a.csv", "id,what".encode("utf-32"), "it is damaged or not whole"),
        ("a.csv", f"id,what,{'x' * 1001}\n".encode(), "a name there has over 1000 characters"),
        ("a.json", b"{", "it is no JSON that can be read"),
        ("a.json", '[{"what": "a pen"}]'.encode("utf-16"), "from line 1 on it is damaged, or not in UTF-8"),
        ("a.xlsx", xlsx({"One": [], "Two": [[""]]}), "there is nothing in its cells"),
        ("a.json", b"[]", "there is nothing in its cells"),
        ("a.json", b"[{}]", "there is nothing in its cells"),
        ("a.json", b'{"a": 1}', "no list of rows"),
        ("a.csv", b'id,what\n"a', "line 2: a quotation mark"),
    ],
)
def test_a_bad_file_is_answered_in_a_sentence(project: Path, name: str, content: bytes, told: str) -> None:
    before = records(project)
    ended = run(project, name, content)
    assert ended.exit_code == 1
    assert told in ended.output
    assert ended.output.endswith("Nothing was written.\n")
    assert records(project) == before


def test_of_a_register_that_is_not_there_the_others_are_named(project: Path) -> None:
    said = run(project, "a.csv", b"what\na pen\n", register="gifts/forse").output
    assert "there is no data/gifts/forse.yml that says what the register holds. There is gifts/force, " in said


def test_a_sheet_with_a_cell_far_out_is_not_opened() -> None:
    into = BytesIO()
    far = Workbook(into)
    far.add_worksheet().write_string(1_048_575, 16_383, "far")
    far.close()
    with pytest.raises(NotRead, match="so far apart"):
        unseen_in(into.getvalue(), 0)


@pytest.mark.parametrize("case", CELLS, ids=lambda case: f"{case['column']} {case['cell']}")
def test_a_cell_is_kept_understood_or_refused(office: Target, case: dict[str, str]) -> None:
    found = reading(Cell(case["cell"], case.get("form", "text")), ways_of(office, {})[case["column"]])  # type: ignore[arg-type]
    assert (found.text, found.refused, found.word) == (
        case.get("written", ""),
        case.get("refused", ""),
        case.get("word", ""),
    )


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


def test_a_side_file_is_added_to_without_losing_a_remark() -> None:
    text = "# kept\ntitle: A\ncalled:\n  # ours\n  what: Gift\n\nwords: {answer: {Y: accepted}}\nrow: One\n"
    made = with_entries(
        text, {"called": {"value": "Cost: £", "what": "Item"}, "words": {"answer": {"N": "declined"}}}, "x"
    )
    assert made == (
        '# kept\ntitle: A\ncalled:\n  # ours\n  what: Item\n  value: "Cost: £"\n\n'
        'words:\n  answer:\n    Y: accepted\n    "N": declined\nrow: One\n'
    )


@pytest.mark.parametrize(
    "before",
    ["changes:\n- {a: b}\n# after it\n", "changes:\n  - a: b\n\n# after it\n", "changes: [{a: b}]\n# after it\n"],
)
def test_a_change_is_noted_behind_the_others_however_these_are_written(before: str) -> None:
    made = with_item(before, "changes", {"c": "d"}, "x")
    assert parse(made) == {"changes": [{"a": "b"}, {"c": "d"}]}
    assert made.endswith("# after it\n")


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8)


@given(
    st.lists(st.lists(CELL | st.sampled_from(['a"b', "x,y", "1\n2"]), min_size=1, max_size=4), min_size=1, max_size=6)
)
def test_rows_that_are_cut_are_the_text_again(rows: list[list[str]]) -> None:
    text = "".join(csv_rows.written(row, ",", "\r\n") for row in rows)
    found = csv_rows.cut(text).rows
    assert "".join(row.text for row in found) == text


ANY = st.sampled_from(
    ["", "", "2024-03-01", "12.4.23", "Apr-23", "Tea", "Tea Co", "£5", "nil", "Y", "accepted", "Total",
     "No gifts received", "Quarter 1", "=1+1", "x", "N/A", "not a thing"]
)  # fmt: skip


@settings(max_examples=settings().max_examples // 3)
@given(st.lists(st.lists(ANY, min_size=6, max_size=6), max_size=12))
def test_no_row_is_ever_dropped_silently(office: Target, rows: list[list[str]]) -> None:
    """`counted` raises where the rows that came in are not those that it tells of."""
    rows = [*rows, ["2024-03-01", "Chief", "Hat", "Hat Co", "£1", "accepted"]]
    text = "".join(csv_rows.written(row, ",", "\n") for row in [NAMES, *rows]).encode()
    try:
        outcome = outcome_of(office, text)
    except NotRead:
        return
    assert counted(outcome).startswith(f"{len(rows) + 1} rows in the sheet = ")


def outcome_of(office: Target, text: bytes) -> Outcome:
    root = office.sources.root
    return worked_out(root, office, "a.csv", text, Asked(), NOW.astimezone(LONDON), lambda _: None)


KEY = st.fixed_dictionaries(
    {"day": st.sampled_from("abc"), "who": st.sampled_from("de"), "value": st.sampled_from("fg")}
)


@given(st.lists(KEY, max_size=6), st.lists(KEY, max_size=6))
def test_a_row_of_the_register_is_nobodys_twice(incoming: list[Any], present: list[Any]) -> None:
    found = matched(incoming, present, ("day", "who"), "day", {})
    assert len(set(found.same.values())) == len(found.same)
    assert not set(found.same) & set(found.unclear)
    assert matched(present, present, ("day", "who"), "day", {}).same == {at: at for at in range(len(present))}


def test_fifteen_hundred_untidy_rows_are_read_and_the_second_time_are_there(project: Path) -> None:
    names = ["Date of offer", "Offered to", "Gift / hospitality", "Offered by", "Value (£)", "Accepted?", "Use", "By"]
    content = orjson.dumps([dict(zip(names, offer.cells, strict=True)) for offer in offers(1500)])
    assert "1,500 added" in run(project, "a.json", content, "--yes").output
    assert "0 added + 0 changed + 1,500 unchanged." in run(project, "a.json", content).output


def test_tables_without_a_gap_between_them_are_told_apart_by_their_names(project: Path) -> None:
    rows = [["2023", *[""] * 5, "2024"], [*NAMES, *NAMES], [*HAMPER, *PEN], [*[""] * 6, *PEN]]
    ended = run(project, "gifts.xlsx", xlsx({"One": rows}), "--yes")
    assert "in A-F (“2023 Date of offer”, “Offered to”, “Gift”) and G-L" in ended.output
    assert run(project, "gifts.xlsx", xlsx({"One": rows}), "--yes", "--columns", "G-L").exit_code == 0
    assert [row.split(",")[1] for row in gifts(project)[1:]] == ["Hat Co", "Hat Co"]


def test_names_that_go_on_in_a_second_row_are_read_together(project: Path) -> None:
    rows = [["Date", "Name of", "Description", "Estimated", "Accepted", "Who"],
            ["of offer", "recipient", "of gift", "value", "or declined", "from"],
            [HAMPER[0], HAMPER[1], HAMPER[2], HAMPER[4], HAMPER[5], HAMPER[3]]]  # fmt: skip
    ended = run(project, "gifts.xlsx", xlsx({"One": rows}), "--yes")
    assert "· row 2, names of the columns, continued: “of offer | recipient" in ended.output
    assert gifts(project)[0] == "id,Who from,Description of gift,Date of offer,Name of recipient,Estimated value,Accepted or declined"  # fmt: skip  # noqa: E501


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


def test_months_that_stand_side_by_side_are_not_guessed_at(project: Path) -> None:
    rows = [["", "Apr-24", "May-24", "Jun-24"], ["numerator", "1", "2", "3"], ["denominator", "3", "4", "5"]]
    ended = run(project, "a.xlsx", xlsx({"One": rows}), register="performance/calls-answered")
    assert '"Apr-24" and "May-24" are columns here, and a register has a row for each.' in ended.output
    assert ended.exit_code == 1


def test_refused_rows_of_a_table_with_an_empty_column_can_be_imported_again(project: Path) -> None:
    rows = [["", *NAMES[:4], "", *NAMES[4:]], ["", "soon", *HAMPER[1:4], "", *HAMPER[4:]]]
    run(project, "a.xlsx", xlsx({"One": rows}), "--yes", "--leave-out-refused", "--columns", "B-H")
    again = run(project, "mended.xlsx", (project.parent / "a-refused.xlsx").read_bytes())
    assert "! row 2: C offered:" in again.output
