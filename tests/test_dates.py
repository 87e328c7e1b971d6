"""Dates and times as people in Britain read them."""

from datetime import date, time

import pytest

from generators.dates import clock, full_date, long_date, printed_weekday, short_date


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
