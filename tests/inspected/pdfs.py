"""PDFs that hide things, and PDFs that do not."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.inspected.pictures import jpeg, noise, profile

WORDS = "The panel thanked the harbourmaster"
SHOWN = f"BT /F1 12 Tf 72 700 Td ({WORDS}) Tj ET"
SECRET = "BT /F1 12 Tf 72 600 Td (Made-up name of a witness) Tj ET"
COVER = "70 595 200 18"
LINES = " ".join(f"0.4 g {across} 595 2 18 re f" for across in range(70, 270, 4))
WIDE, HIGH = 595, 842
Change = Callable[[Pdf, Any], None]


def pdf(content: str = SHOWN, change: Change | None = None, *, turn: int = 0, pages: int = 1, **saving: Any) -> bytes:
    """A PDF of some pages that draw this, changed before it is saved."""
    with Pdf.new() as made:
        font = made.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for _ in range(pages):
            page = made.add_blank_page(page_size=(WIDE, HIGH))
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
            page.obj.Contents = made.make_stream(content.encode("latin-1"))
            page.obj.Rotate = turn
        if change:
            change(made, made.pages[0].obj)
        content_of = BytesIO()
        made.save(content_of, **saving)
    return content_of.getvalue()


def image(made: Pdf, data: bytes, wide: int, high: int, **values: Any) -> Any:
    colours = {"ColorSpace": Name.DeviceGray, "BitsPerComponent": 8, **values}
    return made.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Width=wide, Height=high, **colours)


def draws_image(data: bytes, wide: int, high: int, before: str, after: str, place: str, **values: Any) -> Change:
    def change(made: Pdf, page: Any) -> None:
        page.Resources.XObject = Dictionary(Im1=image(made, data, wide, high, **values))
        page.Contents = made.make_stream(f"{before} q {place} cm /Im1 Do Q {after}".encode())

    return change


def annotation(kind: str, **values: Any) -> Change:
    def change(made: Pdf, page: Any) -> None:
        rect = Array([70, 595, 270, 613])
        page.Annots = Array([made.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=rect, **values))])
        if kind == "/Widget":
            made.Root.AcroForm = Dictionary(Fields=Array(list(page.Annots)))

    return change


def black_square(made: Pdf, page: Any) -> None:
    drawn = made.make_stream(b"0 g 0 0 200 18 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 18]))
    annotation("/Square", IC=Array([0, 0, 0]), AP=Dictionary(N=drawn))(made, page)


def root(**values: Any) -> Change:
    return lambda made, _: made.Root.update({f"/{name}": value for name, value in values.items()})


def embedded(made: Pdf, _: Any) -> None:
    made.attachments["rows.csv"] = b"id,name\n1,made up\n"


def layer(made: Pdf, page: Any) -> None:
    group = made.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
    page.Resources.Properties = Dictionary(L1=group)
    page.Contents = made.make_stream(f"{SHOWN} /OC /L1 BDC 0 g 90 90 50 50 re f EMC".encode())
    made.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


def shown_layer(made: Pdf, page: Any) -> None:
    layer(made, page)
    made.Root.OCProperties.D = Dictionary(ON=made.Root.OCProperties.OCGs)


def author(made: Pdf, _: Any) -> None:
    made.docinfo["/Author"] = "Made Up"


def title(made: Pdf, _: Any) -> None:
    made.docinfo["/Title"] = "Minutes of the panel"
    made.docinfo["/Producer"] = "A program 1.0"
    with made.open_metadata() as properties:
        properties["dc:title"] = "Minutes of the panel"


def xmp_author(made: Pdf, _: Any) -> None:
    with made.open_metadata() as properties:
        properties["dc:creator"] = ["Made Up"]


def described(words: str) -> Change:
    def change(made: Pdf, _: Any) -> None:
        with made.open_metadata() as properties:
            properties["dc:description"] = words

    return change


def crop(box: tuple[int, int, int, int]) -> Change:
    return lambda _, page: page.__setattr__("CropBox", Array(list(box)))


def private(key: str) -> Change:
    return lambda made, page: page.__setitem__(key, Dictionary(Made=Dictionary(Private=made.make_stream(b"state"))))


def thumbnail(made: Pdf, page: Any) -> None:
    page.Thumb = image(made, noise(4), 4, 4)


def hidden_field(made: Pdf, page: Any) -> None:
    annotation("/Widget", F=2, FT=Name.Tx, T=String("note"), V=String("made up"))(made, page)


def field(made: Pdf, page: Any) -> None:
    annotation("/Widget", F=4, FT=Name.Tx, T=String("note"))(made, page)


def left_over_page(content: bytes) -> bytes:
    """A PDF whose second page was taken out of the list of pages, and stays in the file."""
    with Pdf.open(BytesIO(content)) as made:
        second = made.pages[1].obj.objgen
    before = content.rindex(b"/Kids")
    start, end = content.index(b"[", before), content.index(b"]", before)
    kids = content[start:end].replace(f"{second[0]} 0 R".encode(), b" " * len(f"{second[0]} 0 R"))
    return (content[:start] + kids + content[end:]).replace(b"/Count 2", b"/Count 1")


def saved_over(content: bytes) -> bytes:
    """A PDF with a change written behind it, as editors do."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject

    writer = PdfWriter(BytesIO(content), incremental=True)
    assert isinstance(writer, PdfWriter)
    assert PdfReader(BytesIO(content)).pages
    writer.pages[0][NameObject("/Tabs")] = NameObject("/S")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


SCAN = noise(200)
OCR = f"BT /F1 12 Tf 3 Tr 72 600 Td ({WORDS}) Tj ET"
ON_PAGE = f"{WIDE} 0 0 {HIGH} 0 0"
SMALL = "200 0 0 18 70 595"
LINK = Dictionary(S=Name.URI, URI=String("https://opcc.example/minutes"))


def covers(turn: int = 0) -> Iterator[tuple[str, str, bytes]]:
    """Text on the page that is not seen, nine ways and more."""
    boxes = {
        "a black rectangle": f"{SECRET} 0 g {COVER} re f",
        "a white rectangle": f"{SECRET} 1 g {COVER} re f",
        "a red rectangle": f"{SECRET} 1 0 0 rg {COVER} re f",
        "a polygon": f"{SECRET} 0 g 70 595 m 270 595 l 272 613 l 69 613 l h f",
        "a thick line": f"{SECRET} 0 G 18 w 70 604 m 270 604 l S",
        "text drawn invisibly": SECRET.replace("Tf", "Tf 3 Tr"),
        "white text": f"1 g {SECRET}",
        "almost white text": f"0.95 g {SECRET}",
        "large text in the colour of the paper": "0.97 g " + SECRET.replace("12 Tf", "40 Tf"),
        "black text on black": f"0 g {COVER} re f {SECRET}",
        "tiny text": SECRET.replace("12 Tf", "0.5 Tf"),
        "text cut away": f"q 0 0 10 10 re W n {SECRET} Q",
        "text cut away beneath other text": f"q 0 0 10 10 re W n {SECRET.replace('600', '699')} Q",
        "text cut away among lines": f"{LINES} q 0 0 10 10 re W n {SECRET} Q",
    }
    for name, drawing in boxes.items():
        yield name, "covered-text", pdf(f"{SHOWN} {drawing}", turn=turn)
    solid = draws_image(b"\x80", 1, 1, f"{SHOWN} {SECRET}", "", SMALL)
    yield "an image over text", "covered-text", pdf(change=solid, turn=turn)
    varied = draws_image(noise(60), 60, 60, f"{SHOWN} {SECRET}", "", SMALL)
    yield "a photograph over text", "covered-text", pdf(change=varied, turn=turn)
    yield "a black square laid on", "covered-text", pdf(f"{SHOWN} {SECRET}", black_square, turn=turn)
    boxed = draws_image(SCAN, 200, 200, "", f"{OCR} 0 g {COVER} re f", ON_PAGE)
    yield "a box on a scan with recognised text", "covered-text", pdf(change=boxed, turn=turn)
    off = SECRET.replace("72 600", "72 900")
    yield "text off the page", "text-off-page", pdf(f"{SHOWN} {off}", turn=turn)
    yield (
        "a redaction that was not carried out",
        "redaction-not-applied",
        pdf(
            f"{SHOWN} {SECRET}",
            annotation("/Redact", QuadPoints=Array([70, 613, 270, 613, 70, 595, 270, 595])),
            turn=turn,
        ),
    )


def in_form(drawing: str, *, room: tuple[int, int, int, int] = (0, 0, WIDE, HIGH)) -> Change:
    """The page draws a form, which draws this within its room."""

    def change(made: Pdf, page: Any) -> None:
        values = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array(list(room))}
        form = made.make_stream(drawing.encode(), Resources=Dictionary(Font=page.Resources.Font), **values)
        page.Resources.XObject = Dictionary(Fm1=form)
        page.Contents = made.make_stream(f"{LINES} 0 g {SHOWN} q 0.5 0 0 0.5 36 300 cm /Fm1 Do Q".encode())

    return change


def in_two_streams(first: str, second: str) -> Change:
    """The page is drawn by two streams, one behind the other."""
    return lambda made, page: page.__setattr__(
        "Contents", Array([made.make_stream(first.encode()), made.make_stream(second.encode())])
    )


def in_colours(profile: bytes) -> Change:
    """A grey picture whose colours are said by this profile."""

    def change(made: Pdf, page: Any) -> None:
        colours = Array([Name.ICCBased, made.make_stream(profile, N=1)])
        draws_image(SCAN, 200, 200, SHOWN, "", "200 0 0 200 70 200", ColorSpace=colours)(made, page)

    return change


def planted() -> Iterator[tuple[str, str, bytes]]:
    """What hides, the rule that should find it, and the file."""
    yield from covers()
    yield "a remark in a form", "program-data", pdf(change=in_form(f"% {WORDS}\n{SHOWN}"))
    yield "a remark in the second of two streams", "program-data", pdf(change=in_two_streams(SHOWN, "% made up\nq Q"))
    yield "a remark", "program-data", pdf(f"{SHOWN}\n% made up (50%\n")
    idle = {
        "a text of an unknown instruction": f"({WORDS}) made",
        "a text of none": f"({WORDS})",
        "a text of an instruction for numbers": f"({WORDS}) 0 0 0 rg",
        "a text that marks a part of the page": f"/Part <</Made ({WORDS})>> BDC EMC",
        "a text that marks a place": f"/Place <</Made ({WORDS})>> DP",
        "a text with brackets in it": f"({WORDS} (at (last))) made",
        "a text before one that is shown": f"({WORDS}) made {SHOWN}",
        "a text behind a word that only begins like an instruction": f"({WORDS}) Tjx",
        "a text in letters of two bytes": f"<{WORDS.encode('utf-16').hex()}> made",
    }
    for name, drawing in idle.items():
        yield name, "program-data", pdf(f"{SHOWN}\n{drawing}\n")
    yield "text cut away by a form's room", "covered-text", pdf(change=in_form(SHOWN, room=(0, 0, 90, 90)))
    folder = profile(desc=b"C:\\Users\\made.up\\screen.icm")
    yield "a folder in the colours of a picture", "personal-metadata", pdf(change=in_colours(folder))
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    launch = Dictionary(S=Name.Launch, F=String("calc.exe"))
    share = Dictionary(S=Name.URI, URI=String("file://server/share/case.docx"))
    site = Dictionary(S=Name.URI, URI=String("https://force.sharepoint.com/sites/complaints"))
    black = draws_image(SCAN, 200, 200, SHOWN, "0 g 120 320 100 30 re f", "300 0 0 300 100 200")
    changes: tuple[tuple[str, str, Change], ...] = (
        ("a page cropped over text", "text-off-page", crop((0, 650, WIDE, HIGH))),
        ("a script on opening", "script", root(OpenAction=action)),
        ("a script of a button", "script", annotation("/Widget", A=action)),
        ("a program started", "launch-action", root(OpenAction=launch)),
        ("a form that is sent", "launch-action", annotation("/Widget", A=Dictionary(S=Name.SubmitForm))),
        ("a link to a share", "local-link", annotation("/Link", A=share)),
        ("a link to an office's site", "local-link", annotation("/Link", A=site)),
        ("a note", "comment", annotation("/Text", Contents=String("made up"))),
        ("a highlight", "comment", annotation("/Highlight")),
        ("a stamp", "comment", annotation("/Stamp")),
        ("a file attached to the page", "embedded-file", annotation("/FileAttachment")),
        ("a film", "active-content", annotation("/RichMedia")),
        ("an embedded file", "embedded-file", embedded),
        ("a hidden layer", "hidden-layer", layer),
        ("an author", "personal-metadata", author),
        ("an author in XML", "personal-metadata", xmp_author),
        ("a folder in the title", "personal-metadata", lambda made, _: made.docinfo.update(
            {"/Title": String("C:\\Users\\made.up\\letter.docx")})),
        ("a property of a document system", "custom-properties", lambda made, _: made.docinfo.update(
            {"/CaseNumber": String("made up")})),
        ("a program's own data", "program-data", private("/PieceInfo")),
        ("a thumbnail", "thumbnail", thumbnail),
        ("a hidden field", "hidden-field", hidden_field),
        ("a second form", "active-content", root(AcroForm=Dictionary(XFA=String("made up")))),
        ("a scan without text", "picture-page", draws_image(SCAN, 200, 200, "", "", ON_PAGE)),
        ("a black box on a picture", "covered-picture", black),
        ("a photograph with a position", "image-position", draws_image(
            jpeg(position=True), 8, 8, SHOWN, "", "200 0 0 200 70 200", Filter=Name.DCTDecode)),
    )  # fmt: skip
    for name, rule, change in changes:
        both = f"{SHOWN} {SECRET}"
        yield name, rule, pdf(both, change)
    pictured = draws_image(SCAN, 200, 200, SHOWN, "", "500 0 0 100 50 100")

    def cropped(made: Pdf, page: Any) -> None:
        pictured(made, page)
        crop((0, 300, WIDE, HIGH))(made, page)

    yield "a page cropped over a picture", "cropped-page", pdf(change=cropped)
    yield "an earlier version", "earlier-version", saved_over(pdf())
    yield "a page taken out", "left-over", left_over_page(pdf(pages=2))
    yield "data behind the end", "trailing-data", pdf() + b"made-up rows " * 10
    yield "data before the beginning", "trailing-data", b"made-up rows " + pdf()
    locked = pikepdf.Encryption(user="open", owner="own")
    yield "a password", "encrypted", pdf(encryption=locked)
    yield "half a file", "damaged", pdf()[:400]
    yield "a wrong table of contents", "damaged", pdf().replace(b"startxref\n", b"startxref\n9")


def sound() -> Iterator[tuple[str, bytes]]:
    """PDFs that hide nothing."""
    for turn in (0, 90, 180, 270):
        yield f"plain text, turned by {turn}", pdf(f"{SHOWN} {SECRET}", turn=turn)
    yield "a title", pdf(change=title)
    yield "a form that turns what it draws and has room for it", pdf(change=in_form(SHOWN))
    yield "text at the edge of its room", pdf(f"q 72 699 300 8 re W n {SHOWN} Q {SECRET}")
    yield "what a program remarks of its parts", pdf(f"% -- BeginPage 1\n{SHOWN}\n%% EndPage\n")
    yield "a part in another language", pdf(f"/Span <</Lang (fr-FR) /MCID 0>> BDC {SHOWN} EMC")
    yield "a shown text with brackets in it", pdf(SHOWN.replace("thanked", "(all of \\) it (now)) thanked"))
    yield "a text shown in pieces", pdf(f"{SHOWN} BT /F1 12 Tf 72 500 Td [(All) -200 (of it)] TJ T* (and more) ' ET")
    yield "a sign of a percentage", pdf(f"{SHOWN} BT /F1 12 Tf 72 500 Td (20% of \\(all\\) % files) Tj ET")
    yield "colours of a usual kind", pdf(change=in_colours(profile(desc=b"Grey 2.2", cprt=b"Public domain, 2015")))
    yield "many pages", pdf(pages=5)
    yield "arranged for reading while it loads", pdf(change=title, pages=3, linearize=True)
    yield "packed", pdf(change=title, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    yield "a link", pdf(change=annotation("/Link", A=LINK))
    yield "a form to fill in", pdf(change=field)
    yield "a layer that is shown", pdf(change=shown_layer)
    yield "white text on blue", pdf(f"0 0 1 rg {COVER} re f 1 g {SECRET}")
    yield "red text on a green of the same grey", pdf(f"0 0.5 0 rg {COVER} re f 1 0 0 rg {SECRET}")
    yield "small print", pdf(SHOWN.replace("12 Tf", "4 Tf"))
    yield "thin grey text", pdf(f"0.6 g {SHOWN.replace('12 Tf', '5 Tf')}")
    across = "BT /F1 60 Tf 0.88 g 0.7 0.7 -0.7 0.7 150 250 Tm (DRAFT) Tj ET"
    yield "a word in faint letters across the page", pdf(f"{SHOWN} {across}")
    yield "a table with lines and shading", pdf(f"0.9 g {COVER} re f 0 G {COVER} re S 0 g {SECRET}")
    yield "a picture beside text", pdf(change=draws_image(SCAN, 200, 200, SHOWN, "", "200 0 0 200 70 200"))
    yield "text on a photograph", pdf(change=draws_image(SCAN, 200, 200, "", f"1 0 0 rg {SHOWN}", ON_PAGE))
    yield (
        "a photograph without position",
        pdf(change=draws_image(jpeg(), 8, 8, SHOWN, "", "200 0 0 200 70 200", Filter=Name.DCTDecode)),
    )
    yield "a scan with recognised text", pdf(change=draws_image(SCAN, 200, 200, "", OCR, ON_PAGE))
    yield "trimmed by the printer", pdf(change=crop((10, 10, WIDE - 10, HIGH - 10)))
    yield "cropped over nothing", pdf(change=crop((0, 300, WIDE, HIGH)))
    yield "an empty page", pdf("")
    yield "rights but no password", pdf(encryption=pikepdf.Encryption(user="", owner="own"))
