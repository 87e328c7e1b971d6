"""What an office file says beside its running text: of pictures, in notes, at the head of printed pages, in lists."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generators.inspect.office.package import TYPES, Package
from generators.inspect.text.piece import Piece

SAYS = frozenset(
    {"descr", "title", "prompt", "promptTitle", "error", "errorTitle", "comment", "displayText", "alt"}
)  # fmt: skip
"""Attributes whose words a reader can come upon."""
VALUES = frozenset({"filter", "inputCells", "alias", "docVar", "customFilter"})
"""Tags whose attribute `val` holds words."""
TEXTS = frozenset(
    {"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter", "formula1", "formula2",
     "definedName", "text"}
)  # fmt: skip
ELSEWHERE = (TYPES, "docProps/", "customXml/", "xl/sharedStrings.xml", "xl/styles.xml", "xl/theme/", "word/theme/")
"""What is read in another way, or has no words."""
CELLS = ("xl/worksheets/sheet",)
SHORTEST = 3


def beside(package: Package, read: tuple[str, ...]) -> Iterator[Piece]:
    """Every such word once for a part. `read`: how the names of parts begin whose running text is read elsewhere."""
    for part in package.named("", ".xml"):
        if part.startswith(ELSEWHERE):
            continue
        plain = part.startswith((*CELLS, *read))
        found = dict.fromkeys(said for one in package.xml(part).iter() for said in _said(one, is_read=plain))
        yield from (Piece(_place(part), "", said) for said in found if len(said) >= SHORTEST)


def _said(one: Element, *, is_read: bool) -> Iterator[str]:
    tag = one.tag.rpartition("}")[2]
    for name, value in one.attrib.items():
        short = name.rpartition("}")[2]
        if short in SAYS or (short == "val" and tag in VALUES):
            yield value.strip()
    if tag in TEXTS or (not is_read and tag in ("t", "v")):
        yield (one.text or "").strip()


def _place(part: str) -> str:
    """The kind of part: `drawings`, `comments`, `worksheets`."""
    stem = part.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    return "beside the text" if not stem.isascii() or not stem.isalpha() else f"beside the text, in {stem}"
