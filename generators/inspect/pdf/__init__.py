"""PDF files: what they keep besides what they show."""

import logging
from collections.abc import Iterator
from io import BytesIO

from pikepdf import PasswordError, Pdf, PdfError

from generators.inspect.found import Found
from generators.inspect.pdf.annotations import look_at_annotations
from generators.inspect.pdf.history import look_at_history
from generators.inspect.pdf.metadata import look_at_metadata
from generators.inspect.pdf.pages import look_at_pages
from generators.inspect.pdf.parts import look_at_parts

MOST_PAGES = 3000


def look_at_pdf(content: bytes) -> Iterator[Found]:
    """Everything that is looked for in a PDF."""
    logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)  # what it finds odd is said here in our own words
    yield from look_at_history(content)
    try:
        pdf, is_mended = _opened(content)
    except PasswordError:
        yield Found("encrypted", "the whole file", "it can be opened only with a password")
        return
    except PdfError:
        yield Found("damaged", "the whole file", "it cannot be opened")
        return
    with pdf:
        if is_mended:
            yield Found("damaged", "the whole file", "its table of contents is wrong, and had to be guessed")
        if len(pdf.pages) > MOST_PAGES:
            yield Found("too-large", "the whole file", f"it has more than {MOST_PAGES:,} pages")
            return
        yield from look_at_metadata(pdf)
        yield from look_at_annotations(pdf)
        yield from look_at_parts(pdf)
    yield from look_at_pages(content)


def _opened(content: bytes) -> tuple[Pdf, bool]:
    """The file, and whether it could be opened only by guessing where its parts are."""
    try:
        return Pdf.open(BytesIO(content), attempt_recovery=False, suppress_warnings=True), False
    except PasswordError:
        raise
    except PdfError:
        return Pdf.open(BytesIO(content), suppress_warnings=True), True
