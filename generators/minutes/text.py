"""Paragraphs as the numbered text of a record: their numbers, lists, headings and tables kept."""

import re
from collections.abc import Sequence

from generators.minutes.paragraphs import Para, bare

ROMAN = re.compile(r"^[ivx]+$", re.I)


def markdown(paras: Sequence[tuple[Para, str]], *, headings: bool = True) -> str:
    """The text of paragraphs; beside each, what is left of it where something was taken out."""
    blocks: list[str] = []
    table: list[tuple[str, ...]] = []
    for para, left in paras:
        if len(para.cells) > 1 and not left:
            if table and len(table[0]) != len(para.cells):
                blocks.append(_table(table))
                table = []
            table.append(para.cells)
            continue
        if table:
            blocks.append(_table(table))
            table = []
        blocks.append(_block(para, left, headings=headings))
    if table:
        blocks.append(_table(table))
    text = ""
    for block in blocks:
        tight = block.startswith("- ") and text.rpartition("\n")[2].startswith("- ")
        text += ("\n" if tight else "\n\n" if text else "") + block
    return text.strip()


def _block(para: Para, left: str, *, headings: bool) -> str:
    text = " ".join((left or para.rest or para.text).split())
    if para.label and not left:
        return f"{'   ' * _depth(para)}{para.label} {_safe(text)}".rstrip()
    if para.bullet:
        return f"- {_safe(text)}"
    is_heading = headings and not left and para.style in ("heading", "bold") and len(text) < 120
    return f"## {_safe(text).rstrip(' :')}" if is_heading else _safe(text)


def _depth(para: Para) -> int:
    """Letters and roman numbers belong to the number before them."""
    label = bare(para.label)
    return (
        0
        if label[:1].isdigit() or "." in label or not label.islower()
        else 2
        if ROMAN.match(label) and len(label) > 1
        else 1
    )


def _safe(text: str) -> str:
    """Words that Markdown would not take for a sign of its own."""
    return re.sub(r"^(?=[#>|=]|[-+*]\s|---)", r"\\", text)


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    """Rows as a table; the first is its head."""
    width = max(len(row) for row in rows)
    lines = [
        "| " + " | ".join(cell.replace("|", "/") or " " for cell in (*row, *("",) * (width - len(row)))) + " |"
        for row in rows
    ]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])
