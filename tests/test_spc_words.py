"""What control charts say in words: right in every state, unit, direction and number."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.periods import Period
from generators.spc.chart import Method, control_chart
from generators.spc.limits import limits
from generators.spc.state import Better, state
from generators.spc.unit import Of, Unit
from generators.spc.words import Context, paragraph, seasonal

FIRST = Period("month", 2020 * 12)
COMPLAINTS = Unit("count", "complaint", "complaints")
UNITS: tuple[Unit, ...] = (
    COMPLAINTS,
    Unit("percentage", decimals=1),
    Unit("percentage points", decimals=1),
    Unit("minutes", decimals=1),
    Unit("seconds"),
    Unit("hours"),
    Unit("days"),
    Unit("pounds"),
    Unit("score", decimals=2),
)
ROUND = [10.0, 12.0] * 10


def said(
    series: Sequence[float | None],
    *,
    better: Better = "decrease",
    unit: Unit = COMPLAINTS,
    explained: str = "",
    reset: str = "",
    resets: tuple[int, ...] = (),
    method: Method | None = None,
    period: str = "month",
) -> str:
    chart = control_chart(series, resets=resets, method=method)
    periods = tuple(FIRST.after(at).words for at in range(len(series)))
    context = Context(unit, periods, period, explained, reset)
    return " ".join(paragraph(chart, state(chart, better), context))


USUAL = (
    "A usual month is about {mean}. From month to month it varies by about {sigma} (one standard deviation, estimated "
    "from the changes between months), so nearly always between {lower} and {upper} is to be expected."
)
RULES = (
    "no change is left out of them. It takes 7 in a row on one side of the mean to call it a shift, and 7 in a row up "
    "or down to call it a trend."
)


def test_what_is_stable_needs_no_reason() -> None:
    usual = USUAL.format(mean="11.0 complaints", sigma="1.8", lower="5.7", upper="16.3 complaints")
    assert said([*ROUND]) == (
        f"In August 2021 there were 12 complaints. {usual} This is ordinary variation from month to month, and on its "
        f"own needs no reason. The limits rest on 20 months from January 2020 to August 2021; {RULES}"
    )


@pytest.mark.parametrize(
    ("better", "latest", "words"),
    [
        ("decrease", 40.0, "outside the expected range, above it, the worse way."),
        ("increase", 40.0, "outside the expected range, above it, the better way."),
        ("neither", 40.0, "outside the expected range, above it."),
        ("decrease", 0.0, "outside the expected range, below it, the better way."),
        ("increase", 0.0, "outside the expected range, below it, the worse way."),
    ],
)
def test_an_exception_says_which_way_it_is_and_asks_for_a_reason(better: Better, latest: float, words: str) -> None:
    found = said([*ROUND, *ROUND, latest], better=better)
    assert words in found
    assert "No explanation has been given yet." in found


def test_what_is_known_stands_in_place_of_the_question() -> None:
    found = said([*ROUND, *ROUND, 40.0], explained="A form went online (Board, 3 May 2021).")
    assert "A form went online (Board, 3 May 2021)." in found
    assert "No explanation" not in found


def test_a_trend_counts_its_months_and_every_rule_is_named() -> None:
    found = said([float(n) for n in range(24)])
    assert "This is outside the expected range, above it, the worse way." in found
    assert "It is the end of 24 months in a row of increase." in found
    assert "It is one of 12 months in a row above the mean: the usual level may have changed." in found


def test_a_shift_says_that_the_usual_level_may_have_changed() -> None:
    found = said([*[1.0, 9.0] * 10, *[6.0] * 7])
    assert "It is one of 8 months in a row above the mean: the usual level may have changed." in found


def test_few_months_have_no_limits_and_it_says_why() -> None:
    assert said([3.0, 5.0, 1.0]) == (
        "In March 2020 there was 1 complaint. There are figures for 3 months. It takes 12 to say what is usual, so no "
        "limits are shown."
    )
    assert "There are figures for 1 month. It takes 12" in said([3.0])


def test_months_that_never_follow_each_other_have_no_limits() -> None:
    found = said([1.0, None] * 14 + [2.0])
    assert "There are figures for 15 months, and too few of them follow each other to say what is usual" in found


def test_a_missing_month_is_not_read_from_the_one_before() -> None:
    found = said([*ROUND, None])
    assert found.startswith("There is no figure for September 2021 yet. The latest is 12 complaints, for August 2021.")
    assert "ordinary" not in found
    assert "outside" not in found
    assert said([]) == "There are no figures yet."
    assert said([None, None]).startswith("There is no figure for February 2020 yet. There are figures for 0 months.")


def test_limits_that_rest_on_few_months_are_provisional_and_a_reset_is_told() -> None:
    assert "from January 2020 to December 2020 and are provisional until there are 20;" in said([1.0, 2.0] * 6)
    found = said(
        [*ROUND, *ROUND], resets=(20,), reset="from September 2021, because it was understood; decided by a board"
    )
    assert "; they were set anew (from September 2021, because it was understood; decided by a board);" in found
    waiting = said([*ROUND, 30.0, 31.0], resets=(20,), reset="from September 2021, because x; decided by y")
    assert "There are figures for 2 months since the limits were set anew (from September 2021" in waiting


def test_a_lower_limit_below_nought_is_told_of_counts_alone() -> None:
    low = [0.0, 3.0] * 10
    assert "The lower limit is below nought, so a low month cannot be an exception." in said(low)
    assert "below nought" not in said(low, unit=Unit("percentage points", decimals=1))


def test_without_variation_it_says_so() -> None:
    assert "Every month was the same, 4 complaints: there is no variation." in said([4.0] * 20)


def test_screening_is_told() -> None:
    found = said([*ROUND], method=Method(screened=True))
    assert "very large changes are left out of them" in found


@pytest.mark.parametrize(
    ("of", "decimals", "value", "words"),
    [
        ("percentage", 1, 84.62, "In January 2020 the figure was 84.6%."),
        ("percentage points", 1, -2.0, "In January 2020 the figure was −2.0 percentage points."),
        ("percentage points", 0, 1.0, "In January 2020 the figure was 1 percentage point."),
        ("minutes", 0, 1.0, "In January 2020 the figure was 1 minute."),
        ("minutes", 1, 12.5, "In January 2020 the figure was 12.5 minutes."),
        ("pounds", 0, 1234.0, "In January 2020 the figure was £1,234."),
        ("pounds", 0, -1234.0, "In January 2020 the figure was −£1,234."),
        ("score", 2, 3.456, "In January 2020 the figure was 3.46."),
        ("percentage points", 0, -0.2, "In January 2020 the figure was 0 percentage points."),
    ],
)
def test_units(of: Of, decimals: int, value: float, words: str) -> None:
    assert said([value], unit=Unit(of, decimals=decimals)).startswith(words)


@given(
    st.lists(st.none() | st.integers(0, 60).map(float), min_size=1, max_size=40),
    st.sampled_from(UNITS),
    st.sampled_from(("increase", "decrease", "neither")),
    st.sampled_from(("month", "quarter", "year")),
)
def test_every_paragraph_reads_as_sentences(
    series: list[float | None], unit: Unit, better: Better, period: str
) -> None:
    found = said(series, unit=unit, better=better, period=period)
    assert found.endswith(".")
    assert not re.search(r"None|nan|  | \.|\.\.|,\.|\b1 (?:complaints|months|quarters|years|minutes)\b", found)
    assert found[0].isupper()


def test_months_that_stand_out_every_year_are_named() -> None:
    series = [20.0 + (15 if month == 12 else 0) + month % 2 for _ in range(3) for month in range(1, 13)]
    months = [month for _ in range(3) for month in range(1, 13)]
    found = limits(series)
    assert found
    assert seasonal(series, months, found) == ((12, 1),)
    assert seasonal(series[:24], months[:24], found) == ()
