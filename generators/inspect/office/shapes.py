"""What lies on the pages of an office file: shapes that are not shown, and pictures of which only a part is."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generators.inspect.found import Found
from generators.inspect.office.package import Package
from generators.problem import count

YES = ("1", "true")
NAMED = ("}docPr", "}cNvPr")
"""The ends of the tags that describe a shape."""
CROPPED = "{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect"
LEAST = 2000
"""Of 100,000: a narrower edge that is cut off is rounding."""
OLD_SHAPE = "{urn:schemas-microsoft-com:vml}"
HIDDEN = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)


def look_at_shapes(package: Package) -> Iterator[Found]:
    """Shapes and pictures in every part that can have some."""
    parts = (*package.named("xl/drawings/drawing"), *package.named("word/"))
    for part in parts:
        if part.count("/") > 1 and not part.startswith("xl/drawings/"):
            continue
        every = list(package.xml(part).iter())
        if hidden := sum(map(_is_hidden, every)):
            yield Found("hidden-text", part, f"{count(hidden, 'shape')} that cannot be seen")
        if cropped := sum(map(_is_cropped, every)):
            yield Found("cropped-page", part, f"{count(cropped, 'picture')} of which only a part is shown")


def _is_hidden(one: Element) -> bool:
    if one.tag.endswith(NAMED):
        return one.get("hidden") in YES
    return one.tag.startswith(OLD_SHAPE) and bool(HIDDEN.search(one.get("style", "")))


def _is_cropped(one: Element) -> bool:
    return one.tag == CROPPED and any(int(one.get(side, "0")) >= LEAST for side in "ltrb")
