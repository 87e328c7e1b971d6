"""The pages of a PDF as lines, one page in memory at a time: where a word stands tells paragraphs and columns apart."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generators.minutes.document import Line, Style
from generators.minutes.plain import plain
from generators.minutes.refusal import CannotRead
from generators.minutes.rows import cells_of

WIDE = 1.6
"""Heights of a line: a gap so wide between two words parts two columns."""
APART = 0.65
"""Heights of a line: such a gap between two lines parts two paragraphs."""
FULL = 0.82
"""Of the width of the print: a line that reaches so far can go on in the next."""
SIGN = 5.0
"""Points that a sign is wide, about."""


@dataclass(frozen=True)
class Row:
    """What stands on one height of a page."""

    left: float
    right: float
    bottom: float
    top: float
    cells: tuple[str, ...]

    @property
    def height(self) -> float:
        """How high its print is."""
        return max(self.top - self.bottom, 1.0)


def pages_of(path: str, say: Callable[[int, int], None]) -> Iterator[list[Line]]:
    """The lines of each page in turn. `say` is told the page and how many there are."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(_why(str(error))) from None
    try:
        for number in range(len(pdf)):
            say(number + 1, len(pdf))
            yield _lines(_rows(pdf, number), number + 1)
    finally:
        pdf.close()


def _why(error: str) -> str:
    if "password" in error.lower():
        return "The PDF is closed by a password. Save a copy without one and give that."
    return "The PDF is damaged, or only part of it is there. Fetch it again, or save it anew, and give that."


def _rows(pdf: "object", number: int) -> list[Row]:
    import pypdfium2

    try:
        page = pdf[number]  # type: ignore[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    try:
        rows: list[Row] = []
        start = 0
        for words in text.get_text_range(errors="ignore").split("\n"):
            row = _row(text, start, words.rstrip("\r"))
            start += len(words) + 1
            if row and rows and _is_beside(rows[-1], row):
                before = rows[-1]
                rows[-1] = Row(before.left, row.right, before.bottom, before.top, (*before.cells, *row.cells))
            elif row:
                rows.append(row)
        return rows
    finally:
        text.close()
        page.close()


def _row(text: "object", start: int, words: str) -> Row | None:
    """The cells of one line as the library gives it, by where its words begin and end."""
    cells: list[list[str]] = []
    box, last = (0.0, 0.0, 0.0, 0.0), 0.0
    first = None
    at = start
    for word in words.split(" "):
        if word:
            opening, closing = _box(text, at), _box(text, at + len(word) - 1)
            height = max(opening[3] - opening[1], 6.0)
            if cells and opening[0] - last < WIDE * height:
                cells[-1].append(word)
            else:
                cells.append([word])
            first = first or opening
            box = (first[0], min(first[1], closing[1]), closing[2], max(first[3], closing[3]))
            last = closing[2]
        at += len(word) + 1
    return Row(*box[:1], box[2], box[1], box[3], tuple(" ".join(cell) for cell in cells)) if cells else None


def _box(text: "object", at: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a sign."""
    try:
        return tuple(text.get_charbox(at, loose=True))  # type: ignore[attr-defined]
    except Exception:
        return (0.0, 0.0, 0.0, 0.0)


def _is_beside(before: Row, row: Row) -> bool:
    """Whether a row goes on to the right of the one before, as the cells of a table do."""
    shared = min(before.top, row.top) - max(before.bottom, row.bottom)
    return shared > 0.6 * min(before.height, row.height) and row.left > before.right


def _lines(rows: list[Row], page: int) -> list[Line]:
    left = min((row.left for row in rows), default=0.0)
    right = max((row.right for row in rows), default=0.0)
    found: list[Line] = []
    for number, row in enumerate(rows, 1):
        before = rows[number - 2] if number > 1 else None
        gap = before is None or before.bottom - row.top > APART * row.height or row.bottom > before.top
        reaches = before is not None and before.right - left > FULL * (right - left)
        cells = tuple(text for cell in row.cells if (text := " ".join(plain(cell).text.split())))
        if cells:
            indent = round((row.left - left) / SIGN)
            flows = not gap and reaches and not cells_of(cells)
            style: Style = ""
            cut = cells_of(cells)
            found.append(Line(page, number, " ".join(cells), indent, cut, style, gap, flows))
    return found
