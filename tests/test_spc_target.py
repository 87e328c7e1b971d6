"""What is said of a target: what it asks for, whether it is met, and whether that is chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.periods import Period
from generators.spc.chart import control_chart
from generators.spc.state import Better
from generators.spc.target import against_target
from generators.spc.unit import Unit
from generators.spc.words import Context

LEVEL = [39.0, 41.0] * 10
BY_CHANCE = "It lies within the range to be expected: from month to month it can be met or missed by chance alone."
MET = "Nearly every month is expected to meet it."
MISSED = "Unless something changes, nearly every month is expected to miss it."


def said(values: list[float | None], target: float | None, better: Better, *, ours: bool = True) -> tuple[str, ...]:
    periods = tuple(Period("month", 2020 * 12 + at) for at in range(len(values)))
    return against_target(
        control_chart(values), target, better, Context(Unit("minutes", decimals=1), periods), ours=ours
    )


@pytest.mark.parametrize(
    ("target", "better", "words"),
    [
        (41.0, "increase", ("41.0 minutes or more.", "The latest figure meets it.", BY_CHANCE)),
        (42.0, "increase", ("42.0 minutes or more.", "The latest figure misses it.", BY_CHANCE)),
        (41.04, "increase", ("41.0 minutes or more.", "The latest figure just misses it.", BY_CHANCE)),
        (30.0, "increase", ("30.0 minutes or more.", "The latest figure meets it.", MET)),
        (60.0, "increase", ("60.0 minutes or more.", "The latest figure misses it.", MISSED)),
        (60.0, "decrease", ("60.0 minutes or less.", "The latest figure meets it.", MET)),
        (30.0, "decrease", ("30.0 minutes or less.", "The latest figure misses it.", MISSED)),
        (30.0, "neither", ("30.0 minutes.",)),
        (None, "decrease", ()),
    ],
)
def test_a_target_in_words(target: float | None, better: Better, words: tuple[str, ...]) -> None:
    assert said([*LEVEL], target, better) == words


def test_nothing_is_expected_without_limits_of_ours_or_without_variation() -> None:
    alone = ("60.0 minutes or less.", "The latest figure meets it.")
    assert said([*LEVEL], 60.0, "decrease", ours=False) == alone
    assert said([40.0] * 20, 60.0, "decrease") == alone
    assert said([40.0] * 5, 60.0, "decrease") == alone


def test_a_month_without_a_figure_neither_meets_nor_misses() -> None:
    assert said([*LEVEL, None], 60.0, "decrease") == ("60.0 minutes or less.", MET)


@given(
    st.lists(st.floats(0, 100), min_size=1, max_size=30), st.floats(0, 100), st.sampled_from(["increase", "decrease"])
)
def test_a_figure_meets_or_misses_its_target(values: list[float | None], target: float, better: Better) -> None:
    found = " ".join(said(values, target, better))
    assert ("meets it" in found) != ("misses it" in found)
