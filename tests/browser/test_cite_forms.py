"""The forms in which a citation is given, made in a real browser and read by other programs."""

import json
import re
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given as whatever
from hypothesis import settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page
from pybtex.database import parse_string
from selectolax.lexbor import LexborHTMLParser

from generators.cite.citation import citation, plain
from generators.follow.publisher import Publisher
from generators.page import ALONE
from generators.page import Page as Made
from tests.conftest import CASES, REPOSITORY
from tests.conftest import TEXTS as ANY

SCRIPTS = REPOSITORY / "generators/theme/assets/javascripts"
FORMATS = "http://record.example/part/cite_formats.js"
URL = "http://record.example/part/a-page/#para-1"
TITLES: list[str] = [
    *yaml.safe_load((CASES / "hostile.yml").read_text("utf-8")),
    "A plain title",
    "Unbalanced { brace",
    "}} two that close",
    "a \\ backslash, \\{ and \\end{document}",
    "50% of £5 & $5, #1, snake_case, x^2, ~50",
    'He said "no", she said “yes”',
    "@string{x = 1}",
    "first line\nsecond\r\n\tthird",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 and \u202eturned round",
    "1. a list - or [a link](javascript:alert(1)) ![x](y) `code` <b> &amp; &copy;",
    "- a dash",
    "+ a plus",
    "\x00\x1f\x7f\x85 controls \u2028 and \ufeff others",
    "Names and others, Jr",
]
MACROS = {
    "\\textbackslash{}": "\\", "\\textbraceleft{}": "{", "\\textbraceright{}": "}",
    "\\textasciitilde{}": "~", "\\textasciicircum{}": "^",
}  # fmt: skip
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array", "minItems": 1, "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}  # fmt: skip
NAME = {"type": "object", "properties": {"literal": {"type": "string"}}, "additionalProperties": False}
TEXTS = ("title", "section", "publisher", "version", "URL", "language")
CSL = Draft7Validator(
    {
        "type": "array", "minItems": 1, "maxItems": 1,
        "items": {
            "type": "object",
            "properties": {
                "id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
                "type": {"const": "webpage"},
                "author": {"type": "array", "items": NAME},
                **{name: {"type": "string"} for name in TEXTS},
                **dict.fromkeys(("issued", "original-date", "accessed"), DATE),
            },
            "required": ["id", "type"],
            "additionalProperties": False,
        },
    }
)  # fmt: skip
"""What the schema of the Citation Style Language says of the fields that are used here."""
MAKE = """async ([module, cited]) => {
  const formats = await import(module);
  const made = cited.map(one => ["plain", "markdown", "bibtex", "csl"].map(form => [form, formats[form](one)]));
  return cited.map((one, at) => ({...Object.fromEntries(made[at]), quote: formats.quote(one.title, one),
    frame: formats.frame({title: one.title, alone: one.url, height: 300}),
    picture: formats.picture({title: one.title, source: one.url, url: one.url})}));
}"""


def what(title: str, **values: str) -> dict[str, str]:
    known = {"author": "Office", "part": "", "url": URL, "published": "2024-03-06", "changed": "2024-05-01"}
    return {**known, "version": "2", "read": "2024-07-01", "title": title, **values}


@pytest.fixture(scope="module")
def empty(browser: Browser) -> Iterator[Page]:
    """A page with nothing on it, to which the module of forms is served."""
    page = browser.new_page()
    script = (SCRIPTS / "cite_formats.js").read_text("utf-8")
    page.route("**/*.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    page.route(
        "**/part/", lambda route: route.fulfill(body="<!doctype html><title>x</title>", content_type="text/html")
    )
    page.goto("http://record.example/part/")
    yield page
    page.close()


@pytest.fixture(scope="module")
def forms(empty: Page) -> dict[str, dict[str, str]]:
    """Every form of a citation whose title, part and author are each of the hostile texts."""
    made = empty.evaluate(MAKE, [FORMATS, [what(title, author=title, part=title) for title in TITLES]])
    return dict(zip(TITLES, made, strict=True))


def given(empty: Page, **values: str) -> dict[str, str]:
    (made,) = empty.evaluate(MAKE, [FORMATS, [what(**values)]])
    found: dict[str, str] = made
    return found


@pytest.mark.parametrize("title", TITLES)
def test_plain_text_is_one_line_and_that_of_the_page(forms: dict[str, dict[str, str]], empty: Page, title: str) -> None:
    words = plain(title)
    told = "Published 6 March 2024, version 2, last changed 1 May 2024."
    assert forms[title]["plain"] == f"{words}, “{words}”, {words}. {told} {URL} Read on 1 July 2024."
    office = Publisher(title, "http://record.example/part/", "", None, "", "")
    page = Made("a-page/", title, "overview.md.jinja", ALONE)
    whole = {"part": "", "published": "", "changed": "", "version": "", "read": "", "url": URL.partition("#")[0]}
    assert given(empty, title=title, author=title, **whole)["plain"] == citation(page, office)


@pytest.mark.parametrize("title", TITLES)
def test_a_program_that_reads_bibtex_reads_what_was_cited(forms: dict[str, dict[str, str]], title: str) -> None:
    found = parse_string(forms[title]["bibtex"], "bibtex")
    ((key, entry),) = found.entries.items()
    assert key == "part-a-page-para-1"
    assert entry.type == "misc"
    assert text_of(entry.fields["title"]) == f"{plain(title)}, {plain(title)}"
    (author,) = entry.persons["author"]
    assert text_of(" ".join(map(str, (*author.last_names, *author.first_names)))) == plain(title)
    wanted = {"year": "2024", "month": "5", "version": "2", "url": URL, "urldate": "2024-07-01"}
    assert {name: entry.fields[name] for name in wanted} == wanted


def text_of(latex: str) -> str:
    """What LaTeX would print: each command and each escaped sign is one sign, and none of them stands for itself."""
    inside = latex.removeprefix("{").removesuffix("}")
    assert not re.search(r"(?<!\\)[%&$#_^]", inside)
    parts = re.split(r"(\\[a-z]+\{\}|\\[%&$#_])", inside)
    assert all(part in MACROS or len(part) == 2 for part in parts[1::2])
    assert not any(re.search(r"[\\{}]", part) for part in parts[::2])
    signs = (MACROS.get(part, part[-1]) if at % 2 else part.replace("~", "\xa0") for at, part in enumerate(parts))
    return "".join(signs)


@pytest.mark.parametrize("title", TITLES)
def test_csl_json_keeps_to_its_schema_and_loses_nothing(forms: dict[str, dict[str, str]], title: str) -> None:
    (item,) = read = json.loads(forms[title]["csl"])
    assert list(CSL.iter_errors(read)) == []
    assert (item["title"], item["section"], item["author"]) == (plain(title), plain(title), [{"literal": plain(title)}])
    assert item["issued"] == {"date-parts": [[2024, 5, 1]]}
    assert item["original-date"] == {"date-parts": [[2024, 3, 6]]}
    assert (item["accessed"], item["version"], item["URL"]) == ({"date-parts": [[2024, 7, 1]]}, "2", URL)


@pytest.mark.parametrize("title", TITLES)
def test_markdown_is_text_with_one_link(forms: dict[str, dict[str, str]], title: str) -> None:
    tree = LexborHTMLParser(MarkdownIt("commonmark").render(forms[title]["markdown"]))
    (link,) = tree.css("a")
    assert link.attributes["href"] == URL
    assert {node.tag for node in tree.css("body *")} == {"p", "a"}
    words = plain(title)
    told = "Published 6 March 2024, version 2, last changed 1 May 2024. Read on 1 July 2024."
    assert tree.body
    assert " ".join(tree.body.text().split()) == " ".join(f"{words}, “{words}”, {words}. {told}".split())


@pytest.mark.parametrize("title", TITLES)
def test_the_line_for_another_page_is_one_element_that_holds_text(forms: dict[str, dict[str, str]], title: str) -> None:
    for form, name, wanted in (("frame", "title", ["iframe"]), ("picture", "alt", ["a", "img"])):
        assert len(forms[title][form].splitlines()) == 1
        nodes = LexborHTMLParser(forms[title][form]).css("body *")
        assert [node.tag for node in nodes] == wanted
        assert nodes[-1].attributes[name] == plain(title)
        assert not any(attribute.startswith(("on", "style")) for node in nodes for attribute in node.attributes)


@settings(max_examples=20, deadline=None)
@whatever(st.lists(ANY.filter(plain), min_size=10, max_size=10))
def test_whatever_a_page_is_called_every_form_gives_it_back(empty: Page, titles: list[str]) -> None:
    made = empty.evaluate(MAKE, [FORMATS, [what(title, author=title, part=title) for title in titles]])
    forms = dict(zip(titles, made, strict=True))
    for title in titles:
        test_a_program_that_reads_bibtex_reads_what_was_cited(forms, title)
        test_csl_json_keeps_to_its_schema_and_loses_nothing(forms, title)
        test_markdown_is_text_with_one_link(forms, title)
        test_the_line_for_another_page_is_one_element_that_holds_text(forms, title)


def test_what_has_no_day_or_version_is_cited_without(empty: Page) -> None:
    nothing = {"published": "", "changed": "", "version": "", "read": ""}
    made = given(empty, title="T", **nothing)
    assert made["plain"] == f"Office, “T”. {URL}"
    assert made["markdown"] == f"Office, [“T”]({URL})."
    fields = parse_string(made["bibtex"], "bibtex").entries["part-a-page-para-1"].fields
    assert set(fields) == {"title", "url"}
    assert list(CSL.iter_errors(json.loads(made["csl"]))) == []
    assert given(empty, title="T", version="1", changed="2024-03-06")["plain"].count("2024") == 2


def test_an_address_with_signs_of_its_own_ends_no_field(empty: Page) -> None:
    made = given(empty, title="T", url="http://record.example/part/search/?q={x}|(y)%5C~")
    ((_, entry),) = parse_string(made["bibtex"], "bibtex").entries.items()
    assert entry.fields["url"] == "http://record.example/part/search/?q=%7Bx%7D%7C(y)%5C~"
    (link,) = LexborHTMLParser(MarkdownIt("commonmark").render(made["markdown"])).css("a")
    assert link.attributes["href"] == "http://record.example/part/search/?q=%7Bx%7D%7C%28y%29%5C~"
