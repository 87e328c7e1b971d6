"""Files beside records, as the check of all records sees them: what leaked elsewhere is refused, and not repeated."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Encryption

from generators.check import load
from generators.fields import LONDON
from generators.gate.attachments import CACHE
from generators.gate.in_files import seen_in_pieces
from generators.inspect.__main__ import look
from generators.inspect.apart import Looked
from generators.inspect.found import Found, inspection
from generators.problem import Problem, Problems
from tests.inspected import offices, pdfs

MEETING = "content/meetings/panel/2024-03-06"
BORN = "born on 12 March 1990"
UNDER_A_BOX = f"{pdfs.SHOWN} {pdfs.SECRET} 0 g {pdfs.COVER} re f"
RAW = b"<pivotCacheRecords><r><s v='made up'/></r></pivotCacheRecords>"


def attach(root: Path, name: str, content: bytes) -> None:
    """List a file with a meeting that has none of another name."""
    (root / MEETING / name).write_bytes(content)
    record = root / MEETING / "meeting.yml"
    text = record.read_text("utf-8")
    assert "agenda.txt" in text
    record.write_text(text.replace("agenda.txt", name), "utf-8")
    (root / MEETING / "agenda.txt").unlink()


def refused(root: Path, name: str) -> list[Problem]:
    """What is said of a file."""
    with pytest.raises(Problems) as found:
        load(root)
    assert {problem.path for problem in found.value.problems} == {f"{MEETING}/{name}"}
    return list(found.value.problems)


def rules(problems: list[Problem]) -> set[str]:
    return {found[1] for problem in problems if (found := re.search(r"\(rule: (\S+), where", problem.message))}


def summary_of_pivot() -> bytes:
    content = offices.workbook(offices.rows_of_people("hide"))
    return offices.with_parts(content, {"xl/pivotCache/pivotCacheRecords1.xml": RAW})


INCIDENTS: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "a police service, 2023: one sheet left, hidden": (
        "answer.xlsx", "hidden-sheet", lambda: offices.workbook(offices.rows_of_people("hide"))),
    "the same, very hidden": (
        "answer.xlsx", "hidden-sheet", lambda: offices.workbook(offices.rows_of_people("very_hidden"))),
    "two police services, 2021: raw rows behind a summary": ("answer.xlsx", "pivot-cache", summary_of_pivot),
    "a court filing, 2019: live text under a black box": ("filing.pdf", "covered-text", lambda: pdfs.pdf(UNDER_A_BOX)),
    "a court filing, 2026: a redaction that was never applied": (
        "filing.pdf", "redaction-not-applied", lambda: pdfs.pdf(change=pdfs.annotation("/Redact"))),
    "any workbook, though it hides nothing": ("figures.xlsx", "office-format", offices.workbook),
    "a locked file": ("paper.pdf", "encrypted", lambda: pdfs.pdf(encryption=Encryption(user="x", owner="y"))),
    "a file without bytes": ("paper.pdf", "empty", lambda: b""),
    "half a file": ("paper.pdf", "damaged", lambda: pdfs.pdf()[:300]),
}  # fmt: skip


@pytest.mark.parametrize("incident", INCIDENTS)
def test_what_leaked_elsewhere_is_refused(project: Path, incident: str) -> None:
    name, rule, make = INCIDENTS[incident]
    attach(project, name, make())
    problems = refused(project, name)
    assert rule in rules(problems)
    assert not [problem for problem in problems if re.search("made.up|witness", str(problem), re.I)]


def people(book: Any, _: Any) -> None:
    """A sheet with a title above its head, days kept as numbers, and telephone numbers without their zero."""
    sheet, days = book.add_worksheet("Cases"), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write(0, 0, "Cases of the year")
    sheet.write_row(2, 0, ["Name", "Date of birth", "Mobile"])
    sheet.write(3, 0, "Somebody")
    sheet.write_datetime(3, 1, datetime(1990, 3, 12), days)  # noqa: DTZ001 - a workbook knows no time zones
    sheet.write(3, 2, 7700900123)


def form(document: Any) -> None:
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Date of birth:", "12/03/1990"
    document.sections[0].header.paragraphs[0].text = "OFFICIAL-SENSITIVE"


PRIVATE: dict[str, tuple[str, Callable[[], bytes], set[tuple[str, str]]]] = {
    "a page of a PDF": (
        "a.pdf", lambda: pdfs.pdf("BT /F1 12 Tf 72 600 Td (He was born) Tj 0 -14 Td (on 12 March 1990) Tj ET"),
        {("page 1", "date-of-birth")}),
    "a workbook": ("a.xlsx", lambda: offices.workbook(people),
        {("sheet 2, row 4", "date-of-birth"), ("sheet 2, row 4", "telephone-number")}),
    "a document": ("a.docx", lambda: offices.word(form),
        {("table 1, row 1", "date-of-birth"), ("header1, paragraph 1", "protective-marking")}),
    "a table in the encoding of a spreadsheet program": (
        "a.csv", lambda: "Name,DOB\nSomebody,12/03/1990\n".encode("utf-16"), {("row 2", "date-of-birth")}),
    "a text": ("a.txt", lambda: b"Agenda\nHe was born on 12 March 1990\n", {("line 2", "date-of-birth")}),
}  # fmt: skip


@pytest.mark.parametrize("what", PRIVATE)
def test_what_is_private_in_the_text_of_a_file_is_told_with_its_place(what: str) -> None:
    name, make, told = PRIVATE[what]
    assert {(seen.where[0], seen.rule) for seen in seen_in_pieces(look(name, make()).pieces)} == told


def test_it_is_refused_and_masked_and_may_be_decided(project: Path) -> None:
    attach(project, "paper.pdf", pdfs.pdf(f"BT /F1 12 Tf 72 700 Td (Ring 07700 900123. He was {BORN}) Tj ET"))
    problems = refused(project, "paper.pdf")
    assert {problem.message.partition(" Mend the file")[0] for problem in problems} == {
        'page 1: "•• ••••• ••••" looks like a date of birth (date-of-birth). Take it out, or write `a child` or `an '
        "adult`.",
        'page 1: "07••• ••••••" looks like a telephone number (telephone-number). Give the role only; private contact '
        "details are not published.",
    }
    digest = re.findall("sha256: ([0-9a-f]{64})", problems[0].message)[0]
    about = f"where: paper.pdf, sha256: {digest}, reason: He asked for it, decided_by: Officer, until: 2030-01-01"
    record = project / MEETING / "meeting.yml"
    allow = "".join(f"  - {{rule: {rule}, {about}}}\n" for rule in sorted(rules(problems)))
    record.write_text(f"{record.read_text('utf-8')}allow:\n{allow}", "utf-8")
    assert load(project)
    with pytest.raises(Problems, match="The decision to publish it ended on 2030-01-01"):
        load(project, datetime(2030, 1, 2, 9, tzinfo=LONDON))


def test_the_general_contacts_of_the_office_may_stand_in_a_file(project: Path) -> None:
    office = project / "content/office.yml"
    office.write_text(office.read_text("utf-8") + "contacts: [0116 496 0000]\n", "utf-8")
    attach(project, "paper.pdf", pdfs.pdf("BT /F1 12 Tf 72 700 Td (Ring the office on 0116 496 0000) Tj ET"))
    assert load(project)


def test_many_places_in_a_file_are_told_in_short(project: Path) -> None:
    attach(project, "a.csv", b"name,dob\n" + b"".join(b"x,12/03/1990\n" for _ in range(50)))
    problems = refused(project, "a.csv")
    assert len(problems) == 13
    assert sum(problem.message.startswith("elsewhere: the same in 38 more places") for problem in problems) == 1


def test_a_file_that_ends_the_program_that_reads_it_could_not_be_looked_at_and_is_tried_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / CACHE).unlink(missing_ok=True)
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(Problems, match="the program that reads it broke off \\(too-long\\)"):
        load(project)
    monkeypatch.undo()
    assert load(project)


def test_an_answer_is_kept_until_the_file_or_the_looking_changes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load(project)
    asked: list[str] = []

    def asks(name: str, _: bytes) -> Looked:
        asked.append(name)
        return Looked(inspection([Found("empty", "the whole file", "there is nothing in it")]))

    monkeypatch.setattr("generators.gate.attachments.look_apart", asks)
    assert load(project)
    assert asked == []
    monkeypatch.setattr("generators.gate.attachments.looking", lambda: "another")
    with pytest.raises(Problems, match="there is nothing in it"):
        load(project)
    assert asked == ["agenda.txt"]
