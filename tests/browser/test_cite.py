"""Citing, quoting and embedding in a real browser: the way to them, and what is copied."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pybtex.database import parse_string

from tests.browser.checks import by_axe, by_us
from tests.browser.kinds import ILLUSTRATIVE, NARROW, SCHEMES, WIDE
from tests.browser.test_cite_forms import SCRIPTS

MEETING = f"{ILLUSTRATIVE}meetings/panel/2024-03-06/"
PAPER = f"{MEETING}custody-review/"
YEAR = f"{ILLUSTRATIVE}gifts/office/2023-24/"
BODY = f"{ILLUSTRATIVE}meetings/panel/"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
SIZE = "async image => { await image.decode(); return image.naturalWidth; }"
SMALL = """() => {
  const targets = ".cite-tools button, .cite :is(button, summary), dialog :is(button, label)";
  const all = [...document.querySelectorAll(targets)];
  const small = all.filter(one => Math.min(one.getBoundingClientRect().height, one.getBoundingClientRect().width) < 24);
  return {number: all.length, found: small.map(one => one.outerHTML)};
}"""
"""Targets of less than 24 pixels."""
ELSEWHERE = "elsewhere"
REFUSED = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }"


def pasted(page: Page) -> str:
    page.get_by_text("Copied.").first.wait_for()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def citing(page: Page, form: str) -> str:
    page.get_by_role("dialog").get_by_label(form, exact=True).first.check()
    return page.get_by_role("dialog").get_by_role("textbox").input_value()


def test_without_scripts_the_whole_page_can_be_cited(visit: Any) -> None:
    page = visit(PAPER, NARROW, java_script_enabled=False).page
    page.get_by_text("Cite this page").click()
    words = "Illustrative Office, “Custody review”. Published 20 March 2024, version 1. /meetings/panel/"
    assert page.locator("details.cite").inner_text().count(words) == 1
    assert page.locator(".cite-tools, details.cite button").count() == 0


@pytest.mark.parametrize(
    ("address", "part", "words"),
    [
        (f"{PAPER}#para-2-a", "paragraph 2 a", "Waiting times are in the table."),
        (f"{MEETING}#item-2-decision-b", "item 2, “Custody review”, decision b", "Decision b"),
        (f"{MEETING}#item-2-point-i", "item 2, “Custody review”, paragraph (i)", ""),
        (f"{MEETING}#item-2-action-visit", "item 2, “Custody review”, action", "Action"),
        (f"{YEAR}#2023-05-a", "row “A hamper”", "What: A hamper"),
    ],
)
def test_a_part_is_cited_and_quoted_with_its_own_address(
    visit: Any, host: str, address: str, part: str, words: str
) -> None:
    seen = visit(address, WIDE, **CLIPBOARD)
    page = seen.page
    page.get_by_role("button", name=f"Copy quote with link: {part}", exact=True).click()
    quoted, source = pasted(page).split("\n")
    assert quoted.startswith(f"“{words}")
    assert "Copy quote" not in quoted
    assert f"”, {part}. Published " in source
    assert f" {host}{address} Read on " in source
    page.get_by_role("button", name=f"Cite: {part}", exact=True).click()
    assert f"”, {part}. " in citing(page, "Plain text")
    assert json.loads(citing(page, "CSL-JSON"))[0]["URL"] == f"{host}{address}"
    assert seen.console == []


def test_a_row_that_has_days_of_its_own_is_cited_with_them(visit: Any) -> None:
    page = visit(f"{YEAR}#2024-02-a", WIDE).page
    page.locator("tr:target").evaluate(
        "row => Object.assign(row.dataset, {version: '3', published: '2024-02-20', changed: '2024-06-01'})"
    )
    page.get_by_role("button", name="Cite: row “A scarf”").click()
    assert "Published 20 February 2024, version 3, last changed 1 June 2024." in citing(page, "Plain text")


def test_everything_is_done_with_the_keyboard(visit: Any) -> None:
    page = visit(PAPER, WIDE, **CLIPBOARD).page
    page.locator("#para-1 .para-number").focus()
    page.keyboard.press("Enter")
    page.locator("#para-1 .cite-tools").wait_for()
    for _ in range(2):  # a browser begins again at the part to which the address leads
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.ariaLabel") == "Cite: paragraph 1"
    page.keyboard.press("Enter")
    assert page.get_by_role("dialog", name="Cite paragraph 1").is_visible()
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("textbox", name="Markdown").input_value().startswith("Illustrative Office, [“")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert pasted(page).startswith("Illustrative Office, [“")
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()
    assert page.evaluate("document.activeElement.ariaLabel") == "Cite: paragraph 1"


def test_selected_words_are_quoted_from_the_part_in_which_they_begin(visit: Any, host: str) -> None:
    page = visit(PAPER, NARROW, **CLIPBOARD).page
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#para-1 .para-text'))")
    button = page.get_by_role("group", name="Quote what is selected").get_by_role("button")
    button.click()
    quoted, source = pasted(page).split("\n")
    assert quoted == "“The review covers one illustrative month.”"
    assert f"{host}{PAPER}#para-1" in source
    box = button.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW["width"]
    page.keyboard.press("Escape")
    assert page.locator(".floating").count() == 0
    page.evaluate("getSelection().removeAllRanges()")
    page.wait_for_timeout(400)
    assert page.locator(".floating").count() == 0


def test_where_nothing_can_be_copied_the_words_are_selected_to_be_copied_by_hand(visit: Any) -> None:
    page = visit(f"{PAPER}#para-1", WIDE).page
    page.evaluate(REFUSED)
    page.get_by_role("button", name="Copy quote with link: paragraph 1").click()
    dialog = page.get_by_role("dialog", name="Quote with link")
    assert dialog.get_by_role("textbox").input_value().startswith("“The review")
    dialog.get_by_role("button", name="Copy", exact=True).click()
    assert "copy it with the keyboard" in dialog.get_by_role("status").inner_text()
    assert page.evaluate("document.activeElement.selectionEnd - document.activeElement.selectionStart") > 50


def test_only_the_part_to_which_the_address_leads_has_buttons_and_going_on_loses_no_place(visit: Any) -> None:
    page = visit(f"{MEETING}#item-1-decision", WIDE).page
    page.evaluate("location.hash = 'item-2-decision-b'")
    page.locator("#item-2-decision-b .cite-tools").wait_for()
    assert page.locator(".cite-tools").count() == 1
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") >= -1


@pytest.mark.parametrize("hash", ["#%", "#constructor", "#__contents", "#content", "#%22%3E%3Cimg%20src=x%3E", "#"])
def test_an_address_that_leads_to_no_part_gives_no_buttons(visit: Any, hash: str) -> None:
    seen = visit(PAPER + hash, WIDE)
    assert seen.page.locator(".cite-tools").count() == 0
    assert seen.console == []


def test_a_filtered_table_is_cited_as_it_is_shown_and_nothing_foreign_comes_along(visit: Any, host: str) -> None:
    address = "dip-samples/2017-10-31-complaint-files/"
    page = visit(f"{address}?filter=hotel&utm_source=elsewhere&q=a%20%7D", WIDE).page
    page.get_by_text("Cite this page").click()
    page.get_by_role("button", name="In other forms: citation of this page").click()
    assert f" {host}{address}?filter=hotel&q=a+%7D Read on" in citing(page, "Plain text")
    ((_, entry),) = parse_string(citing(page, "BibTeX"), "bibtex").entries.items()
    assert entry.fields["url"] == f"{host}{address}?filter=hotel&q=a+%7D"


def test_a_search_is_cited_with_its_words(visit: Any, host: str) -> None:
    page = visit("search/?q=custody+%22x%22&gclid=1", WIDE).page
    page.get_by_text("Cite this page").click()
    page.get_by_role("button", name="In other forms: citation of this search").click()
    assert page.get_by_role("dialog", name="Cite this search").is_visible()
    said = citing(page, "Plain text")
    assert ', search for “custody "x"”. ' in said
    assert f"{host}search/?q=custody+%22x%22 Read on " in said


def test_a_chart_is_shown_on_another_page_by_the_line_it_gives(visit: Any, host: str, browser: Browser) -> None:
    page = visit(BODY, WIDE).page
    page.get_by_text("Cite or embed this chart").first.click()
    page.get_by_role("button", name="Cite or embed: chart").first.click()
    frame, picture = citing(page, "Frame"), citing(page, "Picture")
    context = browser.new_context(java_script_enabled=False)
    other, requests = context.new_page(), []
    other.route(f"{host}{ELSEWHERE}", lambda route: route.fulfill(body=f"{frame}{picture}", content_type="text/html"))
    other.on("request", lambda request: requests.append(request.url))
    other.goto(f"{host}{ELSEWHERE}")
    inner = other.frame_locator("iframe")
    inner.locator("h1").wait_for()
    assert inner.locator("img").evaluate(SIZE) > 300
    assert "6 March 2024" in (inner.locator("img").get_attribute("alt") or "")
    assert inner.locator("script, style, [style]").count() == 0
    assert (inner.get_by_role("link").get_attribute("href") or "").endswith("meetings/panel/#figure-attendance")
    assert other.locator("body > a img").evaluate(SIZE) > 300
    assert all(request.startswith(host) for request in requests)
    assert inner.locator("html").evaluate("html => html.scrollHeight - html.clientHeight") <= 1, "it is high enough"
    assert inner.locator("html").evaluate("html => html.scrollWidth - html.clientWidth") == 0
    context.close()


@SCHEMES
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_window_and_the_buttons_are_accessible(visit: Any, scheme: str, size: dict[str, int]) -> None:
    page = visit(f"{PAPER}#para-2-a", size, scheme).page
    page.locator("details.cite").evaluate("details => { details.open = true; }")
    assert by_axe(page) == []
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#para-2-b .para-text'))")
    page.locator(".floating").wait_for()
    assert by_us(page) == []
    page.get_by_role("button", name="Cite: paragraph 2 a").click()
    assert by_axe(page) == []
    small = page.evaluate(SMALL)
    assert small["number"] >= 10
    assert small["found"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.querySelector('dialog').getBoundingClientRect().right <= innerWidth")


def test_on_paper_there_is_nothing_to_press(visit: Any) -> None:
    page = visit(f"{PAPER}#para-1", WIDE).page
    page.emulate_media(media="print")
    assert not any(part.is_visible() for part in page.locator(".cite-tools, details.cite, .cite-chart, dialog").all())


def test_nothing_on_the_page_is_a_style_or_a_script_of_its_own(visit: Any) -> None:
    """What a strict policy would refuse: only the place of what floats is set, by script."""
    page = visit(f"{PAPER}#para-1", WIDE).page
    page.get_by_role("button", name="Cite: paragraph 1").click()
    assert page.locator(".cite-tools [style], dialog[style], dialog [style], dialog [onclick]").count() == 0
    for script in SCRIPTS.glob("cite*.js"):
        assert not re.search(r"innerHTML|insertAdjacentHTML|\beval\b|new Function|document\.write", script.read_text())
