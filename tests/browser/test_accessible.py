"""Accessible, quiet and as wide as the screen: in light and dark, wide and narrow, with text twice as large."""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.browser import checks
from tests.browser.conftest import Seen
from tests.browser.kinds import (
    ALL,
    EVERY_KIND,
    ILLUSTRATIVE,
    KINDS,
    NARROW,
    NOWHERE,
    SCHEMES,
    WIDE,
    addresses,
    every_third,
    tried,
)

LARGE = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""

UNFOLD = "document.querySelectorAll('main details').forEach(folded => { folded.open = true; })"


@EVERY_KIND
def test_the_page_is_accessible_quiet_and_as_wide_as_the_screen(visit: Any, site: Path, host: str, kind: str) -> None:
    """No violation, no message, no request to another host, nothing to scroll sideways; on a desk and on a phone."""
    for address in tried(site, kind):
        assert wrong(visit(address, WIDE), host, "light") == [], address


@pytest.mark.parametrize("kind", every_third(0))
def test_so_it_is_in_the_dark(visit: Any, site: Path, host: str, kind: str) -> None:
    for address in tried(site, kind):
        assert wrong(visit(address, WIDE, "dark"), host, "dark") == [], address


@SCHEMES
def test_so_is_the_page_for_a_wrong_address(visit: Any, host: str, scheme: str) -> None:
    """However deep the address: its styles load, and its links lead somewhere."""
    seen = visit(NOWHERE, WIDE, scheme)
    seen.console = [words for words in seen.console if "404" not in words]
    assert wrong(seen, host, scheme) == []
    assert seen.page.locator("h1").inner_text() == "There is no page at this address"
    for link in seen.page.locator("a[href]").all():
        address = link.evaluate("link => link.href")
        assert "#" in address or seen.page.request.get(address).ok, address


def wrong(seen: Seen, host: str, scheme: str) -> list[str]:
    """Everything that is wrong with a page in one colour scheme; what is the same in both, in the light one alone."""
    page: Any = seen.page
    is_first = scheme == "light" or ALL
    page.evaluate(UNFOLD)
    found = [f"the paper is {paper}" for paper in [ground(page)] if (paper > 700) != (scheme == "light")]
    found += checks.by_axe(page, () if is_first else checks.COLOURS)
    found += checks.by_us(page, None if is_first else checks.SHADES)
    if is_first:
        found += with_large_text(page)
        page.set_viewport_size(NARROW)
        found += checks.by_axe(page, () if ALL else checks.WITH_WIDTH)
        found += checks.by_us(page, checks.ROOMY)
    found += [f"asks {url}" for url in seen.requests if not url.startswith((host, "data:"))]
    return found + seen.console


def ground(page: Any) -> int:
    """How light the page is, from 0 to 765."""
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(map(int, re.findall(r"\d+", paper)[:3]))


def with_large_text(page: Any) -> list[str]:
    """What is wrong while all text is twice as large."""
    page.evaluate(LARGE)
    found = [f"with text twice as large: {line}" for line in checks.by_us(page, checks.ROOMY)]
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found


# ---- what a screen reader goes by


@pytest.mark.parametrize("kind", every_third(1))
def test_a_heading_a_row_and_a_note_are_called_by_their_own_name_alone(visit: Any, site: Path, kind: str) -> None:
    """The link that leads to it is none of it, and is there with a name that makes sense alone."""
    for address in tried(site, kind):
        page = visit(address, WIDE).page
        named = names(page)
        assert [name for role in ("heading", "rowheader") for name in named[role] if "Permanent link" in name] == []
        assert len(named["heading"]) == page.locator(":is(h1, h2, h3, h4, h5, h6):visible").count(), address
        links = [name for name in named["link"] if name.startswith("Permanent link to ")]
        assert len(links) == page.locator(":is(.headerlink, .row-link, .para-number):visible").count(), address
        assert len(set(named["note"])) == len(named["note"]), address


def test_the_header_of_a_row_is_what_the_row_is_of(visit: Any) -> None:
    """Without its link, and without the remarks that stand beneath the name."""
    rows = names(visit(f"{ILLUSTRATIVE}gifts/office/2023-24/", WIDE).page)["rowheader"]
    assert "A hamper" in rows
    source = names(visit(f"{ILLUSTRATIVE}recommendations/sources/inspection-2024/", WIDE).page)["rowheader"]
    assert "To look into every cell each hour." in source


def names(page: Any) -> dict[str, list[str]]:
    """What Chromium tells a screen reader: the names of everything by its role."""
    found: dict[str, list[str]] = defaultdict(list)
    for node in page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]:
        if not node["ignored"]:
            found[node["role"]["value"]].append(node.get("name", {}).get("value", ""))
    return found


# ---- what holds between pages


def test_no_two_pages_have_one_title(site: Path) -> None:
    """Within the site of an office: the illustrative one has its own pages of the same names."""
    for pages in (real(site), illustrative(site)):
        titles: dict[str, list[str]] = {}
        for address in pages:
            found = re.search(r"<title>(.*?)</title>", (site / address / "index.html").read_text("utf-8"), re.DOTALL)
            titles.setdefault(found[1] if found else "", []).append(address)
        assert {title: where for title, where in titles.items() if len(where) > 1} == {}


def test_every_page_is_of_a_kind_that_is_tried(site: Path) -> None:
    others = {address for address in real(site) if not any(re.fullmatch(kind, address) for kind in KINDS.values())}
    assert others == {"search/"}


def real(site: Path) -> list[str]:
    return [address for address in addresses(site) if not address.startswith("illustrative/")]


def illustrative(site: Path) -> list[str]:
    return [address for address in addresses(site) if address.startswith("illustrative/")]


def test_what_was_reviewed_is_named_once_with_a_reason() -> None:
    entries = checks.reviewed()
    assert len({(entry.rule, entry.selector) for entry in entries}) == len(entries)
    assert all(len(entry.reason.split()) > 8 for entry in entries)
