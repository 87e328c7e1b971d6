"""Office files and PDFs that hide things in ways seldom thought of, and ones that come near and hide nothing."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.inspected.offices import SHEET, edited, paragraph, related, with_parts, workbook
from tests.inspected.pdfs import SHOWN, annotation, described, image, in_colours, layer, pdf, root
from tests.inspected.pictures import jpeg, png, profile, saved

BOOK = "xl/workbook.xml"
STYLES = "word/styles.xml"
TEXT = "<w:r>{}<w:t>made up</w:t></w:r>"
DRAWING = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
MAIN_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OF_WORD = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" %b/></rdf:RDF></x:xmpmeta>'
)


def in_sheet(xml: str) -> bytes:
    """A workbook with more behind the cells of its sheet."""
    return edited(workbook(), SHEET, "</sheetData>", f"</sheetData>{xml}")


def run(properties: str) -> bytes:
    return paragraph(TEXT.format(f"<w:rPr>{properties}</w:rPr>"))


def styled(style: str, properties: str) -> bytes:
    """A document of whose paragraphs one has a style of its own."""
    made = paragraph(f'<w:pPr><w:pStyle w:val="Made"/></w:pPr>{TEXT.format(properties)}')
    return edited(made, STYLES, "</w:styles>", f"{style}</w:styles>")


def style(id: str, inner: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{id}">{inner}</w:style>'


def with_white_letters(paper: str = "") -> bytes:
    def change(book: Any, sheet: Any) -> None:
        white = book.add_format({"font_color": "white"})
        behind = [book.add_format({"bg_color": paper, "pattern": 1})] if paper else []
        sheet.write_rich_string("D1", "seen ", white, "made up", *behind)

    return workbook(change)


def with_rule(**format: str) -> bytes:
    return workbook(
        lambda book, sheet: sheet.conditional_format(
            "A1:B3", {"type": "cell", "criteria": ">", "value": 0, "format": book.add_format(format)}
        )
    )


def spoken_of(content: bytes) -> bytes:
    """The same archive with a comment behind it, as programs that pack can write one."""
    made = BytesIO(content)
    with ZipFile(made, "a", ZIP_DEFLATED) as archive:
        archive.comment = b"made up"
    return made.getvalue()


def tabs(listed: str) -> bytes:
    made = workbook(lambda book, _: book.add_worksheet("Raw").write(0, 0, "made up"))
    return edited(made, BOOK, "<workbookView ", f"<workbookView {listed} ")


def merged(beneath: str) -> bytes:
    made = workbook(lambda _, sheet: sheet.merge_range("D1:E1", "Total"))
    return edited(made, SHEET, "</c></row><row", f'</c><c r="E1">{beneath}</c></row><row')


def cropped(side: str) -> bytes:
    return paragraph(f'<w:r><a:srcRect xmlns:a="{MAIN_DRAWING}" {side}/></w:r>')


def workbooks() -> Iterator[tuple[str, str, bytes]]:
    """What hides in a workbook, the rule that should find it, and the file."""
    listed = workbook(lambda book, _: book.add_worksheet("Raw").write(0, 0, "made up"))
    yield (
        "a sheet that is not listed",
        "hidden-sheet",
        edited(listed, BOOK, '<sheet name="Raw" sheetId="2" r:id="rId2"/>', ""),
    )
    yield "sheets without their tabs", "hidden-sheet", tabs('showSheetTabs="0"')
    yield "white letters in a cell", "hidden-cells", with_white_letters()
    yield "a rule that whitens", "hidden-cells", with_rule(font_color="#FFFFFF")
    yield "a rule that shows nothing", "hidden-cells", with_rule(num_format=";;;")
    yield "a cell beneath a merged one", "hidden-cells", merged("<v>5</v>")
    yield "other values of a cell", "hidden-cells", in_sheet('<scenarios><scenario name="made up"/></scenarios>')
    yield (
        "how a cell is read out",
        "hidden-cells",
        edited(
            workbook(), SHEET, "</sheetData>",
            '<row r="9"><c r="A9" t="inlineStr"><is><t>1</t><rPh><t>made up</t></rPh></is></c></row></sheetData>',
        ),
    )  # fmt: skip
    yield (
        "a comment of a name",
        "comment",
        edited(workbook(lambda book, _: book.define_name("Raw", "=Summary!$A$1")), BOOK, '<definedName name="Raw"',
               '<definedName comment="made up" name="Raw"'),
    )  # fmt: skip
    yield (
        "who locked it",
        "personal-metadata",
        edited(workbook(), BOOK, "<workbookPr ", '<fileSharing userName="Made Up"/><workbookPr '),
    )
    yield (
        "a formula with a path",
        "external-link",
        workbook(lambda _, s: s.write_formula("D1", "='C:\\made\\[up.xlsx]Raw'!A1", None, 5)),
    )
    yield (
        "a formula that asks another program",
        "external-link",
        workbook(lambda _, s: s.write_formula("D1", '=1+DDE("made","up","x")', None, 5)),
    )
    yield "bytes behind it", "trailing-data", workbook() + b"made-up rows " * 4
    yield "words behind it", "trailing-data", spoken_of(workbook())
    yield "bytes between its parts", "trailing-data", between(workbook())


def between(content: bytes) -> bytes:
    """The same archive with bytes before its list of parts, as a program leaves them that deletes a part."""
    at = content.rfind(b"PK\5\6")
    start = int.from_bytes(content[at + 16 : at + 20], "little")
    more = b"made-up rows " * 4
    end = bytearray(content[at:])
    end[16:20] = (start + len(more)).to_bytes(4, "little")
    return content[:start] + more + content[start:at] + bytes(end)


def documents() -> Iterator[tuple[str, str, bytes]]:
    """What hides in a document, the rule that should find it, and the file."""
    white = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    based = style("Base", "<w:rPr><w:vanish/></w:rPr>") + style("Made", '<w:basedOn w:val="Base"/>')
    yield "text hidden by the style of another style", "hidden-text", styled(based, "")
    yield "text white by its style", "hidden-text", styled(style("Made", white), "")
    yield "almost white text", "hidden-text", run('<w:color w:val="FDFDFD"/>')
    yield "text blacked out with the marker", "hidden-text", run('<w:highlight w:val="black"/>')
    yield "black on black", "hidden-text", run('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>')
    yield "letters without width", "hidden-text", run('<w:w w:val="1"/>')
    yield "a hidden box", "hidden-text", paragraph(f'<w:r><wp:docPr {DRAWING} id="7" name="Box" hidden="1"/></w:r>')
    yield (
        "a hidden box of an old program",
        "hidden-text",
        paragraph('<w:r><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:9pt;visibility:hidden"/></w:r>'),
    )
    yield "a cropped picture", "cropped-page", cropped('l="40000"')


def of_pdfs() -> Iterator[tuple[str, str, bytes]]:
    """What hides in a PDF, the rule that should find it, and the file."""

    def turned_round(made: Pdf, page: Any) -> None:
        layer(made, page)
        group = made.Root.OCProperties.OCGs[0]
        made.Root.OCProperties.D = Dictionary(ON=Array([group]))
        page.Resources.Properties = Dictionary(
            L1=made.make_indirect(Dictionary(Type=Name.OCMD, OCGs=group, P=Name.AllOff))
        )

    def field_nowhere(made: Pdf, _: Any) -> None:
        field = made.make_indirect(Dictionary(FT=Name.Tx, T=String("note"), V=String("made up")))
        made.Root.AcroForm = Dictionary(Fields=Array([field]))

    def template(made: Pdf, _: Any) -> None:
        page = made.make_indirect(Dictionary(Type=Name.Template, Contents=made.make_stream(SHOWN.encode())))
        made.Root.Names = Dictionary(Templates=Dictionary(Names=Array([String("made up"), page])))

    def alternate(made: Pdf, page: Any) -> None:
        other = Dictionary(Image=image(made, b"\x40", 1, 1))
        page.Resources.XObject = Dictionary(Im1=image(made, b"\x80", 1, 1, Alternates=Array([other])))

    def handed_on(made: Pdf, _: Any) -> None:
        made.Root.Metadata = made.make_stream(OF_WORD % b'pdfx:CaseNumber="made up"')

    yield "what is shown while a layer is not", "hidden-layer", pdf(change=turned_round)
    yield "a field on no page", "hidden-field", pdf(change=field_nowhere)
    yield "a page from which others are made", "left-over", pdf(change=template)
    yield "a picture in the place of another", "image-layer", pdf(change=alternate)
    yield "a property of the document it was made of", "custom-properties", pdf(change=handed_on)


def sound() -> Iterator[tuple[str, str, bytes]]:
    """Office files that come near, and hide nothing but that they are of such a format."""
    yield "white letters on blue in a cell", "a.xlsx", with_white_letters("#0000FF")
    yield "a rule that colours", "a.xlsx", with_rule(font_color="#9C0006", bg_color="#FFC7CE")
    yield "a merged cell", "a.xlsx", merged("")
    yield "sheets with their tabs", "a.xlsx", tabs('showSheetTabs="1"')
    yield "a column of a table", "a.xlsx", workbook(lambda _, s: s.write_formula("D1", "=SUM(Table1[2020])", None, 5))
    yield "a style of its own", "a.docx", styled(style("Made", '<w:rPr><w:color w:val="1F4E79"/></w:rPr>'), "")
    yield "white on a dark shade", "a.docx", run('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>')
    yield "letters left to the program on black", "a.docx", run('<w:shd w:val="clear" w:fill="000000"/>')
    yield "a yellow marker", "a.docx", run('<w:highlight w:val="yellow"/>')
    yield "the numbers of pages in a table of contents", "a.docx", run("<w:webHidden/>")
    yield "a picture with its edge rounded", "a.docx", cropped('l="300" r="-20"')
    empty = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"></Properties>'
    yield (
        "a list of further properties without any",
        "a.xlsx",
        with_parts(related(workbook(), "", "custom-properties", "docProps/custom.xml"), {"docProps/custom.xml": empty}),
    )


def said() -> Iterator[tuple[str, str, bytes]]:
    """Files that say something beside their running text, where a reader can come upon it: `07700 900123`."""
    number = "07700 900123"
    yield "at the head of a printed page", "a.xlsx", workbook(lambda _, sheet: sheet.set_header(f"&L{number}"))
    yield "in a list to choose from", "a.xlsx", workbook(
        lambda _, sheet: sheet.data_validation("D1", {"validate": "list", "source": [number]})
    )  # fmt: skip
    yield "in a text box", "a.xlsx", workbook(lambda _, sheet: sheet.insert_textbox("D4", number))
    yield "in the description of a picture", "a.docx", paragraph(
        f'<w:r><wp:docPr {DRAWING} id="7" name="Picture" descr="{number}"/></w:r>'
    )  # fmt: skip
    yield "in the colours of a picture", "a.jpg", saved("JPEG", icc_profile=profile(desc=number.encode()))
    yield "in the description of a photograph", "a.jpg", jpeg(ImageDescription=number)
    yield "in the title of a picture", "a.png", png(Title=number)
    yield "in the colours of a PDF", "a.pdf", pdf(change=in_colours(profile(cprt=f"Ring {number}".encode())))
    yield "in a remark of a PDF", "a.pdf", pdf(f"{SHOWN}\n% {number}")
    yield "in a text that no instruction of a PDF shows", "a.pdf", pdf(f"{SHOWN}\n({number}) made")
    for name in ("Alt", "ActualText", "E"):
        yield f"in what a part of a page says of itself: {name}", "a.pdf", pdf(
            f"/Span <</{name} ({number})>> BDC {SHOWN} EMC"
        )  # fmt: skip
    yield "in the properties of a PDF", "a.pdf", pdf(change=described(number))
    yield "in a form that is filled in", "a.pdf", pdf(
        change=annotation("/Widget", F=4, FT=Name.Tx, T=String("note"), V=String(number))
    )  # fmt: skip
    yield "in a description that is read out", "a.pdf", pdf(
        change=root(StructTreeRoot=Dictionary(K=Dictionary(S=Name.Figure, Alt=String(number))))
    )  # fmt: skip
