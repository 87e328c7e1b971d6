"""An import that changes what the public sees: the reason is asked for, noted, and enough to publish."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generators.check import load
from generators.cli import main
from generators.read.yaml_text import parse
from generators.sections.gifts.records import GiftsRegister
from tests.imports import HAMPER, PEN, book, gifts, run
from tests.projects import edit, records
from tests.test_publish import Office


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
