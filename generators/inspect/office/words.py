"""A word-processor document: tracked changes, hidden text, fields that load from elsewhere, variables."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generators.inspect.found import Found
from generators.inspect.office.package import Package
from generators.inspect.office.runs import W, hidden_runs
from generators.inspect.places import is_private, names_folder
from generators.problem import count

OF_FORMAT = tuple(f"{kind}Change" for kind in ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "numbering"))
CHANGES = frozenset(
    W + name for name in ("del", "ins", "moveFrom", "moveTo", "delText", "cellIns", "cellDel", *OF_FORMAT)
)
LOADS = ("INCLUDETEXT", "INCLUDEPICTURE", "LINK ", "DDE", "DATABASE", "IMPORT")
READ = ("document", "header", "footer", "footnotes", "endnotes")


def look_at_words(package: Package) -> Iterator[Found]:
    """What is in the text and is not seen."""
    for part in package.named("word/"):
        if "/" in part.removeprefix("word/") or not part.removeprefix("word/").startswith(READ):
            continue
        root = package.xml(part)
        if changes := sum(one.tag in CHANGES for one in root.iter()):
            yield Found("tracked-change", part, count(changes, "change"))
        if hidden := hidden_runs(package, root):
            yield Found("hidden-text", part, f"{count(hidden, 'piece')} of text that cannot be seen")
        yield from _fields(root, part)
    yield from _settings(package)


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
