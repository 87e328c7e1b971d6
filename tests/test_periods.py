"""Months, quarters and years as they are typed, counted and written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.periods import MONTHS_IN, Frequency, Period, financial_quarter, period

months = st.integers(1950 * 12, 2090 * 12)
frequencies = st.sampled_from(sorted(MONTHS_IN))


@pytest.mark.parametrize(
    ("typed", "frequency", "id", "words"),
    [
        ("2020-03", "month", "2020-03", "March 2020"),
        ("2009-10", "month", "2009-10", "October 2009"),
        ("2009/10", "financial year", "2009-10", "2009/10"),
        ("2020-q1", "quarter", "2020-q1", "January to March 2020"),
        ("2020 Q4", "quarter", "2020-q4", "October to December 2020"),
        ("2019-20-q4", "financial quarter", "2019-20-q4", "January to March 2020"),
        ("2019/20 Q1", "financial quarter", "2019-20-q1", "April to June 2019"),
        ("1999-00-q3", "financial quarter", "1999-00-q3", "October to December 1999"),
        ("2020", "year", "2020", "2020"),
        ("2019-20", "financial year", "2019-20", "2019/20"),
    ],
)
def test_what_is_typed(typed: str, frequency: Frequency, id: str, words: str) -> None:
    found = period(typed)
    assert found
    assert (found.frequency, found.id, found.words) == (frequency, id, words)


@pytest.mark.parametrize(
    "typed", ["", "2020-13", "2020-00", "2019-25", "2020-q5", "March 2020", "20-03", "2020/03", "2020-3"]
)
def test_what_is_no_period(typed: str) -> None:
    assert period(typed) is None


@given(frequencies, months, st.integers(-40, 40))
def test_counting_on_and_back(frequency: Frequency, month: int, steps: int) -> None:
    begin = APRILS[frequency](month)
    found = Period(frequency, begin)
    assert found.after(steps).after(-steps) == found
    assert (found.after(1).first_day - found.last_day).days == 1
    assert found.after(steps) > found or steps <= 0
    if frequency != "financial year" or found.first_day.year > 2011:
        assert period(found.id) == found


APRILS = {
    "month": lambda month: month,
    "quarter": lambda month: month - month % 3,
    "financial quarter": lambda month: month - month % 3,
    "year": lambda month: month - month % 12,
    "financial year": lambda month: month - month % 12 + 3,
}


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_day_lies_in_its_financial_quarter(day: date) -> None:
    found = financial_quarter(day)
    assert found.first_day <= day <= found.last_day
    assert period(found.id) == found
