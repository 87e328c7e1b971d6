"""Workbooks and word-processor documents that hide things, and ones that do not."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
from docx import Document
from docx.shared import Pt, RGBColor

from tests.inspected.pictures import jpeg

Parts = dict[str, bytes]
Change = Callable[[Any, Any], object]
MAIN = "word/document.xml"
SHEET = "xl/worksheets/sheet1.xml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@cache
def workbook(change: Change | None = None) -> bytes:
    """A workbook with a table of two columns on a sheet, changed before it is saved."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Summary")
        for row, (name, number) in enumerate((("Month", 0), ("May", 3), ("June", 4))):
            sheet.write(row, 0, name)
            sheet.write(row, 1, number)
        if change:
            change(book, sheet)
    return made.getvalue()


def rows_of_people(state: str) -> Change:
    """Behind a summary, a sheet of people that is not shown: how the names of a whole police service got out."""

    def change(book: Any, _: Any) -> None:
        people = book.add_worksheet("Raw")
        for row in range(50):
            people.write_row(row, 0, [f"Made-up {row}", "Constable", "Station"])
        getattr(people, state)()

    return change


@cache
def word(change: Callable[[Any], object] | None = None) -> bytes:
    """A document of one paragraph, changed before it is saved."""
    document = Document()
    document.add_paragraph("The panel thanked the harbourmaster.")
    if change:
        change(document)
    made = BytesIO()
    document.save(made)
    return with_parts(made.getvalue(), {}, without=("docProps/thumbnail.jpeg",))


def with_parts(content: bytes, added: Mapping[str, bytes], without: tuple[str, ...] = ()) -> bytes:
    """The same file with these parts as well or instead."""
    with ZipFile(BytesIO(content)) as old:
        parts = {name: old.read(name) for name in old.namelist() if name not in without}
    for name in without:
        relation = re.compile(rb'<Relationship [^>]*Target="' + name.encode() + rb'"[^>]*/>')
        parts["_rels/.rels"] = relation.sub(b"", parts["_rels/.rels"])
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as new:
        for name, part in {**parts, **added}.items():
            new.writestr(name, part)
    return made.getvalue()


def edited(content: bytes, part: str, old: str, new: str) -> bytes:
    with ZipFile(BytesIO(content)) as archive:
        text = archive.read(part).decode()
    assert old in text, old
    return with_parts(content, {part: text.replace(old, new, 1).encode()})


def related(content: bytes, source: str, kind: str, target: str, *, outside: bool = False) -> bytes:
    folder, _, file = source.rpartition("/")
    part = f"{folder}/_rels/{file}.rels".lstrip("/")
    mode = ' TargetMode="External"' if outside else ""
    relation = f'<Relationship Id="rId99" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>'
    with ZipFile(BytesIO(content)) as archive:
        empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        text = archive.read(part).decode() if part in archive.namelist() else empty
    return with_parts(content, {part: text.replace("</Relationships>", f"{relation}</Relationships>").encode()})


def paragraph(xml: str) -> bytes:
    return edited(word(), MAIN, "<w:sectPr", f"<w:p>{xml}</w:p><w:sectPr")


def chart_of_hidden(book: Any, sheet: Any) -> None:
    rows_of_people("hide")(book, sheet)
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Raw!$A$1:$A$4"})
    sheet.insert_chart("D4", chart)


def chart(book: Any, sheet: Any) -> None:
    made = book.add_chart({"type": "line"})
    made.add_series({"values": "=Summary!$B$2:$B$3"})
    sheet.insert_chart("D4", made)


def hidden_format(**values: Any) -> Change:
    return lambda book, sheet: sheet.write(1, 2, "made up", book.add_format(values))


def filtered(_: Any, sheet: Any) -> None:
    sheet.autofilter("A1:B3")
    sheet.set_row(2, None, None, {"hidden": True})


def workbooks() -> Iterator[tuple[str, str, bytes]]:
    """What hides in a workbook, the rule that should find it, and the file."""
    changes: tuple[tuple[str, str, Change], ...] = (
        ("a hidden sheet of people", "hidden-sheet", rows_of_people("hide")),
        ("a very hidden sheet of people", "hidden-sheet", rows_of_people("very_hidden")),
        ("a hidden row", "hidden-rows", lambda _, s: s.set_row(1, None, None, {"hidden": True})),
        ("a filtered row", "hidden-rows", filtered),
        ("a row without height", "hidden-rows", lambda _, s: s.set_row(1, 0.5)),
        ("rows hidden unless told otherwise", "hidden-rows", lambda _, sheet: sheet.set_default_row(None, True)
            or sheet.set_row(1, None, None, {"hidden": True})),
        ("a hidden column", "hidden-columns", lambda _, s: s.set_column(1, 1, None, None, {"hidden": True})),
        ("a column without width", "hidden-columns", lambda _, s: s.set_column(1, 1, 0.05)),
        ("a collapsed group", "hidden-rows", lambda _, s: s.set_row(1, None, None, {"level": 1, "hidden": True})),
        ("white on white", "hidden-cells", hidden_format(font_color="white")),
        ("blue on blue", "hidden-cells", hidden_format(font_color="#0000FF", bg_color="#0000FF", pattern=1)),
        ("tiny figures", "hidden-cells", hidden_format(font_size=1)),
        ("a format that shows nothing", "hidden-cells", hidden_format(num_format=";;;")),
        ("cells far below", "far-cells", lambda _, sheet: sheet.write(5000, 0, "made up")),
        ("cells far to the right", "far-cells", lambda _, sheet: sheet.write(0, 300, "made up")),
        ("a comment", "comment", lambda _, sheet: sheet.write_comment("A1", "made up")),
        ("a chart of a hidden sheet", "chart-data", chart_of_hidden),
        ("a name with a value", "hidden-name", lambda book, _: book.define_name("Note", '="made up"')),
        ("an author", "personal-metadata", lambda book, _: book.set_properties({"author": "Made Up"})),
        ("a manager", "personal-metadata", lambda book, _: book.set_properties({"manager": "Made Up"})),
        ("a custom property", "custom-properties", lambda book, _: book.set_custom_property("Case", "made up")),
        ("a link to a share", "local-link", lambda _, s: s.write_url("D1", r"external:\\server\share\case.xlsx")),
        ("a formula of another file", "external-link", lambda _, s: s.write_formula("D1", "=[1]Raw!A1", None, 5)),
        ("a formula that asks a server", "external-link", lambda _, sheet: sheet.write_formula(
            "D1", '=_xlfn.WEBSERVICE("https://made.example/")', None, 5)),
        ("a picture with a position", "image-position", lambda _, sheet: sheet.insert_image(
            "D1", "a.jpg", {"image_data": BytesIO(jpeg(position=True))})),
    )  # fmt: skip
    for name, rule, change in changes:
        yield name, rule, workbook(change)
    parts = (
        ("a pivot cache that belongs to nothing", "pivot-cache", "xl/pivotCache/pivotCacheRecords9.xml"),
        ("a data model", "data-model", "xl/model/item.data"),
        ("an embedded object", "embedded-file", "xl/embeddings/oleObject1.bin"),
        ("macros", "script", "xl/vbaProject.bin"),
        ("an old macro sheet", "script", "xl/macrosheets/sheet1.xml"),
        ("threaded comments", "comment", "xl/threadedComments/threadedComment1.xml"),
        ("who commented", "comment", "xl/persons/person.xml"),
        ("values of another file", "external-link", "xl/externalLinks/externalLink1.xml"),
        ("connections", "connection", "xl/connections.xml"),
        ("a query", "connection", "xl/queryTables/queryTable1.xml"),
        ("a printer", "printer-settings", "xl/printerSettings/printerSettings1.bin"),
        ("revisions", "tracked-change", "xl/revisions/revisionLog1.xml"),
        ("custom XML", "custom-xml", "customXml/item1.xml"),
        ("a sheet that is not listed", "orphan-part", "xl/worksheets/sheet7.xml"),
        ("a part of no known kind", "unknown-part", "xl/notes.xml"),
        ("a slicer", "pivot-cache", "xl/slicerCaches/slicerCache1.xml"),
    )
    for name, rule, part in parts:
        yield name, rule, with_parts(workbook(), {part: b"<made>up</made>"})
    unused = workbook(lambda _, sheet: sheet.write(2, 0, 5))
    yield "a text of a deleted cell", "left-over-text", unused
    named = edited(workbook(lambda book, _: book.define_name("Raw", "=Summary!$A$1")), "xl/workbook.xml",
                   '<definedName name="Raw"', '<definedName hidden="1" name="Raw"')  # fmt: skip
    yield "a hidden name", "hidden-name", named


def documents() -> Iterator[tuple[str, str, bytes]]:
    """What hides in a document, the rule that should find it, and the file."""
    changes = (
        (
            "deleted text",
            "tracked-change",
            '<w:del w:id="1" w:author="x"><w:r><w:delText>made up</w:delText></w:r></w:del>',
        ),
        ("inserted text", "tracked-change", '<w:ins w:id="1" w:author="x"><w:r><w:t>made up</w:t></w:r></w:ins>'),
        ("moved text", "tracked-change", '<w:moveFrom w:id="1"><w:r><w:t>made up</w:t></w:r></w:moveFrom>'),
        ("hidden text", "hidden-text", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>made up</w:t></w:r>"),
        ("white text", "hidden-text", '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>made up</w:t></w:r>'),
        ("tiny text", "hidden-text", '<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>made up</w:t></w:r>'),
        ("a field of another file", "external-link", '<w:r><w:instrText>INCLUDETEXT "a.docx"</w:instrText></w:r>'),
        ("a field to a folder", "local-link", '<w:r><w:instrText>HYPERLINK "C:\\Users\\x\\a"</w:instrText></w:r>'),
    )
    for name, rule, xml in changes:
        yield name, rule, paragraph(xml)
    parts = (
        ("comments", "comment", "word/comments.xml"),
        ("who commented", "comment", "word/people.xml"),
        ("an embedded workbook", "embedded-file", "word/embeddings/Microsoft_Excel_Sheet1.xlsx"),
        ("macros", "script", "word/vbaProject.bin"),
        ("custom XML", "custom-xml", "customXml/item3.xml"),
        ("another document inside", "embedded-file", "word/afchunk1.docx"),
        ("kept texts", "hidden-text", "word/glossary/document.xml"),
        ("a custom property", "custom-properties", "docProps/custom.xml"),
        ("a picture of the first page", "thumbnail", "docProps/thumbnail.jpeg"),
        ("a picture in a program's format", "active-content", "word/media/image1.emf"),
        ("a header that belongs to nothing", "orphan-part", "word/header9.xml"),
    )
    for name, rule, part in parts:
        yield name, rule, with_parts(word(), {part: b"<made>up</made>"})
    yield "an author", "personal-metadata", word(lambda made: setattr(made.core_properties, "author", "Made Up"))
    yield (
        "who saved it",
        "personal-metadata",
        word(lambda made: setattr(made.core_properties, "last_modified_by", "Made")),
    )
    yield (
        "a template on a share",
        "local-link",
        related(word(), "word/settings.xml", "attachedTemplate", "file:///C:/shared/a.dotx", outside=True),
    )
    yield (
        "a picture from elsewhere",
        "external-link",
        related(word(), MAIN, "image", "https://made.example/a.png", outside=True),
    )
    yield (
        "a link to an office's site",
        "local-link",
        related(word(), MAIN, "hyperlink", "https://force.sharepoint.com/sites/x", outside=True),
    )


def unreadable() -> Iterator[tuple[str, str, bytes]]:
    """What cannot be looked into, and the rule that says so."""
    zeros = BytesIO()
    with ZipFile(zeros, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("xl/workbook.xml", bytes(100_000_000))
    yield "a bomb of zeros", "too-large", zeros.getvalue()
    entities = b'<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    yield "a bomb of entities", "damaged", with_parts(workbook(), {"xl/workbook.xml": entities})
    yield "half a workbook", "damaged", workbook()[:2000]
    yield "broken XML", "damaged", with_parts(workbook(), {SHEET: b"<worksheet>"})
    many = BytesIO()
    with ZipFile(many, "w") as archive:
        for number in range(5001):
            archive.writestr(f"xl/{number}" if number else "[Content_Types].xml", b"")
    yield "very many parts", "too-large", many.getvalue()


def sound() -> Iterator[tuple[str, str, bytes]]:
    """Office files that hide nothing but that they are of such a format."""
    yield "a workbook", "a.xlsx", workbook()
    yield "a chart of a sheet that is shown", "a.xlsx", workbook(chart)
    yield "a filter that hides nothing", "a.xlsx", workbook(lambda _, sheet: sheet.autofilter("A1:B3"))
    yield (
        "hidden rows without content",
        "a.xlsx",
        workbook(lambda _, s: s.set_row(9, None, None, {"hidden": True})),
    )
    yield "white on blue", "a.xlsx", workbook(hidden_format(font_color="white", bg_color="#0000FF", pattern=1))
    yield "a format with signs", "a.xlsx", workbook(hidden_format(num_format="0;-0;;@"))
    yield "a name for a place", "a.xlsx", workbook(lambda book, _: book.define_name("Figures", "=Summary!$B$2:$B$3"))
    yield "a print area", "a.xlsx", workbook(lambda _, sheet: sheet.print_area("A1:B3"))
    yield "a public link", "a.xlsx", workbook(lambda _, sheet: sheet.write_url("D1", "https://www.gov.uk/"))
    yield "a table", "a.xlsx", workbook(lambda _, sheet: sheet.add_table("D1:E3"))
    yield "a title", "a.xlsx", workbook(lambda book, _: book.set_properties({"title": "Figures"}))
    yield (
        "an office as author",
        "a.xlsx",
        workbook(lambda book, _: book.set_properties({"author": "Office of the Commissioner"})),
    )
    yield "a document", "a.docx", word()
    yield "a heading and a table", "a.docx", word(lambda made: (made.add_heading("Actions"), made.add_table(2, 2)))
    yield "a header", "a.docx", word(lambda made: setattr(made.sections[0].header.paragraphs[0], "text", "Panel"))

    def white_on_blue(made: Any) -> None:
        run = made.add_table(1, 1, style="Table Grid").cell(0, 0).paragraphs[0].add_run("Total")
        run.font.color.rgb, run.font.size = RGBColor(255, 255, 255), Pt(12)

    yield "white in a table with a style", "a.docx", word(white_on_blue)
