"""Citations, charts for other people's pages, and the pictures of single pages: what they say, and that it is text."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

from generators.archive import Archive
from generators.cite.citation import citation, plain
from generators.cite.embed import COLOURS, INK, to_page, to_picture
from generators.figure import Figure, to_svg
from generators.follow import cards
from generators.follow.cards import OWN, card_of, to_own_svg
from generators.follow.publisher import Publisher
from generators.page import ALONE, Page, made, to_markdown
from generators.public import public
from generators.record import Change as Changed
from generators.render import Output, render
from tests.conftest import CASES, REPOSITORY, Change
from tests.look import pages_of
from tests.projects import NOW
from tests.test_follow import SIGNS

ADDRESS = "https://record.example.org/"
OFFICE = Publisher("Office & Co", ADDRESS, "www.example.org", date(2024, 1, 10), "OGL", "")
BODY = "meetings/panel/"
HOSTILE: list[str] = yaml.safe_load((CASES / "hostile.yml").read_text("utf-8"))
SVG = "{http://www.w3.org/2000/svg}"


def outputs(archive: Archive, root: Path) -> dict[str, Output]:
    return {output.path: output for output in render(public(archive, NOW), NOW, root)}


@pytest.fixture
def chart(sound: Archive) -> Figure:
    return made(pages_of(sound)[BODY], pages_of(sound)[BODY].figures[0])


# ---- the line at the foot of a page


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ((), "Published 10 January 2024, version 1."),
        (("2024-05-01",), "Published 10 January 2024, version 2, last changed 1 May 2024."),
        (("2024-05-01", "2024-06-02"), "Published 10 January 2024, version 3, last changed 2 June 2024."),
    ],
)
def test_a_page_is_cited_with_its_office_title_days_version_and_address(
    changed: Change, changes: tuple[str, ...], told: str
) -> None:
    made = tuple(Changed(date=date.fromisoformat(day), kind="revised", reason="Why.") for day in changes)
    page = pages_of(changed("body", "panel", changes=made))[BODY]
    assert citation(page, OFFICE) == f"Office & Co, “Illustrative Ethics Panel”. {told} {ADDRESS}{BODY}"


def test_a_page_that_shows_no_record_is_cited_without_days(sound: Archive) -> None:
    assert citation(pages_of(sound)["calendar/"], OFFICE) == f"Office & Co, “Calendar”. {ADDRESS}calendar/"
    assert citation(pages_of(sound)[""], OFFICE._replace(address="")).endswith("”. /")


def test_a_part_of_a_register_has_the_days_of_the_register(sound: Archive) -> None:
    page = pages_of(sound)["gifts/office/2023-24/"]
    assert "Published 10 January 2024, version 1." in citation(page, OFFICE)


def test_the_page_of_a_recommendation_counts_what_was_added_since_the_record_was_published(changed: Change) -> None:
    address, update = "recommendations/inspection-2024-2/", "updates/1"
    told = [
        citation(pages_of(changed("recommendation-update", update, **values))[address], OFFICE).split("”. ")[1]
        for values in ({}, {"published": date(2024, 1, 2)}, {"published": date(2030, 2, 3)})
    ]
    assert told == [
        f"Published 20 April 2024, version {version}, last changed {day}. {ADDRESS}{address}"
        for version, day in ((3, "20 May 2024"), (2, "20 May 2024"), (3, "3 February 2030"))
    ]


def test_a_row_that_says_when_it_was_published_can_be_cited_by_itself(changed: Change) -> None:
    rows = {
        "letter": "recommendations/inspection-2024-2/",
        "recommendation-update": "recommendations/inspection-2024-2/",
        "gift-offer": "gifts/office/2023-24/",
        "dip-sample-case": "dip-samples/2024-01-31-custody-records/",
    }
    for noun, address in rows.items():
        for id in changed("office", "office").records[noun]:
            page = pages_of(changed(noun, id, published=date(2031, 4, 5)))[address]
            told = re.findall(
                r'<(?:li|tr) id="[^"]+" data-version="1" data-published="2031-04-05">', to_markdown(page).decode()
            )
            if told:
                break
        assert len(told) == 1, noun


@given(SIGNS, SIGNS)
def test_a_citation_is_one_line_whatever_a_title_holds(title: str, name: str) -> None:
    said = citation(Page("a/", title, "overview.md.jinja", ALONE), OFFICE._replace(name=name))
    assert said.splitlines() == [said]
    assert not re.search("[\x00-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069]", said)
    assert said == f"{plain(name)}, “{plain(title)}”. {ADDRESS}a/"


# ---- charts elsewhere


def test_the_colours_of_a_picture_are_those_of_the_page_by_day() -> None:
    sheet = (REPOSITORY / "generators/theme/assets/stylesheets/scrutiny.css").read_text("utf-8")
    day = dict(re.findall(r"(--[a-z0-9-]+): ([^;]+);", sheet[: sheet.index("@media")]))
    assert day["--ink"] == INK
    assert {name: day[name] for name in COLOURS if name != "--chart-paper"} == {
        name: colour for name, colour in COLOURS.items() if name != "--chart-paper"
    }


def test_every_chart_has_a_picture_and_a_page_alone_that_need_nothing_of_the_page(
    sound: Archive, tmp_path: Path
) -> None:
    found = outputs(sound, tmp_path)
    pages = [output.page for output in found.values() if output.page and output.page.figures]
    assert pages
    for page in pages:
        for shown in page.figures:
            picture = found[f"{page.address}{shown.name}.svg"].make().decode()
            assert not re.search(r"var\(|currentColor|transparent\b.*var", picture)
            assert ElementTree.fromstring(picture).find(f"{SVG}rect") is not None
            assert f"embed/{page.address}{shown.name}.html" in found


def test_a_label_that_looks_like_a_colour_stays_what_it_is(chart: Figure) -> None:
    for words in ('fill="currentColor"', '="var(--chart-1)"', "var(--chart-1)", "</desc><script>"):
        svg = to_picture(chart.__class__(**{**vars(chart), "title": words, "description": words}), "here")
        root = ElementTree.fromstring(svg)
        assert root.findtext(f"{SVG}title") == root.findtext(f"{SVG}desc") == words


@pytest.mark.parametrize("number", range(0, len(HOSTILE), 4))
def test_the_page_of_a_chart_alone_holds_text_and_one_picture(chart: Figure, number: int) -> None:
    words = HOSTILE[number]
    shown = chart.__class__(**{**vars(chart), "title": words, "subtitle": words, "description": words})
    tree = LexborHTMLParser(to_page(shown, BODY, OFFICE._replace(name=words)))
    assert {node.tag for node in tree.css("*")} == {
        "html", "head", "meta", "title", "link", "body", "main", "h1", "p", "img", "a", "details", "summary", "code",
    }  # fmt: skip
    assert {name for node in tree.css("*") for name in node.attributes if name.startswith(("on", "style"))} == set()
    (picture,) = tree.css("img")
    assert (picture.attributes["alt"] or "").split() == words.split()
    assert picture.attributes["src"] == "../../../meetings/panel/attendance.svg"
    assert [link.attributes["href"] for link in tree.css("main a")] == [f"{ADDRESS}{BODY}#figure-attendance"]
    (line,) = tree.css("main code")
    (frame,) = LexborHTMLParser(line.text()).css("*:not(html, head, body)")
    assert (frame.tag, frame.attributes["src"]) == ("iframe", f"{ADDRESS}embed/{BODY}attendance.html")
    assert (frame.attributes["title"] or "").split() == words.split()


def test_where_the_sites_address_is_not_known_the_way_back_is_relative(chart: Figure) -> None:
    tree = LexborHTMLParser(to_page(chart, BODY, OFFICE._replace(address="")))
    (link,) = tree.css("main a")
    assert link.attributes["href"] == "../../../meetings/panel/#figure-attendance"
    assert not tree.css("code")


def test_a_page_offers_both(sound: Archive, tmp_path: Path) -> None:
    shown = LexborHTMLParser(outputs(sound, tmp_path)[f"{BODY}index.md"].make().decode())
    links = [link.attributes["href"] for link in shown.css(".cite-chart a")]
    assert links == ["attendance.svg", "../../embed/meetings/panel/attendance.html", "../../cite/"]


def test_a_picture_is_drawn_once_for_all_that_show_it(chart: Figure) -> None:
    to_svg.cache_clear()
    for _ in range(3):
        to_picture(chart, "here")
    assert to_svg.cache_info().misses == 1


# ---- the pictures of single pages


def with_address(changed: Change, **values: Any) -> Archive:
    return changed("office", "office", address=ADDRESS, **values)


def test_pages_of_some_kinds_have_a_picture_of_their_own_and_others_share_one(changed: Change, tmp_path: Path) -> None:
    found = outputs(with_address(changed), tmp_path)
    for output in list(found.values()):
        if output.page and not output.page.moved_to:
            card = card_of(output.page, OWN)
            assert card in found
            assert (card == f"{output.page.address}card.png") is (output.page.noun in OWN)
    assert found[f"{BODY}card.png"].make().startswith(b"\x89PNG")


def test_many_of_a_kind_share_a_picture(changed: Change, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = with_address(changed)
    nouns = sorted(OWN, key=lambda noun: len(archive.records[noun.lower().replace(" ", "-")]))
    few, many = nouns[0], nouns[-1]
    monkeypatch.setattr(cards, "MOST", len(archive.records[many.lower().replace(" ", "-")]) - 1)
    found = outputs(archive, tmp_path)
    assert f"assets/cards/{many.lower().replace(' ', '-')}.png" in found
    shown = [output.page for output in found.values() if output.page]
    assert {f"{page.address}card.png" in found for page in shown if page.noun == many} == {False}
    assert {f"{page.address}card.png" in found for page in shown if page.noun == few} == {True}


def test_every_kind_with_pictures_of_its_own_exists(sound: Archive) -> None:
    assert {kind.noun.capitalize().replace("-", " ") for kind in sound.kinds} >= OWN


def test_without_an_address_there_is_no_picture(sound: Archive, tmp_path: Path) -> None:
    assert not [path for path in outputs(sound, tmp_path) if path.endswith(".png")]


def test_a_picture_is_made_again_only_when_its_page_changes(changed: Change, tmp_path: Path) -> None:
    before = outputs(with_address(changed), tmp_path)
    archive = with_address(changed, archive=changed("gifts-register", "office", title="Another title"))
    after = outputs(archive, tmp_path)
    pictures = [path for path in before if path.endswith("card.png")]
    different = {path for path in pictures if before[path].key != after[path].key}
    assert "gifts/office/card.png" in different
    assert "performance/complaints/card.png" not in different
    assert len(different) < len(pictures) / 2


def card_text(page: Page, chart: Figure | None = None) -> Iterator[str]:
    for node in ElementTree.fromstring(to_own_svg(page, OFFICE, chart)).findall(f"{SVG}text"):
        yield node.text or ""


def test_a_picture_has_the_title_and_what_the_chart_says(sound: Archive, chart: Figure) -> None:
    page = pages_of(sound)[BODY]
    words = " ".join(card_text(page, chart))
    assert words == f"Body Illustrative Ethics Panel {chart.title} Office & Co"
    root = ElementTree.fromstring(to_own_svg(page, OFFICE, chart))
    assert len(root.findall(f"{SVG}svg")) == 1


@given(SIGNS, SIGNS)
def test_whatever_a_page_is_called_its_picture_can_be_drawn_and_nothing_leaves_it(title: str, words: str) -> None:
    page = Page("a/", title, "overview.md.jinja", ALONE, noun="Body", description=words)
    root = ElementTree.fromstring(to_own_svg(page, OFFICE._replace(name=words), None))
    assert all(int(node.get("y", "0")) < cards.HEIGHT for node in root.iter(f"{SVG}text"))
