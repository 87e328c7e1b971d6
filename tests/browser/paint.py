"""How soon a phone on a slow line shows a page: for the tests by night, and for the table of `make bench`."""

import gzip
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import BinaryIO

from playwright.sync_api import Browser, sync_playwright

PHONE = {"width": 390, "height": 844}
MOST_PAINT = 1500
"""Milliseconds until the largest part of a page stands."""
LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
"""1.6 Mb/s and 150 ms to the host."""
IN_SHORT = frozenset({".html", ".css", ".js", ".json", ".svg", ".csv", ".xml"})
"""Endings of files that hosts compress when they send them."""
SLOWER = 4
"""Times that the phone is slower than this computer."""
PAINT = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
    .observe({type: "largest-contentful-paint", buffered: true});
  setTimeout(() => done(null), 5000);
})"""


def painted(browser: Browser, address: str) -> float:
    """Milliseconds until the largest part of a page was painted, on a phone that has never been there."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    console = context.new_cdp_session(page)
    console.send("Network.enable")
    console.send("Network.emulateNetworkConditions", LINE)
    console.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address)
    time = page.evaluate(PAINT)
    context.close()
    return float(time)


def paints(site: Path, addresses: Mapping[str, str], times: int = 3) -> dict[str, float]:
    """The middle of several measurements for each of these pages, by its name; none where there is no browser."""
    program = shutil.which("chromium")
    if program is None:
        return {}
    with sync_playwright() as player, served(site) as host:
        browser = player.chromium.launch(executable_path=program, args=["--no-sandbox"])
        return {
            name: median(painted(browser, host + address) for _ in range(times)) for name, address in addresses.items()
        }


def lines(found: Mapping[str, float]) -> tuple[str, ...]:
    """The same as lines of the table of `bench.md`: what, how long, and what it may be at most."""
    most = f"{MOST_PAINT / 1000:.1f}"
    return (
        "| largest paint on a slow phone | seconds | at most |",
        "|---|---:|---:|",
        *(f"| {name} | {time / 1000:.2f} | {most} |" for name, time in found.items()),
    )


class _Host(SimpleHTTPRequestHandler):
    """A host that sends text in short, as all of them do, and says nothing of it."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The file that was asked for."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.suffix not in IN_SHORT or not file.is_file() or (path.is_dir() and not self.path.endswith("/")):
            return super().send_head()
        content = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site that is served for as long as this lasts."""
    server = ThreadingHTTPServer(("localhost", 0), partial(_Host, directory=str(site.resolve())))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
