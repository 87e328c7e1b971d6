"""A plain text as lines: form feeds part its pages, tabs and bars the cells of its tables."""

import re
from collections.abc import Iterator

from generators.minutes.document import Line
from generators.minutes.plain import plain
from generators.minutes.rows import cells_of

COLUMNS = re.compile(r"\t+|(?<=\S) {4,}(?=\S)")
HAND_BROKEN = 120
"""Signs: a text with longer lines was not broken by hand."""
ENDS = re.compile(r"\s\|\s*$")
BAR = re.compile(r"^\s*\|(.+)\|\s*$")


def lines_of(text: str) -> Iterator[Line]:
    """Every line with words."""
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    width = _width(text)
    for page, content in enumerate(pages, 1):
        gap, inside, reaches = True, False, False
        for number, raw in enumerate(content.split("\n"), 1):
            was_inside, inside = inside, inside != (raw.count("**") % 2 == 1)
            line = plain(raw)
            if not line.text.strip():
                gap = True
                continue
            parts = _parts(line.text)
            cells = cells_of(parts)
            words = " ".join(" ".join(parts).split())
            if not words:
                continue
            indent = len(line.text.expandtabs(4)) - len(line.text.expandtabs(4).lstrip())
            style = "bold" if was_inside or (inside and raw.lstrip().startswith("**")) else line.style
            yield Line(page, number, words, indent, cells, style, gap, flows=not gap and (was_inside or reaches))
            gap, reaches = False, bool(width) and len(raw.rstrip()) > 0.75 * width


def _width(text: str) -> int:
    """How wide a text was broken into lines by hand; 0 where its paragraphs are whole."""
    lengths = sorted(len(line.rstrip()) for line in text.split("\n") if len(line) > 20)
    widest = lengths[len(lengths) * 19 // 20] if lengths else 0
    return widest if lengths and widest <= HAND_BROKEN and lengths[-1] <= 2 * HAND_BROKEN else 0


def _parts(text: str) -> list[str]:
    """What tabs, bars and wide gaps part in a line."""
    bar = BAR.match(text)
    parts = bar[1].split("|") if bar else ENDS.sub("", COLUMNS.sub("\t", text.strip("\n").lstrip(" "))).split("\t")
    if bar is None and len(parts) == 1 and " | " in text:
        parts = text.split(" | ")
    return parts
