"""The shortcut through Python-Markdown gives what Python-Markdown gives without it."""

import re
from collections.abc import Iterator
from functools import cache

import markdown
import pytest
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from generators.archive import Archive
from generators.check import load
from generators.public import public
from generators.raw_blocks import MARK
from generators.render import render
from tests.look import body_of, nodes, visible
from tests.projects import NOW, REPOSITORY


@cache
def converter(*, shortcut: bool) -> markdown.Markdown:
    """Python-Markdown as the host sets it up, with or without the shortcut."""
    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    wanted = [name for name in config["markdown_extensions"] if shortcut or name != "generators.raw_blocks"]
    assert len(wanted) == len(config["markdown_extensions"]) - (not shortcut)
    return markdown.Markdown(extensions=wanted, extension_configs=config["mdx_configs"])


def both(text: str) -> list[str]:
    """The HTML with and without the shortcut, but for white space between tags and the mark itself."""
    found = [converter(shortcut=shortcut).reset().convert(text) for shortcut in (True, False)]
    return [re.sub(r">\s+<", "><", html.replace(MARK, "")).strip() for html in found]


def staged(archive: Archive) -> Iterator[tuple[str, str]]:
    """The path and the text of every staged page."""
    for output in render(public(archive, NOW), NOW, REPOSITORY):
        if output.page:
            text, _ = get_data(output.make().decode())
            yield output.path, text


def test_every_page_of_the_sound_project_is_the_same_with_and_without(sound: Archive) -> None:
    count = 0
    for path, text in staged(sound):
        with_it, without = both(text)
        assert with_it == without, path
        count += 1
    assert count > 25


def test_every_page_of_the_repository_is_the_same_with_and_without() -> None:
    count = 0
    for path, text in staged(load(REPOSITORY)):
        with_it, without = both(text)
        assert with_it == without, path
        count += 1
    assert count > 100


@pytest.mark.parametrize(
    "html",
    [
        "<div><pre><code>x\n&#35; y {: onclick=z }\n\n&#35; w\n</code></pre></div>",
        "<div>\n\n<p>One</p>\n\n\n<p>*Two* [three](four)</p>\n</div>",
        "<p>&lt;b&gt; &amp;amp; &#42;five&#42;</p>",
        "<table>\n<tr><td>a | b</td></tr>\n</table>\n<ul>\n<li>- one</li>\n</ul>",
        "<p>wzxhzdk:0</p>",
        "<svg><title>x</title><g>\n<path/></g></svg>",
    ],
)
def test_a_block_of_html_is_the_same_with_and_without(html: str) -> None:
    with_it, without = both(f"{MARK}\n\n# Title &#42;\n\n{html}\n\n## Another {{: #here .item }}\n\n{html}\n")
    assert with_it == without


def test_what_was_put_aside_comes_back() -> None:
    """Nothing of how it is put aside is left in the page."""
    html = converter(shortcut=True).reset().convert(f"{MARK}\n\n# Title\n\n<p>*text*</p>\n")
    assert [node.tag for _, node in nodes(body_of(html)) if node.tag != "a"] == ["h1", "span", "p"]
    assert visible(body_of(html)) == "Title *text*"


def test_a_page_without_the_mark_is_ordinary_markdown() -> None:
    """Those of `docs/` are written by hand."""
    html = converter(shortcut=True).reset().convert("# Title\n\n*text*\n")
    assert visible(body_of(html)) == "Title text"
    assert body_of(html).css_first("em") is not None


def test_only_a_page_that_begins_with_the_mark_is_taken_for_one() -> None:
    html = converter(shortcut=True).reset().convert(f"*text*\n\n{MARK}\n\n*more*\n")
    assert len(body_of(html).css("em")) == 2
