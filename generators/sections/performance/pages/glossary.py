"""The page of words: every term with its meaning and where it comes from."""

from generators.archive import Archive
from generators.frame import HOME, list_page
from generators.page import Page
from generators.sections.performance.pages.order import PERFORMANCE
from generators.sections.performance.records import GlossaryTerm
from generators.sections.performance.words import in_order


def glossary_page(archive: Archive) -> Page:
    """Every word in alphabetical order."""
    terms = in_order(archive.all(GlossaryTerm))
    return list_page(
        archive, "performance/glossary/", "Words and abbreviations", "performance/glossary", {"terms": terms},
        section=PERFORMANCE.address, trail=(HOME, PERFORMANCE), linking=terms,
        description="What the words and abbreviations of performance reports mean.",
    )  # fmt: skip
