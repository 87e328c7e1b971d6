"""The judges themselves: each defect, planted in a sound page, is caught by the one that is there for it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser import checks
from tests.browser.kinds import WIDE, typical

DEFECTS = yaml.safe_load((Path(__file__).parent / "defects.yml").read_text("utf-8"))
PLANT = """plant => {
  const main = document.querySelector("main"), figure = document.querySelector("figure.chart");
  const svg = figure.querySelector("svg");
  new Function("main", "figure", "svg", plant)(main, figure, svg);
}"""


@pytest.fixture(scope="module")
def sound(browser: Any, host: str, site: Path) -> Iterator[Page]:
    """A page with a chart, tables and links, opened once and loaded anew by each test, without its policy."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.goto(host + typical(site, "measure"))
    yield page
    context.close()


@pytest.mark.parametrize("defect", DEFECTS, ids=[defect["does"] for defect in DEFECTS])
def test_every_planted_defect_is_caught(sound: Page, defect: dict[str, str]) -> None:
    sound.reload()
    judge = defect["caught_by"]
    assert said_by(judge, sound) == []
    sound.evaluate(PLANT, defect["plant"])
    assert any(line.startswith(f"{judge}: ") for line in said_by(judge, sound))


def said_by(judge: str, page: Page) -> list[str]:
    """What one of our checks finds, or one of the rules of axe, whose names have no spaces."""
    return checks.by_us(page, [judge]) if " " in judge else checks.by_axe(page, [judge])


def test_every_check_of_ours_is_tried(sound: Page) -> None:
    assert set(checks.names_of_our_checks(sound)) <= {defect["caught_by"] for defect in DEFECTS}
