"""Values on pages: wherever one stands, a reader sees exactly what was typed, and nothing of it acts."""

from datetime import date, time
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown as PythonMarkdown
from markupsafe import Markup
from mkdocs.utils.meta import get_data
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generators.link import Link
from generators.markdown import Markdown
from generators.page import ALONE, Page, as_text, to_markdown
from generators.raw_blocks import MARK
from tests.conftest import CHARACTERS, LINES, REPOSITORY, TEXTS

BY_MKDOCS = ["toc", "tables", "fenced_code"]
"""What MkDocs adds to the extensions of its configuration."""
HOSTILE = st.lists(
    st.sampled_from([
        "<script>alert(1)</script>", "<b>", "</p>", "</h1>", "-->", "&lt;", "&#60;", "&", "[x](javascript:alert(1))",
        "![x](y)", "[x]: y", "<https://example.org>", "`", "```", "~~~", "*", "**", "_", "__", "{: #x onclick=y }",
        "{#x}", "{{ x }}", "{% x %}", "# ", " #",
        '"', "'", '" onclick="alert(1)', "' onclick='alert(1)", "\\", "\\<", "|",
        "---", "===", "- ", "+ ", "1. ",
        "1) ", "> ", ": ", "    ", "klzzwxh:0", "wzxhzdk:0", "[TOC]", "*[x]: y", "[^1]",
        "http://example.org", "a@example.org", "|--|", "$x$", "^", "!", "=",
    ])
    | st.text(CHARACTERS, max_size=3)
).map("".join)  # fmt: skip


@pytest.fixture(scope="module", params=["as we build it", "as any builder does"])
def builder(request: pytest.FixtureRequest) -> Any:
    """Python-Markdown with the site's extensions; the pages must not need the shortcut of `raw_blocks`."""
    configured = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text())["markdown_extensions"]
    named: dict[str, Any] = {}
    for entry in configured:
        named |= entry if isinstance(entry, dict) else {entry: {}}
    if request.param == "as any builder does":
        del named["generators.raw_blocks"]
    return PythonMarkdown(extensions=[*named, *(set(BY_MKDOCS) - named.keys())], extension_configs=named)


def render(builder: Any, text: str) -> LexborNode:
    body = LexborHTMLParser(f"<!doctype html><body>{builder.reset().convert(text)}").body
    assert body is not None
    return body


def elements(body: LexborNode) -> list[str | None]:
    """Every element in order, without the comment with which a page begins."""
    return [node.tag for node in body.traverse(include_text=False) if node.tag not in ("body", "-comment")]


def placed(value: str) -> str:
    shown = as_text(value)
    block = f'<div title="{shown}">{shown}</div>'
    return f"{MARK}\n\n# {shown}\n\n{block}\n\n## Before {shown} after {{: #here }}\n\n<p>End</p>\n"


@given(LINES.filter(bool) | HOSTILE.map(str.strip).filter(bool))
@example("1. First")
@example("£5 (five)")
@example("'quoted'")
def test_a_line_is_shown_exactly_in_a_heading_a_block_and_an_attribute(builder: Any, value: str) -> None:
    body = render(builder, placed(value))
    for link in body.css("a.headerlink"):
        link.decompose()
    first, second = body.css("h1")[0], body.css("h2")[0]
    block = body.css("div")[0]
    assert (first.text(), block.text(), block.attributes["title"]) == (value, value, value)
    assert (second.text(), second.attributes["id"]) == (f"Before {value} after", "here")
    assert elements(body) == ["h1", "span", "div", "h2", "span", "p"]


@given(TEXTS)
def test_a_text_of_several_lines_is_shown_exactly_in_a_block(builder: Any, value: str) -> None:
    body = render(
        builder, f'{MARK}\n\n# Title\n\n<pre title="{as_text(value)}">.{as_text(value)}.</pre>\n\n<p>End</p>\n'
    )
    (block,) = body.css("pre")
    assert (block.text(), block.attributes["title"]) == (f".{value}.", value)
    assert elements(body) == ["h1", "span", "a", "pre", "p"]


@given((LINES | HOSTILE).filter(str.strip))
@example("One ---")
def test_the_host_finds_in_the_front_matter_a_title_that_it_can_insert_as_it_is(value: str) -> None:
    page = Page("x/", value, "meetings/people.md.jinja", {**ALONE, "people": ()})
    _, front = get_data(to_markdown(page).decode())
    body = LexborHTMLParser(f'<!doctype html><body><p title="{front["title"]}">{front["title"]}</p>').body
    assert body is not None
    assert (body.text(), body.css("p")[0].attributes["title"]) == (value, value)
    assert elements(body) == ["p"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""), (0, "0"), (12, "12"), ("", ""), (date(2017, 9, 22), "22 September 2017"), (time(15, 30), "3.30pm"),
        ("a & b", "a &#38; b"), ("Chair's", "Chair's"), ("(a)", "(a)"), ("- a", "&#45; a"), ("4.10", "&#52;.10"),
        (Markup("<b>"), "<b>"), (Markdown("*a*"), "<p><em>a</em></p>\n"), (Markdown("<b>"), "<p>&lt;b&gt;</p>\n"),
    ],
)  # fmt: skip
def test_a_value_is_shown_by_what_it_is(value: Any, shown: str) -> None:
    assert as_text(value) == shown


def test_the_same_page_gives_the_same_bytes_and_every_value_in_it_is_text() -> None:
    people = ((Link("<b>Ada</b> *Example*", "people/ada/"), "# Chair"),)
    page = Page(
        "people/",
        "People",
        "meetings/people.md.jinja",
        {**ALONE, "people": people},
    )
    text = to_markdown(page)
    assert to_markdown(page) == text
    assert b"&#60;b&#62;Ada&#60;/b&#62; &#42;Example&#42;" in text
    assert b"&#35; Chair" in text
