"""The two files of a register: what an import writes into them leaves everything else as it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.read import csv_rows
from generators.read.yaml_text import parse
from generators.spreadsheets.side_edit import with_entries, with_item


def test_a_side_file_is_added_to_without_losing_a_remark() -> None:
    text = "# kept\ntitle: A\ncalled:\n  # ours\n  what: Gift\n\nwords: {answer: {Y: accepted}}\nrow: One\n"
    made = with_entries(
        text, {"called": {"value": "Cost: £", "what": "Item"}, "words": {"answer": {"N": "declined"}}}, "x"
    )
    assert made == (
        '# kept\ntitle: A\ncalled:\n  # ours\n  what: Item\n  value: "Cost: £"\n\n'
        'words:\n  answer:\n    Y: accepted\n    "N": declined\nrow: One\n'
    )


@pytest.mark.parametrize(
    "before",
    ["changes:\n- {a: b}\n# after it\n", "changes:\n  - a: b\n\n# after it\n", "changes: [{a: b}]\n# after it\n"],
)
def test_a_change_is_noted_behind_the_others_however_these_are_written(before: str) -> None:
    made = with_item(before, "changes", {"c": "d"}, "x")
    assert parse(made) == {"changes": [{"a": "b"}, {"c": "d"}]}
    assert made.endswith("# after it\n")


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8)


@given(
    st.lists(st.lists(CELL | st.sampled_from(['a"b', "x,y", "1\n2"]), min_size=1, max_size=4), min_size=1, max_size=6)
)
def test_rows_that_are_cut_are_the_text_again(rows: list[list[str]]) -> None:
    text = "".join(csv_rows.written(row, ",", "\r\n") for row in rows)
    found = csv_rows.cut(text).rows
    assert "".join(row.text for row in found) == text
