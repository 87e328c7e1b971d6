"""Every object of a PDF that can be reached from its pages or its catalogue, with where it belongs."""

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream

NOT_FOLLOWED = frozenset({"/Parent", "/StructTreeRoot", "/P", "/Pg", "/IRT", "/First", "/Last"})
"""What leads back, or to the tags that say how a file is read out."""
MOST = 2_000_000
"""Objects. A file with more is made to keep its reader busy."""


def objects(pdf: Pdf) -> Iterator[tuple[str, Any]]:
    """Every dictionary and stream once, with its place in words."""
    seen: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages, start=1):
        yield from _beneath(page.obj, f"page {number}", seen)
    yield from _beneath(pdf.Root, "the whole file", seen)


def _beneath(start: Any, where: str, seen: set[tuple[int, int]]) -> Iterator[tuple[str, Any]]:
    waiting = [start]
    while waiting:
        if len(seen) > MOST:
            raise ValueError("too many objects")
        one = waiting.pop()
        if one.objgen != (0, 0):
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if isinstance(one, (Dictionary, Stream)):
            yield where, one
            waiting += [value for key, value in one.items() if key not in NOT_FOLLOWED and _leads_on(value)]
        elif isinstance(one, Array):
            waiting += [value for value in one if _leads_on(value)]


def _leads_on(value: Any) -> bool:
    """Whether there is more beneath a value; other pages are walked by themselves."""
    if isinstance(value, (Dictionary, Stream)):
        return bool(value.get("/Type") != Name.Page)
    return isinstance(value, Array)
