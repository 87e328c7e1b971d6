"""Spreadsheets read into registers: what is added, changed and left alone, and what is asked before."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.check import load
from generators.read.yaml_text import parse
from generators.spreadsheets.matching import matched
from tests.imports import HAMPER, NAMES, PEN, book, gifts, run
from tests.projects import records
from tests.sheets import xlsx
from tests.untidy import offers


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


def test_of_a_register_that_is_not_there_the_others_are_named(project: Path) -> None:
    said = run(project, "a.csv", b"what\na pen\n", register="gifts/forse").output
    assert "there is no data/gifts/forse.yml that says what the register holds. There is gifts/force, " in said


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


def test_a_sheet_without_the_column_for_answers_says_how_its_rows_will_be_read(project: Path) -> None:
    ended = run(project, "a.xlsx", xlsx({"One": [NAMES[:4], HAMPER[:4], PEN[:4]]}))
    assert ended.exit_code == 0
    assert "The sheet has no column for answer: 2 added rows will be read as “not stated”." in ended.output


def test_columns_that_the_register_fills_and_the_sheet_lacks_are_named(project: Path) -> None:
    run(project, "a.xlsx", book(HAMPER, PEN))
    shorter = xlsx(
        {
            "One": [
                [*NAMES[:4], NAMES[5]],
                [*HAMPER[:4], "accepted"],
                ["2025-01-02", "Chief", "Tea", "Tea Co", "declined"],
            ]
        }
    )
    told = "The sheet has no column for value: in what is added nothing stands there."
    assert told in run(project, "b.xlsx", shorter, "--dry-run").output
    corrected = xlsx({"One": [[*NAMES[:4], NAMES[5]], [*HAMPER[:4], "declined"]]})
    ended = run(project, "c.xlsx", corrected, "--dry-run")
    assert "The sheet has no column for value: what the register says there stays." in ended.output


def test_figures_whose_column_nobody_knows_are_not_said_to_be_there_already(project: Path) -> None:
    ended = run(project, "a.csv", b"Month,Zorb\nApr-22,40\n", "--yes", register="performance/complaints")
    assert "The sheet has no column for value or note: what the register says there stays." in ended.output
    assert "says all of it that is taken over already. Nothing was written." in ended.output


@pytest.mark.parametrize(("cell", "kept"), [("Y", "declined"), ("No", "accepted"), ("declined", "declined")])
def test_yes_in_a_column_for_what_was_declined_is_no_acceptance(project: Path, cell: str, kept: str) -> None:
    ended = run(project, "a.xlsx", xlsx({"One": [[*NAMES[:5], "Declined?"], [*HAMPER[:5], cell]]}), "--yes")
    assert ended.exit_code == 0, ended.output
    assert gifts(project)[1].endswith(f",{kept}")


def test_rows_that_say_the_same_in_every_cell_are_told(project: Path) -> None:
    ended = run(project, "a.xlsx", book(HAMPER, PEN, HAMPER))
    assert "The same in every cell, and each taken for a row of its own (1):\n  rows 2, 4\n" in ended.output


def test_rows_that_a_sheet_has_no_more_are_named_and_stay(project: Path) -> None:
    run(project, "a.xlsx", book(HAMPER, PEN))
    before = gifts(project)
    ended = run(project, "b.xlsx", book(PEN))
    assert "1 row of data/gifts/force.csv not in the sheet, left alone: “2024-03-a”." in ended.output
    assert gifts(project) == before


def test_the_same_gift_of_another_year_is_a_new_row(project: Path) -> None:
    run(project, "a.xlsx", book(HAMPER))
    assert "1 added" in run(project, "b.xlsx", book(("2025-12-19", *HAMPER[1:]))).output


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
