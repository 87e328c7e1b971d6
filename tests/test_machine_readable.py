"""What pages tell programs: JSON-LD that can be read back and never acts, and the map of the site."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data
from selectolax.lexbor import LexborHTMLParser

from generators.archive import Archive
from generators.follow import sitemap
from generators.follow.cards import to_svg
from generators.follow.linked_data import element
from generators.follow.publisher import LICENCE_ADDRESS, Publisher, publisher
from generators.link import Link
from generators.page import ALONE, Page
from generators.public import public
from generators.record import Change as Changed
from generators.render import render, site_name
from tests.conftest import Change, copy_ready
from tests.projects import NOW, build, edit

OFFICE = Publisher(
    "Office", "https://record.example.org/", "www.example.org", date(2024, 1, 10), "OGL", LICENCE_ADDRESS
)
ADDRESS = "https://record.example.org/"
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["</script><script>alert(1)</script>", "<!--<script>", "]]>", '"\\', "\u2028\u2029", "&lt;/script&gt;", "\x00"]
)


def told(archive: Archive, address: str, root: Path) -> list[dict[str, Any]]:
    """What the staged page at an address tells, through its front matter."""
    seen = public(archive, NOW)
    output = next(found for found in render(seen, NOW, root) if found.path == f"{address}index.md")
    _, front = get_data(output.make().decode())
    return read(front["machine"])


def read(html: str) -> list[dict[str, Any]]:
    """The graph of the one element that this is, as a browser reads it."""
    tree = LexborHTMLParser(f"<!doctype html><html><head>{html}</head><body></body></html>")
    (script,) = tree.css("script")
    assert script.attributes == {"type": "application/ld+json"}
    assert not tree.css("body *")
    data = json.loads(script.text())
    assert data["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = data["@graph"]
    return graph


def of_type(graph: list[dict[str, Any]], type: str) -> dict[str, Any]:
    (found,) = (thing for thing in graph if thing["@type"] == type)
    return found


@pytest.mark.parametrize(
    ("address", "type", "name"),
    [
        ("about/", "GovernmentOrganization", "Illustrative Office"),
        ("meetings/panel/", "GovernmentOrganization", "Illustrative Ethics Panel"),
        ("people/ada-example/", "Person", "Ada Example"),
        ("meetings/panel/2024-03-06/", "Event", "Ethics Panel, 6 March 2024"),
        ("meetings/panel/2024-03-06/custody-review/", "Report", "Custody review"),
        ("recommendations/registers/updates/", "Dataset", "Updates (illustrative)"),
    ],
)
def test_a_page_tells_what_it_shows(sound: Archive, tmp_path: Path, address: str, type: str, name: str) -> None:
    graph = told(sound, address, tmp_path)
    assert of_type(graph, type)["name"] == name
    assert of_type(graph, "WebPage")["license"] == LICENCE_ADDRESS
    steps = of_type(graph, "BreadcrumbList")["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert steps[0]["name"] == "Home"


def test_a_meeting_that_is_cancelled_tells_that(changed: Change, tmp_path: Path) -> None:
    archive = changed("meeting", "panel/2024-06-05", state="cancelled")
    event = of_type(told(archive, "meetings/panel/2024-06-05/", tmp_path), "Event")
    assert event["eventStatus"] == "https://schema.org/EventCancelled"
    assert event["startDate"] == "2024-06-05"


def test_addresses_are_whole_once_the_office_says_where_its_site_stands(changed: Change, tmp_path: Path) -> None:
    there = of_type(told(changed("office", "office", address=ADDRESS[:-1]), "about/", tmp_path), "WebPage")
    assert there["url"] == f"{ADDRESS}about/"
    nowhere = of_type(told(changed("office", "office"), "about/", tmp_path), "WebPage")
    assert nowhere["url"] == "../about/"


@given(TEXTS, TEXTS)
def test_whatever_a_page_tells_is_text_and_can_be_read_back(title: str, name: str) -> None:
    trail = (Link("Home", ""), Link(name, "a/"))
    page = Page("a/b/", title, "overview.md.jinja", ALONE, trail=trail, description=name)
    graph = read(element(page, OFFICE._replace(name=name)))
    assert of_type(graph, "WebPage")["name"] == title
    assert of_type(graph, "BreadcrumbList")["itemListElement"][1]["name"] == name


def locations(content: bytes) -> Iterator[tuple[str, str | None]]:
    space = {"s": sitemap.NAMESPACE}
    for found in ElementTree.fromstring(content):
        yield found.findtext("s:loc", "", space), found.findtext("s:lastmod", None, space)


def mapped(archive: Archive, root: Path) -> dict[str, bytes]:
    seen = public(archive, NOW)
    wanted = ("robots.txt", "sitemap.xml")
    return {found.path: found.make() for found in render(seen, NOW, root) if found.path in wanted}


def test_the_map_has_every_page_with_the_day_its_record_was_changed(changed: Change, tmp_path: Path) -> None:
    change = Changed(date=date(2024, 5, 1), kind="corrected", reason="The date was wrong.")
    archive = changed("person", "ada-example", changes=(change,))
    files = mapped(changed("office", "office", archive=archive, address=ADDRESS), tmp_path)
    found = dict(locations(files["sitemap.xml"]))
    assert found[f"{ADDRESS}people/ada-example/"] == "2024-05-01"
    assert found[f"{ADDRESS}meetings/panel/2024-06-05/"] == "2024-06-19"
    assert found[f"{ADDRESS}search/"] is None
    assert files["robots.txt"].decode().endswith(f"Sitemap: {ADDRESS}sitemap.xml\n")


def test_the_map_leaves_out_what_is_gone(changed: Change, tmp_path: Path) -> None:
    change = Changed(date=date(2024, 5, 2), kind="withdrawn", reason="It named a child.")
    archive = changed("person", "ben-sample", publication="withdrawn", changes=(change,))
    files = mapped(changed("office", "office", archive=archive, address=ADDRESS), tmp_path)
    assert f"{ADDRESS}people/ben-sample/" not in dict(locations(files["sitemap.xml"]))


def test_without_an_address_there_is_no_map(sound: Archive, tmp_path: Path) -> None:
    assert mapped(sound, tmp_path) == {"robots.txt": b"User-agent: *\nAllow: /\n"}


def test_a_map_of_too_many_pages_is_several(tmp_path: Path) -> None:
    entries = [(f"a/{number}/", date(2024, 1, 2)) for number in range(sitemap.MOST + 1)]
    found = {made.path: made.make() for made in sitemap.files(entries, OFFICE, tmp_path)}
    parts = [address.removeprefix(ADDRESS) for address, _ in locations(found["sitemap.xml"])]
    assert parts == ["sitemap-1.xml", "sitemap-2.xml"]
    assert [len(list(locations(found[part]))) for part in parts] == [sitemap.MOST, 1]


@given(TEXTS)
def test_whatever_an_office_is_called_its_picture_can_be_drawn(name: str) -> None:
    assert ElementTree.fromstring(to_svg("Meeting", OFFICE._replace(name=name))).tag.endswith("svg")


def test_the_same_records_give_the_same_publisher_whatever_the_slash(sound: Archive) -> None:
    office = next(iter(sound.records["office"].values()))
    for typed in ("https://record.example.org", "https://record.example.org/"):
        other: Any = {**sound.records, "office": {"office": replace(office, address=typed)}}  # type: ignore[call-arg]
        assert publisher(replace(sound, records=other), site_name(sound)).address == ADDRESS


def test_a_finished_page_has_its_address_its_picture_and_its_feeds(finished: Path, tmp_path: Path) -> None:
    root = copy_ready(finished, tmp_path / "project")
    edit(root, "content/office.yml", "website:", "address: https://record.example.org/part\nwebsite:")
    build(root)
    tree = LexborHTMLParser((root / "site/meetings/panel/index.html").read_text("utf-8"))

    def held(selector: str, name: str) -> list[str | None]:
        return [node.attributes[name] for node in tree.css(selector)]

    assert held('link[rel="canonical"]', "href") == ["https://record.example.org/part/meetings/panel/"]
    assert held('meta[property="og:url"]', "content") == ["https://record.example.org/part/meetings/panel/"]
    assert held('meta[property="og:title"]', "content") == ["Illustrative Ethics Panel - Meetings"]
    card = root / "site/meetings/panel/card.png"
    assert held('meta[property="og:image"]', "content") == [f"{ADDRESS}part/meetings/panel/{card.name}"]
    assert card.read_bytes().startswith(b"\x89PNG")
    assert (root / "site/assets/cards/meeting.png").read_bytes().startswith(b"\x89PNG")
    assert held('link[type="application/atom+xml"]', "href") == ["feed.atom", "../../feed.atom"]
    assert of_type(read("".join(str(node.html) for node in tree.css('script[type="application/ld+json"]'))), "WebPage")
    listed = dict(locations((root / "site/sitemap.xml").read_bytes()))
    assert "https://record.example.org/part/help/" in listed
    assert not (root / "site/sitemap.xml.gz").exists()
