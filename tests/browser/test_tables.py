"""Long tables in a real browser: they are filtered, sorted and narrowed, and stay the same tables without a script."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from tests.browser.checks import TAGS
from tests.browser.kinds import NARROW, WIDE

CASES = "dip-samples/2017-10-31-complaint-files/"
"""A real register of twenty rows, each with an id."""
PART = "recommendations/open/"
"""A page with the first rows of a longer list, and a short table besides."""
HOSTILE = '<img src="x" onerror="document.title=1">'
OFFERS = (
    ("Wine", "2023-11-02", "2 November 2023", "£1,200", "Item 10", "", "3 May 2022"),
    ("Éclairs", "2023-06-28", "28 June 2023", "£50", "Item 9", "", "from 12 April 2021"),
    ("Tickets", "", "not stated", "–", "Item 100", "7", "Friday 1 July 2022"),
    ("Lunch at an inn", "2022-12-31", "31 December 2022", "under £25", "Item 1", "20", "3 May 2022"),
    (HOSTILE, "2021-01-01", "1 January 2021", "-£5", "item 9", "3", "3 May 2022"),
    ("Wine and dinner", "2023-06-28", "28 June 2023", "12.5%", "Item 2", "", "2 Feb 2022"),
    ("O’Neill’s prize", "2020-02-02", "2 February 2020", "£50", "Item 3", "3.10", "9 May 2022"),
    ("Pen", "2019-05-05", "5 May 2019", "£9", "Item 4", "3.9", "10 May 2022"),
    ("Book", "2018-05-05", "5 May 2018", "£10", "Item 5", "", "11 May 2022"),
)
ALL = list(range(len(OFFERS)))
UP = {
    "Day": [8, 7, 6, 4, 3, 1, 5, 0, 2],
    "Value": [4, 7, 8, 5, 1, 6, 0, 3, 2],
    "Words": [3, 5, 6, 7, 8, 1, 4, 0, 2],
    "Key": [4, 2, 3, 7, 6, 0, 1, 5, 8],
    "Read": [1, 5, 0, 3, 4, 6, 7, 8, 2],
}
"""By column, the rows from the least to the most: what is equal keeps its order, what is empty stands last."""
DOWN = {
    "Day": [0, 1, 5, 3, 4, 6, 7, 8, 2],
    "Value": [3, 0, 1, 6, 5, 8, 7, 4, 2],
    "Words": [2, 0, 1, 4, 8, 7, 6, 5, 3],
    "Key": [6, 7, 3, 2, 4, 0, 1, 5, 8],
    "Read": [2, 8, 7, 6, 0, 3, 4, 5, 1],
}


def table(name: str = "offers", rows: int = len(OFFERS), more: str = "", foot: str = "") -> str:
    """An illustrative table with a column of every type, as templates write it."""
    body = "".join(
        f'<tr id="{name}-{at}"><th scope="row">{_escaped(what)}'
        f'<a class="row-link" href="#{name}-{at}" aria-label="Permanent link to it"></a></th>'
        + (f'<td><time datetime="{day}">{said}</time></td>' if day else f'<td data-sort="">{said}</td>')
        + f'<td class="number">{value}</td><td>{words}</td><td data-sort="{key}">k</td><td>{read}</td></tr>'
        for at, (what, day, said, value, words, key, read) in enumerate(OFFERS[:rows])
    )
    head = "".join(f'<th scope="col">{column}</th>' for column in ("What", "Day", "Value", "Words", "Key", "Read"))
    return (
        '<div class="scroll" tabindex="0" role="region" aria-label="Offers">'
        f'<table class="x" data-register="{name}"{more}>'
        f"<caption>Offers</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody>{foot}</table></div>"
    )


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;")


Opens = Callable[..., Page]


@pytest.fixture
def opened(visit: Any, host: str) -> Opens:
    """Opens a made-up page with these tables, the site's styles and its module."""

    def open_(*tables: str, query: str = "") -> Page:
        seen = visit("404.html", WIDE)
        seen.console.clear()
        sheet = '<link rel="stylesheet" href="/assets/stylesheets/{}.css">'
        styles = "".join(map(sheet.format, ("scrutiny", "tables")))
        html = (
            f'<!doctype html><html lang="en-GB"><head><title>Made up</title>{styles}'
            '<script type="module" src="/assets/javascripts/tables.js"></script></head>'
            '<body data-md-color-scheme="default">'
            f'<main class="md-content"><article class="md-typeset">{"".join(tables)}</article></main></body></html>'
        )
        page: Page = seen.page
        page.route("**/made-up/**", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        page.goto(f"{host}made-up/{query}")
        return page

    return open_


def shown(page: Page, name: str = "offers") -> list[int]:
    """The numbers of the rows that can be seen, in their order."""
    rows = page.locator(f"[data-register={name}] tbody tr").all()
    return [int((row.get_attribute("id") or "").rpartition("-")[2]) for row in rows if row.is_visible()]


def count(page: Page) -> str:
    """What is said of how many rows there are, once nothing is typed any more."""
    page.wait_for_timeout(250)
    return page.locator(".table-count").first.inner_text()


# ---- what a reader does


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("wine", [0, 5]),
        ("WINE  dinner", [5]),
        ("eclairs", [1]),
        ("o'neill's", [6]),
        ("nothing like it", []),
        (" ", ALL),
    ],
)
def test_the_filter_keeps_the_rows_with_all_its_words(opened: Opens, words: str, found: list[int]) -> None:
    page = opened(table())
    assert count(page) == "9 rows"
    page.get_by_label("Filter the rows").fill(words)
    assert count(page) == (f"{len(found)} of 9 rows" if words.strip() else "9 rows")
    assert shown(page) == found
    page.get_by_label("Filter the rows").press("Escape")
    assert count(page) == "9 rows"
    assert shown(page) == ALL


@pytest.mark.parametrize("column", UP)
def test_a_header_sorts_up_then_down_then_as_the_page_has_it(opened: Opens, column: str) -> None:
    page = opened(table())
    header = page.locator("th", has=page.get_by_role("button", name=column, exact=True))
    button = header.get_by_role("button")
    button.click()
    assert (shown(page), header.get_attribute("aria-sort")) == (UP[column], "ascending")
    button.click()
    assert (shown(page), header.get_attribute("aria-sort")) == (DOWN[column], "descending")
    button.click()
    assert (shown(page), header.get_attribute("aria-sort")) == (ALL, None)


def test_everything_is_done_with_the_keyboard_alone(opened: Opens) -> None:
    page = opened(table())
    keys = page.keyboard
    keys.press("Tab")
    keys.type("wine")
    assert count(page) == "2 of 9 rows"
    keys.press("Tab")
    keys.press("Enter")
    keys.press("Tab")
    keys.press("Space")
    assert not page.locator("th", has_text="Day").is_visible()
    for _ in range(5):  # the other four columns, then the region that scrolls
        keys.press("Tab")
    assert page.evaluate("document.activeElement.className") == "scroll"
    keys.press("Tab")
    keys.press("Enter")
    assert page.locator("[aria-sort]").inner_text() == "What"
    keys.press("Tab")
    keys.press("Space")
    assert page.locator("[aria-sort]").inner_text() == "Value"


def test_a_column_is_left_out_and_shown_again_but_never_the_first(opened: Opens) -> None:
    page = opened(table(foot="<tfoot><tr><td>All</td><td></td><td>9</td><td></td><td></td><td></td></tr></tfoot>"))
    assert not page.locator("fieldset").is_visible()
    page.locator("summary").click()
    assert page.locator("fieldset label").all_inner_texts() == ["Day", "Value", "Words", "Key", "Read"]
    box = page.get_by_label("Value", exact=True)
    box.uncheck()
    hidden = "table => [...table.rows].map(row => [...row.cells].map(cell => cell.hidden).indexOf(true))"
    assert page.locator("table").evaluate(hidden) == [2] * (len(OFFERS) + 2)
    box.check()
    assert page.locator("table").evaluate(hidden) == [-1] * (len(OFFERS) + 2)


# ---- addresses


def test_filter_and_order_are_shared_with_the_address(opened: Opens) -> None:
    page = opened(table(), query="?other=kept#offers-0")
    page.get_by_label("Filter the rows").fill("Item 2023")
    page.get_by_role("button", name="Day", exact=True).click()
    page.get_by_role("button", name="Day", exact=True).click()
    assert count(page) == "3 of 9 rows"
    assert page.evaluate("location.href").endswith("/made-up/?other=kept&filter=Item+2023&sort=day,down#offers-0")
    page.reload()
    assert count(page) == "3 of 9 rows"
    assert (shown(page), page.get_by_label("Filter the rows").input_value()) == ([0, 1, 5], "Item 2023")
    page.get_by_label("Filter the rows").press("Escape")
    page.get_by_role("button", name="Day", exact=True).click()
    assert count(page) == "9 rows"
    assert page.evaluate("location.href").endswith("/made-up/?other=kept#offers-0")


def test_an_address_that_names_no_column_changes_nothing(opened: Opens) -> None:
    page = opened(table(), query="?sort=constructor,down&filter=")
    assert (shown(page), page.locator("[aria-sort]").count(), count(page)) == (ALL, 0, "9 rows")


def test_two_tables_of_a_page_are_filtered_apart(opened: Opens) -> None:
    page = opened(table(), table("others"), query="?others-filter=wine")
    assert (shown(page), shown(page, "others")) == (ALL, [0, 5])
    page.get_by_label("Filter the rows").first.fill("pen")
    count(page)
    assert (shown(page), shown(page, "others")) == ([7], [0, 5])
    assert "?others-filter=wine&offers-filter=pen" in page.url


def test_a_row_that_is_filtered_out_is_shown_when_the_address_leads_to_it(opened: Opens) -> None:
    page = opened(table(), query="?filter=wine#offers-7")
    assert shown(page) == [0, 5, 7]
    page.evaluate("location.hash = 'offers-3'")
    page.wait_for_function("!document.getElementById('offers-3').hidden")
    assert shown(page) == [0, 3, 5]
    page.get_by_label("Filter the rows").fill("wine d")
    count(page)
    assert shown(page) == [5]


# ---- what it leaves alone


@pytest.mark.parametrize(
    "left",
    [
        table(rows=7),
        table().replace('<th scope="row">Pen', '<th scope="rowgroup">Pen'),
        table().replace("<td>Item 4</td>", '<td rowspan="2">Item 4</td>'),
        table().replace('<tr id="offers-4">', '</tbody><tbody><tr id="offers-4">'),
        table().replace(' data-register="offers"', ""),
    ],
    ids=["seven rows", "a group of rows", "a cell of two rows", "two bodies", "not marked"],
)
def test_a_short_or_grouped_table_is_left_as_it_is(opened: Opens, left: str) -> None:
    page = opened(left)
    assert page.locator("input, button, .table-tools").count() == 0


def test_a_table_whose_order_means_something_is_filtered_only(opened: Opens) -> None:
    page = opened(table(more=" data-unsorted"), query="?sort=day,up&filter=wine")
    assert (page.get_by_role("button").count(), shown(page)) == (0, [0, 5])


def test_a_hostile_cell_stays_text(opened: Opens) -> None:
    page = opened(table(), query=f"?filter={HOSTILE.replace('#', '')}")
    assert shown(page) == [4]
    page.get_by_role("button", name="What", exact=True).click()
    page.emulate_media(media="print")
    assert f"filtered by “{HOSTILE}”" in page.locator(".table-printed").inner_text()
    assert (page.locator("img").count(), page.title()) == (0, "Made up")


def test_paper_has_the_rows_as_filtered_and_says_so(opened: Opens) -> None:
    page = opened(table(), query="?filter=wine&sort=value,down")
    page.locator("summary").click()
    page.get_by_label("Words", exact=True).uncheck()
    assert not page.locator(".table-printed").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".table-tools").is_visible()
    said = "2 of 9 rows, filtered by “wine”. Sorted by “Value”, downwards. Columns left out: Words."
    assert page.locator(".table-printed").inner_text() == said
    assert shown(page) == [0, 5]


# ---- the site's own tables


def test_without_a_script_the_table_is_whole_and_nothing_dead_stands_beside_it(visit: Any) -> None:
    with_one = visit(CASES, WIDE).page.locator("table.cases")
    without = visit(CASES, WIDE, java_script_enabled=False).page
    assert without.locator("table.cases").inner_text() == with_one.inner_text()
    assert without.locator("main").locator("input, button, .table-tools").count() == 0
    assert without.locator("table.cases tbody tr").count() == 20


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_an_enhanced_table_is_accessible_and_quiet(visit: Any, size: dict[str, int]) -> None:
    """Filtered, sorted, with its columns unfolded; nothing to scroll sideways but the table."""
    seen = visit(f"{CASES}?filter=the&sort=category,down", size)
    page = seen.page
    page.locator(".table-tools summary").click()
    page.get_by_label("Learning", exact=True).uncheck()
    tags = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    assert Axe().run(page, options=tags).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert seen.console == []
    small = "nodes => nodes.map(node => node.getBoundingClientRect()).filter(box => box.height < 24 || box.width < 24)"
    tools = page.locator("button.sort, .table-tools :is(summary, label, input), a.row-link")
    assert tools.evaluate_all(f"nodes => ({small})(nodes.filter(node => node.checkVisibility()))") == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_moves_when_the_script_runs(visit: Any, host: str, size: dict[str, int]) -> None:
    page = visit("404.html", size).page
    top = "document.querySelector('[data-register=cases] tbody').getBoundingClientRect().top"
    page.goto(host + CASES)
    after = page.evaluate(top)
    page.route("**/tables.js", lambda route: route.abort())
    page.goto(host + CASES)
    assert page.locator(".table-tools").count() == 0
    assert abs(page.evaluate(top) - after) <= 4


def test_a_rows_link_is_seen_when_it_has_focus_and_leads_to_the_row(visit: Any) -> None:
    page = visit(CASES, WIDE).page
    row = page.locator("table.cases tbody tr").nth(3)
    link = row.get_by_role("link", name="Permanent link to CO/")
    opacity = "node => getComputedStyle(node).opacity"
    assert link.evaluate(opacity) == "0"
    link.focus()
    assert link.evaluate(opacity) == "1"
    page.keyboard.press("Enter")
    assert page.evaluate("location.href").endswith(f"#{row.get_attribute('id')}")


def test_a_page_of_a_longer_list_says_that_it_is_one(visit: Any) -> None:
    page = visit(PART, WIDE).page
    assert page.get_by_label("Filter the rows on this page").is_visible()
    assert count(page) == "200 rows on this page"
    assert page.locator("main a[href$='tracker.csv']").is_visible()


def test_every_marked_table_has_a_caption_and_a_name_of_its_own(site: Path) -> None:
    named = 0
    for file in site.rglob("index.html"):
        found = LexborHTMLParser(file.read_text("utf-8")).css("table[data-register]")
        names = [node.attributes["data-register"] for node in found]
        assert len(set(names)) == len(names), file
        assert all(node.css_first("caption") for node in found), file
        named += len(names)
    assert named > 100
