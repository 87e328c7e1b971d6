"""What control charts say in words: right in every state, unit, direction and number."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generators.periods import Frequency, Period, period
from generators.spc.chart import Method, control_chart
from generators.spc.earlier import earlier
from generators.spc.limits import limits
from generators.spc.season import seasonal
from generators.spc.state import Better, state
from generators.spc.unit import Of, Unit
from generators.spc.words import Context, paragraph

FILE = Path(__file__).parent / "cases" / "control-charts-in-words.yml"
CASES: Mapping[str, Mapping[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
FIRST = {
    "month": "2020-01", "quarter": "2019-20-q4", "calendar quarter": "2020-q1", "year": "2010",
    "financial year": "2009/10",
}  # fmt: skip
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


def context(count: int, unit: Unit = COMPLAINTS, first: Period | None = None, **known: str) -> Context:
    first = first or Period("month", 2020 * 12)
    return Context(unit, tuple(first.after(at) for at in range(count)), **known)


def said(
    series: Sequence[float | None], unit: Unit = COMPLAINTS, better: Better = "decrease", first: Period | None = None
) -> str:
    chart = control_chart(series)
    return " ".join(paragraph(chart, state(chart, better), context(len(series), unit, first)))


@pytest.mark.parametrize("name", CASES)
def test_a_chart_in_words(name: str) -> None:
    case = CASES[name]
    chart = control_chart(
        case["series"], resets=case.get("resets", ()), baseline=case.get("baseline"),
        method=Method(screened=case.get("screened", False)),
    )  # fmt: skip
    unit = Unit(**case["unit"]) if "unit" in case else COMPLAINTS
    first = period(FIRST[case.get("every", "month")])
    known = {name: case[name] for name in ("explained", "reset") if name in case}
    found = paragraph(
        chart, state(chart, case.get("better", "decrease")), context(len(chart.values), unit, first, **known)
    )
    assert list(found) == case["says"]


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("State ")])
def test_a_case_is_of_the_state_that_its_name_says(name: str) -> None:
    assert state(control_chart(CASES[name]["series"]), "neither").letter == name[len("State ")]


@pytest.mark.parametrize(
    ("of", "decimals", "value", "words"),
    [
        ("percentage", 1, 84.62, "In January 2020 the figure was 84.6%."),
        ("percentage points", 1, -2.0, "In January 2020 the figure was −2.0 percentage points."),
        ("percentage points", 0, 1.0, "In January 2020 the figure was 1 percentage point."),
        ("minutes", 0, 1.0, "In January 2020 the figure was 1 minute."),
        ("minutes", 1, 12.5, "In January 2020 the figure was 12.5 minutes."),
        ("pounds", 0, 1234.0, "In January 2020 the figure was £1,234."),
        ("pounds", 2, 1234.5, "In January 2020 the figure was £1,234.50."),
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
    st.sampled_from(("month", "quarter", "financial quarter", "year", "financial year")),
)
def test_every_paragraph_reads_as_sentences(
    series: list[float | None], unit: Unit, better: Better, every: Frequency
) -> None:
    found = said(series, unit, better, Period(every, 2020 * 12 + (3 if every.startswith("financial") else 0)))
    assert found.endswith(".")
    assert not re.search(r"None|nan|  | \.|\.\.|,\.|\b1 (?:complaints|months|quarters|years|minutes)\b", found)
    assert found[0].isupper()


def test_what_stood_out_before_is_told_from_a_place_on_and_the_latest_is_not_among_it() -> None:
    level = [11.0, 9.0] * 10
    series = [*level, 40.0, *level, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, *level, 40.0]
    chart = control_chart(series)
    near = "Close to the lower limit in 3 months, two or more of three in a row, which is worth watching."
    told = [(one.when, one.words) for one in earlier(chart, context(len(series)))]
    assert told == [
        ("September 2021", "An exception: 40 complaints, higher than is to be expected."),
        ("May 2023 to December 2023", "A shift: 8 months in a row below the mean."),
        ("June 2023 to August 2023", near),
        ("June 2023 to January 2024", "A trend: 8 months in a row that rose from each to the next."),
    ]
    assert [one.words[:7] for one in earlier(chart, context(len(series)), first=44)] == ["A shift", "A trend"]


def test_months_that_stand_out_every_year_are_named() -> None:
    series = [20.0 + (15 if month == 12 else 0) + month % 2 for _ in range(3) for month in range(1, 13)]
    months = [month for _ in range(3) for month in range(1, 13)]
    found = limits(series)
    assert found
    assert seasonal(series, months, found) == ((12, 1),)
    assert seasonal(series[:24], months[:24], found) == ()
