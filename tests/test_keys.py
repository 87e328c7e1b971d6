"""A page's key says whether the page must be made again; and what its links say."""

import os
from dataclasses import fields, replace
from functools import cache
from typing import Any

import pytest

from generators import figure
from generators.archive import Archive
from generators.keys import key
from generators.link import Link
from generators.markdown import Markdown
from generators.page import Page, made, to_markdown
from tests.conftest import Change
from tests.filled import filled, kind_of
from tests.look import in_html, nodes, pages_of, visible

PAPER = "meetings/panel/2024-03-06/custody-review/"


@pytest.fixture(autouse=True)
def draw_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing is the slow part, and a drawing is made of nothing but the figure and its address."""
    monkeypatch.setattr(figure, "to_svg", cache(figure.to_svg))


# ---- keys

EVERY = 1 if "SCRUTINY_TEST_ALL" in os.environ else 8


def test_the_same_values_have_the_same_key(sound: Archive) -> None:
    """And no two pages have one key."""
    once, again = ({address: key(page) for address, page in pages_of(with_ways(sound)).items()} for _ in range(2))
    assert once == again
    assert len(set(once.values())) == len(once)


def with_ways(archive: Archive) -> Archive:
    """Every text says where it stands."""
    return filled(archive, lambda way, _: way)


@pytest.mark.parametrize("name", [field.name for field in fields(Page) if field.name != "view"])
def test_every_part_of_a_page_is_in_its_key(sound: Archive, name: str) -> None:
    """Address, title, values, links and all the rest."""
    page = pages_of(sound)["meetings/panel/"]
    other: Any = {
        "values": {**page.values, "one": "more"}, "trail": (*page.trail, Link("Up", "up/")),
        "figures": (replace(made(page, page.figures[0]), title="Another"),),
        "links": {**page.links, "one": Link("More", "more/")},
    }.get(name, f"{getattr(page, name)} ")  # fmt: skip
    assert key(replace(page, **{name: other})) != key(page)


def test_another_view_is_another_key(sound: Archive) -> None:
    """The view is the function that works out what else the template is given."""
    page = pages_of(sound)["meetings/panel/2024-03-06/"]
    assert key(replace(page, view=pages_of(sound)["calendar/"].view)) != key(page)


def test_a_page_cannot_be_made_from_what_has_no_fixed_text(sound: Archive) -> None:
    """Such as an object that says where in memory it lies: the key would be another every time."""
    with pytest.raises(TypeError):
        key(replace(pages_of(sound)["calendar/"], values={"thing": object()}))


def test_a_changed_label_is_another_key_for_every_page_that_links_to_it(sound: Archive, changed: Change) -> None:
    """A person's name stands on pages of meetings, papers and the office, and on no other."""
    before, after = pages_of(sound), pages_of(changed("person", "ada-example", name="A. New"))
    other = {address for address in before if key(before[address]) != key(after[address])}
    assert {"meetings/panel/2024-03-06/", PAPER, "people/", "people/ada-example/", "about/"} <= other
    assert not {"meetings/panel/2024-06-05/", "calendar/", "matters/custody/"} & other


def test_no_page_keeps_its_key_when_its_text_changes(sound: Archive) -> None:
    """For every text field there is: the pages whose Markdown changes with it have another key.

    Each field costs every page of the site. One in eight is tried here, and all of them every night.
    """
    ways: dict[str, str] = {}

    def remember(way: str, _: bool) -> str:
        ways.setdefault(kind_of(way), way)
        return "word"

    before = markdown_and_keys(filled(sound, remember))
    assert len(ways) > 100
    for changed_way in list(ways.values())[::EVERY]:
        after = markdown_and_keys(filled(sound, lambda way, _, at=changed_way: "other" if way == at else "word"))  # type: ignore[misc]
        for address in after.keys() & before.keys():  # a donor of another name has another address
            text, kept = after[address]
            assert kept != before[address][1] or text == before[address][0], f"{changed_way} on /{address}"


def markdown_and_keys(archive: Archive) -> dict[str, tuple[bytes, str]]:
    return {address: (to_markdown(page), key(page)) for address, page in pages_of(archive).items()}


# ---- links


def test_a_link_to_something_unpublished_says_so_and_shows_no_id(changed: Change) -> None:
    """Neither its id nor its title is anywhere on a page that cites it."""
    found = pages_of(changed("paper", PAPER.removeprefix("meetings/")[:-1], publication="draft", title="Secret words"))
    assert PAPER not in found
    assert b'<span class="unpublished">not published</span>' in to_markdown(found["meetings/panel/2024-03-06/"])
    for page in found.values():
        assert b"custody-review" not in to_markdown(page), page.address
        assert b"Secret words" not in to_markdown(page), page.address


def test_an_unpublished_person_is_named_nowhere(changed: Change) -> None:
    """Only that somebody was there."""
    found = pages_of(changed("person", "ben-sample", publication="draft"))
    for page in found.values():
        assert b"ben-sample" not in to_markdown(page), page.address
        assert b"Ben Sample" not in to_markdown(page), page.address
    assert b"not published" in to_markdown(found["meetings/panel/2024-03-06/"])


def test_what_is_not_there_is_not_called_unpublished(sound: Archive, changed: Change) -> None:
    """`not published` is said of what is hidden only."""
    assert all(b"not published" not in to_markdown(page) for page in pages_of(sound).values())
    assert b"Commissioner" in to_markdown(pages_of(sound)["about/"])
    assert b"Commissioner" not in to_markdown(pages_of(changed("office", "office", holder=None))["about/"])


def test_links_work_wherever_the_site_stands(sound: Archive) -> None:
    """They are relative, so that it can stand under any path or in a folder."""
    for page in pages_of(sound).values():
        for _, node in nodes(in_html(page)):
            assert not (node.attributes.get("href") or "").startswith("/"), f"/{page.address}"


def test_what_a_field_is_declared_to_be_decides_whether_it_is_markdown(changed: Change) -> None:
    """The same words in two fields: the title is text, what it is about is Markdown."""
    page = in_html(
        pages_of(changed("matter", "custody", title="*Custody*", about=Markdown("*Custody*")))["matters/custody/"]
    )
    assert [node.text() for node in page.css("em")] == ["Custody"]
    assert [visible(heading) for heading in page.css("h1")] == ["*Custody*"]
