"""What is written as YAML reads back as the same text, and looks as a person would type it."""

from datetime import date, datetime, time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generators.fields import LONDON
from generators.read.yaml_text import CONTROL, parse
from generators.yaml_writer import to_yaml, typed

ODD = (
    "NO", "14:00", "4.10", "#", ": ", "a: b", "a #b", " ", "trailing ", "-", "- a", "…", "🙂", "'", '"', "\\n", "*x",
    "&x", "!x", "{a", "[a", "%", "@", "`", "|", ">", "? ", "---", "...", "~", "null", "1_0", "0x1f", "2026-01-05",
    "2026-1-5", "1e5", "a\nb", "a\nb\n", "a\n\n\n", "\n", "a\n  b\n \n", "# a\nb", "a\r\nb", "\ta", "=", "<<",
)  # fmt: skip
LETTERS = st.characters(exclude_categories=["Cs"]).filter(lambda sign: not CONTROL.match(sign))
TEXTS = st.sampled_from(ODD) | st.text(LETTERS, max_size=20) | st.text("ab \n:#-'\"\\|>\t", max_size=12)
NAMES = TEXTS.filter(bool)
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(NAMES, VALUES, max_size=4))
def test_what_is_written_reads_back_as_it_was(fields: dict[str, Any]) -> None:
    assert parse(to_yaml(fields)) == fields


@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=3), TEXTS)
def test_a_remark_changes_nothing(fields: dict[str, Any], words: str) -> None:
    assert parse(to_yaml(fields, dict.fromkeys([(), *ways(fields)], words))) == fields


def ways(value: Any) -> list[tuple[str | int, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way for step, inner in steps for way in ((step,), *((step, *after) for after in ways(inner)))]


@given(TEXTS)
def test_another_program_reads_the_same_text(words: str) -> None:
    found = yaml.safe_load(to_yaml({"a": words}))["a"]
    assert found == words or found.isoformat() == words


@given(st.characters().filter(lambda sign: CONTROL.match(sign) or "\ud800" <= sign <= "\udfff"))
def test_what_nobody_sees_is_refused(sign: str) -> None:
    for words in (f"a{sign}b", f"a\n{sign}b"):
        with pytest.raises(ValueError, match=r"invisible control|cannot be read"):
            to_yaml({"a": words})


@pytest.mark.parametrize("fields", [{"": "a"}, {"a" * 1001: "b"}, {"a": float("nan")}, {"a": [None]}, {"a": object()}])
def test_what_no_record_can_hold_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"name|cannot hold"):
        to_yaml(fields)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ethics Panel", "Ethics Panel"),
        ("3/26", "3/26"),
        ("2026-01-a", "2026-01-a"),
        ("2023-24", "2023-24"),
        ("2026-03-12", "2026-03-12"),
        ("https://www.example.org/a?b=c#d", "https://www.example.org/a?b=c#d"),
        ("£60-80", "£60-80"),
        ("Police & Crime Panel's view", "Police & Crime Panel's view"),
        ("NO", '"NO"'),
        ("14:00", '"14:00"'),
        ("4.10", '"4.10"'),
        ("He said: no", '"He said: no"'),
        ('He said: "no"', "'He said: \"no\"'"),
        ("It's #5", '"It\'s #5"'),
        ("C:\\new: it's", "'C:\\new: it''s'"),
        ("", '""'),
    ],
)
def test_words_stand_between_quotes_only_where_they_need_them(words: str, expected: str) -> None:
    assert typed(words) == expected


def test_a_record_looks_as_a_person_would_type_it() -> None:
    fields = {
        "date": date(2026, 3, 12), "start": time(14), "public": True,
        "publish_on": datetime(2026, 3, 20, 9, 5, tzinfo=LONDON),
        "listed": 4, "share": 12.50, "gone": None, "none": [], "empty": {},
        "items": [
            {"number": "1", "decisions": [{"outcome": "noted", "text": "Noted."}]},
            {"number": "2", "discussion": "One.\n\n  Two.\n", "papers": ["a", "b"]},
        ],
        "notes": ["A note\non two lines"],
        "called": {"File No.": "a: b"},
    }  # fmt: skip
    remarks = {
        (): "Drafted.",
        ("start",): "page 1, line 2",
        ("items", 0, "number"): "page 3\nnot sure",
        ("items", 1, "discussion"): "page 4",
    }
    assert (
        to_yaml(fields, remarks)
        == """\
# Drafted.
date: 2026-03-12
# page 1, line 2
start: 14:00
public: yes
publish_on: 2026-03-20 09:05
listed: 4
share: 12.5
none: []
empty: {}
items:
  # page 3
  # not sure
  - number: "1"
    decisions:
      - outcome: noted
        text: Noted.
  - number: "2"
    # page 4
    discussion: |
      One.

        Two.
    papers: [a, b]
notes:
  - |-
    A note
    on two lines
called:
  File No.: "a: b"
"""
    )
