"""Templates: a register as a workbook that says what may stand in it, and comes back as it was."""

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from generators.cli import main
from generators.read import csv_rows
from generators.spreadsheets.book import opened, sheet_of
from generators.spreadsheets.registers import Target, kinds, register_named, target
from generators.spreadsheets.template import template
from tests.conftest import CASES
from tests.imports import a_target, run
from tests.projects import records

REGISTERS = tuple(
    sorted(str(file.relative_to(CASES / "sound/data").with_suffix("")) for file in CASES.glob("sound/data/*/*.yml"))
)


def test_every_register_of_the_illustrative_project_is_a_kind_that_is_known() -> None:
    assert {kind.name for kind in kinds()} == {name.partition("/")[0] for name in REGISTERS}


@pytest.mark.parametrize("name", REGISTERS)
def test_a_template_comes_back_as_it_was(project: Path, name: str) -> None:
    """Byte by byte, whatever the words of the office and the forms of its days are."""
    before = records(project)
    ended = run(project, "a.xlsx", template(a_target(project, name)), register=name)
    assert ended.exit_code == 0, ended.output
    assert " = 0 added + 0 changed" in ended.output
    assert records(project) == before


def test_a_new_row_in_a_template_is_added_and_every_other_byte_is_kept(project: Path) -> None:
    office = a_target(project, "gifts/office")
    before = office.raw
    lines = [
        [cell.text for cell in line.cells]
        for line in sheet_of(opened("a.xlsx", template(office)), "gifts office").lines
    ]
    lines.append(["", "2024-06-01", "2024-06-02", "Front desk", "", "Tea Co", "", "Tea", "gift", "£4", "Y", "shared"])
    content = "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode()
    assert run(project, "a.csv", content, register="gifts/office").exit_code == 0
    after = (project / "data/gifts/office.csv").read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].decode() == (
        "2024-06-a,2024-06-01,2024-06-02,Front desk,,Tea Co,,Tea,gift,£4,Y,shared,,,,\n"
    )


def parts(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def test_the_same_register_gives_the_same_bytes(project: Path) -> None:
    office = a_target(project, "gifts/office")
    assert template(office) == template(office)


def test_a_template_has_lists_notes_formats_and_a_read_me(project: Path) -> None:
    made = template(a_target(project, "gifts/office"), empty=True)
    inside = parts(made)
    sheet = inside["xl/worksheets/sheet1.xml"]
    assert '<formula1>"gift,hospitality,gratuity,sponsorship,discount"</formula1>' in sheet
    assert 'state="frozen"' in sheet
    assert "What was offered." in inside["xl/comments1.xml"]
    assert "Every row needs it." in inside["xl/comments1.xml"]
    book = CalamineWorkbook.from_filelike(BytesIO(made))
    assert book.sheet_names == ["gifts office", "Read me"]
    assert book.get_sheet_by_name("gifts office").to_python() == [
        ["Id", "Offered", "Registered", "Recipient", "Person", "Donor or host", "Donor", "What", "Kind", "Value",
         "Answer", "Became", "Passed to", "Reason", "Approved by"],
    ]  # fmt: skip
    assert "scrutiny import gifts/office" in str(book.get_sheet_by_name("Read me").to_python())


def test_a_list_too_long_for_a_cell_stands_on_a_sheet_of_its_own(project: Path) -> None:
    for number in range(40):
        person = (project / "content/people/ada-example.yml").read_text("utf-8")
        (project / f"content/people/somebody-{number}.yml").write_text(person, "utf-8")
    inside = parts(template(a_target(project, "gifts/office")))
    people = len([*(project / "content/people").iterdir()])
    assert f"<formula1>Lists!$A$2:$A${people + 1}</formula1>" in inside["xl/worksheets/sheet1.xml"]
    assert 'name="Lists" sheetId="3" state="hidden"' in inside["xl/workbook.xml"]


@given(
    st.lists(
        st.sampled_from(["4.10", "14:00", "=1+1", "007", "1e5", "NO", "£1,234.50", "12.50"]), min_size=1, max_size=4
    )
)
def test_what_looks_like_something_else_stays_text(office: Target, cells: list[str]) -> None:
    rows = [["id", "offered_by", "what"], *([f"r{at}", cell, cell] for at, cell in enumerate(cells))]
    table = csv_rows.cut("".join(csv_rows.written(row, ",", "\n") for row in rows))
    found = sheet_of(opened("a.xlsx", template(replace(office, table=table))), "gifts force")
    assert [line.cells[1].text for line in found.lines[1:]] == cells
    assert {cell.form for line in found.lines for cell in line.cells} == {"text"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Target:
    root = Path(shutil.copytree(CASES / "sound", tmp_path_factory.mktemp("office") / "project"))
    kind = register_named("gifts")
    assert kind is not None
    return target(root, kind, "data/gifts/force.csv")


def test_a_side_file_that_is_half_written_stops_no_template(project: Path) -> None:
    side = project / "data/gifts/force.yml"
    side.write_text(side.read_text() + "words: later\ncalled: later\nleft_out: later\n")
    into = project.parent / "half.xlsx"
    ended = CliRunner().invoke(main, ["template", "gifts/force", str(into), "--root", str(project)])
    assert ended.exit_code == 0
    assert into.exists()


def test_the_command_says_what_there_is_and_writes_over_nothing(project: Path) -> None:
    def give(*arguments: str) -> str:
        return CliRunner().invoke(main, ["template", *arguments, "--root", str(project)]).output

    into = project.parent / "g.xlsx"
    assert "gifts: force, office\n" in give()
    assert "There is no register" in give("bananas")
    assert "Name one with --of: data/gifts/force.csv, data/gifts/office.csv." in give("gifts", str(into))
    assert f"Wrote {into}, made of data/gifts/office.csv." in give("hospitality/office", str(into))
    assert "is there already" in give("gifts/office", str(into))
    assert "among the records" in give("gifts/office", str(project / "data/gifts/office.xlsx"))
    assert "should end in .xlsx" in give("gifts/office", str(project / "office.csv"))
