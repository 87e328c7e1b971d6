"""Somebody who has never been here, with nothing but a keyboard: what a journalist or a resident comes for."""

from pathlib import Path
from typing import Any

from tests.browser.kinds import ILLUSTRATIVE, WIDE, largest
from tests.browser.test_keyboard import press_tab_until

MEASURE = f"{ILLUSTRATIVE}performance/complaints/"
SCHEME = "document.body.dataset.mdColorScheme"


def test_what_the_panel_resolved_is_found_from_the_home_page(visit: Any) -> None:
    """Words, Enter, and on to the first result."""
    page = visit("", WIDE).page
    press_tab_until(page, "input[type=search]", most=6)
    page.keyboard.type("resolved children")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.locator("main .results a, main [data-results] a, main ol a").first.wait_for()
    press_tab_until(page, "main li h2 a, main li h3 a, main ol a", most=80)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/search/" not in address)
    assert page.locator("h1").count() == 1


def test_a_register_is_filtered_and_taken_away(visit: Any, site: Path) -> None:
    page = visit(largest(site, "decisions of a year"), WIDE).page
    rows = page.locator("table[data-register] tbody tr:visible")
    before = rows.count()
    press_tab_until(page, ".register-tools input[type=search], main input[type=search]", most=60)
    page.keyboard.type("panel noted")
    page.wait_for_function("() => [...document.querySelectorAll('tbody tr')].some(row => row.hidden)")
    assert 0 < rows.count() < before
    page.wait_for_function("/filter=panel.noted/.test(location.search)")
    press_tab_until(page, '.site-foot a[href$="data/"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/data/")
    press_tab_until(page, 'main a[href$=".csv"]')


def test_a_paragraph_is_cited_and_the_reader_is_back_where_it_stands(visit: Any) -> None:
    page = visit(f"{ILLUSTRATIVE}meetings/panel/2024-03-06/custody-review/#para-1", WIDE).page
    press_tab_until(page, ".cite-tools button")
    page.keyboard.press("Enter")
    assert page.get_by_role("dialog").is_visible()
    for _ in range(12):  # nothing behind the window is reached
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert page.evaluate("document.activeElement.matches('.cite-tools button')")


def test_the_numbers_of_a_chart_are_opened_and_other_colours_chosen(visit: Any) -> None:
    page = visit(MEASURE, WIDE).page
    press_tab_until(page, ".md-option", most=20)
    seen = set()
    for _ in range(3):
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        seen.add(page.evaluate(SCHEME))
    assert seen == {"default", "slate"}
    press_tab_until(page, "figure summary")
    page.keyboard.press("Enter")
    assert page.locator("figure table").first.is_visible()


def test_the_feed_of_a_recommendation_is_reached(visit: Any, site: Path) -> None:
    address = next(iter(sorted(site.glob("recommendations/*-*/feed.atom")))).parent.relative_to(site)
    page = visit(f"{address}/", WIDE).page
    press_tab_until(page, 'main a[href="feed.atom"]')


def test_the_next_meeting_is_found(visit: Any) -> None:
    """On the home page, or where it says that none is known."""
    page = visit("", WIDE).page
    press_tab_until(page, 'section[aria-labelledby="next"] a', most=20)
    page.keyboard.press("Enter")
    page.wait_for_url("**/calendar/")


def test_an_example_in_the_field_guide_keeps_its_lines(visit: Any) -> None:
    """As it is seen: a row of a register is a line of its own."""
    example = visit("field-guide/gift-offer/", WIDE).page.locator("pre.example > code").first
    assert [line.partition(",")[0] for line in example.inner_text().strip().splitlines()] == [
        "id",
        "2026-01-a",
        "2026-02-a",
    ]
