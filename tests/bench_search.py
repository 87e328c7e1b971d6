"""How soon a search of a synthetic archive shows its first answer in a browser, and what it loads: `make bench`."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus

from playwright.sync_api import Page, Request, sync_playwright

from generators.search.index import FOLDER
from tests.browser.paint import served

QUESTIONS = {
    "one rare word": "1234",
    "a name": "Illustrative Person 7",
    "four words, one of them rare": "Illustrative paper of meeting 34",
    "a word that stands on nearly every page": "record",
    "a question": "what did the panel decide about gifts offered to officers",
    "a question of thirteen words": "which projects were funded to reduce knife crime among young people in leicester",
    "twelve words that all matter": "violence women girls training custody record diversity recruitment funding"
    " complaints hospitality volunteers",
}
"""What a reader may ask; each with a browser that has never been there."""
FIRST = """new MutationObserver(() => {
  if (document.querySelector('.search-results > li')) window.first ??= performance.timeOrigin + performance.now();
}).observe(document, {subtree: true, childList: true})"""


@dataclass(frozen=True)
class Answered:
    """The first answer of a search in a reader's browser."""

    pages: int
    question: str
    seconds: float
    """From the moment when the reader went to the page of the search."""
    kilobytes: float
    """Of everything that only the search loads, as it is transferred, until then."""
    kilobytes_in_all: float
    """With the facets and the other results."""


def answered(root: Path, pages: int) -> Iterator[Answered]:
    """How soon a search shows its first answer, and what it loads; nothing where there is no browser."""
    program = shutil.which("chromium")
    if program is None:
        return
    with sync_playwright() as player, served(root / "site") as host:
        for name, question in QUESTIONS.items():
            browser = player.chromium.launch(executable_path=program, args=["--no-sandbox"])
            yield _answer(browser.new_page(), f"{host}search/?q={quote_plus(question)}", name, pages)
            browser.close()


def _answer(page: Page, address: str, name: str, pages: int) -> Answered:
    loaded: list[Request] = []
    page.on("requestfinished", lambda request: loaded.append(request))
    page.add_init_script(FIRST)
    page.set_default_timeout(120_000)
    page.goto(address)
    page.locator(".search-results:not([aria-busy]) > li").first.wait_for()
    page.wait_for_load_state("networkidle")
    first, start = page.evaluate("[window.first, performance.timeOrigin]")
    of_search = [request for request in loaded if FOLDER in request.url or "javascripts/search" in request.url]
    before = [request for request in of_search if request.timing["startTime"] + request.timing["responseEnd"] <= first]
    return Answered(pages, name, (first - start) / 1000, _kilobytes(before), _kilobytes(of_search))


def _kilobytes(requests: list[Request]) -> float:
    """As they were transferred, each file once: who asks again gets it from the browser's own store."""
    sizes = {
        request.url: int(response.headers.get("content-length", 0))
        for request in requests
        if (response := request.response())
    }
    return sum(sizes.values()) / 1000


def lines(rows: list[Answered]) -> Iterator[str]:
    """The table of searches."""
    yield "| a search for | pages of records | seconds to the first answer | KB loaded by then | KB in all |"
    yield "|---|---:|---:|---:|---:|"
    for row in rows:
        sizes = f"{row.kilobytes:.0f} | {row.kilobytes_in_all:.0f}"
        yield f"| {row.question} | {row.pages:,} | {row.seconds:.2f} | {sizes} |"
