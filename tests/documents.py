"""Small documents with words in them, to attach to a meeting."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from docx import Document
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from generators.inspect import inspect
from tests.projects import edit

MEETING = "content/meetings/panel/2024-03-06"
PACK = ("Agenda of the meeting", "Swimming lessons for police horses", "")
"""The pages of a pack; the last has no words, as if it were scanned."""
LETTER = "The chair thanks the harbourmaster."


def pdf(pages: Sequence[str]) -> bytes:
    """A PDF with a line of words on each page."""
    writer = PdfWriter()
    for words in pages:
        page = writer.add_blank_page(width=595, height=842)
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        names = DictionaryObject({NameObject(name): NameObject(value) for name, value in font.items()})
        fonts = DictionaryObject({NameObject("/F1"): names})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        content = StreamObject()
        content.set_data(f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(content)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def word(paragraphs: Sequence[str], cells: Sequence[str] = ()) -> bytes:
    """A Word file with these paragraphs, and a table of one row where there are cells."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if cells:
        row = document.add_table(rows=1, cols=len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def with_documents(root: Path) -> Path:
    """The sound project with a pack and a letter attached to a meeting, and a decision to publish the letter so."""
    letter = word([LETTER])
    (root / MEETING / "pack.pdf").write_bytes(pdf(PACK))
    (root / MEETING / "letter.docx").write_bytes(letter)
    old = "  - {file: agenda.txt, title: Agenda as issued}\n"
    new = "  - {file: pack.pdf, title: The pack}\n  - {file: letter.docx, title: A letter}\n"
    edit(root, f"{MEETING}/meeting.yml", old, old + new)
    record = root / MEETING / "meeting.yml"
    record.write_text(record.read_text() + "allow:\n" + "".join(allowed("letter.docx", letter)))
    return root


def allowed(name: str, content: bytes) -> Iterator[str]:
    """An entry for each rule that holds a file back."""
    for rule in sorted({found.rule for found in inspect(name, content).found}):
        yield f"  - {{rule: {rule}, where: {name}, sha256: {sha256(content).hexdigest()}, "
        yield "reason: It is illustrative., decided_by: Archivist, until: 2030-01-01}\n"
