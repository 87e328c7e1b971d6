"""The sheets of a workbook: hidden ones, hidden rows and columns with content, cells that show nothing, names."""

import re
from collections.abc import Generator, Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generators.inspect.found import Found
from generators.inspect.office.cells import look_at_cells
from generators.inspect.office.formulas import reads_elsewhere
from generators.inspect.office.package import Package
from generators.inspect.office.styles import MAIN, unseen_formats
from generators.inspect.office.unseen import faint_texts, look_at_unseen
from generators.inspect.people import may_name_person

WORKBOOK = "xl/workbook.xml"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
BUILT_IN = re.compile(r"_xlnm\.(?:Print_Area|Print_Titles|_?FilterDatabase|Criteria|Extract)$")
PLACE = re.compile(r"^[\s(]*(?:'(?:[^']|'')+'|[\w.]+)!\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?")
"""A name that only says where something is."""


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
    yield from _hidden(package, root, sheets)
    unseen, faint = unseen_formats(package), faint_texts(package)
    used: set[int] = set()
    for sheet in sheets:
        if sheet.part in package.parts:
            root_of_sheet, where = package.xml(sheet.part), f"sheet {sheet.number}"
            yield from look_at_cells(root_of_sheet, where, unseen, used)
            yield from look_at_unseen(root_of_sheet, where, package, faint)
    yield from _names(root)
    if any(may_name_person(one.get("userName", "")) for one in root.iter(f"{MAIN}fileSharing")):
        yield Found("personal-metadata", WORKBOOK, "it says who locked it")
    yield from _left_over(package, used)
    return frozenset(sheet.name for sheet in sheets if sheet.state == "visible")


def _hidden(package: Package, root: Element, sheets: Sequence[Sheet]) -> Iterator[Found]:
    """Sheets that nobody sees who opens the workbook: hidden ones, those without a tab, those that it does not list."""
    for sheet in sheets:
        if sheet.state != "visible":
            very = ", so that the program does not even list it" if sheet.state == "veryHidden" else ""
            yield Found("hidden-sheet", f"sheet {sheet.number}", f"the sheet is hidden{very}")
    if sum(sheet.state == "visible" for sheet in sheets) > 1 and any(
        view.get("showSheetTabs") in ("0", "false") for view in root.iter(f"{MAIN}workbookView")
    ):
        yield Found("hidden-sheet", "the whole file", "it has more than one sheet, and does not list them")
    for part in sorted({*package.named("xl/worksheets/sheet"), *package.named("xl/chartsheets/")}):
        if part not in {sheet.part for sheet in sheets} and any(part == one.target for one in package.relations()):
            yield Found("hidden-sheet", part, "the workbook keeps a sheet that it does not list")


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
        if one.get("comment", "").strip():
            yield Found("comment", where, "a comment is written to the name")
        if BUILT_IN.match(one.get("name", "")):
            continue
        if one.get("hidden") in ("1", "true"):
            yield Found("hidden-name", where, "the name is hidden")
        elif not PLACE.match(words) and words:
            yield Found("hidden-name", where, "it holds a value or a formula of its own")
        if reads_elsewhere(words):
            yield Found("external-link", where, "it takes values from another file")


def _left_over(package: Package, used: set[int]) -> Iterator[Found]:
    """Texts in the workbook's common store that no cell shows any more."""
    if "xl/sharedStrings.xml" in package.parts:
        texts = package.xml("xl/sharedStrings.xml").findall(f"{MAIN}si")
        left = sum("".join(text.itertext()).strip() != "" for number, text in enumerate(texts) if number not in used)
        if left:
            yield Found("left-over-text", "xl/sharedStrings.xml", f"{left:,} that no cell shows")
