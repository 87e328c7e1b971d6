"""`scrutiny import meeting`: papers in, drafts out, and no word lost."""

import re
from collections.abc import Mapping
from datetime import date, time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from docx import Document as Word
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from generators.check import load
from generators.commands.import_meeting import import_meeting
from generators.minutes.bodies import NamedBody
from generators.minutes.document import Document
from generators.minutes.drafted import Draft, Drafted, Setting
from generators.minutes.drafts import draft
from generators.minutes.from_text import lines_of
from generators.minutes.mending import file_of
from generators.minutes.opening import opened
from generators.numbered import parse
from generators.problem import Problems
from generators.read import yaml_text
from tests import bench_minutes
from tests.documents import pdf, word
from tests.projects import build, copy_sound
from tests.sheets import packed

CASES = sorted((Path(__file__).parent / "cases" / "minutes").glob("*.txt"))
HERE = Setting((NamedBody("panel", ("Illustrative Panel",)),), (), frozenset(), date(2026, 11, 22), "panel")


def read_(path: Path) -> Document:
    return opened(path, lambda _page, _pages: None)


def minutes_in(made: Draft) -> Drafted:
    return next(record for record in made.records if not record.is_paper)


def who(entry: dict[str, Any]) -> str:
    """Somebody as a case names them: an officer by role, a member by name."""
    printed = str(entry.get("as_printed", ""))
    return printed if entry["capacity"] == "member" or printed else str(entry["role"])


def names(fields: dict[str, Any], status: str) -> list[str]:
    return [who(entry) for entry in fields.get("attendance", []) if status in entry["status"]]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_minutes_of_another_body(path: Path) -> None:
    document = read_(path)
    made = draft(document, HERE)
    fields = minutes_in(made).fields
    expected = yaml_text.parse(path.with_suffix(".yml").read_text())
    items = {str(item.get("minute") or at + 1): item for at, item in enumerate(fields["items"])}
    assert str(fields["date"]) == expected["date"]
    for name in ("start", "end"):
        if name in expected:
            assert isinstance(fields[name], time)
            assert f"{fields[name]:%H:%M}" == expected[name]
    assert fields["place"].lower() == expected["place"].lower()
    for status in ("present", "apologies"):
        found = names(fields, status)
        assert len(found) == len(expected[status]), found
        assert all(one in text for one, text in zip(expected[status], found, strict=True)), found
    if "items" in expected:
        assert list(items) == expected["items"]
    if "titles" in expected:
        assert [item["title"] for item in items.values()] == expected["titles"]
    outcomes = {
        number: found
        for number, item in items.items()
        if (found := [one["outcome"] for one in item.get("decisions", [])])
    }
    assert outcomes == expected["decisions"]
    owners = {
        number: found
        for number, item in items.items()
        if (found := [one.get("owner", []) for one in item.get("actions", [])])
    }
    assert owners == expected.get("owners", {})
    for number, report_of in expected.get("report_of", {}).items():
        assert items[number]["report_of"] == report_of
    assert [item for one in fields.get("declarations", []) for item in one.get("items", [])] == expected.get(
        "declared", []
    )
    assert fields.get("none_declared", "no") == ("yes" if expected.get("none_declared") else "no")
    labels = {block.label for item in items.values() for block in parse(item.get("discussion", ""))}
    assert set(expected.get("paragraphs", [])) <= labels
    for number, letters in expected.get("letters", {}).items():
        assert [one["letter"] for one in items[number]["decisions"]] == letters
    decided = {number: item.get("decisions", []) for number, item in items.items()}
    for number, movers in expected.get("moved", {}).items():
        assert [one["moved_by"] for one in decided[number]] == movers
    changes = {
        number: words
        for number, made in decided.items()
        if (words := [[one["old_wording"], one["new_wording"]] for one in made if "old_wording" in one])
    }
    assert changes == expected.get("amended", {})
    private = {number: item["exempt_reason"] for number, item in items.items() if item.get("access") == "exempt"}
    assert list(private) == list(expected.get("private", {}))
    assert all(words in private[number] for number, words in expected.get("private", {}).items())
    asked = [[one.get("asked_by", ""), one.get("answered_by", "")] for one in fields.get("questions", [])]
    assert asked == expected.get("questions", [])
    assert expected.get("next", "") in fields.get("next_meeting", {}).get("as_printed", "")
    assert document.words == made.placed + made.unplaced + sum(line.words for line in document.furniture)
    assert re.search("illustrative", path.read_text(), re.I)


def imported_into(tmp_path: Path, file: Path, *options: str) -> Result:
    """Run the command on the sound project."""
    root = tmp_path / "office"
    if not root.exists():
        copy_sound(root)
    return CliRunner().invoke(import_meeting, [str(file), "--root", str(root), "--now", "2024-07-01", *options])


SMALL = """ILLUSTRATIVE

Minutes of the Example Panel held at the Town Hall on Monday 3 June 2024 at 2.00pm

Present
Ada Example (Chair)
Mr Nobody Known

Officers
Ms Dora Doe, Head of Policy

1. Apologies

None.

2. Telephones

Anybody can ring 0116 496 0123 or write to dora.doe@example.net about it.

The Panel NOTED the report.

The meeting closed at 3.15pm.
"""


def test_a_draft_is_written_checks_and_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "minutes.txt"
    file.write_text(SMALL)
    first = imported_into(tmp_path, file, "--body", "panel")
    assert first.exit_code == 0, first.output
    written = tmp_path / "office/content/meetings/panel/2024-06-03/meeting.yml"
    before = written.read_text()
    record = load(tmp_path / "office").records["meeting"]["panel/2024-06-03"]
    assert record.publication == "draft"
    assert [one.person for one in record.attendance] == ["ada-example", None, None]  # type: ignore[attr-defined]
    assert "0116" not in before
    assert "dora.doe" not in before
    assert "1 that looks like an e-mail address, 1 that looks like a telephone number" in first.output
    assert "2 names of nobody on record" in first.output
    again = imported_into(tmp_path, file, "--body", "panel")
    assert again.exit_code == 0
    assert "is there already, and the document adds nothing to it." in again.output
    assert written.read_text() == before
    elsewhere = imported_into(tmp_path, file, "--body", "panel", "--into", str(tmp_path / "other"))
    assert elsewhere.exit_code == 0, elsewhere.output
    assert (tmp_path / "other/panel/2024-06-03/meeting.yml").read_text() == before


def test_what_could_not_be_placed_stops_a_record_from_being_published_and_never_gets_into_a_site(
    tmp_path: Path,
) -> None:
    root = copy_sound(tmp_path / "office")
    paper = root / "content/meetings/panel/2024-03-06/late-paper.md"
    front = "title: Late paper\npublication: {}\nunplaced:\n  - {{page: 1, line: 2, text: Quokkas were seen}}\n"
    paper.write_text(f"---\n{front.format('published')}---\n\n1. Words.\n")
    with pytest.raises(Problems, match=r"1 paragraph of the document could not be placed\. Move each"):
        load(root)
    paper.write_text(f"---\n{front.format('draft')}---\n\n1. Words.\n")
    build(root)
    for file in (root / "site").rglob("*"):
        assert not file.is_file() or b"uokkas" not in file.read_bytes(), file


def test_every_word_of_the_output_adds_up(tmp_path: Path) -> None:
    file = tmp_path / "minutes.txt"
    file.write_text(SMALL)
    said = imported_into(tmp_path, file, "--body", "panel").output
    whole, *parts = [
        int(number)
        for number in re.findall(r"(\d+) (?:words|placed|unplaced|in headers|left out)", said.partition("Of ")[2])
    ]
    assert whole == sum(parts)


def docx_of(*paragraphs: str) -> bytes:
    return word(paragraphs)


def repacked(parts: Mapping[str, str]) -> bytes:
    """A Word document in which these parts are others."""
    with ZipFile(BytesIO(docx_of("Minutes"))) as package:
        return packed({**{name: package.read(name) for name in package.namelist()}, **parts})


REFUSED = {
    "empty.txt": (b"", "The file is empty."),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "The file is of an old Word"),
    "closed.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "closed by a password",
    ),
    "broken.docx": (docx_of("Minutes")[:900], "damaged, or only part of it is there"),
    "bits.docx": (docx_of("Minutes")[:60] + b"\xff" * 40 + docx_of("Minutes")[100:], "damaged, or only part of it"),
    "odd.docx": (repacked({"word/document.xml": "<x/>"}), "damaged, or only part of it is there"),
    "book.docx": (packed({"xl/workbook.xml": "<x/>"}), "The file is a spreadsheet. Minutes are read from a Word"),
    "bomb.docx": (repacked({"word/styles.xml": " " * 201_000_000}), "unpacks to more than any minutes have"),
    "short.txt": (b"Minutes\n\nof nobody\n", "The day of the meeting does not stand"),
    "broken.pdf": (b"%PDF-1.7\n1 0 obj <<", "The PDF is damaged, or only part of it is there."),
    "text.pdf": (b"Minutes of a meeting", "its beginning is that of no such file"),
    "picture.pdf": (b"\x89PNG\r\n", "The file is a picture"),
    "scan.pdf": (pdf(["", ""]), "There is no text in it: none of its pages holds anything but pictures"),
    "page.txt": (b"<!DOCTYPE html><html>", "The file is a web page."),
    "rich.txt": (b"{\\rtf1 Minutes}", "Rich Text (RTF)"),
    "nothing.txt": (b"Minutes of nobody in particular", "The day of the meeting does not stand"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_said_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    content, why = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    done = imported_into(tmp_path, tmp_path / name, "--body", "panel", "--into", str(tmp_path / "other"))
    assert done.exit_code == 1
    assert why in done.output
    assert "Nothing was written." in done.output
    assert not (tmp_path / "other").exists()


def test_a_document_with_macros_is_never_opened(tmp_path: Path) -> None:
    made = BytesIO(docx_of("Minutes"))
    with ZipFile(made, "a") as package:
        package.writestr("word/vbaProject.bin", b"")
    (tmp_path / "minutes.docm").write_bytes(made.getvalue())
    done = imported_into(tmp_path, tmp_path / "minutes.docm", "--body", "panel")
    assert "The document carries macros" in done.output


def test_a_pdf_closed_by_a_password_is_said_to_be(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf(["Minutes"])))
    writer.encrypt("secret", algorithm="AES-256")
    writer.write(tmp_path / "minutes.pdf")
    done = imported_into(tmp_path, tmp_path / "minutes.pdf", "--body", "panel")
    assert "closed by a password" in done.output


def test_a_draft_never_lies_where_it_would_be_read_as_another_record(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(SMALL)
    inside = tmp_path / "office" / "content" / "meetings"
    done = imported_into(tmp_path, tmp_path / "minutes.txt", "--body", "panel", "--into", str(inside))
    assert done.exit_code == 1
    assert "is among the records" in done.output
    assert not (inside / "panel" / "2024-06-03").exists()


def test_a_body_that_is_not_on_record_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(SMALL.replace("Example Panel", "Harbour Board"))
    said = imported_into(tmp_path, tmp_path / "minutes.txt").output
    assert 'It speaks of "Harbour Board". Give one with --body: committee, panel.' in said
    assert "only to try the document, give any of them with --into FOLDER" in said
    tried = imported_into(tmp_path, tmp_path / "minutes.txt", "--body", "panel", "--into", str(tmp_path / "trial"))
    assert tried.exit_code == 0, tried.output
    assert not (tmp_path / "office/content/meetings/panel/2024-06-03").exists()
    assert 'Did you mean "panel"?' in imported_into(tmp_path, tmp_path / "minutes.txt", "--body", "pannel").output


REPEATED = """ILLUSTRATIVE

Minutes of the Example Panel held at the Town Hall on Monday 3 June 2024 at 2.00pm

Present
Ada Example (Chair)

1. Minutes
The minutes of 4 March 2024 were agreed.

2. Internal audit
Resolved: That the report be noted.

2. Register of risks
Resolved: That the register be deferred to the next meeting.

3. Work programme
Resolved: That the programme be approved.
{more}
The meeting closed at 3.25 pm.
"""


@pytest.mark.parametrize(
    ("more", "items"),
    [
        ("", [("1", None), ("2", None), ("2", "2-2"), ("3", None)]),
        ("\n4. Any other business\nThere was none.\n4. A second 4 without a gap\n\n5. Next meeting\n9 July 2024.\n",
         [("1", None), ("2", None), ("2", "2-2"), ("3", None), ("4", None), ("5", None)]),
    ],
)  # fmt: skip
def test_a_number_that_is_printed_over_two_items_is_no_part_of_the_first(
    tmp_path: Path, more: str, items: list[tuple[str, str | None]]
) -> None:
    (tmp_path / "minutes.txt").write_text(REPEATED.format(more=more))
    done = imported_into(tmp_path, tmp_path / "minutes.txt", "--body", "panel")
    assert done.exit_code == 0, done.output
    fields = yaml_text.parse((tmp_path / "office/content/meetings/panel/2024-06-03/meeting.yml").read_text())
    assert [(item["minute"], item.get("id")) for item in fields["items"]] == items
    assert [item["decisions"][0]["outcome"] for item in fields["items"][1:3]] == ["noted", "deferred"]


def test_word_and_pdf_give_what_the_text_gives(tmp_path: Path) -> None:
    path = next(path for path in CASES if "health board" in path.stem)
    document = Word()
    rows: list[list[str]] = []
    for line in [*path.read_text().splitlines(), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            table = document.add_table(len(rows), len(rows[0]))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words
            rows = []
        if line.strip():
            document.add_paragraph(line.removeprefix("- "), style="List Bullet" if line.startswith("- ") else None)
    document.save(str(tmp_path / "minutes.docx"))
    plain, of_word = (minutes_in(draft(read_(one), HERE)).fields for one in (path, tmp_path / "minutes.docx"))
    assert names(plain, "present") == names(of_word, "present")
    for one, other in zip(plain["items"], of_word["items"], strict=True):
        assert {name: one.get(name) for name in ("minute", "title", "decisions", "actions")} == {
            name: other.get(name) for name in ("minute", "title", "decisions", "actions")
        }


def test_the_furniture_of_pages_is_told_apart_and_a_page_without_text_is_named(tmp_path: Path) -> None:
    pages = [f"Example Panel\n\nWords of page {number}\nmore of them\nPage {number} of 4" for number in range(1, 4)]
    (tmp_path / "pack.txt").write_text("\f".join([*pages, "", "The end, as it is"]))
    (tmp_path / "pack.pdf").write_bytes(pdf(["Minutes", ""]))
    document = read_(tmp_path / "pack.txt")
    assert [line.text for line in document.furniture][:4] == [
        "Example Panel",
        "Page 1 of 4",
        "Example Panel",
        "Page 2 of 4",
    ]
    assert [line.text for line in document.lines][:2] == ["Words of page 1", "more of them"]
    assert document.empty_pages == (4,)
    assert read_(tmp_path / "pack.pdf").empty_pages == (2,)


@given(
    st.lists(
        st.sampled_from([*SMALL.splitlines(), "RESOLVED:", "(a) That it be noted;", "4/16 Trees", "Apologies: A Able"])
    )
)
def test_no_word_is_lost(lines: list[str]) -> None:
    text = "Minutes of the meeting held on 3 June 2024\n" + "\n".join(lines)
    kept = tuple(lines_of(text))
    document = Document("minutes.txt", 1, kept)
    made = draft(document, HERE)
    assert made.placed + made.unplaced == document.words


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_counts_as_placed_stands_in_the_draft(path: Path) -> None:
    made = draft(read_(path), HERE)
    draft_text = "\n".join(file_of(record).decode() for record in made.records).casefold()
    draft_text += " ".join(draft_text.split())
    words = {word for word in re.findall(r"[a-z]{4,}", path.read_text().casefold()) if word not in draft_text}
    assert words <= TOLD_OTHERWISE, words - TOLD_OTHERWISE


TOLD_OTHERWISE = frozenset(
    re.findall(
        "[a-z]+",
        "proceedings membership "
        "minutes meeting annual held monday commencing hours resolved officers venue time location name initials "
        "members councillors present attendance public action actions closed finished ended there being further "
        "actioned icon view directions cllrs venue staff invitation "
        "business signed chairman also three notes noted approved that apologies attending vote against abstained "
        "attendees from response lost carried carries unanimously fails excused there were when",
    )
)
"""Words that a draft tells by a field: what was held when and where, and under which heading a name stood."""


FLOOR = {
    "body": (1.0, 1.0),
    "date": (1.0, 1.0),
    "time: start": (1.0, 1.0),
    "place": (1.0, 1.0),
    "time: end": (1.0, 0.66),
    "present with capacity": (1.0, 0.98),
    "apologies": (0.83, 0.83),
    "item numbers": (1.0, 1.0),
    "item titles": (1.0, 1.0),
    "decisions with kind": (1.0, 0.94),
    "actions": (1.0, 1.0),
    "reports requested": (1.0, 0.57),
    "owners of actions": (1.0, 1.0),
    "reports: of whom": (1.0, 0.92),
    "reports: mark": (1.0, 1.0),
    "reports: how made": (1.0, 0.91),
    "declarations": (1.0, 1.0),
    "invited with capacity": (1.0, 1.0),
    "papers": (1.0, 1.0),
    "paper: report of": (1.0, 0.93),
    "paper: authors": (0.94, 0.85),
    "paper: date": (1.0, 0.93),
    "recommendations": (1.0, 0.95),
    "implications": (0.98, 0.97),
    "paragraph numbers": (0.92, 0.9),
    "dip-sample rows": (1.0, 1.0),
}
"""By field, precision and recall as they were measured, rounded down."""


@pytest.mark.skipif(not bench_minutes.is_there(), reason="the five documents are not here; nothing is measured")
def test_the_papers_of_the_first_office_are_read_as_well_as_before() -> None:
    found, words = bench_minutes.scores()
    assert all(whole == accounted for whole, accounted in words.values())
    for name, (precision, recall) in FLOOR.items():
        assert found[name].precision >= precision, (name, found[name].wrong)
        assert found[name].recall >= recall, (name, found[name].missed)
    assert set(found) == set(FLOOR)
