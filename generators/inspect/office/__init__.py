"""Office files: workbooks and word-processor documents, part by part."""

from collections.abc import Iterator

from generators.inspect.found import Found
from generators.inspect.office.archive import look_at_archive
from generators.inspect.office.charts import look_at_charts
from generators.inspect.office.package import NotReadable, Package, opened
from generators.inspect.office.parts import look_at_parts
from generators.inspect.office.properties import look_at_properties
from generators.inspect.office.relations import look_at_relations
from generators.inspect.office.shapes import look_at_shapes
from generators.inspect.office.sheets import look_at_workbook
from generators.inspect.office.words import look_at_words

FORMATS = {"xl/": "a workbook", "word/": "a word-processor document"}


def look_at_office(content: bytes) -> Iterator[Found]:
    """Everything that is looked for in an office file."""
    yield Found("office-format", "the whole file", "it is of a format that carries more than it shows")
    try:
        package = opened(content)
    except NotReadable as reason:
        yield Found(reason.rule, "the whole file", reason.words)
        return
    yield from look_at_archive(content)
    yield from look_at_parts(package)
    yield from look_at_relations(package)
    yield from look_at_properties(package)
    yield from look_at_shapes(package)
    yield from _of_kind(package)


def _of_kind(package: Package) -> Iterator[Found]:
    if package.folder == "xl/":
        shown = yield from look_at_workbook(package)
        yield from look_at_charts(package, shown)
    else:
        yield from look_at_words(package)
