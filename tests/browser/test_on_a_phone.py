"""On a phone: what is read there is not cramped, and pictures are seen whole."""

from typing import Any

import pytest

from tests.browser.kinds import ILLUSTRATIVE, NARROW, WIDE

PHONE = {"width": 360, "height": 740}
SMALLEST = {360: 12, 320: 11}
"""Pixels: the height of words in a picture, by the width of the screen."""
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
        "tables/le19-stages/",
        "visits/familiarisation-2023/",
        "dip-samples/2017-10-31-complaint-files/",
        ILLUSTRATIVE + "performance/complaints/",
        ILLUSTRATIVE + "gifts/office/",
    ],
)
@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["phone", "small phone"])
def test_on_a_phone_a_chart_is_seen_whole_and_its_words_can_be_read(
    visit: Any, address: str, size: dict[str, int]
) -> None:
    page = visit(address, size).page
    pictures = page.evaluate(PICTURES)
    assert pictures
    least = SMALLEST[size["width"]]
    assert all(picture["seen"] and picture["smallest"] >= least for picture in pictures), pictures
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]


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


MANY_NOTES = "dip-samples/2017-10-31-complaint-files/"


@pytest.mark.parametrize("scripted", [True, False], ids=["scripts", "no scripts"])
def test_on_a_phone_many_notes_are_folded_after_the_first_and_open_at_a_touch(visit: Any, scripted: bool) -> None:
    """Eight of them filled the screen before the record began."""
    page = visit(MANY_NOTES, PHONE, java_script_enabled=scripted).page
    notes = page.locator("aside.note")
    first = [note.get_attribute("aria-label") for note in notes.all()[:8]]
    assert first == [f"Note, {number} of 8" for number in range(1, 9)]
    assert [notes.nth(number).is_visible() for number in (0, 2, 3, 7)] == [True, True, False, False]
    page.get_by_text("5 more notes").click()
    assert notes.nth(7).is_visible()


def test_where_there_is_room_and_on_paper_no_note_is_folded(visit: Any) -> None:
    page = visit(MANY_NOTES, WIDE).page
    for size, medium in ((WIDE, "screen"), (PHONE, "print")):
        page.set_viewport_size(size)
        page.emulate_media(media=medium)
        assert page.locator("aside.note").nth(7).is_visible()
        assert not page.get_by_text("5 more notes").is_visible()


@pytest.mark.parametrize("address", ["meetings/eicc/2017-09-22/"])
def test_on_a_phone_the_number_of_an_item_stands_on_one_line(visit: Any, address: str) -> None:
    page = visit(address, PHONE).page
    lines = page.locator(".jump .number").evaluate_all("""all => all.map(number => {
      const range = document.createRange();
      range.selectNodeContents(number);
      return new Set([...range.getClientRects()].map(line => Math.round(line.top))).size;
    })""")
    assert set(lines) == {1}
