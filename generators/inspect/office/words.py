"""A word-processor document: tracked changes, hidden text, fields that load from elsewhere, variables."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generators.inspect.found import Found
from generators.inspect.office.package import Package
from generators.inspect.places import is_private, names_folder
from generators.problem import count

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OF_FORMAT = tuple(f"{kind}Change" for kind in ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "numbering"))
CHANGES = frozenset(
    W + name for name in ("del", "ins", "moveFrom", "moveTo", "delText", "cellIns", "cellDel", *OF_FORMAT)
)
OFF = ("0", "false", "off", "none")
SMALLEST = 6
"""Half points."""
LOADS = ("INCLUDETEXT", "INCLUDEPICTURE", "LINK ", "DDE", "DATABASE", "IMPORT")
READ = ("document", "header", "footer", "footnotes", "endnotes")


def look_at_words(package: Package) -> Iterator[Found]:
    """What is in the text and is not seen."""
    hidden_styles = frozenset(_hidden_styles(package))
    for part in package.named("word/"):
        if "/" in part.removeprefix("word/") or not part.removeprefix("word/").startswith(READ):
            continue
        root = package.xml(part)
        if changes := sum(one.tag in CHANGES for one in root.iter()):
            yield Found("tracked-change", part, count(changes, "change"))
        if hidden := sum(_is_hidden(run, hidden_styles) for run in _runs(root, is_shaded=False)):
            yield Found("hidden-text", part, f"{count(hidden, 'piece')} of text that cannot be seen")
        yield from _fields(root, part)
    yield from _settings(package)


def _runs(one: Element, *, is_shaded: bool) -> Iterator[tuple[Element, bool]]:
    """Every run with text, and whether something around it has a colour of its own behind the text."""
    waiting = [(one, is_shaded)]
    while waiting:
        one, is_shaded = waiting.pop()
        is_shaded = is_shaded or any(_shades(one.find(f"{W}{name}")) for name in ("rPr", "pPr", "tcPr", "tblPr"))
        if one.tag == f"{W}r" and _text(one):
            yield one, is_shaded
        waiting += [(child, is_shaded) for child in one]


def _shades(properties: Element | None) -> bool:
    if properties is None:
        return False
    shade, marker, style = (properties.find(f"{W}{name}") for name in ("shd", "highlight", "tblStyle"))
    fills = shade is not None and shade.get(f"{W}fill", "auto").upper() not in ("AUTO", "FFFFFF")
    return fills or marker is not None or style is not None


def _text(run: Element) -> str:
    return "".join(one.text or "" for one in run if one.tag in (f"{W}t", f"{W}delText", f"{W}instrText")).strip()


def _is_hidden(found: tuple[Element, bool], hidden_styles: frozenset[str]) -> bool:
    run, is_shaded = found
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    style = properties.find(f"{W}rStyle")
    is_by_style = style is not None and style.get(f"{W}val") in hidden_styles and properties.find(f"{W}vanish") is None
    return is_by_style or _hides(properties, is_shaded=is_shaded)


def _hides(properties: Element, *, is_shaded: bool) -> bool:
    vanish, colour, size = (properties.find(f"{W}{name}") for name in ("vanish", "color", "sz"))
    if vanish is not None and vanish.get(f"{W}val", "1") not in OFF:
        return True
    if size is not None and float(size.get(f"{W}val", "22")) < SMALLEST:
        return True
    is_white = colour is not None and (
        colour.get(f"{W}val", "").upper() == "FFFFFF" or colour.get(f"{W}themeColor") in ("background1", "light1")
    )
    return is_white and not is_shaded


def _hidden_styles(package: Package) -> Iterator[str]:
    """Styles that hide the text they are given to."""
    if "word/styles.xml" in package.parts:
        for style in package.xml("word/styles.xml").iter(f"{W}style"):
            properties = style.find(f"{W}rPr")
            if properties is not None and _hides(properties, is_shaded=True):
                yield style.get(f"{W}styleId", "")


def _fields(root: Element, part: str) -> Iterator[Found]:
    texts = [one.text or "" for one in root.iter(f"{W}instrText")]
    texts += [one.get(f"{W}instr", "") for one in root.iter(f"{W}fldSimple")]
    if any(text.strip().upper().startswith(LOADS) for text in texts):
        yield Found("external-link", part, "a field loads from another file")
    targets = [word.strip('"') for text in texts if "HYPERLINK" in text.upper() for word in text.split()]
    described = [one.get("descr", "") + one.get("title", "") for one in root.iter() if one.tag.endswith("}docPr")]
    if any(map(is_private, targets)) or any(map(names_folder, (*texts, *described))):
        yield Found("local-link", part, "a field or the description of a picture names a private place")


def _settings(package: Package) -> Iterator[Found]:
    part = "word/settings.xml"
    if part not in package.parts:
        return
    root = package.xml(part)
    if root.find(f".//{W}docVar") is not None:
        yield Found("custom-properties", part, "it keeps variables with values")
    if root.find(f"{W}mailMerge") is not None:
        yield Found("connection", part, "it keeps where letters get their addresses")
