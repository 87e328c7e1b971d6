"""A link to a place on the same page leads there, and nothing covers it."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.kinds import LONG, NARROW, WIDE, every_third, largest, typical

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
    else if (over && over.closest('.masthead, nav.sections, nav.within') && hash !== '#content')
      lost.push(hash + ' is covered');
  }
  return [links.length, lost];
}"""


@pytest.mark.parametrize(
    ("kind", "size"),
    [*((kind, WIDE) for kind in dict.fromkeys((*every_third(0), *LONG))), ("meeting", NARROW), ("paper", NARROW)],
)
def test_every_jump_within_the_page_lands_on_its_target(
    visit: Any, site: Path, kind: str, size: dict[str, int]
) -> None:
    """It is there, it is on the screen, and nothing lies over it."""
    number, lost = visit((largest if kind in LONG else typical)(site, kind), size).page.evaluate(LAND)
    assert number > 0
    assert lost == []
