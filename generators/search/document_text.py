"""The text in attached documents, page by page, so that a search can open a document where the words are."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path


def pages_of(file: Path) -> tuple[str, ...]:
    """The text of every page of a PDF, in order; of a Word file all of it as one. Of anything else nothing.

    A page of which only a picture is kept has no text; a file that cannot be opened has none either: that it is so is
    told where the accessibility of attached documents is.
    """
    read = READERS.get(file.suffix.lower())
    return tuple(" ".join(text.split()) for text in read(file)) if read else ()


def _of_pdf(file: Path) -> Iterator[str]:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(file)
    except PdfiumError:
        return
    try:
        for page in document:
            text = page.get_textpage()
            yield text.get_text_bounded()
            text.close()
            page.close()
    finally:
        document.close()


def _of_word(file: Path) -> Iterator[str]:
    from zipfile import BadZipFile

    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        document = Document(str(file))
    except (OpcError, BadZipFile, KeyError, ValueError):
        return
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    yield "\n".join((*paragraphs, *cells))


READERS: Mapping[str, Callable[[Path], Iterator[str]]] = {".pdf": _of_pdf, ".docx": _of_word}
"""The formats whose text is read, by the end of the file's name."""
