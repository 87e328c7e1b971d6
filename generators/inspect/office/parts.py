"""The parts of an office file by their names: an allow-list, and the rules for parts that are known to hide things."""

import re
from collections.abc import Iterator

from generators.inspect.found import Found
from generators.inspect.office.package import TYPES, Package
from generators.inspect.places import names_folder

ALLOWED = re.compile(
    r"""\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:core|app)\.xml
    |(?:xl|word)/(?:_rels/[\w.]+\.rels|styles\.xml|theme/(?:_rels/)?theme\d+\.xml(?:\.rels)?)
    |(?:xl|word)/media/[\w-]+\.(?:jpe?g|png|gif|tiff?|webp)
    |(?:xl|word)/charts/(?:_rels/)?(?:chart|style|colors|chartEx)\d*\.xml(?:\.rels)?
    |(?:xl|word)/drawings/(?:_rels/)?drawing\d+\.xml(?:\.rels)?|(?:xl|word)/diagrams/(?:_rels/)?\w+\.xml(?:\.rels)?
    |xl/(?:workbook|sharedStrings|calcChain|metadata|tables/table\d+|tables/tableSingleCells\d+)\.xml
    |xl/(?:worksheets|chartsheets)/(?:_rels/)?sheet\d+\.xml(?:\.rels)?|xl/tables/_rels/table\d+\.xml\.rels
    |xl/richData/(?:_rels/)?\w+\.xml(?:\.rels)?|xl/featurePropertyBag/\w+\.xml
    |word/(?:document|settings|webSettings|fontTable|numbering|footnotes|endnotes|stylesWithEffects)\d*\.xml
    |word/(?:header|footer)\d+\.xml|word/fonts/font\d+\.odttf""",
    re.VERBOSE,
)
RULES_OF_PARTS: tuple[tuple[str, str, str], ...] = (
    (r"/pivot(?:Cache|Tables)/|/slicer|/timeline", "pivot-cache", "a pivot table, or the rows it was made from"),
    (r"^xl/model/|powerPivot|\.data$", "data-model", "tables that no sheet shows"),
    (r"vbaProject|vbaData|/macrosheets/|/dialogsheets/", "script", "a macro"),
    (r"/activeX/|/ctrlProps/|^customUI", "script", "a control with a program"),
    (r"printerSettings", "printer-settings", "the settings of a printer"),
    (r"/embeddings/|afchunk|\.bin$", "embedded-file", "a file inside"),
    (r"comments|/persons?/|people\.xml|/vmlDrawing", "comment", "comments, or who wrote them"),
    (r"/externalLinks/", "external-link", "values kept from another file"),
    (r"connections\.xml|/quer(?:yTable|ie)s/|customData|xmlMaps|recipients", "connection", "how data are fetched"),
    (r"/revisions/|/changes/", "tracked-change", "who changed what"),
    (r"^docProps/custom\.xml|^docMetadata/", "custom-properties", "properties that are not the usual ones"),
    (r"^docProps/thumbnail", "thumbnail", "a small picture of the first page"),
    (r"/glossary/", "hidden-text", "texts kept for inserting"),
    (r"\.(?:emf|wmf|svg|wdp|pict)$", "active-content", "a picture of a kind that is not looked into"),
)
PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), rule, words) for pattern, rule, words in RULES_OF_PARTS)
HARMLESS_XML = re.compile(rb"<(?:\w+:)?(?:Sources|CoverPageProperties|datastoreItem|properties)\b")
"""What word processors put into every document: a list of sources, the fields of the cover page, and their labels."""
EMPTY = re.compile(rb"<(?:\w+:)?Properties\b[^>]*(?:/>|>\s*</(?:\w+:)?Properties>)\s*\Z")
"""A list of further properties without any, as one office suite writes it."""
TAGS = re.compile(rb"<[^>]*>|\s")
PICTURE = re.compile(r"/media/[^/]+\.(?:jpe?g|png|gif|tiff?|webp)$", re.IGNORECASE)


def look_at_parts(package: Package) -> Iterator[Found]:
    """Every part that is not one of the usual ones, and every picture."""
    for name in sorted(package.parts):
        if not ALLOWED.fullmatch(name):
            yield from _of_part(package, name)
        if PICTURE.search(name):
            yield from _picture(package, name)
    used = {relation.target for relation in package.relations() if not relation.is_outside}
    for name in sorted(package.parts.keys() - used):
        if name != TYPES and not name.endswith(".rels") and not name.startswith("docProps/"):
            yield Found("orphan-part", _place(name), "nothing in the file refers to it")


def _of_part(package: Package, name: str) -> Iterator[Found]:
    if name.startswith("customXml/"):
        if _is_telling(package.parts[name]) and not name.endswith(".rels"):
            yield Found("custom-xml", _place(name), "data that another program put in")
        return
    for pattern, rule, words in PATTERNS:
        if pattern.search(name):
            is_empty = rule == "custom-properties" and EMPTY.search(package.parts[name])
            if not name.endswith(".rels") and not is_empty:
                yield Found(rule, _place(name), words)
            return
    yield Found("unknown-part", _place(name), "a part that is not one of the usual ones")


def _is_telling(part: bytes) -> bool:
    """Whether such a part has content of its own, and not only the frame that every document has."""
    return (
        not HARMLESS_XML.search(part[:500])
        or bool(TAGS.sub(b"", part))
        or names_folder(part.decode("utf-8", "replace"))
    )


def _picture(package: Package, name: str) -> Iterator[Found]:
    from generators.inspect.images import look_at_image

    try:
        for found in look_at_image(package.parts[name]):
            yield Found(found.rule, _place(name), found.words)
    except Exception as fault:  # a damaged picture makes the library fail in any way
        yield Found("damaged", _place(name), f"reading the picture failed ({type(fault).__name__})")


def _place(name: str) -> str:
    """A part by its name: where the name may be somebody's, only its folder and its ending."""
    folder, _, file = name.rpartition("/")
    stem, dot, ending = file.rpartition(".")
    is_usual = re.fullmatch(r"[A-Za-z]{1,24}\d{0,4}", stem) and "." not in folder
    return name if is_usual else f"a part in {folder or 'the file'}{f' ending in .{ending[:8]}' if dot else ''}"
