"""The two judges of a page: axe with a list of what a person has reviewed, and checks of our own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

HERE = Path(__file__).parent
OWN = (HERE / "checks.js").read_text("utf-8")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules whose result can be another one in other colours."""
WITH_WIDTH = (
    "target-size", "scrollable-region-focusable", "region", "bypass", "landmark-one-main", "link-name", "button-name",
    "summary-name", "label", "aria-hidden-focus", "nested-interactive",
)  # fmt: skip
"""Those whose result can be another one where the page is narrower, and its menu another one."""
FOCUS = "what has focus is seen, with a ring that stands out"
ROOMY = (
    "the page is as wide as the screen",
    "nothing is cut off",
    "what scrolls can be scrolled with the keyboard and has a name",
)
"""Our own checks whose result can be another one where the page is narrower or its text larger."""
SHADES = (
    FOCUS,
    "words in a chart stand out from what is beneath them",
    "words in what scrolls stand out from what is beneath them",
    "a sign stands out from what is beneath it",
)
"""Those whose result can be another one in other colours."""
RUN = f"""async names => {{
  const checks = {OWN}, found = [];
  for (const name of names ?? Object.keys(checks))
    for (const line of await checks[name]()) found.push(`${{name}}: ${{line}}`);
  return found;
}}"""
AXE = AXE_FILE_PATH.read_text("utf-8")
RUN_AXE = "options => axe.run(options).then(({violations, incomplete}) => ({violations, incomplete}))"
REVIEWED = """([node, selectors]) => {
  const found = document.querySelector(node);
  return found !== null && selectors.some(selector => found.closest(selector));
}"""


@dataclass(frozen=True)
class Reviewed:
    """What axe cannot decide and a person, or a check of our own, has."""

    rule: str
    selector: str
    """What the place that axe names is, or lies within."""
    reason: str


@cache
def reviewed() -> tuple[Reviewed, ...]:
    """The list, from `reviewed.yml`."""
    return tuple(Reviewed(**entry) for entry in yaml.safe_load((HERE / "reviewed.yml").read_text("utf-8")))


def by_axe(page: Page, rules: Collection[str] = ()) -> list[str]:
    """What axe finds wrong, and what it cannot decide and nobody has reviewed; by all its rules, or by these."""
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(TAGS)}
    options = {"runOnly": only, "resultTypes": ["violations", "incomplete"]}
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: Any = page.evaluate(RUN_AXE, options)
    wrong = [_line(rule, node) for rule in found["violations"] for node in rule["nodes"]]
    for rule in found["incomplete"]:
        selectors = [entry.selector for entry in reviewed() if entry.rule == rule["id"]]
        open_ = [node for node in rule["nodes"] if not page.evaluate(REVIEWED, [node["target"][0], selectors])]
        wrong += [f"not reviewed: {_line(rule, node)}" for node in open_]
    return wrong


def _line(rule: dict[str, Any], node: dict[str, Any]) -> str:
    return f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"


def by_us(page: Page, names: Sequence[str] | None = None) -> list[str]:
    """What our own checks find wrong, or those of them that are named."""
    found: list[str] = page.evaluate(RUN, names)
    return found


def names_of_our_checks(page: Page) -> list[str]:
    found: list[str] = page.evaluate(f"Object.keys({OWN})")
    return found
