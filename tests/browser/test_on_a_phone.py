"""On a phone: what is read there is not cramped, and pictures are seen whole."""

from typing import Any

import pytest

from tests.browser.kinds import ILLUSTRATIVE

PHONE = {"width": 360, "height": 740}
SMALLEST = 11
"""Pixels: the height of words in a picture."""
PICTURES = """() => [...document.querySelectorAll(".chart-image")].map(region => {
  const svg = region.querySelector("svg"), shrunk = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const heights = [...svg.querySelectorAll("text")].map(text => parseFloat(getComputedStyle(text).fontSize) * shrunk);
  return {seen: region.clientWidth >= region.scrollWidth, smallest: Math.min(...heights)};
})"""


@pytest.mark.parametrize(
    "address",
    [
        "meetings/pcp/",
        "recommendations/",
        "tables/force-diversity-2020/",
        "dip-samples/2017-10-31-complaint-files/",
        ILLUSTRATIVE + "performance/complaints/",
        ILLUSTRATIVE + "gifts/office/",
    ],
)
def test_on_a_phone_a_chart_is_seen_whole_and_its_words_can_be_read(visit: Any, address: str) -> None:
    page = visit(address, PHONE).page
    pictures = page.evaluate(PICTURES)
    assert pictures
    assert all(picture["seen"] and picture["smallest"] >= SMALLEST for picture in pictures), pictures
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.parametrize("address", ["decisions/2020/", ILLUSTRATIVE + "gifts/office/"])
def test_on_a_phone_a_date_or_a_year_at_the_head_of_a_row_stands_on_one_line(visit: Any, address: str) -> None:
    """The first column was squeezed to one word a line: a day took three."""
    page = visit(address, PHONE).page
    lines = page.evaluate("""() => [...document.querySelectorAll("main tbody th")].slice(0, 5).map(head => {
      const range = document.createRange();
      range.selectNodeContents(document.createTreeWalker(head, NodeFilter.SHOW_TEXT).nextNode());
      return new Set([...range.getClientRects()].map(line => Math.round(line.top))).size;
    })""")
    assert lines
    assert set(lines) == {1}
