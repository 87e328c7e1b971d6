"""The sheets of a workbook: hidden ones, hidden rows and columns with content, cells that show nothing, names."""

import re
from collections.abc import Generator, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generators.inspect.found import Found
from generators.inspect.office.cells import look_at_cells
from generators.inspect.office.package import Package
from generators.inspect.office.styles import MAIN, unseen_formats

WORKBOOK = "xl/workbook.xml"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
BUILT_IN = re.compile(r"_xlnm\.(?:Print_Area|Print_Titles|_?FilterDatabase|Criteria|Extract)$")
PLACE = re.compile(r"^[\s(]*(?:'(?:[^']|'')+'|[\w.]+)!\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?")
"""A name that only says where something is."""
LINKS = re.compile(r"\[\d+\]|WEBSERVICE\(|DDE\(|\|'?[^']*'?!", re.IGNORECASE)


class Sheet(NamedTuple):
    """One sheet as the workbook lists it."""

    number: int
    name: str
    part: str
    state: str


def look_at_workbook(package: Package) -> Generator[Found, None, frozenset[str]]:
    """Everything in the sheets; the names of those that are shown are handed on."""
    root = package.xml(WORKBOOK)
    sheets = list(listed(package, root))
    for sheet in sheets:
        if sheet.state != "visible":
            very = ", so that the program does not even list it" if sheet.state == "veryHidden" else ""
            yield Found("hidden-sheet", f"sheet {sheet.number}", f"the sheet is hidden{very}")
    unseen = unseen_formats(package)
    used: set[int] = set()
    for sheet in sheets:
        if sheet.part in package.parts:
            yield from look_at_cells(package.xml(sheet.part), f"sheet {sheet.number}", unseen, used)
    yield from _names(root)
    yield from _left_over(package, used)
    return frozenset(sheet.name for sheet in sheets if sheet.state == "visible")


def listed(package: Package, root: Element) -> Iterator[Sheet]:
    """The sheets of a workbook, as it lists them."""
    file = "xl/_rels/workbook.xml.rels"
    relations = package.xml(file) if file in package.parts else ()
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    for number, one in enumerate(root.iter(f"{MAIN}sheet"), start=1):
        target = targets.get(one.get(RELATION), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        yield Sheet(number, one.get("name", ""), part, one.get("state", "visible"))


def _names(root: Element) -> Iterator[Found]:
    for number, one in enumerate(root.iter(f"{MAIN}definedName"), start=1):
        where, words = f"defined name {number}", (one.text or "").strip()
        if BUILT_IN.match(one.get("name", "")):
            continue
        if one.get("hidden") in ("1", "true"):
            yield Found("hidden-name", where, "the name is hidden")
        elif not PLACE.match(words) and words:
            yield Found("hidden-name", where, "it holds a value or a formula of its own")
        if LINKS.search(words):
            yield Found("external-link", where, "it takes values from another file")


def _left_over(package: Package, used: set[int]) -> Iterator[Found]:
    """Texts in the workbook's common store that no cell shows any more."""
    if "xl/sharedStrings.xml" in package.parts:
        texts = package.xml("xl/sharedStrings.xml").findall(f"{MAIN}si")
        left = sum("".join(text.itertext()).strip() != "" for number, text in enumerate(texts) if number not in used)
        if left:
            yield Found("left-over-text", "xl/sharedStrings.xml", f"{left:,} that no cell shows")
