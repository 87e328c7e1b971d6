"""On paper: the content with its address, and nothing clipped or folded away."""

import re
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument

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


A4 = {"width": 680, "height": 1000}
"""Pixels: what is left of a sheet between margins of 15 millimetres."""
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


NUMBER = re.compile(r"Page \d+ of \d+ ?")
"""What stands at the foot of a sheet; in the file it comes before the sheet's words."""


def sheets(page: Any) -> list[str]:
    """The words on each sheet of a printed page, without breaks and without its number."""
    return [NUMBER.sub("", sheet, count=1) for sheet in numbered_sheets(page)]


def numbered_sheets(page: Any) -> list[str]:
    document = PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]


@pytest.mark.parametrize("kind", ["dip sample", "performance report", "duties"])
def test_on_paper_the_head_of_a_table_stands_on_every_sheet_it_goes_on_to(visit: Any, site: Path, kind: str) -> None:
    """Also where its words are buttons: they were left out, and the sheet began with a line over nothing."""
    page = visit(by_size(site, kind)[-1], A4).page
    heads = [" ".join(head.split()) for head in page.locator("table[data-register] thead").all_inner_texts()]
    begun = [head.replace("\u2195", "").split()[:2] for head in heads]
    goes_on = [sheet for sheet in sheets(page)[1:] if any(sheet.split()[:2] == words for words in begun)]
    assert goes_on, begun


BROKEN = """() => {
  const found = [], words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const node = words.currentNode;
    const cell = node.parentElement.closest(":is(.gifts, .cases) :is(th, td)");
    if (!cell || !node.parentElement.checkVisibility()) continue;
    for (const word of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(line => Math.round(line.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("kind", ["dip sample", "gifts of a year"])
def test_on_paper_no_word_of_a_register_is_broken(visit: Any, site: Path, kind: str) -> None:
    page = visit(by_size(site, kind)[-1], A4).page
    page.emulate_media(media="print")
    assert page.locator(":is(.gifts, .cases) td").count()
    assert page.evaluate(BROKEN) == []


def test_on_paper_a_chart_does_not_take_its_table_to_the_next_sheet(visit: Any) -> None:
    """Kept whole, the figure left half of the sheet before it empty."""
    printed = sheets(visit(ILLUSTRATIVE + "performance/complaints/", A4).page)
    assert "68 complaints in March 2024" in printed[0]
    assert "January 2022" in printed[1]
    assert len(printed) <= 3


def test_on_paper_every_sheet_says_which_of_how_many_it_is(visit: Any) -> None:
    printed = numbered_sheets(visit("meetings/eicc/2017-09-22/", A4).page)
    assert len(printed) > 2
    told = [found[0].strip() for sheet in printed if (found := NUMBER.search(sheet))]
    assert told == [f"Page {number} of {len(printed)}" for number in range(1, len(printed) + 1)]


def test_on_paper_a_line_is_as_wide_as_the_sheet(visit: Any) -> None:
    """It ended at two thirds of it, as on a screen, and half as many sheets more were printed."""
    page = visit("meetings/eicc/2017-09-22/", A4).page
    page.emulate_media(media="print")
    widths = page.evaluate("""() => {
      const width = node => node.getBoundingClientRect().width;
      const widest = selector => Math.max(...[...document.querySelectorAll(selector)].map(width));
      return [widest("main .decision"), widest("main article")];
    }""")
    assert widths[0] == widths[1]
