"""The one style sheet: it is made of rules, and of the theme's only those that some page can need."""

import re
from pathlib import Path

import material
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.style_sheet import OURS, Rule, rules, style_sheet

OWN = Path(__file__).parent.parent / "generators" / "theme" / "assets" / "stylesheets"
THEME = [str(Path(material.__file__).parent / "templates")]


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        ("a{b:c}d{e:f}", [Rule("a", "b:c"), Rule("d", "e:f")]),
        ("@import 'x;y';a{b:c}", [Rule("@import 'x;y';", None), Rule("a", "b:c")]),
        ("@media print{a{b:c}d{e:f}}g{}", [Rule("@media print", "a{b:c}d{e:f}"), Rule("g", "")]),
        ('a{b:url("data:{;}")}c{d:"\\"}"}', [Rule("a", 'b:url("data:{;}")'), Rule("c", 'd:"\\"}"')]),
        ("", []),
    ],
)
def test_a_sheet_is_read_rule_by_rule(sheet: str, found: list[Rule]) -> None:
    assert list(rules(sheet)) == found


@given(st.lists(st.tuples(st.sampled_from(["a", ".b>c", "@media x"]), st.sampled_from(["", "d:e", "f{g:'}'}"]))))
def test_what_is_written_as_rules_is_read_as_they_were_written(written: list[tuple[str, str]]) -> None:
    assert list(rules("".join(f"{head}{{{body}}}" for head, body in written))) == [Rule(*one) for one in written]


def test_of_the_theme_only_what_a_page_can_need_is_in_it() -> None:
    sheet = style_sheet(THEME, OWN, ["toc"])
    heads = set(re.findall(r"([^{}]+)\{", sheet))
    for needed in (".md-typeset", ".md-grid", ".md-option", ".md-toggle", ".md-typeset details", "[hidden]", ".no-js"):
        assert any(needed in head for head in heads), needed
    for unused in (".md-search__", ".md-sidebar", ".tabbed-", ".admonition-title", "=indigo]"):
        assert not any(unused in head and "," not in head and ":not" not in head for head in heads), unused
    assert sheet.count("{") == sheet.count("}")


def test_what_an_extension_of_markdown_makes_is_dressed_where_the_office_has_it() -> None:
    assert ".admonition-title" in style_sheet(THEME, OWN, ["toc", "admonition"])
    assert ".tabbed-set" in style_sheet(THEME, OWN, ["pymdownx.tabbed"])


def test_every_sheet_of_ours_is_in_it_or_belongs_to_a_page_of_another_frame() -> None:
    assert {file.stem for file in OWN.glob("*.css")} == {*OURS, "embed"}
