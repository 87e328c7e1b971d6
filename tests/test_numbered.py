"""Numbered text: printed numbers become permanent links, and no word of a text is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.numbered import Block, parse
from tests.conftest import TEXTS

LABELS = st.sampled_from(
    ["1.", "2.", "12)", "(a)", "a.", "b)", "(iv)", "i.", "4.2", "4.2.1.", "٣.", "#", "## Two ##", "|", "-", ""]
)
NUMBERED = st.lists(
    st.builds(
        "{}{} {}{}".format, st.sampled_from(["", "  ", "    ", "\t"]), LABELS, TEXTS, st.sampled_from(["\n", "\n\n"])
    )
).map("".join)


def outline(text: str) -> list[tuple[str, str, int]]:
    return [(block.label, block.slug, block.depth) for block in parse(text) if block.slug]


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("12.", "12"), ("12)", "12"), ("(12)", "12"), ("4.2", "4-2"), ("4.2.1.", "4-2-1"), ("a.", "a"), ("(b)", "b"),
        ("iv.", "iv"), ("(viii)", "viii"),
    ],
)  # fmt: skip
def test_a_label_is_kept_as_printed_and_makes_a_slug(label: str, slug: str) -> None:
    (block,) = parse(f"{label} The panel met.\n")
    assert (block.label, block.slug, block.text) == (label, slug, "The panel met.")


@pytest.mark.parametrize(
    "text",
    ["2020. A year", "ab. Two letters", "1.A letter", "12 monkeys", "(1 half", "A. Capital", "٣. Digit", "- a. List"],
)
def test_what_is_no_label_stays_in_its_paragraph(text: str) -> None:
    assert parse(text) == (Block(text),)  # type: ignore[arg-type]


def test_letters_belong_to_the_number_they_are_indented_under() -> None:
    text = "1. One\n  a. A\n    (i) First\n    (ii) Second\n  b. B\n2. Two\n  a. A\n"
    assert outline(text) == [
        ("1.", "1", 0), ("a.", "1-a", 1), ("(i)", "1-a-i", 2), ("(ii)", "1-a-ii", 2), ("b.", "1-b", 1),
        ("2.", "2", 0), ("a.", "2-a", 1),
    ]  # fmt: skip


def test_letters_that_are_not_indented_belong_to_nothing() -> None:
    assert outline("1. One\n\na. A\n\nb. B\n") == [("1.", "1", 0), ("a.", "a", 0), ("b.", "b", 0)]


def test_a_number_belongs_to_no_other_number_even_indented() -> None:
    assert outline("1. One\n  2. Two\n") == [("1.", "1", 0), ("2.", "2", 0)]


def test_letters_beneath_a_lower_heading_still_belong_to_their_number() -> None:
    assert outline("1. One\n### Costs\n  a. A\n") == [("1.", "1", 0), ("a.", "1-a", 1)]


def test_a_main_heading_closes_the_numbers_above_it() -> None:
    assert outline("1. One\n## Costs\n  a. A\n") == [("1.", "1", 0), ("a.", "a", 0)]


def test_a_label_printed_twice_gets_a_number_after_its_slug() -> None:
    assert [slug for _, slug, _ in outline("a. A\n\na. B\n\na. C\n")] == ["a", "a-2", "a-3"]


def test_a_slug_that_looks_like_the_second_of_another_is_no_trap() -> None:
    slugs = [slug for _, slug, _ in outline("4. A\n\n4.2 B\n\n4. C\n\n4. D\n\n4.2 E\n")]
    assert slugs == ["4", "4-2", "4-3", "4-4", "4-2-2"]


def test_a_paragraph_runs_over_lines_until_a_blank_one_or_a_label() -> None:
    blocks = parse("1. One\nand more\n\nNo label\nand more\n2. Two\n")
    assert [(block.label, block.text) for block in blocks] == [
        ("1.", "One\nand more"), ("", "No label\nand more"), ("2.", "Two"),
    ]  # fmt: skip


def test_a_sum_of_money_at_the_start_of_a_line_is_no_label() -> None:
    assert outline("It cost the office about\n1.5 million pounds.\n") == []


@pytest.mark.parametrize(
    ("line", "text", "level"),
    [
        ("# One", "One", 1),
        ("## Two", "Two", 1),
        ("### Three ###", "Three", 2),
        ("###### Six", "Six", 5),
        ("## About C#", "About C#", 1),
    ],
)
def test_a_heading_has_a_level_and_loses_no_word(line: str, text: str, level: int) -> None:
    assert parse(line) == (Block(text, heading=level),)  # type: ignore[arg-type]


def test_lists_and_tables_keep_their_lines() -> None:
    text = "| a | b |\n|---|---|\n| 1 | 2 |"
    assert parse(f"3. See:\n\n{text}\n\n- one\n  - two\n")[1:] == (Block(text), Block("- one\n  - two"))  # type: ignore[arg-type]


@given(NUMBERED)
def test_the_slugs_of_any_text_are_unique_and_fit_for_an_address(text: str) -> None:
    slugs = [block.slug for block in parse(text) if block.slug]
    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)


@given(NUMBERED)
def test_no_word_of_any_text_is_lost(text: str) -> None:
    kept = "".join(block.label + block.text for block in parse(text))
    assert _signs(kept) == _signs(text)


def _signs(text: str) -> str:
    """What a text says, without the space and the marks of headings."""
    return "".join(text.replace("#", "").split())


def test_a_long_heading_takes_no_long_time() -> None:
    """Were it quadratic, this would take minutes."""
    (heading,) = parse("# a" + " " * 190_000 + "b")
    assert heading.heading == 1
