"""One finished site for all tests in a browser, the browser, and a way to open a page in it."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.browser.kinds import ILLUSTRATIVE
from tests.conftest import copy_ready, made_once
from tests.documents import with_documents
from tests.projects import copy_repository, run

CHROMIUM = shutil.which("chromium")


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
def site(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site, and within it the illustrative one for what no real record shows yet.

    Test processes share it; two of them that need it at once each make one of the two sites.
    """
    if CHROMIUM is None:
        pytest.skip("there is no program `chromium` on this computer")
    projects = [
        ("sound", lambda root: with_documents(copy_ready(finished, root)), "2024-07-01"),
        ("repository", copy_repository, "2024-03-01"),
    ]
    turn = -1 if os.environ.get("PYTEST_XDIST_WORKER") == "gw1" else 1
    sites = {
        name: made_once(tmp_path_factory, name, partial(finish, copy, now)) / "site"
        for name, copy, now in projects[::turn]
    }

    def join(_: Path) -> None:
        shutil.copytree(sites["sound"], sites["repository"] / ILLUSTRATIVE)

    made_once(tmp_path_factory, "joined", join)
    return sites["repository"].resolve()


def finish(copy: Callable[[Path], Path], now: str, root: Path) -> None:
    """Build a project's site as an office does."""
    made = run("scrutiny", "build", "--root", copy(root), "--now", now)
    assert made.returncode == 0, made.stderr


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
        yield player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--js-flags=--expose-gc"])


@dataclass
class Seen:
    """A page as it stands, and what happened while it was loaded."""

    page: Page
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


class Windows:
    """Windows of the browser. Opening one takes longer than loading a page: the next test has it as if it were new."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[Seen]] = {}
        self._used: list[tuple[str, Seen]] = []

    def open(self, size: dict[str, int], scheme: str, options: dict[str, Any]) -> Seen:
        """One that shows nothing yet and has nothing in store."""
        kind = f"{scheme} {options}"
        free = self._free.setdefault(kind, [])
        seen = free.pop() if free else self._new(scheme, options)
        seen.page.set_viewport_size(size)  # type: ignore[arg-type]
        self._used.append((kind, seen))
        return seen

    def _new(self, scheme: str, options: dict[str, Any]) -> Seen:
        context = self._browser.new_context(color_scheme=scheme, reduced_motion="reduce", **options)  # type: ignore[arg-type]
        seen = Seen(context.new_page())
        seen.page.on("console", lambda message: seen.console.append(message.text))
        seen.page.on("pageerror", lambda error: seen.console.append(str(error)))
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        return seen

    def clear(self) -> None:
        """Make those that were used as if they were new; close the ones with which that cannot be done."""
        for kind, seen in self._used:
            page = seen.page
            try:
                page.unroute_all()
                page.evaluate(FORGET)
                page.emulate_media(media="null", forced_colors="null")
                page.goto("about:blank")
                self._free[kind].append(seen)
            except Error:
                page.context.close()
            seen.console.clear()
            seen.requests.clear()
        self._used.clear()


FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    return Windows(browser)


@pytest.fixture
def visit(windows: Windows, host: str) -> Iterator[Any]:
    """Opens a page by its address on the site, in a window of its own."""

    def open_(address: str, size: dict[str, int], scheme: str = "light", **options: Any) -> Seen:
        seen = windows.open(size, scheme, options)
        seen.page.goto(host + address, wait_until="load")
        return seen

    yield open_
    windows.clear()
