"""What a PDF lacks of what assistive technology needs, on small files made here."""

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.constants import UserAccessPermissions
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from generators import sections
from generators.check import check, load
from generators.fields import LONDON
from generators.pdf_structure import LACKS, Structure, structure
from generators.public import public
from generators.read import read
from generators.sections.meetings.pages.accessibility import attached, pages
from tests.projects import NOW, edit

SPEAKS = b"BT /F1 12 Tf 20 50 Td (The minutes) Tj ET"
SHOWS = b"q 100 0 0 100 0 0 cm /Im1 Do Q"
MEETING = "content/meetings/panel/2024-03-06/meeting.yml"


def name(word: str) -> NameObject:
    return NameObject(f"/{word}")


def group(**values: object) -> DictionaryObject:
    return DictionaryObject({name(key): value for key, value in values.items()})


def sound() -> PdfWriter:
    """A PDF of one page that lacks nothing: tagged, in English, with a title, text and a described figure."""
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    image = stream(b"\x00", Type=name("XObject"), Subtype=name("Image"), Width=NumberObject(1), Height=NumberObject(1))
    resources = group(XObject=group(Im1=writer._add_object(image)))
    page[name("Resources")] = writer._add_object(resources)
    page[name("Contents")] = writer._add_object(stream(SPEAKS + SHOWS))
    writer.metadata = {"/Title": "Minutes"}
    figure = group(S=name("Figure"), Alt=TextStringObject("A map of the area"))
    tags = group(S=name("Document"), K=ArrayObject([writer._add_object(figure)]))
    root = writer.root_object
    root[name("StructTreeRoot")] = writer._add_object(group(Type=name("StructTreeRoot"), K=writer._add_object(tags)))
    root[name("MarkInfo")] = group(Marked=BooleanObject(True))
    root[name("Lang")] = TextStringObject("en-GB")
    root[name("ViewerPreferences")] = group(DisplayDocTitle=BooleanObject(True))
    return writer


def stream(data: bytes, **values: object) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    made.update(group(**values))
    return made


def to_bytes(writer: PdfWriter) -> bytes:
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def root(writer: PdfWriter) -> Any:
    return writer.root_object


def with_content(writer: PdfWriter, data: bytes, *_: object) -> None:
    """Show this on the page instead; whatever else is named was taken away before."""
    writer.pages[0][name("Contents")] = writer._add_object(stream(data))


def figure_of(writer: PdfWriter) -> Any:
    return root(writer)["/StructTreeRoot"]["/K"]["/K"][0].get_object()


def as_a_form(writer: PdfWriter, data: bytes) -> None:
    """Put what the page shows into a form that the page draws."""
    inner = writer.pages[0]["/Resources"]
    form = stream(data, Subtype=name("Form"), Resources=inner)
    writer.pages[0][name("Resources")] = group(XObject=group(Fm1=writer._add_object(form)))
    with_content(writer, b"/Fm1 Do")


def leave_out_a_role(writer: PdfWriter) -> None:
    """A figure by another name, without words."""
    root(writer)["/StructTreeRoot"][name("RoleMap")] = group(Picture=name("Figure"))
    figure_of(writer)[name("S")] = name("Picture")
    del figure_of(writer)["/Alt"]


def keep_words_elsewhere(writer: PdfWriter) -> None:
    figure_of(writer)[name("ActualText")] = figure_of(writer).pop("/Alt")


def lead_round(writer: PdfWriter) -> None:
    """Tags within themselves."""
    tags = root(writer)["/StructTreeRoot"]
    tags["/K"][name("K")] = ArrayObject([tags.raw_get("/K")])


def lock(writer: PdfWriter) -> None:
    kept = UserAccessPermissions.all() & ~UserAccessPermissions.EXTRACT_TEXT_AND_GRAPHICS
    writer.encrypt("", "owner", permissions_flag=kept, algorithm="RC4-128")


def blank(writer: PdfWriter) -> None:
    """A second page with nothing on it, as at the end of a part."""
    writer.add_blank_page(100, 100)


DEFECTS: dict[str, tuple[Callable[[PdfWriter], object], tuple[str, ...]]] = {
    "nothing": (lambda _: None, ()),
    "no tree of tags": (lambda writer: root(writer).pop("/StructTreeRoot"), ("tags",)),
    "an empty tree of tags": (lambda writer: root(writer)["/StructTreeRoot"].pop("/K"), ("tags",)),
    "no mark that it is tagged": (lambda writer: root(writer).pop("/MarkInfo"), ("tags",)),
    "a mark that it is not": (
        lambda writer: root(writer)["/MarkInfo"].update(group(Marked=BooleanObject(False))), ("tags",),
    ),
    "no language": (lambda writer: root(writer).pop("/Lang"), ("language",)),
    "a blank language": (lambda writer: root(writer).update(group(Lang=TextStringObject(" "))), ("language",)),
    "no title": (lambda writer: setattr(writer, "metadata", {"/Title": ""}), ("title",)),
    "a title that is not shown": (lambda writer: root(writer).pop("/ViewerPreferences"), ("title",)),
    "a picture and no text": (lambda writer: with_content(writer, SHOWS), ("text",)),
    "a picture within the page's content": (
        lambda writer: with_content(writer, b"BI /W 1 /H 1 ID x EI", writer.pages[0].pop("/Resources")), ("text",),
    ),
    "a picture within a form": (lambda writer: as_a_form(writer, SHOWS), ("text",)),
    "text within a form": (lambda writer: as_a_form(writer, SPEAKS + SHOWS), ()),
    "text letter by letter": (lambda writer: with_content(writer, b"BT [(M) -20 (inutes)] TJ ET"), ()),
    "a blank page": (blank, ()),
    "a lock": (lock, ("access",)),
    "a figure without words": (lambda writer: figure_of(writer).pop("/Alt"), ("alternatives",)),
    "a figure with blank words": (
        lambda writer: figure_of(writer).update(group(Alt=TextStringObject(" "))), ("alternatives",),
    ),
    "a figure by another name": (leave_out_a_role, ("alternatives",)),
    "words kept as the text itself": (keep_words_elsewhere, ()),
    "tags that lead round in a circle": (lead_round, ()),
}  # fmt: skip


@pytest.mark.parametrize("defect", DEFECTS)
def test_what_a_pdf_lacks_is_found_and_nothing_else(defect: str, tmp_path: Path) -> None:
    plant, expected = DEFECTS[defect]
    writer = sound()
    plant(writer)
    (tmp_path / "a.pdf").write_bytes(to_bytes(writer))
    assert structure(str(tmp_path / "a.pdf")).lacks == expected


def test_every_word_for_what_is_lacking_is_tried() -> None:
    assert {lacking for _, expected in DEFECTS.values() for lacking in expected} == LACKS.keys()


def test_a_file_with_a_password_or_a_damaged_one_cannot_be_looked_into(tmp_path: Path) -> None:
    writer = sound()
    writer.encrypt("secret", algorithm="RC4-128")
    (tmp_path / "locked.pdf").write_bytes(to_bytes(writer))
    (tmp_path / "damaged.pdf").write_bytes(b"%PDF-1.7\n")
    assert structure(str(tmp_path / "locked.pdf")) == Structure()
    assert structure(str(tmp_path / "damaged.pdf")) == Structure()


def test_a_plain_pdf_of_a_writing_program_lacks_almost_everything(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    (tmp_path / "a.pdf").write_bytes(to_bytes(writer))
    assert structure(str(tmp_path / "a.pdf")) == Structure(1, ("tags", "language", "title"))


def test_a_file_is_looked_into_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "content/agenda.pdf").write_bytes(to_bytes(sound()))
    monkeypatch.setattr("generators.read.files.SETTLED", -1)
    first = read(project).files["content/agenda.pdf"]
    monkeypatch.setattr("generators.read.files.structure", lambda _: Structure(99))
    assert read(project).files["content/agenda.pdf"] == first
    assert (first.pages, first.lacks) == (1, ())
    (project / "content/agenda.pdf").write_bytes(to_bytes(sound()) + b"\n")
    assert read(project).files["content/agenda.pdf"].pages == 99


# ---- the statement


@pytest.fixture
def with_files(project: Path) -> Path:
    """The sound project, a meeting of which has a file that lacks nothing, one without language, and a damaged one."""
    speechless = sound()
    del root(speechless)["/Lang"]
    for file, content in (("a.pdf", to_bytes(sound())), ("b.pdf", to_bytes(speechless)), ("c.pdf", b"no PDF")):
        (project / MEETING).with_name(file).write_bytes(content)
    listed = "".join(f"  - {{file: {letter}.pdf, title: Illustrative {letter}}}\n" for letter in "abc")
    edit(project, MEETING, "attachments:\n", f"attachments:\n{listed}")
    return project


def test_the_statement_lists_every_pdf_that_fails_and_why(with_files: Path) -> None:
    found = attached(public(check(read(with_files), sections.kinds())[0], NOW))
    assert (found.pdfs, found.sound) == ("3 PDFs", 1)
    assert [(one.link.text, one.link.address, one.beside, one.reasons) for one in found.failing] == [
        ("b.pdf of meeting panel/2024-03-06", "meetings/panel/2024-03-06/b.pdf", "Meeting: 6 March 2024",
         (LACKS["language"],)),
        ("c.pdf of meeting panel/2024-03-06", "meetings/panel/2024-03-06/c.pdf", "Meeting: 6 March 2024", ()),
    ]  # fmt: skip
    assert found.others == ("1 TXT file",)


def test_no_file_is_listed_of_a_record_that_is_not_published(with_files: Path) -> None:
    edit(with_files, MEETING, "publication: published", "publication: draft")
    found = attached(public(check(read(with_files), sections.kinds())[0], NOW))
    assert (found.pdfs, found.failing, found.others) == ("", (), ())


@pytest.mark.parametrize(("year", "due"), [(2024, False), (2025, True)])
def test_a_review_is_due_after_a_year(project: Path, year: int, due: bool) -> None:
    with (project / "content/office.yml").open("a") as office:
        office.write("accessibility: {prepared: 2023-01-01, reviewed: 2024-03-01}\n")
    now = datetime(year, 6, 1, tzinfo=LONDON)
    assert next(pages(public(load(project), now), now)).values["is_due"] is due
