"""Which formats of a workbook's cells show nothing: white on white, tiny, or a format without a place for the value."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from generators.inspect.office.package import Package

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WHITE_INDEXES = ("1", "9")
"""White among the numbered colours."""
SMALLEST = 3.0
"""Points."""
SHOWS_NOTHING = re.compile(r'^(?:\s|;|""|\[\w+\])*$')


def unseen_formats(package: Package) -> frozenset[int]:
    """The numbers of the formats in which a cell shows nothing."""
    root = _styles(package)
    codes = {one.get("numFmtId", ""): one.get("formatCode", "") for one in root.iter(f"{MAIN}numFmt")}
    fonts, fills = _children(root, "fonts"), [_colour_of_fill(fill) for fill in _children(root, "fills")]
    found = set()
    for number, format in enumerate(_children(root, "cellXfs")):
        code = codes.get(format.get("numFmtId", ""))
        font, fill = int(format.get("fontId", 0)), int(format.get("fillId", 0))
        paper = fills[fill] if fill < len(fills) else "white"
        if code and ";" in code and SHOWS_NOTHING.match(code):
            found.add(number)
        if font < len(fonts) and (is_tiny(fonts[font]) or colour(fonts[font].find(f"{MAIN}color")) == paper):
            found.add(number)
    return frozenset(found)


def papers(package: Package) -> Mapping[int, str]:
    """The colour behind the content of a cell, by the number of its format."""
    root = _styles(package)
    fills = [_colour_of_fill(fill) for fill in _children(root, "fills")]
    numbers = [int(format.get("fillId", 0)) for format in _children(root, "cellXfs")]
    return {at: fills[fill] for at, fill in enumerate(numbers) if fill < len(fills)}


def rules_that_hide(package: Package) -> frozenset[str]:
    """The numbers of the formats which a rule can give to a cell and in which it shows nothing."""
    found = set()
    for number, format in enumerate(_children(_styles(package), "dxfs")):
        code, font, fill = (format.find(f"{MAIN}{name}") for name in ("numFmt", "font", "fill"))
        signs = code.get("formatCode", "") if code is not None else ""
        letters = "" if font is None else colour(font.find(f"{MAIN}color"))
        if (";" in signs and SHOWS_NOTHING.match(signs)) or (letters == "white" and fill is None):
            found.add(str(number))
    return frozenset(found)


def _styles(package: Package) -> Element:
    """The formats of a workbook; without any where it has none of its own."""
    part = "xl/styles.xml"
    return package.xml(part) if part in package.parts else Element("none")


def _children(root: Element, name: str) -> list[Element]:
    group = root.find(f"{MAIN}{name}")
    return [] if group is None else list(group)


def is_tiny(font: Element) -> bool:
    """Whether letters are too small to be read."""
    size = font.find(f"{MAIN}sz")
    return size is not None and float(size.get("val", 11)) < SMALLEST


def _colour_of_fill(fill: Element) -> str:
    pattern = fill.find(f"{MAIN}patternFill")
    if pattern is None:
        return "of several colours"
    kind = pattern.get("patternType", "none")
    if kind == "none":
        return "white"
    return colour(pattern.find(f"{MAIN}fgColor")) or "unknown" if kind == "solid" else "of several colours"


def colour(one: Element | None) -> str:
    """A colour in a form that can be compared; the theme's first is the colour of the paper."""
    if one is None:
        return ""
    is_plain = float(one.get("tint", 0)) == 0
    if one.get("rgb", "")[-6:].upper() == "FFFFFF" or (
        is_plain and (one.get("theme") == "0" or one.get("indexed") in WHITE_INDEXES)
    ):
        return "white"
    return (
        one.get("rgb", "")[-6:].upper() or f"theme {one.get('theme')} {one.get('tint')}"
        if one.get("rgb") or one.get("theme")
        else ""
    )
