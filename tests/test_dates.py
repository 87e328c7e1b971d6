"""Dates and times as people in Britain read them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.dates import (
    as_given,
    clock,
    financial_year,
    full_date,
    long_date,
    printed_days,
    printed_weekday,
    sheet_day,
    short_date,
)


def test_a_date_is_written_in_three_lengths() -> None:
    day = date(2017, 9, 2)
    assert [short_date(day), long_date(day), full_date(day)] == [
        "2 Sep 2017",
        "2 September 2017",
        "Saturday 2 September 2017",
    ]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(0, 0), "midnight"), (time(0, 5), "12.05am"), (time(9, 0), "9am"), (time(9, 30), "9.30am"),
        (time(11, 59), "11.59am"), (time(12, 0), "noon"), (time(12, 30), "12.30pm"), (time(13, 0), "1pm"),
        (time(23, 59), "11.59pm"),
    ],
)  # fmt: skip
def test_a_time_is_written_in_twelve_hours(at: time, words: str) -> None:
    assert clock(at) == words


@pytest.mark.parametrize(
    ("printed", "weekday"),
    [
        ("TUESDAY 28 JUNE 2023", "Tuesday"),
        ("Friday, 22 September", "Friday"),
        ("28 June 2023", None),
        ("Sundays excepted", None),
    ],
)
def test_the_weekday_that_a_printed_date_names_is_found(printed: str, weekday: str | None) -> None:
    assert printed_weekday(printed) == weekday


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("Friday 22 January 2016", [(2016, 1, 22)]), ("22nd of Jan. 2016 at 2.00 pm", [(2016, 1, 22)]),
        ("TUESDAY 28 JUNE 2023 13:00 – 15:00", [(2023, 6, 28)]), ("22/01/2016", [(2016, 1, 22)]),
        ("31 June 2020", [(2020, 6, 31)]), ("9 Sept, 2019, put off from 02.09.2019", [(2019, 9, 9), (2019, 9, 2)]),
        ("5 and 6 June 2020", []), ("Monday 1st to Friday 5th June 2020", []), ("Friday 15 December – 2 p.m.", []),
        ("June 2020", []), ("20 day 2016", []),
    ],
)  # fmt: skip
def test_the_whole_dates_that_a_print_names_are_found(printed: str, days: list[tuple[int, int, int]]) -> None:
    assert list(printed_days(printed)) == days


@pytest.mark.parametrize(
    ("day", "printed", "words"),
    [
        (date(2020, 6, 2), None, "2 June 2020"), (None, "early June", "early June"), (None, None, ""),
        (date(2020, 6, 2), "TUESDAY, 2 JUNE 2020", "2 June 2020"), (date(2020, 6, 2), "2 Jun 2020", "2 June 2020"),
        (date(2020, 6, 2), "early June", "2 June 2020, printed as “early June”"),
    ],
)  # fmt: skip
def test_a_day_stands_beside_its_print_where_that_says_something_else(
    day: date | None, printed: str | None, words: str
) -> None:
    assert as_given(day, printed) == words


@pytest.mark.parametrize(
    "cell",
    [
        "2017-12-05", "2017-12-05 00:00:00", "05/12/2017", "5/12/2017", "5/12/17", "05-12-2017", "5.12.2017",
        "05/12/2017 00:00", "5 December 2017", "5-Dec-17", "5th Dec. 2017", "Tuesday, 5 December 2017",
    ],
)  # fmt: skip
def test_a_day_in_a_spreadsheet_is_read_with_the_day_before_the_month(cell: str) -> None:
    assert sheet_day(cell) == date(2017, 12, 5)


@pytest.mark.parametrize("cell", ["", "12/31/2017", "31/2/2017", "12/2017", "5 Decade 2017", "2017", "43074", "5/6/7"])
def test_what_is_no_day_of_the_calendar_is_not_guessed(cell: str) -> None:
    assert sheet_day(cell) is None


@given(st.dates())
def test_any_day_is_read_as_this_site_and_as_a_spreadsheet_write_it(day: date) -> None:
    assert sheet_day(f"{day.day}/{day.month}/{day.year:04}") == day
    assert sheet_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2019, 3, 31), "2018-19"), (date(2019, 4, 1), "2019-20"), (date(2019, 12, 31), "2019-20"),
        (date(2020, 1, 1), "2019-20"), (date(1999, 4, 1), "1999-00"),
    ],
)  # fmt: skip
def test_a_financial_year_goes_from_april_to_march(day: date, year: str) -> None:
    assert financial_year(day) == year
