"""Without scripts a page is complete, and leads everywhere."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.kinds import NARROW, WIDE, every_third, largest, typical


@pytest.mark.parametrize("kind", every_third(1))
def test_without_scripts_all_content_is_there(visit: Any, site: Path, kind: str) -> None:
    """The same words but for the filters of long tables, and the sections can be reached."""
    address = typical(site, kind)
    page = visit(address, WIDE).page
    page.locator(".table-tools").evaluate_all("added => added.forEach(tools => tools.remove())")
    with_them = page.locator("main").inner_text()
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
