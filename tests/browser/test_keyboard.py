"""With the keyboard alone: every stop is reached and seen, and whole tasks can be done."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.kinds import WIDE, largest, typical

LAST = "[...document.querySelectorAll('a[href]')].filter(link => link.checkVisibility()).at(-1).focus()"


def test_the_first_key_leads_past_the_navigation(visit: Any, site: Path) -> None:
    page = visit(largest(site, "meeting"), WIDE).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip')")
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("kind", ["body", "meeting", "paper"])
def test_every_link_and_button_is_reached_by_the_tab_key(visit: Any, site: Path, kind: str) -> None:
    """In the order in which they stand, each once, and the focus is seen."""
    page = visit(largest(site, kind), WIDE).page
    expected = page.evaluate(
        """() => { const found = [...document.querySelectorAll('a[href], button, summary, input, [tabindex="0"]')]
        .filter(node => node.checkVisibility({visibilityProperty: true}) && !node.closest('[hidden]')
            && node.tabIndex >= 0 && !(node.type === 'radio'));
        found.forEach((node, at) => node.dataset.at = at); return Math.min(found.length, 40) }"""
    )
    reached = []
    for _ in range(expected):
        page.keyboard.press("Tab")
        at, seen = page.evaluate(
            """() => { const node = document.activeElement, style = getComputedStyle(node);
            return [Number(node.dataset.at ?? -1), style.outlineStyle !== 'none' || style.boxShadow !== 'none'] }"""
        )
        reached.append(at)
        assert seen, page.evaluate("document.activeElement.outerHTML")[:200]
    assert [at for at in reached if at >= 0] == sorted({at for at in reached if at >= 0})
    assert len([at for at in reached if at >= 0]) >= expected - 3


# ---- whole tasks


def test_a_reader_comes_from_the_home_page_to_paragraph_12_of_a_paper(visit: Any, site: Path) -> None:
    """By the keys Tab and Enter alone: to a paper that the home page names, and in it to its twelfth paragraph."""
    page = visit("", WIDE).page
    papers = [link.get_attribute("href") or "" for link in page.locator("main a[href]").all()]
    wanted = next(href for href in papers if has_paragraph_12(site, href))
    press_tab_until(page, f'a[href="{wanted}"]')
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{wanted}")
    press_tab_until(page, 'a[href="#para-12"]')
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#para-12"
    assert page.evaluate("document.getElementById('para-12').getBoundingClientRect().top") < WIDE["height"] / 2


def has_paragraph_12(site: Path, address: str) -> bool:
    file = site / address / "index.html"
    return not address.startswith(("#", "http")) and file.is_file() and 'id="para-12"' in file.read_text("utf-8")


def press_tab_until(page: Any, selector: str, most: int = 150) -> None:
    """Move on until a link has the focus; a reader who presses the key more often has given up."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} was not reached")


@pytest.mark.parametrize("kind", ["home", "meeting", "paper", "measure"])
def test_a_keyboard_is_never_caught(visit: Any, site: Path, kind: str) -> None:
    """Going on from the last stop leads out of the page, and back from the first as well."""
    page = visit(typical(site, kind), WIDE).page
    page.evaluate(LAST)
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body || !document.activeElement.closest('.site-foot')")
