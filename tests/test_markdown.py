"""Markdown that a record declares: nothing in it acts, whatever is typed."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generators.markdown import PARSER, PLAIN, escape, is_safe_address, to_html
from tests.conftest import CHARACTERS, LINES, TEXTS

PLAIN_ELEMENTS = "p em strong ul li blockquote pre hr br h1 h2 h3 h4 h5 h6 table thead tbody tr"
ALLOWED: dict[str, set[str]] = {name: set() for name in PLAIN_ELEMENTS.split()} | {
    "a": {"href", "title"}, "ol": {"start"}, "code": {"class"}, "th": {"scope", "class"}, "td": {"class"},
    "div": {"class", "tabindex", "role", "aria-label"},
}  # fmt: skip
"""Every element that staff can write, with its attributes."""
HOSTILE = st.sampled_from([
    "<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<!--", "-->", "<![CDATA[", "<?",
    "<a href=", "[x](", "![x](", ")", "javascript:alert(1)", "JaVaScRiPt&#58;alert(1)", "java&Tab;script:alert(1)",
    "data:text/html,x", "//evil.example", "<javascript:alert(1)>", "<https://example.org>", "[x]",
    "[x]: javascript:alert(1)\n",
    "https://example.org", "\\", "&lt;", "&#x3c;", "`", "```", "```js onload=x\n", "|", "|-|\n", "|:-:|\n", "*",
    "__", "# ", "{: #x onclick=y }", '"', "'", "\n", "\n\n", "    ", "- ", "1. ", "> ",
])  # fmt: skip
MIXED = st.lists(HOSTILE | TEXTS).map("".join)
SPACES = st.text(st.sampled_from("\t\n\r\f\v\0\x01\x1f \xa0\u200b\u2028\ufeff\xad"), max_size=2)
SCHEMES = ["javascript", "data", "vbscript", "file", "blob", "https", "mailto", ""]


@st.composite
def disguised(draw: st.DrawFn) -> str:
    """An address whose scheme is broken up, in other letters, encoded or behind something."""
    scheme = "".join(
        draw(SPACES) + draw(st.sampled_from([letter, letter.upper()])) for letter in draw(st.sampled_from(SCHEMES))
    )
    colon = draw(st.sampled_from([":", "&colon;", "&#58;", "%3A", "\uff1a", "/", "\\", "//", ""]))
    return (
        draw(SPACES)
        + scheme
        + draw(SPACES)
        + colon
        + draw(st.sampled_from(["alert(1)", "//x", "/:x", "?a:b", "#a:b", ""]) | st.text())
    )


def scheme_in_a_browser(address: str) -> str:
    """The scheme as the URL standard finds it; `relative` where there is none, `host` where another site is named."""
    stripped = re.sub(r"^[\x00-\x20]+|[\x00-\x20]+$", "", address)
    text = re.sub(r"[\t\n\r]", "", stripped)
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", text)
    if scheme:
        return scheme[1].lower()
    return "host" if re.match(r"[/\\]{2}", text) else "relative"


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a?b=c#d", "http://example.org", "HTTPS://example.org", "mailto:office@example.org",
     "people/ada/", "../x/", "#item-2", "?q=a:b", "a/b:c", "./", "x#a:b"],
)  # fmt: skip
def test_an_address_of_the_web_or_of_this_site_is_safe(address: str) -> None:
    assert is_safe_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "java\nscript:alert(1)", "\x01javascript:alert(1)", "\u00a0javascript:alert(1)", "javascript\u200b:alert(1)",
        "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "//evil.example", "/\\evil.example",
        "\\\\evil.example", "https:\\\\evil.example", "a b", "x:y", "http://[",
    ],
)  # fmt: skip
def test_any_other_address_is_not(address: str) -> None:
    assert not is_safe_address(address)


@given(disguised())
def test_no_scheme_gets_through_in_any_disguise(address: str) -> None:
    if is_safe_address(address):
        assert scheme_in_a_browser(address) in {"http", "https", "mailto", "relative"}


@given(MIXED)
@example("```\n# not a heading\n```\n")
def test_no_text_makes_an_element_that_is_not_allowed(text: str) -> None:
    body = LexborHTMLParser(f"<body>{to_html(text)}").body
    assert body is not None
    for node in body.traverse(include_text=False):
        if node.tag == "body":
            continue
        assert node.attributes.keys() <= ALLOWED[str(node.tag)]
        assert node.tag == "code" or node.attributes.get("class") in (None, "scroll", "number")
        address = node.attributes.get("href")
        assert address is None or scheme_in_a_browser(address) in {"http", "https", "mailto", "relative"}


@given(MIXED)
def test_no_line_of_the_html_looks_like_a_heading_of_the_page(text: str) -> None:
    assert not re.search(r"(?m)^#", to_html(text))


@given(st.from_regex(PLAIN, fullmatch=True, alphabet=CHARACTERS).map(str.rstrip))
def test_the_shortcut_for_plain_paragraphs_gives_what_the_parser_gives(text: str) -> None:
    assert " ".join(to_html(text).split()) == " ".join(PARSER.render(text).split())


@given(LINES)
@example("1. one")
@example("- one")
@example("+ one")
@example("# one")
@example("=")
@example("https://example.org www.example.org a@example.org <a@example.org>")
def test_escaped_text_shows_as_it_was_typed(text: str) -> None:
    body = LexborHTMLParser(f"<body>{to_html(escape(text))}").body
    assert body is not None
    assert body.text().strip("\n") == text
    assert {node.tag for node in body.traverse(include_text=False)} <= {"body", "p"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One *two* **three**", "<p>One <em>two</em> <strong>three</strong></p>\n"),
        ("[Plan](https://example.org/plan)", '<p><a href="https://example.org/plan">Plan</a></p>\n'),
        ("[Plan](javascript:alert)", "<p>[Plan](javascript:alert)</p>\n"),
        ("<b>One</b>", "<p>&lt;b&gt;One&lt;/b&gt;</p>\n"),
        ("![One](one.png)", '<p>!<a href="one.png">One</a></p>\n'),
        ("[One]\n\n[One]: /one", "<p>[One]</p>\n<p>[One]: /one</p>\n"),
        (
            "| a | b |\n|--:|:-:|\n",
            '<div class="scroll" tabindex="0" role="group" aria-label="Table: a, b">\n<table>\n<thead>\n<tr>\n'
            '<th scope="col" class="number">a</th>\n<th scope="col">b</th>\n</tr>\n</thead>\n</table>\n</div>\n',
        ),
    ],
)  # fmt: skip
def test_what_markdown_can_do_and_what_it_cannot(text: str, html: str) -> None:
    assert to_html(text) == html
