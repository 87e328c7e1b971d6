"""Rows to take away: nothing in them acts, and nothing is lost."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.table import Column, Table, to_csv

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8) | st.sampled_from(
    ["-1", "'-1", "''-1", "a;=1+1", '=say "x"', ""]
)


def written(rows: list[list[str]]) -> str:
    columns = tuple(Column(f"column{at}", "") for at in range(len(rows[0])))
    return to_csv(Table("table", columns, tuple(map(tuple, rows)))).decode()


@given(st.integers(1, 3).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1)))
def test_every_text_comes_back_without_one_apostrophe_at_its_beginning(rows: list[list[str]]) -> None:
    """As the field guide says it."""
    _, *found = csv.reader(io.StringIO(written(rows), newline=""))
    assert [[cell.removeprefix("'") for cell in row] for row in found] == rows


@pytest.mark.parametrize(
    ("cell", "file"),
    [
        ("-1", "'-1"),
        ("'-1", "''-1"),
        ("a;=1+1", '"a;=1+1"'),
        ("a, b", '"a, b"'),
        ('"a"', '"""a"""'),
        ("plain", "plain"),
        ("", '""'),
    ],
)
def test_a_cell_stands_in_the_file_so_that_no_spreadsheet_cuts_or_computes_it(cell: str, file: str) -> None:
    assert written([[cell]]).split("\r\n")[1] == file
