"""A page's key, its front matter and its links; and that no text of a record can be anything but text.

The hostile texts are in `cases/hostile.yml`. Each is put into every text field of every record at once, in the fields
that the record types themselves have, and the pages are rendered as the host renders them.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from html import unescape
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data
from selectolax.lexbor import LexborNode

from generators import figure
from generators.archive import Archive
from generators.link import Link
from generators.markdown import Markdown
from generators.page import Page, as_text, key, to_markdown
from generators.sections.meetings.records import Meeting, Paper, Person
from tests.conftest import CASES, Change
from tests.filled import filled
from tests.look import body_of, collapsed, host, in_html, nodes, pages_of, visible
from tests.projects import REPOSITORY

HOSTILE: list[str] = yaml.safe_load((CASES / "hostile.yml").read_text("utf-8"))
PLACES = ("first", "last", "alone")
"""Where in a field the hostile text stands: after a mark, before it, or with nothing beside it."""
ALL = "SCRUTINY_TEST_ALL" in os.environ
ROUNDS = range(len(PLACES) if ALL else 1)
TURNS = pytest.mark.parametrize("turn", ROUNDS)
"""Every field has the text in another place each time; a third of the work shows each text in all three."""
PAYLOADS = pytest.mark.parametrize("number", range(len(HOSTILE)), ids=lambda number: repr(HOSTILE[number])[:40])
ORDERED = {"person name", "body name", "matter title"}
"""By these the site puts things in order, and by these it makes addresses: the mark stands first, to keep both."""
ANCHORED = {"number", "minute", "id", "letter"}
IN_MARKDOWN = {
    *((tag, ()) for tag in ("p", "em", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code")),
    *((tag, ()) for tag in ("ul", "ol", "li", "hr", "br", "table", "thead", "tbody", "tr", "th", "td")),
    ("a", ("href",)), ("a", ("href", "title")), ("ol", ("start",)), ("code", ("class",)),
}  # fmt: skip
"""What a text that is declared to be Markdown may add to a page: elements, each with its attributes."""

Shape = list[tuple[int, str, tuple[str, ...]]]
"""The elements of a page in order: how deep, which, with which attributes."""


# ---- what is rendered, and how it is looked at


@pytest.fixture(autouse=True)
def draw_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing is the slow part, and the words above a chart are not in it; `test_figure` tries those that are."""
    monkeypatch.setattr(figure, "to_svg", lambda shown, ident: drawn(replace(shown, subtitle=""), ident))


drawn = cache(figure.to_svg)


def rendered(archive: Archive) -> dict[str, LexborNode]:
    """What every page's Markdown becomes, by its address."""
    return {address: in_html(page) for address, page in pages_of(archive).items()}


def shape(body: LexborNode) -> Shape:
    return [(depth, str(node.tag), tuple(sorted(node.attributes))) for depth, node in nodes(body)]


class Typed:
    """The text for every field, and what was typed where."""

    def __init__(self, text: str, turn: int, *, in_markdown: bool) -> None:
        self._text, self._turn, self._in_markdown = text, turn, in_markdown
        self.plain: dict[str, tuple[str, str]] = {}
        """By its mark: the place and the whole text of every plain field."""

    def __call__(self, way: str, is_markdown: bool) -> str:
        if " also_printed " in way and way.endswith(" field"):
            return "source"  # the name of a field, not a text
        mark = f"z{len(self.plain)}z"
        if is_markdown:
            return self._text if self._in_markdown else "word"
        text = "word" if self._in_markdown else collapsed(self._text)
        place = PLACES[(len(self.plain) + self._turn) % len(PLACES)]
        if f"{way.partition(':')[0]} {way.rpartition(' ')[2]}" in ORDERED or way.rpartition(" ")[2] in ANCHORED:
            place = "first"
        whole = {"first": f"{mark} {text}", "last": f"{text} {mark}", "alone": text}[place]
        self.plain[mark] = (place, whole)
        return whole


def wrongly_shown(body: LexborNode, typed: Typed) -> list[str]:
    """Texts of the page that hold a mark, and beside it not what was typed there."""
    said = [visible(body)]
    said += [
        collapsed(value)
        for _, node in nodes(body)
        for name, value in node.attributes.items()
        if value and name not in ("id", "href", "src")
    ]
    found = []
    for text in said:
        for mark in re.finditer(r"z\d+z", text):
            place, whole = typed.plain[mark[0]]
            start = mark.start() if place == "first" else mark.end() - len(whole)
            if text[start : start + len(whole)] != whole:
                found.append(f"{whole!r} is shown as {text[start : start + len(whole) + 20]!r}")
    return found


def unsafe_addresses(body: LexborNode) -> list[str]:
    found = [
        value or "" for _, node in nodes(body) for name, value in node.attributes.items() if name in HOLD_ADDRESSES
    ]
    return [address for address in found if not SAFE.fullmatch(address)]


HOLD_ADDRESSES = {"href", "src", "action", "formaction", "srcdoc", "data", "background", "poster", "xlink:href"}
SAFE = re.compile(r"(https?://|mailto:|(?!//)(?![^/?#]*:))[^\s\\]*")
"""Of the web, or of this site: no other scheme before the first slash, and nothing a browser reads as one."""


# ---- hostile texts


@cache
def harmless(sound_archive: Archive, turn: int, *, in_markdown: bool) -> Mapping[str, Shape]:
    """The shape of every page when all fields hold one harmless word."""
    typed = Typed("word", turn, in_markdown=in_markdown)
    return {address: shape(body) for address, body in rendered(filled(sound_archive, typed)).items()}


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
    known = known_in_markdown(sound)
    for address, body in found.items():
        added = {(tag, attributes) for _, tag, attributes in shape(body)}
        assert added <= known, f"/{address}"
        assert not unsafe_addresses(body), f"/{address}"
        if address.count("/") < 4:  # the headings of a paper's text are headings of its page
            assert top(shape(body)) == top(expected[address]), f"/{address}"


@cache
def known_in_markdown(sound_archive: Archive) -> set[tuple[str, tuple[str, ...]]]:
    """What Markdown may add, and what pages have around numbered paragraphs, headings and tables."""
    typed = Typed("# One\n\n## Two\n\n1. word\n    a. word\n\n| a |\n|---|\n| b |", 0, in_markdown=True)
    pages = [shape(body) for body in rendered(filled(sound_archive, typed)).values()]
    return IN_MARKDOWN | {(tag, attributes) for page in pages for _, tag, attributes in page}


def top(page: Shape) -> Shape:
    return [element for element in page if element[0] == 0]


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
    body = [
        visible(page)
        for page in rendered(filled(sound, lambda way, _: marks.setdefault(way, f"z{len(marks)}z"))).values()
    ]
    shown = {mark for text in body for mark in re.findall(r"z\d+z", text)}
    unseen = {kind_of(way) for way in marks} - {kind_of(way) for way, mark in marks.items() if mark in shown}
    assert sorted(unseen - SHOWN_AT_TIMES.keys()) == []
    assert SHOWN_AT_TIMES.keys() <= {kind_of(way) for way in marks}


SHOWN_AT_TIMES = {
    "meeting date_as_printed": "where its weekday is not that of the date",
    "meeting declarations role": "where no person is given",
    "meeting declarations items": "as links to those items",
    "meeting items actions due_as_printed": "where no day is given",
    "meeting items reports_requested due_as_printed": "where no meeting is given",
}
"""Fields that are shown only where another says less."""


@PAYLOADS
def test_front_matter_is_escaped_and_comes_back(sound: Archive, number: int) -> None:
    """The host puts title and description into its pages as they are, so they hold no sign of HTML."""
    page = replace(pages_of(sound)["calendar/"], title=HOSTILE[number], description=HOSTILE[number], source="x: y")
    body, matter = get_data(to_markdown(page).decode())
    assert unescape(str(matter["title"])) == HOSTILE[number]
    assert unescape(str(matter["description"])) == HOSTILE[number]
    assert not set("<>\"'") & set(str(matter["title"]) + str(matter["description"]))
    assert set(matter) == {"title", "description", "source", "section"}
    assert body.lstrip().startswith("<!--")


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1)


@given(TEXTS.filter(str.strip))
@example("\\")
@example("a  \nb")
@example("1) x")
@example("&#35; x")
@settings(deadline=None, max_examples=1000 if ALL else 150)
def test_any_text_at_all_is_shown_as_it_is(typed: str) -> None:
    """Alone in a heading, before an attribute list, in a paragraph, in an attribute, and alone on a line."""
    text = as_text(collapsed(typed))
    source = f'# {text}\n\n## {text} {{: #here .item }}\n\n<p title="{text}">{text}</p>\n\n{text}\n'
    body = body_of(host().reset().convert(source))
    assert [node.tag for _, node in nodes(body)] == ["h1", "a", "h2", "a", "p", "p"]
    expected = collapsed(typed)
    heading, named, paragraph, line = (node for _, node in nodes(body) if node.tag != "a")
    assert visible(heading).removesuffix("#").strip() == expected
    assert visible(named).removesuffix("#").strip() == expected
    assert named.attributes["id"] == "here"
    assert collapsed(paragraph.attributes["title"] or "") == expected
    assert visible(paragraph) == expected
    assert visible(line) == expected


def test_the_apostrophe_is_safe_because_every_attribute_stands_between_double_quotes() -> None:
    """`as_text` leaves it alone; a template that quoted an attribute with it would be open."""
    templates = sorted((REPOSITORY / "generators").rglob("*.jinja"))
    assert templates
    for template in templates:
        text = re.sub(r"\{[{%#].*?[}%#]\}", "", template.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"<[^>]*=\s*'", text), template.name
        assert not re.search(r"<[a-z][^>]*\s[a-z-]+=[^\"\s>]", text), template.name


# ---- keys


def test_the_same_values_have_the_same_key(sound: Archive) -> None:
    """Whatever the archive was made of, and in whatever order."""
    again = {address: key(page) for address, page in pages_of(filled(sound, lambda way, _: way)).items()}
    assert again == {address: key(page) for address, page in pages_of(filled(sound, lambda way, _: way)).items()}
    assert len(set(again.values())) == len(again)


@pytest.mark.parametrize("name", [field.name for field in fields(Page) if field.name != "view"])
def test_every_part_of_a_page_is_in_its_key(sound: Archive, name: str) -> None:
    """Address, title, values, links and all the rest."""
    page = pages_of(sound)["meetings/panel/"]
    other: Any = {
        "values": {**page.values, "one": "more"}, "trail": (*page.trail, Link("Up", "up/")),
        "figures": (replace(page.figures[0], title="Another"),), "links": {**page.links, "one": Link("More", "more/")},
    }.get(name, f"{getattr(page, name)} ")  # fmt: skip
    assert key(replace(page, **{name: other})) != key(page)


def test_another_view_is_another_key(sound: Archive) -> None:
    page = pages_of(sound)["meetings/panel/2024-03-06/"]
    assert key(replace(page, view=pages_of(sound)["calendar/"].view)) != key(page)


def test_a_page_cannot_be_made_from_what_has_no_fixed_text(sound: Archive) -> None:
    """Such as an object that says where in memory it lies: the key would be another every time."""
    with pytest.raises(TypeError):
        key(replace(pages_of(sound)["calendar/"], values={"thing": object()}))


def test_a_changed_label_is_another_key_for_every_page_that_links_to_it(sound: Archive, changed: Change) -> None:
    """A person's name stands on pages of meetings, papers and bodies."""
    before = {address: key(page) for address, page in pages_of(sound).items()}
    after = {address: key(page) for address, page in pages_of(changed("person", "ada-example", name="A. New")).items()}
    other = {address for address in before if before[address] != after[address]}
    for address in ("meetings/panel/2024-03-06/", "meetings/panel/2024-03-06/custody-review/", "people/", "about/"):
        assert address in other
    assert "meetings/panel/2024-06-05/" not in other
    assert "calendar/" not in other


def test_no_page_keeps_its_key_when_its_text_changes(sound: Archive) -> None:
    """For every text field there is: the pages whose Markdown changes with it have another key."""
    ways: dict[str, str] = {}

    def remember(way: str, _: bool) -> str:
        ways.setdefault(kind_of(way), way)
        return "word"

    before = markdown_and_keys(filled(sound, remember))
    assert len(ways) > 100
    for changed_way in ways.values():
        after = markdown_and_keys(filled(sound, lambda way, _, at=changed_way: "other" if way == at else "word"))  # type: ignore[misc]
        for address, (text, kept) in after.items():
            assert kept != before[address][1] or text == before[address][0], f"{changed_way} on /{address}"


def kind_of(way: str) -> str:
    """The way to a field without the record's id and the places in lists: `meeting items decisions text`."""
    return re.sub(r":\S+| \d+", "", way)


def markdown_and_keys(archive: Archive) -> dict[str, tuple[bytes, str]]:
    return {address: (to_markdown(page), key(page)) for address, page in pages_of(archive).items()}


# ---- links


def test_a_link_to_something_unpublished_says_so_and_shows_no_id(changed: Change) -> None:
    """Neither its id nor its title is anywhere on a page that cites it."""
    found = pages_of(changed("paper", "panel/2024-03-06/custody-review", publication="draft", title="Secret words"))
    assert "meetings/panel/2024-03-06/custody-review/" not in found
    text = to_markdown(found["meetings/panel/2024-03-06/"]).decode()
    assert '<span class="unpublished">not published</span>' in text
    for page in found.values():
        assert b"custody-review" not in to_markdown(page), page.address
        assert b"Secret words" not in to_markdown(page), page.address


def test_an_unpublished_person_is_named_nowhere(changed: Change) -> None:
    found = pages_of(changed("person", "ben-sample", publication="draft"))
    for page in found.values():
        assert b"ben-sample" not in to_markdown(page), page.address
        assert b"Ben Sample" not in to_markdown(page), page.address
    assert b"not published" in to_markdown(found["meetings/panel/2024-03-06/"])


def test_a_record_without_an_id_for_something_says_nothing_of_it(sound: Archive, changed: Change) -> None:
    """`not published` is said of what is hidden, not of what is not there."""
    assert all(b"not published" not in to_markdown(page) for page in pages_of(sound).values())
    without = pages_of(changed("office", "office", holder=None))
    assert b"Commissioner" not in to_markdown(without["about/"])


@pytest.mark.parametrize("type_", [Meeting, Paper, Person])
def test_links_work_from_any_folder(sound: Archive, type_: type[Any]) -> None:
    """They are relative, so that the site can stand under any path."""
    for page in pages_of(sound).values():
        for _, node in nodes(in_html(page)):
            href = node.attributes.get("href") or ""
            assert not href.startswith("/"), f"{href} on /{page.address}"
    assert sound.all(type_)


def test_markdown_of_a_record_is_rendered_and_its_text_is_not(changed: Change) -> None:
    """What a field is declared to be decides, and nothing else."""
    found = pages_of(changed("matter", "custody", title="*Custody*", about=Markdown("*Custody*")))
    body = in_html(found["matters/custody/"])
    assert [node.text() for node in body.css("em")] == ["Custody"]
    heading = body.css_first("h1")
    assert heading is not None
    assert visible(heading).startswith("*Custody*")
