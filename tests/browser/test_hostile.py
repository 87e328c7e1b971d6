"""Nothing that was typed into a record runs in a browser: neither under the pages' policy nor without it.

Every field of every record of the sound project holds one of the hostile texts, each field another one, and the whole
site is made of them as an office's would be.
"""

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser

from generators.archive import Archive
from tests.browser.conftest import Handler
from tests.browser.kinds import ALL, addresses
from tests.filled import filled, kind_of
from tests.look import collapsed
from tests.test_hostile import HOSTILE, finished

TURNS = pytest.mark.parametrize("turn", range(0, len(HOSTILE), 20) if ALL else [0])
"""In each turn a field holds a text further on in the list; by night the turns are several."""
TELL = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt"]) window[name] = said => { ran.push(String(said)); };
"""
RAN = """[window.ran,
  document.querySelectorAll("base, iframe, object, embed, link[href*=example], script[src*=example]").length]"""
REPORTED = "Content Security Policy"


class Texts:
    """Another hostile text for each field."""

    def __init__(self, turn: int) -> None:
        self.number = turn

    def __call__(self, way: str, is_markdown: bool) -> str:
        """The next one; after a word of its own, so that no two records take one address."""
        if kind_of(way).endswith(" field"):
            return "source"  # the name of a field, not a text
        self.number += 1
        text = HOSTILE[self.number % len(HOSTILE)]
        return text if is_markdown else f"z{self.number}z {collapsed(text)}"


@pytest.fixture(scope="module")
def hostile(sound: Archive, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Serves the site of a turn: its folder and its address."""
    servers = []

    def made(turn: int) -> tuple[Path, str]:
        root = tmp_path_factory.mktemp("hostile") / "project"
        finished(filled(sound, Texts(turn)), root)
        server = ThreadingHTTPServer(("localhost", 0), partial(Handler, directory=str(root / "site")))
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return root / "site", f"http://localhost:{server.server_address[1]}/"

    yield made
    for server in servers:
        server.shutdown()
        server.server_close()


@TURNS
def test_no_text_of_a_record_runs(browser: Browser, hostile: Any, turn: int) -> None:
    """No box, no message, no request to elsewhere, nothing that the policy had to stop: there is nothing to stop."""
    site, host = hostile(turn)
    every = [address for address in addresses(site) if address != "search/"]  # it has no index here
    assert len(every) > 100
    for without, step in ((True, 4), (False, 12)):
        assert list(visited(browser, host, every[:: 1 if ALL else step], without)) == []


def visited(browser: Browser, host: str, every: list[str], without: bool) -> Iterator[str]:
    """What happened on these pages that should not, with or without their policy."""
    context = browser.new_context(bypass_csp=without)
    context.add_init_script(TELL)
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("request", lambda request: heard.append(request.url) if not ours(request.url, host) else None)
    for address in every:
        page.goto(host + address, wait_until="load")
        ran, planted = page.evaluate(RAN)
        heard += [f"ran: {said}" for said in ran] + ["something was planted"] * bool(planted)
        yield from (f"/{address}: {said}" for said in heard)
        heard.clear()
    context.close()


def ours(url: str, host: str) -> bool:
    return url.startswith((host, "data:"))


PLANTED = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<svg onload="alert(1)"></svg>',
    '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
)


def hear(heard: list[str], message: Any) -> None:
    heard.append(message.text)


@pytest.mark.parametrize("text", PLANTED)
def test_what_gets_into_a_page_all_the_same_is_stopped_by_its_policy(browser: Browser, host: str, text: str) -> None:
    """And runs without it: a test that saw nothing in either would see nothing at all."""
    for without in (True, False):
        context = browser.new_context(bypass_csp=without)
        context.add_init_script(TELL)
        page = context.new_page()

        def plant(route: Any) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, body=answer.text().replace("</h1>", f"</h1>{text}", 1))

        page.route("**/accessibility/", plant)
        reported: list[str] = []
        page.on("console", partial(hear, reported))
        page.goto(f"{host}accessibility/", wait_until="load")
        page.wait_for_timeout(100)
        assert page.evaluate("window.ran") == (["1"] if without else [])
        assert any(REPORTED in said for said in reported) != without
        context.close()
