"""A Word document as lines: a paragraph or a row of a table each, with the numbers that Word prints before them."""

from collections.abc import Iterator
from typing import Any

from generators.minutes.document import Line, Style
from generators.minutes.docx_numbering import Numbering
from generators.minutes.plain import plain
from generators.minutes.refusal import CannotRead
from generators.minutes.rows import cells_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_ASIDE = frozenset({f"{W}del", f"{W}moveFrom", FALLBACK, f"{W}instrText"})
"""What a reader of the document does not see, or sees in another place too."""
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def read(path: str) -> tuple[list[Line], list[Line], tuple[str, ...]]:
    """The lines, the headers and footers, and remarks."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(path)
        body = document.element.body
        numbering = Numbering.of(document)
    except (PackageNotFoundError, AttributeError, KeyError, ValueError, OSError, SyntaxError) as error:
        raise CannotRead(
            "The Word document is damaged, or only part of it is there. Open it in Word, save it anew, and give that."
        ) from error
    lines = list(_lines(body, numbering))
    notes = list(_notes(document, lines[-1] if lines else Line(1, 0, "")))
    changed = any(element.tag in (f"{W}ins", f"{W}del") for element in body.iter())
    remarks = ("it has tracked changes; they are read as if all were accepted.",) if changed else ()
    return [*lines, *notes], list(_edges(document)), remarks


def _lines(body: Any, numbering: Numbering) -> Iterator[Line]:
    page, number = 1, 0
    for block in _blocks(body):
        page, number = (page + breaks, 0) if (breaks := _breaks(block)) else (page, number)
        if block.tag == f"{W}tbl":
            for cells, style in _rows(block, numbering):
                number += 1
                if any(cells):
                    words = " ".join(cell for cell in cells if cell)
                    yield Line(page, number, words, 0, cells_of(cells), style, gap=True)
            continue
        label, level = numbering.label(block)
        for text in _text(block).split("\n"):
            number += 1
            line = plain(text)
            cells = tuple(cell for part in line.text.split("\t") if (cell := " ".join(part.split())))
            if not cells:
                continue
            words = " ".join([*([label] if label else []), *cells])
            cut = cells_of((f"{label} {cells[0]}".strip(), *cells[1:]))
            yield Line(page, number, words, level * 4, cut, _style(block, text), gap=True)
            label = ""


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, those within content controls and boxes too."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _blocks(child)


def _rows(table: Any, numbering: Numbering) -> Iterator[tuple[tuple[str, ...], Style]]:
    for row in table.iter(f"{W}tr"):
        cells = []
        for cell in row.iter(f"{W}tc"):
            parts = []
            for block in _blocks(cell):
                label = numbering.label(block)[0] if block.tag == f"{W}p" else ""
                parts.append(f"{label} {_text(block)}")
            cells.append(" ".join(plain(" ".join(parts).replace("\n", " ")).text.split()))
        yield tuple(cells), ""


def _text(element: Any) -> str:
    """The words of an element that a reader sees."""
    if element.tag in LEFT_ASIDE:
        return ""
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag == f"{W}br" and element.get(f"{W}type") in ("page", "column"):
        return "\n"
    if element.tag in SIGNS and element.getparent().tag == f"{W}r":
        return SIGNS[element.tag]
    return "".join(_text(child) for child in element)


def _breaks(block: Any) -> int:
    """How many pages begin in a block, as Word last laid it out."""
    rendered = sum(1 for _ in block.iter(f"{W}lastRenderedPageBreak"))
    return rendered or sum(1 for br in block.iter(f"{W}br") if br.get(f"{W}type") == "page")


def _style(block: Any, text: str) -> Style:
    named = block.find(f"{W}pPr/{W}pStyle")
    name = str(named.get(f"{W}val")).lower() if named is not None else ""
    if name.startswith(("heading", "title")) or block.find(f"{W}pPr/{W}outlineLvl") is not None:
        return "heading"
    runs = [run for run in block.iter(f"{W}r") if (_text(run)).strip()]
    bold = [
        run
        for run in runs
        if (mark := run.find(f"{W}rPr/{W}b")) is not None and mark.get(f"{W}val") not in ("0", "false")
    ]
    return "bold" if runs and len(bold) == len(runs) and text.strip() else ""


def _edges(document: Any) -> Iterator[Line]:
    """Headers and footers, each said once."""
    seen: set[str] = set()
    for section in document.sections:
        for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            for paragraph in part._element.iter(f"{W}p"):
                words = " ".join(plain(_text(paragraph)).text.split())
                if words and words not in seen:
                    seen.add(words)
                    yield Line(1, 0, words)


def _notes(document: Any, last: Line) -> Iterator[Line]:
    """Footnotes and endnotes, after everything else."""
    from docx.oxml import parse_xml

    parts = (
        part
        for part in document.part.package.iter_parts()
        if part.partname.endswith(("/footnotes.xml", "/endnotes.xml"))
    )
    number = last.number
    for part in parts:
        for note in parse_xml(part.blob):
            words = " ".join(plain(_text(note)).text.split())
            if words:
                number += 1
                yield Line(last.page, number, words, gap=True)
