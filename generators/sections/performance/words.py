"""Words that a reader may not know, explained where a text first uses them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generators.markdown import Markdown
from generators.sections.performance.records import GlossaryTerm

LEFT_ALONE = r"`+[^`]*`+|\[[^\]]*\]\([^)]*\)|<[^>]*>"
"""Code, links and addresses in Markdown: no link begins inside another."""
ABBREVIATION = re.compile("[A-Z0-9]{2,}s?")
"""In it capitals count, and in no other word."""
ANCHOR = "word-"
"""How the place of a word at the foot of a page begins."""


def explained(texts: Sequence[str], terms: Sequence[GlossaryTerm]) -> Iterator[Markdown]:
    """Markdown texts in the order of a page: where a word is first used, it leads to what it means."""
    uses, by_form = _uses(terms), _by_form(terms)
    seen: set[str] = set()

    def linked(match: re.Match[str]) -> str:
        """A word as a link at its first use, and as it stands ever after."""
        term = by_form.get(match[0].casefold())
        if not match["word"] or term is None or term.id in seen:
            return match[0]
        seen.add(term.id)
        return f'[{match[0]}](#{ANCHOR}{term.id} "{_in_title(term.meaning)}")'

    for text in texts:
        yield Markdown(uses.sub(linked, text))


def used(texts: Sequence[str], terms: Sequence[GlossaryTerm]) -> tuple[GlossaryTerm, ...]:
    """The words that any of these texts uses, in alphabetical order."""
    uses, by_form = _uses(terms), _by_form(terms)
    found = {match["word"].casefold() for text in texts for match in uses.finditer(text) if match["word"]}
    return in_order({by_form[form].id: by_form[form] for form in found}.values())


def in_order(terms: Iterable[GlossaryTerm]) -> tuple[GlossaryTerm, ...]:
    """Words in alphabetical order."""
    return tuple(sorted(terms, key=lambda term: term.term.casefold()))


def _in_title(meaning: str) -> str:
    """A meaning as the title of a link: nothing in it ends the title or acts as Markdown."""
    return re.sub(r"([\"\\&<>`*_\[\]])", r"\\\1", meaning)


def _by_form(terms: Sequence[GlossaryTerm]) -> dict[str, GlossaryTerm]:
    """The word that is written so, however its letters are written."""
    return {form.casefold(): term for term in terms for form in term.forms}


def _uses(terms: Sequence[GlossaryTerm]) -> re.Pattern[str]:
    """What finds every form of every word, the longest first, as a whole word only."""
    forms = sorted({form for term in terms for form in term.forms}, key=lambda form: (-len(form), form))
    either = "|".join(map(_pattern, forms)) or "(?!)"
    return re.compile(rf"{LEFT_ALONE}|(?<![\w-])(?P<word>{either})(?![\w-])")


def _pattern(form: str) -> str:
    return re.escape(form) if ABBREVIATION.fullmatch(form) else f"(?i:{re.escape(form)})"
