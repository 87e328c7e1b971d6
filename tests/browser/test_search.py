"""The search page in a real browser: what is found, where it leads, and that it is kept in the address."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote_plus, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from generators.search.guides import KIND
from tests.browser.kinds import ILLUSTRATIVE, NARROW, WIDE
from tests.documents import MEETING

SEARCH = "search/"
QUESTIONS = {
    "what did the panel resolve about children placed by other authorities": "meetings/pcp/2020-02-20/#item-54",
    "which complaint files upheld an allegation": "dip-samples/2017-10-31-complaint-files/#co-",
    "who was elected chair of the police and crime panel": "matters/election-of-chair/",
    "what was said about standard deviation in performance charts": "meetings/pcp/2020-07-28/force-performance",
    "how much was paid to knife crime projects": "meetings/pcp/2020-06-15/knife-crime-prevention-fund/#para-",
    "how fast are 999 calls answered": "performance/force-2019-20-q4/",
    "how many officers joined and left by gender": "tables/leavers-and-joiners-by-gender/",
    "what did members see in custody": "visits/familiarisation-2023/custody/",
    "how many complaint files were dip sampled": "meetings/eicc/2017-12-15/dip-sampling-of-complaint-files/",
    "is it ethical to keep somebody with mental health needs in custody": "dilemmas/held-in-custody",
    "what did visits recommend about the domestic abuse resolution team": "recommendations/visits-2023-",
    "gifts and gratuities register exceptions": "gifts/",
    "how many black and minority ethnic officers were there in 2017": "meetings/eicc/2017-12-15/recruitment",
    "victims' survey satisfaction": "performance/force-2019-20-q4/",
    "violence reduction network programme": "meetings/pcp/2020-07-28/violence-reduction-network/",
    "county lines children missing": "recommendations/cce-plan-",
    "response of the police to covid": "meetings/pcp/2020-06-15/covid-19-response/",
    "funding of projects somali development services": "tables/knife-crime-fund/",
    "what did the panel say about body worn video": "dip-samples/body-worn-video/",
    "who apologised for the february 2020 meeting": "people/",
    "declarations of interest february 2020": "meetings/pcp/2020-02-20/#declarations-of-interest",
    "recruitment funnel telephone interview assessment centre": "tables/le19",
    "which recommendations are not yet answered": "recommendations/",
    "stop and search forward plan": "meetings/eicc/2017-09-22/#item-28-17",
    "hate crime dip sample findings": "meetings/",
    "abandonment rate of 101 calls": "performance/force-2019-20-q4/#abandoned-101",
    "crime and anti-social behaviour burglary commentary": "performance/force-2019-20-q4/",
    "CO/00041/17": "dip-samples/2017-10-31-complaint-files/",
    '"both sides of the coin"': "meetings/pcp/2020-02-20/",
    "prevent plan actions": "recommendations/",
}
"""What a reader asks, and where one of the first five answers is to lead."""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = """async () => {
  const made = await import('/pagefind/pagefind.js');
  await made.init();
  const all = await made.search(null);
  return Promise.all(all.results.map(async one => (await one.data()).raw_url));
}"""
ASKED_FOR = """async ([questions, often]) => {
  const { find } = await import('/assets/javascripts/search_find.js');
  const pages = { report: 99, record: 90, panel: 80, custody: 10, 2: 95 };
  const answers = {};
  for (const words of questions) {
    const counted = [];
    const search = async (asked, { filters }) => {
      if (!filters.status) answers[words] ??= [asked, counted];
      else counted.push(asked);
      return { results: [], unfilteredResultCount: pages[asked] ?? 0, filters: {}, totalFilters: {} };
    };
    const known = new Map(Object.entries(often));
    await find({ search, pages: 100, known, guides: new Set(), counted: false }, { words, chosen: {}, sort: '' });
  }
  return answers;
}"""
"""The words for which an index of a hundred pages is asked first, and of which only how many pages have them, by the
question."""
SAID = """new MutationObserver(() => {
  const said = document.querySelector('.search-status')?.textContent;
  if (said && said !== window.said?.at(-1)) (window.said ??= []).push(said);
}).observe(document, { subtree: true, childList: true })"""
TWENTY_FIRST = "document.activeElement.closest('li') === document.querySelectorAll('.search-results > li')[20]"


@pytest.fixture
def ask(visit: Any) -> Any:
    """Opens the page of a search by its address alone and waits until it has answered."""

    def open_(words: str, size: dict[str, int] = WIDE, within: str = "", more: str = "", **options: Any) -> Any:
        seen = visit(f"{within}{SEARCH}?q={quote_plus(words)}{more}", size, **options)
        seen.page.wait_for_function(
            "() => { const said = document.querySelector('.search-status')?.textContent;"
            " return said && said !== 'Searching…' }"
        )
        expect(seen.page.locator(".search-more, .search-results > li").first).to_be_attached()
        expect(seen.page.locator(".search-results:not([aria-busy])")).to_be_attached()
        return seen

    return open_


def addresses(page: Page) -> list[str]:
    """Where the results lead, the best first, as seen from the site's root."""
    expect(page.locator(".search-results > li").first).to_be_visible()
    expect(page.locator(".search-results:not([aria-busy])")).to_be_attached()
    links = page.locator(".search-results > li > h2 a").all()
    return [re.sub(r"^https?://[^/]+/", "", link.get_attribute("href") or "") for link in links]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_by_the_address_alone(ask: Any, question: str) -> None:
    found = addresses(ask(question).page)[:5]
    assert any(address.startswith(QUESTIONS[question]) for address in found), found


@pytest.mark.parametrize(
    "question", ["dip sample", "withdrawn", "minutes not published", "letters to the home secretary"]
)
def test_what_tells_staff_how_to_keep_records_comes_after_the_records(ask: Any, question: str) -> None:
    """It has the same words in its titles. With all of the words it still comes before pages with some of them."""
    page = ask(question).page
    kinds = [facts.split(" · ")[0] for facts in page.locator(".search-results .search-facts").all_inner_texts()]
    number = re.match(r"[\d,]+", page.locator(".search-status").inner_text())
    whole = int(number[0]) if number else 0
    for some in (kinds[:whole], kinds[whole:]):
        assert sorted(some, key=KIND.__eq__) == some
    assert kinds[0] != KIND
    chosen = ask(question, more=f"&kind={quote_plus(KIND)}").page
    expect(chosen.locator(".search-facts").first).to_have_text(KIND)


def test_a_result_lands_on_the_paragraph_and_shows_the_words(ask: Any) -> None:
    page = ask("children placed by other authorities").page
    result = page.locator(".search-results > li", has=page.locator("a[href*='#item-54-point']")).first
    link = result.locator("a[href*='#item-54-point']").first
    expect(link).to_be_visible()
    assert "place" in " ".join(result.locator("mark").all_inner_texts())
    assert "Meeting · Police and Crime Panel · 20 February 2020" in result.inner_text()
    link.click()
    page.wait_for_load_state()
    target = page.locator(f"[id='{urlsplit(page.url).fragment}']")
    assert "place" in target.inner_text()
    expect(target).to_be_in_viewport()


def test_a_document_opens_at_the_page_with_the_words(ask: Any) -> None:
    folder = MEETING.removeprefix("content/")
    found = addresses(ask("swimming lessons", within=ILLUSTRATIVE).page)
    assert found == [f"{ILLUSTRATIVE}{folder}/pack.pdf#page=2"]
    assert addresses(ask("harbourmaster", within=ILLUSTRATIVE).page) == [f"{ILLUSTRATIVE}{folder}/letter.docx"]


def test_what_is_asked_lives_in_the_address_and_back_leads_to_the_search_before(ask: Any) -> None:
    page = ask("custody").page
    before = len(addresses(page))
    page.get_by_role("checkbox", name=re.compile("^Paper ")).check()
    expect(page.locator(".search-status")).to_contain_text("within Paper")
    page.get_by_label("Order").select_option("Newest first")
    expect(page.locator(".search-status")).to_contain_text("results")
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"q": ["custody"], "kind": ["Paper"], "sort": ["newest"]}
    again = ask("custody", more="&kind=Paper&sort=newest").page
    assert addresses(again) == addresses(page)
    days = again.locator(".search-results .search-facts").all_inner_texts()
    years = [int(found[1]) for day in days if (found := re.search(r"\b((?:19|20)\d\d)\b", day))]
    assert years == sorted(years, reverse=True)
    page.go_back()
    page.go_back()
    expect(page.locator(".search-status")).not_to_contain_text("within")
    assert len(addresses(page)) == before


def test_in_the_order_of_their_days_no_result_is_lost(ask: Any) -> None:
    """Those without a day come after the others."""
    best = ask("custody").page.locator(".search-status").inner_text()
    for order in ("newest", "oldest"):
        page = ask("custody", more=f"&sort={order}").page
        assert page.locator(".search-status").inner_text() == best
        facts = page.locator(".search-results .search-facts").all_inner_texts()
        dated = [bool(re.search(r"\d{1,2} \w+ (?:19|20)\d\d", fact)) for fact in facts]
        assert dated == sorted(dated, reverse=True)
        assert set(dated) == {True, False}


SENT_ON = {
    "?q=custody&kind=Paper&kind=Paper&kind=": " results for “custody” within Paper",
    "?q=custody&sort=sideways": " results for “custody”",
    "?q=%22%22": 'Nothing was found for “""”. Try fewer words, or take a filter away.',
    "?q=!!!+%3F": "Nothing was found for “!!! ?”. Try fewer words, or take a filter away.",
    "?q=++&kind=": "",
}
"""What is said of an address that was typed or cut by somebody."""


@pytest.mark.parametrize("address", SENT_ON)
def test_an_address_that_was_not_made_by_the_form_is_answered_as_well_as_it_can_be(visit: Any, address: str) -> None:
    seen = visit(f"{SEARCH}{address}", WIDE)
    expect(seen.page.locator(".search-status")).to_have_text(re.compile(rf"^[\d,]*{re.escape(SENT_ON[address])}$"))
    expect(seen.page.locator(".search-results:not([aria-busy])")).to_be_attached()
    assert seen.page.title().strip()[0] != ":"
    assert seen.console == []


SENTENCES = {
    "hate crime after brexit": "hate crime had been high after Brexit",
    "criticism of prevent by women's groups": "Women's groups have criticised engagement",
    "clare's law domestic violence disclosure": "may know little of molestation orders and Clare's Law",
    "who got money from the knife crime fund": "fund projects. Its heading there Table 1. One row One project",
    "how many files are to be dip sampled each quarter": "becomes an aim of around 25, in place of a minimum of 25.",
}
"""What a reader asks, and what is shown of the first result: where most of it stands together, in whole sentences."""


@pytest.mark.parametrize("question", SENTENCES)
def test_the_sentence_with_most_of_what_was_asked_is_shown(ask: Any, question: str) -> None:
    first = ask(question).page.locator(".search-results > li").first
    assert SENTENCES[question] in first.locator("> p").last.inner_text()


def test_the_number_beside_a_value_is_that_of_the_results_it_leaves(ask: Any) -> None:
    page = ask("police").page
    page.locator(".search-facets .quiet").first.wait_for()
    for label in page.locator("fieldset", has_text="Kind").locator("label:visible").all()[:3]:
        name, number = re.fullmatch(r"(.+) \(([\d,]+)\)", label.inner_text().strip()).groups()  # type: ignore[union-attr]
        said = ask("police", more=f"&kind={quote_plus(name.strip())}").page.locator(".search-status").inner_text()
        assert said.startswith(f"{number} result"), (name, said)


def test_results_are_shown_before_the_facets_are_loaded_and_said_once(windows: Any, host: str) -> None:
    """Where those are in view: on a narrow screen they are loaded once somebody opens them."""
    page = windows.open(NARROW, "light", {"locale": "en-GB"}).page
    page.add_init_script(SAID)
    facets: list[str] = []
    page.on("request", lambda request: facets.append(request.url) if request.url.endswith(".pf_filter") else None)
    page.goto(f"{host}{SEARCH}?q=custody&kind=Paper&sort=newest")
    expect(page.locator(".search-results > li").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert len(facets) == 1  # of what is asked for
    page.get_by_text("Narrow down").focus()
    page.keyboard.press("Enter")
    page.locator(".search-facets .quiet").first.wait_for()
    assert len(set(facets)) > 3
    assert page.evaluate("document.activeElement.textContent") == "Narrow down"
    assert page.get_by_role("checkbox", name=re.compile(r"^Paper \(")).is_checked()
    said = page.evaluate("window.said")
    assert [one for one in said if "results" in one] == [page.locator(".search-status").inner_text()]


def test_focus_stays_on_the_value_that_is_chosen(ask: Any) -> None:
    page = ask("custody").page
    box = page.get_by_role("checkbox", name=re.compile("^Paper "))
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(".search-status")).to_contain_text("within Paper")
    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_chosen_values_are_kept_while_the_facets_are_still_loaded(windows: Any, host: str) -> None:
    """Whoever asks on at once loses none of them."""
    page = windows.open(WIDE, "light", {}).page
    facets: list[Route] = []

    def load_the_first(route: Route) -> None:
        facets.append(route)
        if len(facets) == 1:  # that of what is chosen
            route.continue_()

    page.route("**/filter/*", load_the_first)
    page.goto(f"{host}{SEARCH}?q=custody&kind=Paper")
    expect(page.locator(".search-results > li").first).to_be_visible()
    assert page.locator(".search-facets label").inner_text().strip() == "Paper"
    page.get_by_label("Order").select_option("Newest first")
    page.wait_for_url("**/search/?q=custody&sort=newest&kind=Paper")
    page.context.close()  # with what was held back: the next test would wait for it


def test_more_results_do_not_wait_for_the_facets(windows: Any, host: str) -> None:
    """However soon somebody asks for them, and if the facets never come."""
    page = windows.open(WIDE, "light", {}).page
    page.route("**/filter/*", lambda _: None)
    page.goto(f"{host}{SEARCH}?q=custody")
    expect(page.locator(".search-results > li")).to_have_count(20)
    page.locator(".search-more").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".search-results > li").nth(20)).to_be_visible()
    assert page.evaluate(TWENTY_FIRST)
    page.context.close()  # with what was held back: the next test would wait for it


def test_more_results_come_however_late_they_are_asked_for(ask: Any) -> None:
    """By then the browser has cleared its memory, and what it throws away the index lets go of as well."""
    page = ask("custody").page
    page.evaluate("gc()")
    page.wait_for_timeout(200)  # for the index to hear of it
    page.locator(".search-more").click()
    expect(page.locator(".search-results > li").nth(20)).to_be_visible()


def test_more_results_that_could_not_be_loaded_come_when_asked_for_again(ask: Any) -> None:
    page = ask("custody").page
    page.route("**/fragment/*", lambda route: route.abort())
    page.locator(".search-more").click()
    expect(page.locator(".search-status")).to_have_text("The next results could not be loaded. Please try again.")
    expect(page.locator(".search-more")).to_be_focused()
    assert page.locator(".search-results > li").count() == 20
    page.unroute_all()
    page.keyboard.press("Enter")
    expect(page.locator(".search-results > li").nth(20)).to_be_visible()
    expect(page.locator(".search-status")).to_contain_text("results for “custody”")
    assert page.evaluate(TWENTY_FIRST)


def test_a_place_on_the_page_is_not_a_new_question(ask: Any) -> None:
    """Whoever skips to the content keeps the results that were shown after the first ones."""
    page = ask("custody").page
    page.locator(".search-more").click()
    expect(page.locator(".search-results > li").nth(20)).to_be_visible()
    page.evaluate("location.hash = 'content'")
    page.wait_for_timeout(200)
    assert page.locator(".search-results > li").count() > 20


def test_a_word_on_most_pages_is_left_out_beside_a_rarer_one(visit: Any) -> None:
    """And so narrows nothing down; where all of them are on most pages the rarest is asked for."""
    page = visit(SEARCH, WIDE).page
    expected = {
        "report custody": "custody",
        "report 2": "2",
        "report zeppelin": "report",
        "report panel record": "panel",
        "zeppelin": "zeppelin",
        "what of report": "report",
    }
    answers = page.evaluate(ASKED_FOR, [list(expected), {}])
    assert {question: asked for question, (asked, _) in answers.items()} == expected
    assert answers["report custody"][1] == ["report", "custody"]


def test_of_a_word_that_is_known_to_be_on_most_pages_nothing_is_loaded(visit: Any) -> None:
    often = {"report": 99, "record": 90, "panel": 80}
    answers = visit(SEARCH, WIDE).page.evaluate(ASKED_FOR, [["report custody", "report panel record"], often])
    assert answers == {"report custody": ["custody", ["custody"]], "report panel record": ["panel", []]}


def test_the_words_on_many_pages_are_fetched_with_the_index(ask: Any) -> None:
    assert sum("often.json" in url for url in ask("custody").requests) == 1


def test_everything_public_can_be_found_and_nothing_else(visit: Any, site: Path) -> None:
    """By an empty search, which lists all that the index holds."""
    page = visit(SEARCH, WIDE).page
    held = page.evaluate(EVERYTHING)
    marked = set()
    for file in site.rglob("index.html"):
        address = f"/{file.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        if not address.startswith(f"/{ILLUSTRATIVE}") and " data-pagefind-body" in file.read_text("utf-8"):
            marked.add(address)
    assert set(held) == marked
    assert len(held) == len(marked)
    assert "/search/" not in marked
    assert "/meetings/pcp/2020-02-20/" in marked


def test_where_nothing_has_all_the_words_it_says_so_and_shows_what_has_some(ask: Any) -> None:
    page = ask("rugby gratuities").page
    assert "Nothing has all of these words" in page.locator(".search-status").inner_text()
    assert any(address.startswith("gifts/") for address in addresses(page))
    assert ask("gifts zeppelin").page.locator(".search-status").inner_text().endswith("No page has “zeppelin”")
    assert "Nothing was found" in ask("zeppelin").page.locator(".search-status").inner_text()


OFFERED = {
    "comissioner": "commissioner",
    "Police comissioner": "Police commissioner",
    "custardy": "custody",
    "recieved": "received",
    "gratuities hopsitality": "gratuities hospitality",
    "rupert": None,  # a name, and no slip for "report"
    "visited": None,
    "zeppelin": None,
    "ct": None,
}
"""What was typed, and what is offered instead."""


@pytest.mark.parametrize("typed", OFFERED)
def test_the_nearest_word_is_offered_for_one_that_no_page_has(ask: Any, typed: str) -> None:
    """As a link that asks again, with what else was asked for; told to those who do not see it."""
    page = ask(typed, more="&sort=newest").page
    said = page.locator(".search-near")
    assert said.get_attribute("role") == "status"
    if OFFERED[typed] is None:
        assert said.inner_text() == ""
        return
    assert said.inner_text() == f"Did you mean {OFFERED[typed]}?"
    said.get_by_role("link", name=OFFERED[typed]).click()
    expect(page.locator(".search-results > li").first).to_be_visible()
    assert parse_qs(urlsplit(page.url).query) == {"q": [OFFERED[typed]], "sort": ["newest"]}
    assert said.inner_text() == ""


def test_the_list_of_words_is_fetched_only_where_one_is_unknown(ask: Any) -> None:
    assert not any("words.json" in url or "search_near" in url for url in ask("custody").requests)
    seen = ask("custardy")
    assert sum("words.json" in url for url in seen.requests) == 1
    assert seen.console == []


def test_without_the_lists_of_words_the_answer_is_given_all_the_same(windows: Any, host: str) -> None:
    page = windows.open(WIDE, "light", {}).page
    page.route(re.compile("(words|often).json"), lambda route: route.abort())
    page.goto(f"{host}{SEARCH}?q=custardy")
    expect(page.locator(".search-status")).to_contain_text("“custardy”")
    assert page.locator(".search-near").inner_text() == ""


SAYS = {
    "custody": "results for “custody”",
    "attendance of members": "results for “attendance of members”",
    "publication": "results for “publication”",
    '"both sides of the coin"': "results for exactly “both sides of the coin”",
    "custardy": "No page seems to have “custardy”. What follows has words that begin alike",
    '"custardy visits"': "No page has exactly “custardy visits”. What follows has some of these words."
    " No page seems to have “custardy”",
    "zyxwvut": "Nothing was found for “zyxwvut”. Try fewer words, or take a filter away.",
    '"zyxwvut"': "Nothing was found for exactly “zyxwvut”. Try fewer words, or take a filter away.",
}
"""What is said of what was found, or how it ends, by what was asked."""


@pytest.mark.parametrize("question", SAYS)
def test_it_is_said_what_was_found_and_what_only_stands_in_its_place(ask: Any, question: str) -> None:
    assert ask(question).page.locator(".search-status").inner_text().endswith(SAYS[question])


def test_for_a_phrase_that_no_page_has_another_is_offered(ask: Any) -> None:
    page = ask('"custardy visits"').page
    assert page.locator(".search-near").inner_text() == 'Did you mean "custody visits"?'
    page.locator(".search-near a").click()
    expect(page.locator(".search-status")).to_contain_text("for exactly “custody visits”")


def test_words_from_the_address_stay_words(ask: Any) -> None:
    words = "<img src=x onerror=alert(1)> {{ 7*7 }} \"'&"
    seen = ask(words, more="&kind=<b>bold</b>")
    assert seen.page.locator("#search-page-words").input_value() == words
    assert seen.page.locator("#search-page img, #search-page b").count() == 0
    assert seen.console == []


def test_it_is_accessible_quiet_and_as_wide_as_the_screen(ask: Any) -> None:
    seen = ask("custody")
    for size in (WIDE, NARROW):
        seen.page.set_viewport_size(size)
        seen.page.locator(".search-facets .quiet").first.wait_for()
        boxes = seen.page.locator(".search-facets input:visible").all()
        assert {(box["width"], box["height"]) for one in boxes if (box := one.bounding_box())} == {(24, 24)}
        wide = seen.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert wide[0] <= wide[1]
        found = Axe().run(seen.page, options={"runOnly": {"type": "tag", "values": TAGS}})
        assert [one["id"] for one in found.response["violations"]] == []
    assert seen.console == []


def test_on_paper_a_result_is_not_parted_from_its_title(ask: Any) -> None:
    """What it is stood at the foot of one sheet, and its title on the next."""
    page = ask("custody").page
    page.emulate_media(media="print")
    parted = "nodes => nodes.filter(node => getComputedStyle(node).breakInside !== 'avoid').length"
    assert page.locator(".search-results > li").evaluate_all(parted) == 0


def test_with_the_keyboard_alone(visit: Any) -> None:
    """From the head of any page to a result, and on."""
    page = visit("", WIDE).page
    page.get_by_role("search").get_by_role("searchbox").focus()
    page.keyboard.type("custody")
    page.keyboard.press("Enter")
    expect(page.locator(".search-status")).to_contain_text("results for “custody”")
    assert page.locator(".search-status").get_attribute("role") == "status"
    expect(page.locator(".search-results > li")).to_have_count(20)
    page.locator(".search-more").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".search-results > li").nth(20)).to_be_visible()
    assert page.evaluate(TWENTY_FIRST)


def test_without_scripts_it_says_so_and_the_lists_lead_everywhere(visit: Any) -> None:
    page = visit(f"{SEARCH}?q=custody", WIDE, java_script_enabled=False).page
    assert "switched off" in page.locator("main").inner_text()
    assert page.locator("main input").count() == 0
    for name in ("Bodies and meetings", "Recommendations", "Every meeting by date"):
        assert page.locator("main").get_by_role("link", name=name, exact=True).is_visible()


def test_it_works_under_a_strict_policy(ask: Any) -> None:
    seen = ask("custody")
    rules = seen.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content").split("; ")
    assert [rule for rule in rules if "unsafe" in rule and "'wasm-unsafe-eval'" not in rule] == []
    assert "default-src 'none'" in rules
    expect(seen.page.locator(".search-results > li").first).to_be_visible()
    assert seen.console == []
