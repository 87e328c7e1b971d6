"""What the first look at a page costs a reader: bytes, other hosts, and text that jumps while it is read."""

import gzip
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Seen
from tests.browser.kinds import ALL, KINDS, largest, typical
from tests.browser.paint import MOST_PAINT, PHONE, painted

MOST = 120_000
"""Bytes, compressed: 120 KB."""
LIGHT = ("home", "body", "measure", "paper", "meeting", "decisions")
"""Kinds that are weighed by day: the first page, some with a chart, and those that are read most."""
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const shift of list.getEntries()) sum += shift.value; })
    .observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => done(sum), 200));
})"""
MOST_SHIFT = 0.05


@pytest.mark.parametrize("kind", KINDS if ALL else LIGHT)
def test_the_first_look_at_a_page_weighs_little(visit: Any, site: Path, kind: str) -> None:
    seen = visit(typical(site, kind), PHONE)
    parts = weights(seen, site)
    assert sum(parts.values()) <= MOST, sorted(parts.items(), key=lambda part: -part[1])


@pytest.mark.parametrize("kind", KINDS if ALL else LIGHT)
def test_nothing_jumps_while_a_page_is_loaded(visit: Any, site: Path, kind: str) -> None:
    assert visit(typical(site, kind), PHONE).page.evaluate(SHIFT) < MOST_SHIFT


def test_every_part_of_a_page_is_weighed(visit: Any, site: Path) -> None:
    """Or nothing would be the lightest of all."""
    parts = weights(visit("", PHONE), site)
    assert "" in parts
    assert {path.rpartition(".")[2] for path in parts} >= {"css", "js"}


@pytest.mark.skipif(not ALL, reason="how long something takes is measured by night")
@pytest.mark.parametrize("kind", ["home", "measure", "body"])
def test_a_phone_on_a_slow_line_shows_the_page_soon(browser: Any, host: str, site: Path, kind: str) -> None:
    """With a quarter of this computer's speed, 1.6 Mb/s and 150 ms to the host; a second time, to be fair."""
    times = [painted(browser, host + largest(site, kind)) for _ in range(2)]
    assert min(times) < MOST_PAINT, times


def weights(seen: Seen, site: Path) -> dict[str, int]:
    """What was asked for to show a page, by its path: how many bytes it is once a host has compressed it."""
    paths = {urlsplit(url).path.lstrip("/") for url in seen.requests if url.startswith("http")}
    return {path: weight(site / path) for path in paths if (site / path).exists()}


def weight(file: Path) -> int:
    content = (file / "index.html" if file.is_dir() else file).read_bytes()
    return min(len(content), len(gzip.compress(content, 6)))
