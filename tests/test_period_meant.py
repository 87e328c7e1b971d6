"""What is asked of whoever writes a period as people or spreadsheets do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.period_meant import AS_TEXT, is_quarter_alone, meant
from generators.periods import Period


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("March 2022", " Do you mean 2022-03?"),
        ("Sept. 2022", " Do you mean 2022-09?"),
        ("Mar-22", f" Do you mean 2022-03? {AS_TEXT}"),
        ("01/03/2022", f" Do you mean 2022-03? {AS_TEXT}"),
        ("2022-03-01", f" Do you mean 2022-03? {AS_TEXT}"),
        ("44621", f" Do you mean 2022-03? {AS_TEXT}"),
        ("03/2022", " Do you mean 2022-03?"),
        ("2022-3", " Do you mean 2022-03?"),
        ("2022/03", " Do you mean 2022-03?"),
        ("Q1 2022", " Do you mean 2022-q1?"),
        ("Quarter 4 2019/20", " Do you mean 2019-20-q4?"),
        ("2022-13", ""),
        ("2022/23 Q5", ""),
        ("Quarter 4 of 2019/20", " Do you mean 2019-20-q4?"),
        ("Q4 2019/21", ""),
        ("Total", ""),
        ("12345", ""),
        ("", ""),
    ],
)
def test_what_is_meant(written: str, asked: str) -> None:
    assert meant(written) == asked


@pytest.mark.parametrize(
    ("written", "is_one"), [("Q1", True), ("Qtr 2", True), ("quarter 4", True), ("3rd quarter", True), ("Q5", False),
    ("Q1 2022", False), ("Questions", False)],
)  # fmt: skip
def test_a_quarter_without_its_year(written: str, is_one: bool) -> None:
    assert is_quarter_alone(written) == is_one


@given(st.integers(1990 * 12, 2099 * 12))
def test_every_month_that_a_spreadsheet_turned_into_a_date_is_known_again(month: int) -> None:
    period = Period("month", month)
    question = f" Do you mean {period.id}? {AS_TEXT}"
    assert meant(f"{period.first_day:%d/%m/%Y}") == question
    assert meant(f"{period.first_day:%B %Y}") == question.removesuffix(f" {AS_TEXT}")


@given(st.text(max_size=20))
def test_nothing_that_is_written_breaks_the_question(written: str) -> None:
    assert meant(written) == "" or meant(written).startswith(" Do you mean ")
