"""Every kind of page, by cases: files laid over the sound project, and the facts that its pages then show.

A case is a file in `cases/pages` whose name is the fact it proves. It may say

`files`: the text of each; `remove`: files of the sound project that are not there;
`now`: the moment, if it is not that of the other tests;
`pages`: by address, what the page `says` and `does_not_say`, as text on one line, and in which order (`in_order`);
    its `links`, by their words, with the address from the site's root; the `ids` it has and `no_ids`; what its
    `html` has and `no_html`; its `description`;
`copied`: files that the site has, and the text of each;
`not_there`: addresses at which there is no page.
"""

import posixpath
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborNode

from generators.check import load
from generators.fields import LONDON
from generators.page import Page
from generators.public import public
from generators.render import render
from tests.conftest import CASES, cases
from tests.look import collapsed, in_html, visible
from tests.projects import NOW

KEYS = {"files", "remove", "now", "pages", "copied", "not_there"}
FACTS = {"says", "does_not_say", "in_order", "links", "ids", "no_ids", "html", "no_html", "description"}


@pytest.mark.parametrize("case", cases("pages"))
def test_pages(case: dict[str, Any], project: Path) -> None:
    assert case.keys() <= KEYS
    for path in case.get("remove", ()):
        (project / path).unlink()
    for path, text in case.get("files", {}).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8", newline="")
    now = datetime.fromisoformat(str(case["now"])).replace(tzinfo=LONDON) if "now" in case else NOW
    outputs = {output.path: output for output in render(public(load(project), now), now, project)}
    pages = {output.page.address: output.page for output in outputs.values() if output.page}
    for path, text in case.get("copied", {}).items():
        assert outputs[path].make().decode() == text
    for address in case.get("not_there", ()):
        assert address not in pages
    for address, facts in case.get("pages", {}).items():
        assert facts
        assert facts.keys() <= FACTS
        assert address in pages
        assert_facts(pages[address], facts)


def assert_facts(page: Page, facts: dict[str, Any]) -> None:
    body, address = in_html(page), page.address
    assert facts.get("description", page.description) == page.description
    for words in facts.get("html", ()):
        assert words in str(body.html)
    for words in facts.get("no_html", ()):
        assert words not in str(body.html)
    text = visible(body)
    for words in facts.get("says", ()):
        assert words in text
    for words in facts.get("does_not_say", ()):
        assert words not in text
    at = 0
    for words in facts.get("in_order", ()):
        assert words in text[at:]
        at = text.index(words, at) + len(words)
    links = links_of(body, address)
    for words, target in facts.get("links", {}).items():
        assert (words, target) in links
    ids = {node.attributes["id"] for node in body.css("[id]")}
    assert set(facts.get("ids", ())) <= ids
    assert not set(facts.get("no_ids", ())) & ids


def links_of(body: LexborNode, address: str) -> set[tuple[str, str]]:
    """The words of every link, or its name where it has none, and where it leads from the site's root."""
    found = set()
    for node in body.css("a[href]"):
        href = node.attributes["href"] or ""
        if "://" not in href and not href.startswith("mailto:"):
            path, sign, fragment = href.partition("#")
            full = posixpath.normpath(posixpath.join("/", address, path)).lstrip("/") if path else address
            href = full + ("/" if path.endswith("/") and full else "") + sign + fragment
        found.add((collapsed(node.text()) or node.attributes.get("aria-label") or "", href))
    return found


def test_every_case_states_a_fact() -> None:
    """A case without facts proves nothing."""
    for file in sorted((CASES / "pages").glob("*.yml")):
        case = yaml.safe_load(file.read_text("utf-8"))
        assert case.get("pages") or case.get("not_there"), file.name
