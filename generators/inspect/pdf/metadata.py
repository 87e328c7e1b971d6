"""The description of a PDF: who made it, and what else programs have written there."""

from collections.abc import Iterator

from pikepdf import Pdf

from generators.inspect.found import Found
from generators.inspect.people import may_name_person
from generators.inspect.places import names_folder

USUAL = frozenset(
    {"/Title", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Trapped", "/Author",
     "/Company", "/SourceModified", "/ContentTypeId"}
)  # fmt: skip
BY_PROGRAMS = ("/PTEX.", "/AAPL:", "/GTS_", "/ICNAppName", "/ICNAppPlatform", "/ICNAppVersion", "/PXCViewerInfo")
"""How the names of properties begin in which programs say only something of themselves."""


def look_at_metadata(pdf: Pdf) -> Iterator[Found]:
    """What the description says of people, and what is unusual in it."""
    where = "properties"
    for key, value in pdf.docinfo.items():
        words = str(value).strip()
        if key == "/Author" and may_name_person(words):
            yield Found("personal-metadata", where, "the author is named")
        elif names_folder(words):
            yield Found("personal-metadata", where, f"the property {key[1:]} names a folder on a computer")
        elif key not in USUAL and not key.startswith(BY_PROGRAMS) and words:
            yield Found("custom-properties", where, "there is a property that is not one of the usual ones")
