"""Dates and times as people in Britain read them."""

from datetime import date, time

import pytest

from generators.dates import as_given, clock, full_date, long_date, printed_days, printed_weekday, short_date


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
