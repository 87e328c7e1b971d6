"""On paper: the content with its address, and nothing clipped or folded away."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.kinds import ILLUSTRATIVE, WIDE, by_size, every_third, tried, typical


@pytest.mark.parametrize("kind", every_third(2))
def test_on_paper_there_is_the_content_and_no_navigation(visit: Any, site: Path, kind: str) -> None:
    """But the address, so that the page can be found again."""
    address = typical(site, kind)
    page = visit(address, WIDE, "dark").page
    page.emulate_media(media="print")
    for hidden in (
        "nav.sections",
        "nav.within",
        "form",
        ".menu",
        ".skip",
        "nav.contents",
        ".site-foot ul",
        "nav.before-after",
        ".headerlink",
    ):
        for part in page.locator(hidden).all():
            assert not part.is_visible(), hidden
    assert page.locator("main h1").is_visible()
    assert page.locator(".on-paper").is_visible()
    assert f": /{address.removeprefix(ILLUSTRATIVE)}" in page.locator(".on-paper").inner_text()
    colours = page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
    ink = sum(map(int, re.findall(r"\d+", colours[1])[:3]))
    assert ink < 200, colours


A4 = {"width": 703, "height": 1000}
"""Pixels: what is left of a sheet between margins of 12 millimetres."""
CLIPPED = """() => [...document.querySelectorAll("main *")].filter(node => {
  const style = getComputedStyle(node);
  const cut = /auto|scroll|hidden|clip/.test(style.overflowX) && style.clipPath === "none";
  return (cut && node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 2)
    || (node.matches("table") && node.getBoundingClientRect().right > innerWidth + 1);
}).map(node => node.outerHTML.slice(0, 160))"""
FOLDED = """() => [...document.querySelectorAll("main details > :not(summary)")]
  .filter(node => node.closest("details").checkVisibility() && node.getBoundingClientRect().height === 0
    && node.textContent.trim())
  .map(node => node.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("kind", every_third(2))
def test_on_paper_every_table_is_whole_and_nothing_is_folded_away(visit: Any, site: Path, kind: str) -> None:
    for address in tried(site, kind):
        page = visit(address, A4).page
        page.emulate_media(media="print")
        assert page.evaluate(CLIPPED) == [], address
        assert page.evaluate(FOLDED) == [], address


def test_on_paper_the_table_with_the_most_columns_is_whole(visit: Any, site: Path) -> None:
    """By day the test above tries one of middle size. Eighteen columns of numbers were cut off at the edge."""

    def columns(address: str) -> int:
        return (site / address / "index.html").read_text("utf-8").partition("</thead>")[0].count("<th")

    page = visit(max(by_size(site, "table"), key=columns), A4).page
    page.emulate_media(media="print")
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("kind", ["meeting", "paper", "dip sample", "visit", "measure"])
def test_on_paper_a_record_says_when_it_was_published_and_last_changed(visit: Any, site: Path, kind: str) -> None:
    page = visit(typical(site, kind), A4).page
    page.emulate_media(media="print")
    foot = page.get_by_role("region", name="About this page").inner_text()
    assert re.search(r"Published here\s+\d+ \w+ \d{4}", foot)
    assert "Last changed" in foot
