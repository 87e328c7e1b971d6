"""The text of an attached file, piece by piece, as its reader sees it: for whoever looks for private facts in it."""

from collections.abc import Iterator

from generators.inspect.kinds import kind_of
from generators.inspect.text.piece import Piece


def pieces(name: str, content: bytes) -> Iterator[Piece]:
    """Every piece of text in a file; none where its kind has no text, or is not looked into at all."""
    kind = kind_of(name, content)
    if kind.name == "pdf":
        from generators.inspect.text.pdf import of_pdf

        yield from of_pdf(content)
    elif kind.name in ("word", "workbook"):
        from generators.inspect.text.office import of_office

        yield from of_office(content)
    elif kind.name in ("jpeg", "png", "gif", "webp", "tiff"):
        from generators.inspect.text.pictures import of_picture

        yield from of_picture(content)
    elif kind.name in ("csv", "text"):
        from generators.inspect.text.plain import of_table, of_text

        yield from (of_table if kind.name == "csv" else of_text)(content)
