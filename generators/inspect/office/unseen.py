"""What a sheet holds besides its rows and columns and does not show: in merged cells, by rules, in white letters."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from generators.inspect.found import Found
from generators.inspect.office.package import Package
from generators.inspect.office.styles import MAIN, colour, is_tiny, papers, rules_that_hide
from generators.problem import count
from generators.slugs import number_of

MERGED = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")
PLACE = re.compile(r"([A-Z]+)(\d+)")
MOST = 100_000
"""Cells. More than these are not merged by hand."""


def look_at_unseen(sheet: Element, where: str, package: Package, faint: Mapping[int, str]) -> Iterator[Found]:
    """What one sheet hides so. `faint`: the common texts that have white or tiny letters in them, and which."""
    if hidden := _beneath_merged(sheet):
        yield Found("hidden-cells", where, f"{count(hidden, 'cell')} with content beneath a merged one")
    if hidden := _in_faint_letters(sheet, package, faint):
        yield Found("hidden-cells", where, f"{count(hidden, 'cell')} with letters that cannot be seen")
    hiding = rules_that_hide(package)
    if any(rule.get("dxfId", "") in hiding for rule in sheet.iter(f"{MAIN}cfRule")):
        yield Found("hidden-cells", where, "a rule makes the content of cells unseen")
    if sheet.find(f"{MAIN}scenarios") is not None:
        yield Found("hidden-cells", where, "it keeps other values for its cells (scenarios)")
    if any((one.text or "").strip() for one in sheet.iterfind(f".//{MAIN}rPh/{MAIN}t")):
        yield Found("hidden-cells", where, "cells keep how they are read out, which they do not show")


def faint_texts(package: Package) -> Mapping[int, str]:
    """The common texts with white or tiny letters in them, by their numbers: `white` or `tiny`."""
    part = "xl/sharedStrings.xml"
    texts = package.xml(part).findall(f"{MAIN}si") if part in package.parts else []
    return {number: found for number, text in enumerate(texts) if (found := _faintest(text))}


def _faintest(text: Element) -> str:
    """`tiny` where some letters are too small to be seen, else `white` where some are; empty where all are plain."""
    found = ""
    for run in text.iter(f"{MAIN}r"):
        properties = run.find(f"{MAIN}rPr")
        if properties is not None and (run.findtext(f"{MAIN}t") or "").strip():
            if is_tiny(properties):
                return "tiny"
            if colour(properties.find(f"{MAIN}color")) == "white":
                found = "white"
    return found


def _in_faint_letters(sheet: Element, package: Package, faint: Mapping[int, str]) -> int:
    found = 0
    behind = papers(package)
    for cell in sheet.iter(f"{MAIN}c"):
        value, inner = cell.findtext(f"{MAIN}v") or "", cell.find(f"{MAIN}is")
        if cell.get("t") == "s" and value.isdecimal():
            letters = faint.get(int(value), "")
        else:
            letters = "" if inner is None else _faintest(inner)
        paper = behind.get(int(cell.get("s", 0)), "white")
        found += bool(letters) and (letters == "tiny" or letters == paper)
    return found


def _beneath_merged(sheet: Element) -> int:
    beneath: set[tuple[int, int]] = set()
    for one in sheet.iter(f"{MAIN}mergeCell"):
        if found := MERGED.fullmatch(one.get("ref", "")):
            left, right, over, under = number_of(found[1]), number_of(found[3]), int(found[2]), int(found[4])
            if (right - left + 1) * (under - over + 1) + len(beneath) > MOST:
                break
            beneath |= {(row, column) for row in range(over, under + 1) for column in range(left, right + 1)}
            beneath.discard((over, left))
    if not beneath:
        return 0
    return sum(
        (int(place[2]), number_of(place[1])) in beneath
        for cell in sheet.iter(f"{MAIN}c")
        if (place := PLACE.fullmatch(cell.get("r", ""))) and "".join(cell.itertext()).strip()
    )
