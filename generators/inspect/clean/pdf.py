"""A PDF without its description, remarks, earlier versions, left-over objects, thumbnails and programs' own data."""

import warnings
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from generators.inspect.clean.jpeg import clean_jpeg
from generators.inspect.colours import is_profile, without_words
from generators.inspect.pdf.remarks import drawing_of, drawings, remarks, without_remarks
from generators.inspect.pdf.unshown import without_idle_texts
from generators.inspect.pdf.walk import objects
from generators.inspect.places import names_folder

TITLE = "/Title"
LEFT_OUT = ("/Metadata", "/PieceInfo", "/Thumb", "/LastModified")


def clean_pdf(content: bytes) -> bytes:
    """The same pages. The title stays, since it is read out to those who do not see the file; a signature does not."""
    with Pdf.open(BytesIO(content), suppress_warnings=True) as pdf:
        title = str(pdf.docinfo.get(TITLE, "")).strip()
        for _, one in list(objects(pdf)):
            for key in LEFT_OUT:
                if key in one:
                    del one[key]
            _drop_unshown(pdf, one)
            if isinstance(one, Stream) and "/N" in one and is_profile(profile := one.read_bytes()):
                one.write(without_words(profile))
            if isinstance(one, Stream) and one.get("/Subtype") == Name.Image and one.get("/Filter") == Name.DCTDecode:
                one.write(clean_jpeg(one.read_raw_bytes()), filter=Name.DCTDecode)
        del pdf.docinfo
        if title and not names_folder(title):
            pdf.docinfo = pdf.make_indirect(Dictionary({TITLE: title}))
        pdf.remove_unreferenced_resources()
        made = BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pdf.save(made, deterministic_id=True, fix_metadata_version=False)
    return made.getvalue()


def _drop_unshown(pdf: Pdf, one: Any) -> None:
    """Take remarks, and texts that nothing shows, out of the instructions that draw something."""
    for drawing in drawings(one):
        before = drawing_of(drawing)
        after = without_idle_texts(without_remarks(before) if any(remarks(before)) else before)
        if after is not before:
            if isinstance(drawing, Array):
                one.Contents = pdf.make_stream(after)
            else:
                drawing.write(after)
