"""The text of a PDF, page by page, and what its bookmarks, its properties, forms and notes say."""

from collections.abc import Iterator
from typing import Any

from pypdfium2 import PdfDocument, PdfiumError

from generators.inspect.text.in_objects import in_objects
from generators.inspect.text.piece import Piece


def of_pdf(content: bytes) -> Iterator[Piece]:
    """Every page as it can be copied out. A file that cannot be opened is told of elsewhere."""
    try:
        document = PdfDocument(content)
    except PdfiumError:
        return
    try:
        for number in range(len(document)):
            yield Piece(f"page {number + 1}", "", _of_page(document[number]))
        for bookmark in document.get_toc():
            yield Piece("bookmarks", "", bookmark.get_title())
        yield from (Piece("properties", "", said) for said in document.get_metadata_dict(skip_empty=True).values())
    finally:
        document.close()
    yield from in_objects(content)


def _of_page(page: Any) -> str:
    text = page.get_textpage()
    try:
        found: str = text.get_text_range().replace("\r\n", "\n").replace("\r", "\n")
    finally:
        text.close()
        page.close()
    return found.replace("\ufffe", "").replace("\x02", "")  # signs for a hyphen at the end of a line
