"""No text of a record can be anything but text.

The hostile texts are in `cases/hostile.yml`. Each is put into every text field of every record at once, in the fields
that the record types themselves have, and the pages are rendered as the host renders them.
"""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generators import figure
from generators.archive import Archive
from generators.gate import page as gate_page
from generators.plugin import build_pages
from generators.prepare import Prepared
from generators.public import public
from generators.render import render, site_name
from generators.stage import staging, tree
from tests.conftest import CASES, made_once
from tests.filled import filled, kind_of
from tests.look import collapsed, in_html, nodes, pages_of, visible
from tests.projects import NOW, REPOSITORY, copy_sound

HOSTILE: list[str] = yaml.safe_load((CASES / "hostile.yml").read_text("utf-8"))
PLACES = ("first", "last", "alone")
"""Where in a field the hostile text stands: after a mark, before it, or with nothing beside it."""
ALL = "SCRUTINY_TEST_ALL" in os.environ
TURNS = pytest.mark.parametrize("turn", range(len(PLACES) if ALL else 1))
"""The fields take the three places by turns: in one turn every text is tried in all of them, in three in each field."""
TRIED = range(0, len(HOSTILE), 1 if ALL else 4)
"""Each text costs every page of the site: one in four is tried here, and all of them every night."""
PAYLOADS = pytest.mark.parametrize("number", TRIED, ids=lambda number: repr(HOSTILE[number])[:40])
ORDERED = {
    "gift-offer offered_by", "gift-offer donor", "person name", "body name", "matter title", "dilemma theme",
    "measure theme", "measure title",
    "glossary-term term", "glossary-term also_written", "meeting items reports_requested of",
    "office force",
}  # fmt: skip
"""By these the site puts things in order, and by those below it makes addresses: the mark stands first in them."""
ANCHORED = {"number", "minute", "id", "letter", "owner"}
IN_MARKDOWN = {
    *((tag, ()) for tag in ("p", "em", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code")),
    *((tag, ()) for tag in ("ul", "ol", "li", "hr", "br", "table", "thead", "tbody", "tr", "th", "td")),
    ("a", ("href",)), ("a", ("href", "title")), ("ol", ("start",)), ("code", ("class",)),
}  # fmt: skip
"""What a text that is declared to be Markdown may add to a page: elements, each with its attributes."""
HOLD_ADDRESSES = {"href", "src", "action", "formaction", "srcdoc", "data", "background", "poster", "xlink:href"}
SAFE = re.compile(r"(https?://|mailto:|(?!//)(?![^/?#]*:))[^\s\\]*")
"""An address of the web or of this site: no other scheme before the first slash, nothing a browser reads as one."""

Shape = list[tuple[int, str, tuple[str, ...]]]
"""The elements of a page in order: how deep, which, with which attributes."""


@pytest.fixture(autouse=True)
def draw_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing is the slow part, and the words above a chart are not in it; `test_figure` tries those that are.

    There too long names are broken into lines. Here each stays on one, so that a page has the same elements for any.
    """
    bare = {"title": "", "subtitle": "", "description": ""}
    monkeypatch.setattr("generators.chart_parts.wrap", lambda words, _: [words])
    monkeypatch.setattr(figure, "to_svg", lambda shown, ident: drawn(replace(shown, **bare), ident))


drawn = cache(figure.to_svg)


@TURNS
@PAYLOADS
def test_a_text_changes_nothing_of_the_page_but_that_text(sound: Archive, number: int, turn: int) -> None:
    """In a plain field: the same elements and attributes as with a harmless word, and exactly what was typed."""
    at = (number + turn) % len(PLACES)
    typed = Typed(HOSTILE[number], at, in_markdown=False)
    found = rendered(filled(sound, typed))
    expected = harmless(sound, at, in_markdown=False)
    assert list(found) == list(expected)
    for address, body in found.items():
        assert shape(body) == expected[address], f"/{address}"
        assert not wrongly_shown(body, typed), f"/{address}"
        assert not unsafe_addresses(body), f"/{address}"


@PAYLOADS
def test_markdown_adds_only_what_markdown_may_add(sound: Archive, number: int) -> None:
    """In a field declared to be Markdown: no other element or attribute, nothing that breaks out of its place."""
    found = rendered(filled(sound, Typed(HOSTILE[number], 0, in_markdown=True)))
    expected = harmless(sound, 0, in_markdown=True)
    for address, body in found.items():
        assert {(tag, attributes) for _, tag, attributes in shape(body)} <= known_in_markdown(sound), f"/{address}"
        assert not unsafe_addresses(body), f"/{address}"
        if address.count("/") < 4:  # the headings of a paper's text are headings of its page
            assert top(shape(body)) == top(expected[address]), f"/{address}"


def test_every_text_field_of_every_record_is_tried(sound: Archive) -> None:
    """The fields come from the record types: nothing is left out because nobody thought of it."""
    typed = Typed("word", 0, in_markdown=False)
    filled(sound, typed)
    assert len(typed.plain) > 300
    assert {place for place, _ in typed.plain.values()} == set(PLACES)
    assert len(HOSTILE) >= 60


def test_what_a_record_says_is_shown_somewhere(sound: Archive) -> None:
    """Whoever fills a field in may expect to find it on the site."""
    marks: dict[str, str] = {}
    archive = filled(sound, lambda way, _: marks.setdefault(way, f"z{len(marks)}z"))
    decisions = (in_html(page) for page in gate_page.pages(public(archive, NOW)))
    shown = {mark for body in (*rendered(archive).values(), *decisions) for mark in re.findall(r"z\d+z", visible(body))}
    unseen = {kind_of(way) for way in marks} - {kind_of(way) for way, mark in marks.items() if mark in shown}
    unseen -= {way for way in unseen if way.partition(" ")[2] in NOT_ON_THE_PAGE}
    assert sorted(unseen - SHOWN_AT_TIMES.keys()) == []
    assert SHOWN_AT_TIMES.keys() <= {kind_of(way) for way in marks}


NOT_ON_THE_PAGE = {
    "allow rule": "in words of ours",
    "allow sha256": "it names a file, which whoever looks has",
    "changes decided_by": "in the history of the record, where a ledger is kept",
    "in_pack page": "as a link to that page, where the pack is attached",
    "contacts": "where a record gives one",
    "domains": "the same",
    "premises": "the same",
    "unplaced text": "only drafts have any",
}
"""Fields of many kinds of record that are for the checks, or shown in another way."""
SHOWN_AT_TIMES = {
    "meeting date_as_printed": "where it is not the date as the page words it",
    "meeting declarations role": "where no person is given",
    "meeting declarations items": "as links to those items",
    "meeting questions item": "as a link to that item",
    "forward-plan why_empty": "where there are no rows",
    "recommendation-updates why_empty": "the same",
    "letters why_empty": "the same",
    "measure why_empty": "the same",
    "published-table why_empty": "the same",
    "measure one": "where there is one of what is counted",
    "published-table columns id": "nowhere: the beginning of a row stands in its place",
    "published-table rules": "in words of ours, with their result",
    "published-table pictures headline": "above the picture, and pictures are of rows that are there",
    "dip-sample-case grades": "where two graders differ, in the words that their function knows",
    "recommendation-update superseded_by": "as a link to what took its place",
    "duties duties elsewhere page": "as a link to that page",
}
"""Fields that are shown only where another says less."""


@pytest.mark.parametrize(
    "text", ['"></title><script>alert(1)</script>', "R&D &lt;b&gt; {{ 7 * 7 }} [a](javascript:b) {: #c onclick=d }"]
)
def test_the_hosts_theme_lets_nothing_act_either(
    sound: Archive, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Whole pages through MkDocs: their heads, contents, navigation and the office's name at the top of each."""
    typed = Typed(text, 0, in_markdown=False, always="first")
    found = finished(filled(sound, typed), tmp_path / "hostile")
    harmless = filled(sound, Typed("word", 0, in_markdown=False, always="first"))
    expected = whole(harmless, made_once(tmp_path_factory, "harmless", lambda root: finish(harmless, root)))
    assert len(found) > 25
    for address, page in found.items():
        assert shape(page) == shape(expected[address]), f"/{address}"
        assert not wrongly_shown(without_data(page), typed), f"/{address}"
        assert not unsafe_addresses(page), f"/{address}"


def without_data(page: LexborNode) -> LexborNode:
    """The page without what only programs read of it, once that has been read: in JSON a text is written otherwise."""
    for node in page.css('script[type="application/ld+json"]'):
        assert json.loads(node.text())
        node.decompose()
    return page


def finished(archive: Archive, root: Path) -> dict[str, LexborNode]:
    """Every page of the archive's site, whole, by its address."""
    finish(archive, root)
    return whole(archive, root)


def finish(archive: Archive, root: Path) -> None:
    """Make the archive's site, in a new folder."""
    copy_sound(root)
    seen = public(archive, NOW)
    outputs = {output.path: output for output in render(seen, NOW, root)}  # filled fields may make one address twice
    with staging(outputs.values(), tree(root)) as files:
        build_pages(root, root / "site", Prepared(site_name(seen), files))


def whole(archive: Archive, root: Path) -> dict[str, LexborNode]:
    """Every page of the site that was made of the archive in this folder."""
    outputs = dict.fromkeys(output.path for output in render(public(archive, NOW), NOW, root))
    pages: dict[str, LexborNode] = {}
    for address in (path.removesuffix("index.md") for path in outputs if path.endswith("index.md")):
        page = LexborHTMLParser((root / "site" / address / "index.html").read_text("utf-8")).root
        assert page is not None
        pages[_unlike(pages, address)] = page
    return pages


def test_the_apostrophe_is_safe_because_every_attribute_stands_between_double_quotes() -> None:
    """A value keeps its apostrophes; a template that quoted an attribute with them would be open."""
    templates = sorted((REPOSITORY / "generators").rglob("*.jinja"))
    assert templates
    for template in templates:
        text = re.sub(r"\{[{%#].*?[}%#]\}", "", template.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"<[^>]*=\s*'", text), template.name
        assert not re.search(r"<[a-z][^>]*\s[a-z-]+=[^\"\s>]", text), template.name


# ---- what is typed, and how the pages are looked at


class Typed:
    """The text for every field, and what was typed where."""

    def __init__(self, text: str, turn: int, *, in_markdown: bool, always: str = "") -> None:
        self._text, self._turn, self._in_markdown, self._always = text, turn, in_markdown, always
        self.plain: dict[str, tuple[str, str]] = {}
        """By its mark: the place and the whole text of every plain field."""

    def __call__(self, way: str, is_markdown: bool) -> str:
        """The text for the field at the end of this way."""
        if is_markdown:
            return self._text if self._in_markdown else "word"
        field = kind_of(way).rpartition(" ")[2]
        if field == "field":
            return "source"  # the name of a field, not a text
        mark = f"z{len(self.plain)}z"
        text = "word" if self._in_markdown else collapsed(self._text)
        place = self._always or PLACES[(len(self.plain) + self._turn) % len(PLACES)]
        if kind_of(way) in ORDERED or field in ANCHORED:
            place = "first"
        whole = {"first": f"{mark} {text}", "last": f"{text} {mark}", "alone": text}[place]
        self.plain[mark] = (place, whole)
        return whole


def rendered(archive: Archive) -> dict[str, LexborNode]:
    """What every page's Markdown becomes, by its address."""
    found: dict[str, LexborNode] = {}
    for address, page in pages_of(archive).items():
        found[_unlike(found, address)] = in_html(page)
    return found


def _unlike(found: Mapping[str, object], address: str) -> str:
    """What a page is known by: its address without the text in it, told apart from those of the same item before."""
    known = alike(address)
    while known in found:
        known += "+"
    return known


def alike(address: str) -> str:
    """The same for an address that is made from a name, whatever follows the mark in it."""
    return re.sub(r"(z\d+z)[^/]*", r"\1", address)


def shape(body: LexborNode) -> Shape:
    return [(depth, str(node.tag), tuple(sorted(node.attributes))) for depth, node in nodes(body)]


def top(page: Shape) -> Shape:
    return [element for element in page if element[0] == 0]


@cache
def harmless(archive: Archive, turn: int, *, in_markdown: bool) -> Mapping[str, Shape]:
    """The shape of every page when all fields hold one harmless word."""
    typed = Typed("word", turn, in_markdown=in_markdown)
    return {address: shape(body) for address, body in rendered(filled(archive, typed)).items()}


@cache
def known_in_markdown(archive: Archive) -> set[tuple[str, tuple[str, ...]]]:
    """What Markdown may add, and what pages have around numbered paragraphs, headings and tables."""
    typed = Typed("# One\n\n## Two\n\n1. word\n    a. word\n\n| a |\n|---|\n| b |", 0, in_markdown=True)
    pages = [shape(body) for body in rendered(filled(archive, typed)).values()]
    return IN_MARKDOWN | {(tag, attributes) for page in pages for _, tag, attributes in page}


def wrongly_shown(body: LexborNode, typed: Typed) -> list[str]:
    """Texts of the page that hold a mark, and beside it not what was typed there."""
    attributes = [attribute for _, node in nodes(body) for attribute in node.attributes.items()]
    said = [visible(body), *(collapsed(value) for name, value in attributes if value and name not in ("id", "href"))]
    found = []
    for text in said:
        for mark in re.finditer(r"(?<![-/])z\d+z", text):  # after these it stands in an address made of the text
            place, whole = typed.plain[mark[0]]
            start = mark.start() if place == "first" else mark.end() - len(whole)
            if text[start : start + len(whole)] != whole:
                found.append(f"{whole!r} is shown as {text[start : start + len(whole) + 20]!r}")
    return found


def unsafe_addresses(body: LexborNode) -> list[str]:
    attributes = [attribute for _, node in nodes(body) for attribute in node.attributes.items()]
    return [value for name, value in attributes if name in HOLD_ADDRESSES and value and not SAFE.fullmatch(value)]
