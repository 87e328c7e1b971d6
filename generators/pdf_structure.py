"""What can be told of a PDF without a person: whether it has what assistive technology needs to read it out.

What is looked for is necessary, not enough: a file that has all of it can still be read out in the wrong order.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LACKS = {
    "tags": "it has no tags, so a screen reader cannot tell headings, lists and tables from other text",
    "language": "it does not say in which language it is written",
    "title": "it has no title that a reader's program would show",
    "text": "at least one page is a picture without text, so there is nothing to read out or to search",
    "access": "it is locked against programs that read it out",
    "alternatives": "at least one of its pictures is not described in words",
}
"""What a file can lack, and what that means for a reader."""
SHOWS_TEXT = re.compile(rb"""[)>\]]\s*(?:TJ|Tj|'|")""")
INLINE = re.compile(rb"\bBI\b.*?\bID\b", re.DOTALL)
READ_OUT = 1 << 9
"""The permission to take out text for those who cannot see it: the tenth from the right."""
DEEPEST = 5
"""Forms within forms. A file whose forms lie deeper leads round in a circle."""
MOST_TAGS = 500_000
"""Tags. A file that seems to have more than a book of ten thousand pages leads round in a circle."""


@dataclass(frozen=True)
class Structure:
    """What was found of one file. Of a damaged one, or one with a password, some of it cannot be known."""

    pages: int | None = None
    lacks: tuple[str, ...] | None = None
    """The names of what it lacks, in the order of `LACKS`."""


def structure(path: str) -> Structure:
    """How many pages a PDF has, and what it lacks."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd is nothing the office can mend
    pages = None
    try:
        with open(path, "rb") as file:
            reader = PdfReader(file)
            pages = len(reader.pages)
            found = set(_lacking(reader))
            return Structure(pages, tuple(name for name in LACKS if name in found))
    except Exception:  # a damaged file makes the library fail in any way
        return Structure(pages)


def _lacking(reader: Any) -> Iterator[str]:
    root = _at(reader.trailer, "/Root")
    tags = _at(root, "/StructTreeRoot")
    if not _at(tags, "/K") or not _is_set(_at(root, "/MarkInfo"), "/Marked"):
        yield "tags"
    if not _words(root, "/Lang"):
        yield "language"
    if not _title(reader) or not _is_set(_at(root, "/ViewerPreferences"), "/DisplayDocTitle"):
        yield "title"
    if any(_is_picture(page) for page in reader.pages):
        yield "text"
    if reader.is_encrypted and not int(_at(_at(reader.trailer, "/Encrypt"), "/P")) & READ_OUT:
        yield "access"
    if not all(_words(figure, "/Alt") or _words(figure, "/ActualText") for figure in _figures(tags)):
        yield "alternatives"


def _at(group: Any, name: str) -> Any:
    """What a group of the file has under a name, wherever in the file it lies; an empty group where it has nothing."""
    return group[name].get_object() if name in group else {}


def _is_set(group: Any, name: str) -> bool:
    return name in group and bool(_at(group, name) == True)  # noqa: E712 - the library has a value of its own for yes


def _words(group: Any, name: str) -> str:
    return str(_at(group, name)).strip() if name in group else ""


def _title(reader: Any) -> str:
    """The title in the file's description, in its old form or its new one."""
    old = (reader.metadata.title if reader.metadata else None) or ""
    new = ((reader.xmp_metadata.dc_title if reader.xmp_metadata else None) or {}).values()
    return next((words.strip() for words in (str(old), *map(str, new)) if words.strip()), "")


def _is_picture(page: Any) -> bool:
    """Whether a page shows a picture and no text."""
    content = page.get_contents()
    data = content.get_data() if content is not None else b""
    drawn = list(_drawn(_at(page, "/Resources"), 0))
    forms = [one.get_data() for one in drawn if _at(one, "/Subtype") == "/Form"]
    pictures = any(_at(one, "/Subtype") == "/Image" for one in drawn) or any(map(INLINE.search, (data, *forms)))
    return pictures and not any(map(SHOWS_TEXT.search, (data, *forms)))


def _drawn(resources: Any, depth: int) -> Iterator[Any]:
    """Everything that a page can draw as a whole: pictures, and forms with what those can draw."""
    for name in (drawable := _at(resources, "/XObject")):
        yield (drawn := _at(drawable, name))
        if _at(drawn, "/Subtype") == "/Form" and depth < DEEPEST:
            yield from _drawn(_at(drawn, "/Resources"), depth + 1)


def _figures(tags: Any) -> Iterator[Any]:
    """Every tag that stands for a picture."""
    roles = _at(tags, "/RoleMap")
    waiting, seen = [_at(tags, "/K")], 0
    while waiting and seen < MOST_TAGS:
        tag = waiting.pop()
        seen += 1
        if isinstance(tag, list):
            waiting += [inner.get_object() for inner in tag]
        elif isinstance(tag, dict) and tag:
            kind = _at(tag, "/S")
            if "/Figure" in (kind, kind and _at(roles, kind)):
                yield tag
            waiting.append(_at(tag, "/K"))
