"""The text of office files: of documents by paragraphs and rows of tables, of workbooks by cells."""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from generators.inspect.office.package import NotReadable, Package, opened
from generators.inspect.office.runs import W
from generators.inspect.office.words import READ
from generators.inspect.text.beside import beside
from generators.inspect.text.piece import Piece
from generators.inspect.text.rows import Row, of_rows
from generators.inspect.text.sheets import of_workbook

PARTS = (*READ, "comments")
TEXTS = (f"{W}t", f"{W}delText")
GAPS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n"}


def of_office(content: bytes) -> Iterator[Piece]:
    """Every piece. A file that cannot be opened is told of elsewhere."""
    try:
        package = opened(content)
        yield from _of_document(package) if package.folder == "word/" else of_workbook(package)
        yield from beside(package, tuple(f"word/{name}" for name in PARTS))
        yield from _properties(package)
    except NotReadable:
        return


def _of_document(package: Package) -> Iterator[Piece]:
    for part in package.named("word/"):
        short = part.removeprefix("word/").removesuffix(".xml")
        if "/" not in short and short.startswith(PARTS):
            root, said = package.xml(part), "" if short == "document" else f"{short}, "
            tables = list(root.iter(f"{W}tbl"))
            in_tables = {paragraph for table in tables for paragraph in table.iter(f"{W}p")}
            for number, paragraph in enumerate(root.iter(f"{W}p"), start=1):
                if paragraph not in in_tables and (text := _text(paragraph)):
                    yield Piece(f"{said}paragraph {number}", "", text)
            for number, table in enumerate(tables, start=1):
                yield from _of_table(table, f"{said}table {number}")


def _of_table(table: Element, where: str) -> Iterator[Piece]:
    """The cells under the head of their column, and each behind the one on its left: forms are filled in so."""
    rows: list[Row] = []
    for number, row in enumerate(table.findall(f"{W}tr"), start=1):
        cells = ["\n".join(map(_text, cell.iter(f"{W}p"))).strip() for cell in row.findall(f"{W}tc")]
        rows.append((f"{where}, row {number}", {str(at): cell for at, cell in enumerate(cells) if cell}))
        for left, cell in pairwise(cells):
            if left and cell:
                yield Piece(f"{where}, row {number}", left.rstrip(":"), cell)
    yield from of_rows(rows)


def _text(paragraph: Element) -> str:
    return "".join(one.text or "" if one.tag in TEXTS else GAPS.get(one.tag, "") for one in paragraph.iter()).strip()


def _properties(package: Package) -> Iterator[Piece]:
    for part in package.named("docProps/"):
        yield from (
            Piece("properties", "", text) for one in package.xml(part).iter() if (text := (one.text or "").strip())
        )
