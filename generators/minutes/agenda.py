"""The items of an agenda: title, who reports, the letter of the paper, what is asked of the meeting."""

import re
from collections.abc import Sequence
from typing import Any

from generators.minutes.paragraphs import Para
from generators.minutes.text import markdown
from generators.minutes.titles import Start
from generators.minutes.value import Value

MARK = re.compile(
    r"\s*[(\[]?\b(?P<mark>(?:Appendix|Enclosure|Enc|Annex|Paper|Attachment|Attached)\s+(?:[A-Z]{1,2}\d{0,2}|\d{1,2}[A-Z]?))\b[)\]]?\s*"
)
PAGE = re.compile(r"\s*[(\[]?\s*\b(?:pages?|pgs?|pp?)\.?\s*(?P<page>\d{1,4})(?:\s*[-–]\s*\d{1,4})?\s*[)\]]?\s*", re.I)
RANGE = re.compile(r"\s+\(?(?P<page>\d{1,4})\s*[-–]\s*\d{1,4}\)?\s*$")
ATTACHED = re.compile(
    r"\s*\((?:attached|enclosed|to\s+follow|oral|verbal|copy\s+attached|previously\s+circulated)\)\s*\.?$", re.I
)
LETTER = re.compile(r"^(?:(?:Paper|Appendix|Enclosure|Enc|Item)\s+)?[A-Z]{1,2}\d{0,2}$|^\d{1,2}[A-Z]$")
PURPOSES: tuple[tuple[str, str], ...] = (
    (r"approv\w+", "to approve"), (r"(?:for\s+)?decision|to\s+decide", "to decide"),
    (r"agree\w*", "to agree"),
    (r"endors\w+", "to endorse"),
    (r"comment\w*", "to comment"), (r"discuss\w*", "to discuss"), (r"consider\w*", "to consider"),
    (r"confirm\w*", "to confirm"),
    (r"assurance", "for assurance"), (r"(?:for\s+)?information", "for information"),
    (r"not(?:e|ing|ed)", "to note"),
    (r"receive\w*", "to receive"),
)  # fmt: skip
HEADER = re.compile(
    r"^(?:item|no\.?|number|report\s+of|report\s+by|marked|paper|lead|owner|presenter|presented\s+by|time|timing|purpose|action|page|pages|enclosure|format|title|subject|for|agenda\s+item|led\s+by|author)s?$",
    re.I,
)
REPORTERS = re.compile(r"^(?:report\s+(?:of|by)|lead|owner|presenter|presented\s+by|led\s+by|author)s?$", re.I)


def planned(blocks: Sequence[tuple[Start, Sequence[Para]]], head: Sequence[Para]) -> tuple[list[Value], list[Para]]:
    """Every item, and the row of headings above them."""
    header = next(
        (para for para in reversed(head) if para.cells and sum(1 for cell in para.cells if HEADER.match(cell)) > 1),
        None,
    )
    items = [_item(start, list(paras), header.cells if header else ()) for start, paras in blocks]
    return items, [header] if header else []


def _item(start: Start, paras: list[Para], header: tuple[str, ...]) -> Value:
    first, *beneath = paras
    title = " ".join((start.title or "Untitled").split())
    fields: dict[str, Any] = {"number": start.number or None, "title": None}
    if not start.number:
        fields["id"] = "item-" + (re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40].strip("-") or "untitled")
    for cell, name in zip(first.cells[1:], [*header[1:], *("",) * 9], strict=False):
        if cell and cell != title:
            _cell(fields, cell, name, first)
    for pattern, key in ((MARK, "marked"), (PAGE, "pack_page"), (RANGE, "pack_page")):
        found = pattern.search(title)
        if found and key not in fields:
            fields[key] = Value(found["mark" if key == "marked" else "page"], first.first, "sure")
            title = " ".join(f"{title[: found.start()]} {title[found.end() :]}".split())
    title = ATTACHED.sub("", title)
    rest = [para for para in beneath if not (para.cells and all(not cell for cell in para.cells))]
    for para in list(rest):
        bare = para.text.strip(" ()")
        if (found := MARK.fullmatch(bare)) and "marked" not in fields:
            fields["marked"] = Value(found["mark"], para.first, "sure")
            rest.remove(para)
    asked = " ".join([title, *(para.text for para in rest[-2:])])
    purpose = next(
        (
            word
            for pattern, word in PURPOSES
            if re.search(rf"\b(?:to|for|and|asked\s+to)\s+(?:the\s+)?{pattern}\b", asked, re.I)
        ),
        None,
    )
    if purpose and rest:
        fields["purpose"] = Value(purpose, rest[-1].first, "guess")
    if rest:
        fields["summary"] = markdown([(para, "") for para in rest], headings=False)
    fields["title"] = title.rstrip(" .:") or "Untitled"
    return Value(fields, first.first, "sure" if start.number else "likely")


def _cell(fields: dict[str, Any], cell: str, name: str, para: Para) -> None:
    """What a cell beside the title says, by the heading of its column or its form."""
    if LETTER.match(cell) and "marked" not in fields:
        fields["marked"] = Value(cell, para.first, "sure")
    elif re.fullmatch(r"\d{1,4}(?:\s*[-–]\s*\d{1,4})?", cell):
        fields.setdefault("pack_page", Value(re.split(r"\s*[-–]", cell)[0], para.first, "likely"))
    elif purpose := next(
        (word for pattern, word in PURPOSES if re.fullmatch(rf"(?:to\s+|for\s+)?{pattern}", cell.strip(), re.I)), None
    ):
        fields.setdefault("purpose", Value(purpose, para.first, "sure"))
    elif REPORTERS.match(name) or (
        len(cell) < 90
        and re.search(r"[A-Za-z]{3}", cell)
        and "report_of" not in fields
        and not re.search(r"\d[:.]\d\d", cell)
    ):
        fields["report_of"] = Value([cell], para.first, "sure" if REPORTERS.match(name) else "likely")
