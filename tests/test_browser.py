"""This repository's own site in a real browser: every kind of page, wide and narrow, light and dark."""

import fcntl
import os
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.projects import copy_repository, copy_sound, run

ALL = "SCRUTINY_TEST_ALL" in os.environ
CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no program `chromium` on this computer")

ILLUSTRATIVE = "illustrative/"
"""Where the site of the sound project stands within that of the real records."""
KINDS = {
    "home": r"",
    "bodies": r"meetings/",
    "body": r"meetings/[^/]+/",
    "meeting": r"meetings/[^/]+/[^/]+/",
    "paper": r"meetings/[^/]+/[^/]+/[^/]+/",
    "people": r"people/",
    "person": r"people/[^/]+/",
    "calendar": r"calendar/",
    "decisions": r"decisions/",
    "decisions of a year": r"decisions/[^/]+/",
    "matter": r"matters/[^/]+/",
    "cited, not held": r"cited-not-held/",
    "office": r"about/",
    "visits": r"visits/",
    "programme of visits": r"visits/[^/]+/",
    "visit": r"visits/[^/]+/[^/]+/",
    "performance": r"performance/",
    "performance report": r"performance/(force|office)-[^/]+/",
    "indicator over time": ILLUSTRATIVE + r"performance/indicators/[^/]+/",
    "glossary": r"performance/glossary/",
    "measure": ILLUSTRATIVE + r"performance/(complaints|calls-answered)/",
    "quarter": ILLUSTRATIVE + r"performance/\d{4}-\d\d-q\d/",
    "how to read": r"performance/how-to-read/",
    "tables": r"tables/",
    "notes on tables": r"tables/notes/",
    "table": r"tables/(?!notes)[^/]+/",
    "dilemmas": r"dilemmas/",
    "dilemma": r"dilemmas/[^/]+/",
    "gifts": r"gifts/",
    "register of gifts": r"gifts/(?!donors)[^/]+/",
    "gifts of a year": ILLUSTRATIVE + r"gifts/(?!donors)[^/]+/[^/]+/",
    "donors": r"gifts/donors/",
    "donor": ILLUSTRATIVE + r"gifts/donors/[^/]+/",
    "dip samples": r"dip-samples/",
    "dip samples of a function": r"dip-samples/(custody-records|hate-crime)/",
    "dip sample": r"dip-samples/\d[^/]+/",
    "dip samples of a year": r"dip-samples/by-year/[^/]+/",
    "report a mistake": r"report-a-mistake/",
    "fields of a record": r"field-guide/[^/]+/",
    "by hand": r"accessibility/",
    "recommendations": r"recommendations/",
    "recommendations of a status": r"recommendations/status/[^/]+/",
    "recommendation": r"recommendations/[^/]+-[^/]+/",
    "source of recommendations": r"recommendations/sources/[^/]+/",
    "register of updates": r"recommendations/registers/[^/]+/",
    "letters": r"recommendations/letters/[^/]+/",
}
"""Every kind of page; of each the largest one is tried, and where that takes long, one of middle size."""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)
NOWHERE = "people/nobody/at-all/"


class Handler(SimpleHTTPRequestHandler):
    """Answers as a host of static files does: with the site's own page where there is nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the page for a wrong address."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((Path(self.directory) / "404.html").read_bytes())


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site, and within it the illustrative one for what no real record shows yet.

    Several test processes share it.
    """
    together = "PYTEST_XDIST_WORKER" in os.environ
    folder = tmp_path_factory.getbasetemp().parent if together else tmp_path_factory.getbasetemp()
    root = folder / "repository"
    with (folder / "repository.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "site").exists():
            shutil.rmtree(root, ignore_errors=True)
            for project, now in ((copy_sound(folder / "sound"), "2024-07-01"), (copy_repository(root), "2024-03-01")):
                made = run("scrutiny", "build", "--root", project, "--now", now)
                assert made.returncode == 0, made.stderr
            shutil.copytree(folder / "sound" / "site", root / "site" / ILLUSTRATIVE)
    return (root / "site").resolve()


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The address of the site."""
    server = ThreadingHTTPServer(("localhost", 0), partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as player:
        yield player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


def largest(site: Path, kind: str) -> str:
    """The address of the largest page of a kind."""
    return by_size(site, kind)[-1]


def typical(site: Path, kind: str) -> str:
    """The address of a page of middle size; of the largest one where everything is tried."""
    found = by_size(site, kind)
    return found[-1 if ALL else len(found) // 2]


def by_size(site: Path, kind: str) -> list[str]:
    pages = {file.parent.relative_to(site).as_posix() + "/": file.stat().st_size for file in site.rglob("index.html")}
    pages[""] = pages.pop("./")
    return sorted((address for address in pages if re.fullmatch(KINDS[kind], address)), key=pages.__getitem__)


@dataclass
class Seen:
    """A page as it stands, and what happened while it was loaded."""

    page: Page
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Browser, host: str) -> Iterator[Any]:
    """Opens a page by its address on the site, in a window of its own."""
    contexts = []

    def open_(address: str, size: dict[str, int], scheme: str = "light", **options: Any) -> Seen:
        context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce", **options)  # type: ignore[arg-type]
        contexts.append(context)
        seen = Seen(context.new_page())
        seen.page.on("console", lambda message: seen.console.append(message.text))
        seen.page.on("pageerror", lambda error: seen.console.append(str(error)))
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.goto(host + address, wait_until="load")
        return seen

    yield open_
    for context in contexts:
        context.close()


# ---- accessible, quiet, and as wide as the screen


@SCHEMES
@EVERY_KIND
def test_the_page_is_accessible_quiet_and_as_wide_as_the_screen(
    visit: Any, site: Path, host: str, kind: str, scheme: str
) -> None:
    """No violation, no message, no request to another host, nothing to scroll sideways; on a desk and on a phone."""
    assert_sound(visit(typical(site, kind), WIDE, scheme), host, scheme)


@SCHEMES
def test_so_is_the_page_for_a_wrong_address(visit: Any, host: str, scheme: str) -> None:
    """However deep the address: its styles load, and its links lead somewhere."""
    seen = visit(NOWHERE, WIDE, scheme)
    seen.console = [words for words in seen.console if "404" not in words]
    assert_sound(seen, host, scheme)
    assert seen.page.locator("h1").inner_text() == "There is no page at this address"
    for link in seen.page.locator("a[href]").all():
        address = link.evaluate("link => link.href")
        assert "#" in address or seen.page.request.get(address).ok, address


def assert_sound(seen: Seen, host: str, scheme: str) -> None:
    paper = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = sum(map(int, re.findall(r"\d+", paper)[:3]))
    assert light > 700 if scheme == "light" else light < 200
    for size in (WIDE, NARROW):
        seen.page.set_viewport_size(size)  # type: ignore[arg-type]
        wide = seen.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert wide[0] <= wide[1], size
        tags = TAGS if size is WIDE or scheme == "light" or ALL else ["cat.color"]  # only the colours are others
        found = Axe().run(
            seen.page, options={"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
        )
        violations = [
            f"{violation['id']}: {node['html'][:200]} {node['failureSummary']}"
            for violation in found.response["violations"]
            for node in violation["nodes"]
        ]
        assert violations == [], size
    assert [url for url in seen.requests if not url.startswith((host, "data:"))] == []
    assert seen.console == []


# ---- without scripts, on paper, with a keyboard


@EVERY_KIND
def test_without_scripts_all_content_is_there(visit: Any, site: Path, kind: str) -> None:
    """The same words, and the sections can be reached."""
    address = typical(site, kind)
    with_them = visit(address, WIDE).page.locator("main").inner_text()
    without = visit(address, WIDE, java_script_enabled=False).page
    assert without.locator("main").inner_text() == with_them
    assert without.locator("nav.sections a").first.is_visible()
    assert without.locator("main h1").is_visible()


@pytest.mark.parametrize("kind", ["home", "paper", "by hand"])
def test_without_scripts_a_phone_has_the_menu(visit: Any, site: Path, kind: str) -> None:
    page = visit(largest(site, kind), NARROW, java_script_enabled=False).page
    assert not page.locator(".menu nav a").first.is_visible()
    page.locator(".menu summary").click()
    assert page.locator(".menu nav a").first.is_visible()


@EVERY_KIND
def test_on_paper_there_is_the_content_and_no_navigation(visit: Any, site: Path, kind: str) -> None:
    """But the address, so that the page can be found again."""
    address = typical(site, kind)
    page = visit(address, WIDE, "dark").page
    page.emulate_media(media="print")
    for hidden in (
        "nav.sections",
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


LONG = ("meeting", "paper")
"""Kinds with hundreds of jumps, of which the largest page is tried."""
LAND = """async () => {
  const lost = [];
  const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const links = [...document.querySelectorAll('a[href*="#"]')].filter(
    link => link.pathname === location.pathname && link.hash.length > 1 && link.checkVisibility());
  for (const hash of new Set(links.map(link => link.hash))) {
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target) { lost.push(hash + ' is not there'); continue; }
    window.scrollTo(0, hash === '#content' ? 0 : document.body.scrollHeight);
    location.hash = '';
    location.hash = hash;
    await frame();
    const box = target.getBoundingClientRect();
    const over = document.elementFromPoint(Math.min(box.left + 5, innerWidth - 1), Math.max(box.top + 1, 0));
    const end = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    if (box.top < -1 || (box.top > innerHeight / 2 && !end)) lost.push(hash + ' is at ' + box.top);
    else if (over && over.closest('.masthead, nav.sections') && hash !== '#content') lost.push(hash + ' is covered');
  }
  return [links.length, lost];
}"""


@pytest.mark.parametrize(("kind", "size"), [*((kind, WIDE) for kind in KINDS), ("meeting", NARROW), ("paper", NARROW)])
def test_every_jump_within_the_page_lands_on_its_target(
    visit: Any, site: Path, kind: str, size: dict[str, int]
) -> None:
    """It is there, it is on the screen, and nothing lies over it."""
    number, lost = visit((largest if kind in LONG else typical)(site, kind), size).page.evaluate(LAND)
    assert number > 0
    assert lost == []


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
