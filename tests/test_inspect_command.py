"""`scrutiny inspect` and `scrutiny clean`: what they say, what they write, and how they end."""

import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from pypdfium2 import PdfDocument

from generators.cli import main
from generators.inspect import inspect
from generators.inspect.clean import NotCleaned, clean
from tests.inspected import offices, pdfs, pictures


def scrutiny(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def rules(name: str, content: bytes) -> set[str]:
    return {one.rule for one in inspect(name, content).found}


def test_what_is_found_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id\n=1\n")
    done = scrutiny("inspect", tmp_path / "a.csv")
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        f"{tmp_path / 'a.csv'}: found",
        "  Formula (formula). A cell begins with a character that makes a spreadsheet program calculate it.",
        "    row 2: 1 cell can be taken for a formula",
        "    Why it matters: Opened in a spreadsheet program it can load data from elsewhere, or send it there.",
        "    What to do: Put a space or an apostrophe before the character.",
        "1 file: 0 clean, 1 with findings, 0 that could not be looked at in full.",
    ]


def test_what_is_private_in_the_text_is_told_and_not_repeated(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,who\n1,made.up@made.example\n2,made.too@made.example\n")
    done = scrutiny("inspect", tmp_path / "a.csv")
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        f"{tmp_path / 'a.csv'}: found",
        "  Email address (email-address). The text has an e-mail address, as far as can be told.",
        '    row 2: "••••.••@••••.•••••••" looks like an e-mail address',
        '    row 3: "••••.•••@••••.•••••••" looks like an e-mail address',
        "    What to do: Give the role only; private contact details are not published.",
        "1 file: 0 clean, 1 with findings, 0 that could not be looked at in full.",
    ]


def test_every_file_of_a_folder_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.csv").write_bytes(b"id\n1\n")
    (tmp_path / "papers" / "b.pdf").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b"Agenda\n")
    done = scrutiny("inspect", tmp_path)
    assert done.exit_code == 1
    assert done.output.endswith("3 files: 2 clean, 0 with findings, 1 that could not be looked at in full.\n")


def test_clean_files_end_well(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id\n1\n")
    done = scrutiny("inspect", tmp_path / "a.csv")
    assert (done.exit_code, done.output.splitlines()[0]) == (0, f"{tmp_path / 'a.csv'}: clean: nothing was found")


def test_what_is_personal_in_a_name_is_not_printed(tmp_path: Path) -> None:
    (tmp_path / "made.up@made.example.csv").write_bytes(b"id\n")
    assert "made.up" not in scrutiny("inspect", tmp_path / "made.up@made.example.csv").output


def test_a_copy_is_made_beside_the_file_and_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "minutes.pdf"
    file.write_bytes(content := pdfs.pdf(change=pdfs.author))
    done = scrutiny("clean", file)
    assert done.exit_code == 0
    assert file.read_bytes() == content
    copy = (tmp_path / "minutes-clean.pdf").read_bytes()
    assert inspect("a.pdf", copy).outcome == "clean"
    assert done.output.splitlines()[-1] == f"{tmp_path / 'minutes-clean.pdf'}: clean: nothing was found"


def test_nothing_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdfs.pdf(change=pdfs.author))
    assert scrutiny("clean", file, "--to", file).exit_code == 1
    assert file.read_bytes() == pdfs.pdf(change=pdfs.author) or b"/Author" in file.read_bytes()


def test_what_is_left_in_a_copy_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdfs.pdf(change=pdfs.annotation("/Text")))
    done = scrutiny("clean", tmp_path / "a.pdf")
    assert done.exit_code == 1
    assert "Comments (comment)" in done.output


def test_a_table_has_nothing_to_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id\n")
    done = scrutiny("clean", tmp_path / "a.csv")
    assert (done.exit_code, done.output) == (
        1, "Error: No clean copy can be made of this file: it is a table of values.\n"
    )  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


CLEANED = {
    "personal-metadata",
    "custom-properties",
    "program-data",
    "thumbnail",
    "earlier-version",
    "left-over",
    "trailing-data",
}
PDFS = [(what, content) for what, rule, content in pdfs.planted() if rule in CLEANED]


@pytest.mark.parametrize("content", [one[1] for one in PDFS], ids=[one[0] for one in PDFS])
def test_a_clean_pdf_shows_the_same(content: bytes) -> None:
    copy = clean("a.pdf", content)
    assert not rules("a.pdf", copy) & CLEANED
    before, after = (PdfDocument(one) for one in (content, copy))
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        assert old.render().to_pil().tobytes() == new.render().to_pil().tobytes()
        assert old.get_textpage().get_text_bounded() == new.get_textpage().get_text_bounded()
    assert clean("a.pdf", content) == copy


def test_a_clean_pdf_keeps_its_title() -> None:
    copy = PdfDocument(clean("a.pdf", pdfs.pdf(change=pdfs.title)))
    assert copy.get_metadata_dict(skip_empty=True) == {"Title": "Minutes of the panel"}


def test_the_pictures_in_a_clean_pdf_say_nothing_of_places() -> None:
    place = next(content for what, _, content in pdfs.planted() if what == "a photograph with a position")
    assert "image-position" not in rules("a.pdf", clean("a.pdf", place))


PICTURES = [
    (what, name, content)
    for what, rule, name, content in pictures.planted()
    if rule not in ("damaged", "active-content", "image-layer") and name in ("a.jpg", "a.png")
]


@pytest.mark.parametrize(("name", "content"), [one[1:] for one in PICTURES], ids=[one[0] for one in PICTURES])
def test_a_clean_picture_shows_the_same(name: str, content: bytes) -> None:
    copy = clean(name, content)
    assert inspect(name, copy).outcome == "clean"
    assert Image.open(BytesIO(copy)).tobytes() == Image.open(BytesIO(content)).tobytes()


def test_a_clean_picture_stays_the_same_way_up() -> None:
    copy = clean("a.jpg", pictures.jpeg(position=True, Orientation=6, Artist="Made Up"))
    assert dict(Image.open(BytesIO(copy)).getexif()) == {0x0112: 6}


@pytest.mark.parametrize(
    "change",
    [
        lambda book, _: book.set_properties({"author": "Made Up", "manager": "Made Up", "title": "Figures"}),
        lambda book, _: book.set_custom_property("Case", "made up"),
        lambda _, sheet: sheet.insert_image("D1", "a.jpg", {"image_data": BytesIO(pictures.jpeg(position=True))}),
    ],
)
def test_a_clean_workbook_shows_the_same(change: offices.Change) -> None:
    content = offices.workbook(change)
    copy = clean("a.xlsx", content)
    assert rules("a.xlsx", copy) == {"office-format"}
    old, new = ZipFile(BytesIO(content)), ZipFile(BytesIO(copy))
    for name in ("xl/workbook.xml", offices.SHEET, "xl/sharedStrings.xml"):
        assert old.read(name) == new.read(name)
    assert clean("a.xlsx", content) == copy


def test_a_clean_document_can_be_opened() -> None:
    from docx import Document

    content = offices.word(lambda made: setattr(made.core_properties, "author", "Made Up"))
    copy = clean("a.docx", content)
    assert rules("a.docx", copy) == {"office-format"}
    assert [one.text for one in Document(BytesIO(copy)).paragraphs] == ["The panel thanked the harbourmaster."]


def test_a_damaged_file_is_not_cleaned() -> None:
    with pytest.raises(NotCleaned, match="reading it failed"):
        clean("a.jpg", pictures.jpeg()[:30])


# ---- what earlier commits hold


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A repository with one record."""
    (tmp_path / "content" / "people").mkdir(parents=True)
    git(tmp_path, "init", "--quiet")
    (tmp_path / "content" / "office.yml").write_text("contacts: [07700 900555]\n")
    commit(tmp_path, "name: A\nabout: A member.\n", "Begin")
    return tmp_path


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=office", "-c", "user.email=office@localhost")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, person: str, message: str) -> None:
    (folder / "content" / "people" / "a.yml").write_text(person)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", message)


def test_what_was_taken_out_is_still_found_in_the_history_and_not_told(office: Path) -> None:
    commit(office, "name: A\nabout: |\n  A member.\n  Ring 07700 900123 or 07700 900555.\n", "Add a text")
    commit(office, "name: A\nabout: A member.\n", "Take 07700 900123 out")
    done = scrutiny("inspect", "--history", office)
    assert done.exit_code == 1
    said = [line for line in done.output.splitlines() if line.startswith("  ")]
    assert said == [
        '  the message of the commit: "07••• ••••••" looks like a telephone number.',
        '  content/people/a.yml, line 4: "07••• ••••••" looks like a telephone number.',
    ]
    assert "2 findings in the history.\nWhoever can see the repository can read this" in done.output
    assert "900123" not in done.output


def test_what_the_records_still_say_is_left_to_the_check_of_those(office: Path) -> None:
    commit(office, "name: A\nabout: Ring 07700 900123.\n", "Add a text")
    commit(office, "name: B\nabout: Ring 07700 900123.\n", "Change the name")
    done = scrutiny("inspect", "--history", office)
    assert (done.exit_code, done.output) == (0, "Nothing was found in the history.\n")


def test_a_copy_with_only_the_latest_commits_is_not_called_clean(office: Path, tmp_path_factory: Any) -> None:
    commit(office, "name: B\n", "Change the name")
    copy = tmp_path_factory.mktemp("copy") / "office"
    git(office, "clone", "--quiet", "--depth", "1", f"file://{office}", str(copy))
    done = scrutiny("inspect", "--history", copy)
    assert done.exit_code == 1
    assert "only the latest commits" in done.output


def test_a_folder_without_a_history_says_so(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = scrutiny("inspect", "--history", tmp_path)
    assert done.exit_code == 1
    assert "git keeps no history of this folder" in done.output
    assert scrutiny("inspect").exit_code == 2
