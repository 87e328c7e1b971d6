"""Control charts, worked by hand and by property: the edges at which published tools go wrong."""

import random
from itertools import pairwise
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.spc.chart import ControlChart, Method, control_chart
from generators.spc.limits import limits
from generators.spc.rules import Rule
from generators.spc.state import Better, Letter, Tone, assurance, state

RISING = [float(n) for n in range(1, 14)]
values = st.lists(st.none() | st.integers(-1000, 1000).map(lambda n: n / 10), min_size=3, max_size=300)


def rules(chart: ControlChart, at: int) -> list[Rule]:
    return [signal.rule for signal in chart.rules_at(at)]


def flagged(chart: ControlChart, rule: Rule) -> set[int]:
    return {at for signal in chart.signals if signal.rule == rule for at in signal.points}


def test_limits_worked_by_hand() -> None:
    found = limits([10, 12, 11, 13])  # differences 2, 1, 2; their mean is 5/3
    assert found is not None
    assert found.mean == 11.5
    assert found.moving_range == pytest.approx(5 / 3, rel=1e-12)
    assert found.upper == pytest.approx(11.5 + 2.66 * 5 / 3, rel=1e-12)
    assert found.lower == pytest.approx(11.5 - 2.66 * 5 / 3, rel=1e-12)
    assert found.near_upper == pytest.approx(11.5 + 2 * 2.66 / 3 * 5 / 3, rel=1e-12)
    assert found.sigma == pytest.approx(5 / 3 / 1.128, rel=1e-12)
    assert found.count == 4


def test_no_moving_range_is_taken_across_a_gap() -> None:
    found = limits([10, None, 40, 41])
    assert found is not None
    assert found.moving_range == 1
    assert found.count == 3


@pytest.mark.parametrize("series", [[], [5], [1, None] * 14, [None] * 20])
def test_without_two_neighbours_there_are_no_limits(series: list[float | None]) -> None:
    assert limits(series) is None
    assert control_chart(series).phases[0].limits is None


def test_screening_leaves_very_large_changes_out_once_and_never_touches_the_mean() -> None:
    series = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    plain, screened = limits(series), limits(series, screened=True)
    assert plain
    assert screened
    assert screened.mean == plain.mean
    assert screened.moving_range == 1
    assert screened.screened_out == 2


@pytest.mark.parametrize("series", [[1, 1, 1, 1, 2], [7.0] * 20])
def test_screening_never_leaves_nothing_that_varies(series: list[float]) -> None:
    screened = limits(series, screened=True)
    assert screened == limits(series)
    assert screened
    assert screened.screened_out == 0


def test_a_series_that_never_varies_flags_nothing() -> None:
    chart = control_chart([0.1] * 24, method=Method(screened=True))
    assert chart.signals == ()
    assert chart.phases[0].limits
    assert not chart.phases[0].limits.vary


@pytest.mark.parametrize(
    ("count", "has_limits", "provisional"), [(11, False, False), (12, True, True), (19, True, True), (20, True, False)]
)
def test_limits_need_twelve_values_and_settle_at_twenty(count: int, has_limits: bool, provisional: bool) -> None:
    phase = control_chart([at % 2 for at in range(count)]).phases[0]
    assert (phase.limits is not None) == has_limits
    assert phase.provisional == provisional


def test_a_value_on_the_mean_breaks_a_shift_and_seven_on_it_are_none() -> None:
    series: list[float] = [*[-3, 3] * 3, *[1, 1, 1, 0, 1, 1, 1], *[0] * 7, *[-1] * 6]
    assert fsum(series) == 0
    assert flagged(control_chart(series), "shift") == set()


def test_a_value_that_is_the_mean_but_for_the_computer_lies_on_it() -> None:
    series = [0.1, 0.2, 0.3] * 7
    chart = control_chart(series)
    limits_found = chart.phases[0].limits
    assert limits_found
    assert limits_found.mean != 0.2 or fsum(series) / 21 == 0.2
    assert flagged(control_chart([0.1, 0.3] * 3 + [0.2] * 7 + [0.1, 0.3] * 3), "shift") == set()


def test_a_value_on_the_limit_is_within() -> None:
    found = limits([1, 2] * 10)
    assert found
    series: list[float | None] = [*[1, 2] * 10, found.upper, None, found.lower]
    chart = control_chart(series, baseline=20)
    assert flagged(chart, "outside") == set()


def test_a_tie_breaks_a_trend_and_a_gap_breaks_every_run() -> None:
    assert flagged(control_chart([*RISING[:6], 6.0, *RISING[6:11]]), "trend") == set()
    assert flagged(control_chart([*RISING[:6], None, *RISING[6:12], 0.0]), "trend") == set()
    high: list[float | None] = [1, 2, 1, 2, 1, 2, 9, 9, 9, None, 9, 9, 9]
    assert flagged(control_chart(high), "shift") == set()


def test_a_point_can_end_a_fall_and_begin_a_rise() -> None:
    series = [*(float(n) for n in range(7, 0, -1)), *(float(n) for n in range(2, 8))]
    found = [signal for signal in control_chart(series).signals if signal.rule == "trend"]
    assert [(signal.direction, signal.points) for signal in found] == [(-1, tuple(range(7))), (1, tuple(range(6, 13)))]


def test_no_run_goes_across_a_reset() -> None:
    low, high = [1.0, 3.0] * 6, [11.0, 13.0] * 6
    series = [*low[:-4], 4.0, 4.0, 4.0, 4.0, 14.0, 14.0, 14.0, *high[3:]]
    assert flagged(control_chart(series, resets=[12]), "shift") == set()
    assert flagged(control_chart(series), "shift") != set()


def test_after_a_reset_the_old_limits_are_not_used() -> None:
    chart = control_chart([*[1.0, 2.0] * 10, 90.0, 91.0], resets=[20])
    assert chart.phases[1].limits is None
    assert chart.signals == ()
    assert state(chart, "decrease").letter == "not enough data"


def test_limits_of_a_fixed_baseline_hold_for_what_follows() -> None:
    chart = control_chart([*[1.0, 2.0] * 6, *[9.0] * 5], baseline=12)
    assert chart.phases[0].limits
    assert chart.phases[0].limits.count == 12
    assert flagged(chart, "outside") == {12, 13, 14, 15, 16}


def test_two_near_opposite_limits_are_no_signal() -> None:
    series = [*[1.0, -1.0] * 7, 5.5, -5.5]
    assert flagged(control_chart(series, method=Method(screened=True)), "two in three") == set()


@pytest.mark.parametrize(
    ("series", "better", "letter", "tone"),
    [
        ([*[1.0, 2.0] * 10, 9.0], "decrease", "a", "concern"),
        ([*[1.0, 2.0] * 10, 9.0], "increase", "a", "improvement"),
        ([*[1.0, 2.0] * 10, 9.0], "neither", "a", "neutral"),
        ([*[1.0, 2.0] * 10, -6.0], "decrease", "a", "improvement"),
        ([*[1.0, 2.0] * 10, 1.0], "decrease", "b", "ordinary"),
        ([*[1.0, 9.0] * 10, *[6.0] * 7], "decrease", "c", "neutral"),
        ([*[1.0, 9.0] * 10, *[4.0] * 7], "increase", "c", "neutral"),
        ([*[1.0, 20.0] * 10, 9.0, 9.1, 9.2, 9.3, 9.4, 9.5, 9.6, 9.7], "increase", "d", "improvement"),
        ([*[1.0, 20.0] * 10, 9.7, 9.6, 9.5, 9.4, 9.3, 9.2, 9.1, 9.0], "increase", "d", "concern"),
        ([*[1.0, 20.0] * 10, 9.7, 9.6, 9.5, 9.4, 9.3, 9.2, 9.1, 9.0], "neither", "d", "neutral"),
        ([1.0, 2.0] * 5, "decrease", "not enough data", "none"),
        ([*[1.0, 2.0] * 10, None], "decrease", "no data", "none"),
        ([], "decrease", "no data", "none"),
    ],
)
def test_states(series: list[float | None], better: Better, letter: Letter, tone: Tone) -> None:
    found = state(control_chart(series), better)
    assert (found.letter, found.tone) == (letter, tone)


def test_the_direction_of_travel_decides_for_a_trend_and_not_the_side_of_the_mean() -> None:
    series = [*[1.0, 40.0] * 10, *(float(n) for n in range(2, 10))]  # below the mean, and rising
    assert state(control_chart(series), "increase").tone == "improvement"


def test_an_exception_goes_before_a_trend_and_a_trend_before_a_shift_and_all_are_kept() -> None:
    chart = control_chart([float(n) for n in range(24)])
    assert rules(chart, 23) == ["outside", "trend", "shift"]
    assert state(chart, "increase").letter == "a"
    assert [signal.rule for signal in state(chart, "increase").signals] == ["outside", "trend", "shift"]


@pytest.mark.parametrize(
    ("target", "better", "said"),
    [
        (9, "increase", "consistently missed"),
        (9, "decrease", "consistently met"),
        (1, "increase", "consistently met"),
        (1, "decrease", "consistently missed"),
        (5, "increase", "hit and miss"),
        (8, "increase", "hit and miss"),
        (None, "increase", None),
        (9, "neither", None),
    ],
)
def test_assurance(target: float | None, better: Better, said: str | None) -> None:
    assert assurance(2, 8, target, better) == said


@pytest.mark.parametrize(
    ("series", "resets", "baseline"),
    [
        ([1.0, float("nan")], [], None),
        ([1.0, float("inf")], [], None),
        ([1.0, 2.0], [2], None),
        ([1.0, 2.0, 3.0], [2, 1], None),
        ([1.0, 2.0], [0], None),
        ([1.0, 2.0], [], 11),
    ],
)
def test_what_is_no_series_is_refused(series: list[float], resets: list[int], baseline: int | None) -> None:
    with pytest.raises(ValueError, match=r"value|resets|baseline"):
        control_chart(series, resets=resets, baseline=baseline)


@given(values, st.booleans())
def test_every_flag_is_true_to_its_rule(series: list[float | None], screened: bool) -> None:
    chart = control_chart(series, method=Method(screened=screened))
    (phase,) = chart.phases
    for signal in chart.signals:
        assert phase.limits
        points = [series[at] for at in signal.points]
        assert None not in points
        known = [point for point in points if point is not None]
        match signal.rule:
            case "outside":
                assert not phase.limits.lower <= known[0] <= phase.limits.upper
            case "shift":
                assert len(known) >= 7
                assert all((point > phase.limits.mean) == (signal.direction > 0) for point in known)
            case "trend":
                assert len(known) >= 7
                assert all((after > before) == (signal.direction > 0) for before, after in pairwise(known))
            case _:
                assert len(known) >= 2
                assert all(phase.limits.lower <= point <= phase.limits.upper for point in known)


@given(values)
def test_limits_lie_around_the_mean_and_the_mean_among_the_values(series: list[float | None]) -> None:
    found = limits(series)
    known = [value for value in series if value is not None]
    if found:
        assert min(known) - 1e-9 <= found.mean <= max(known) + 1e-9
        assert found.lower <= found.near_lower <= found.mean <= found.near_upper <= found.upper
        assert found.upper - found.mean == pytest.approx(found.mean - found.lower, abs=1e-9)
        assert found.upper - found.mean == pytest.approx(3 * found.sigma, rel=2e-4, abs=1e-9)


@given(values, st.integers(-50, 50), st.sampled_from([0.5, 2, 10]))
def test_moving_and_stretching_a_series_changes_no_flag(series: list[float | None], by: int, times: float) -> None:
    whole = [None if value is None else round(value * 10) for value in series]
    moved = [None if value is None else value * times + by for value in whole]
    assert control_chart(moved).signals == control_chart(whole).signals


@given(values)
def test_upside_down_every_flag_is_the_other_way(series: list[float | None]) -> None:
    turned = [None if value is None else -value for value in series]
    found = [(signal.rule, signal.points, -signal.direction) for signal in control_chart(turned).signals]
    assert found == [(signal.rule, signal.points, signal.direction) for signal in control_chart(series).signals]


@pytest.mark.parametrize(
    ("months", "rule", "low", "high"),
    [(24, "outside", 0.035, 0.085), (24, "shift", 0.060, 0.115), (36, "shift", 0.125, 0.205), (24, "trend", 0.0, 0.02)],
)
def test_stable_series_are_flagged_as_seldom_as_theory_says(months: int, rule: Rule, low: float, high: float) -> None:
    """Between the ends of what chance allows 2,000 simulated series around 5.7%, 8.6%, 16.4% and 0.6%."""
    chance = random.Random(20240612)
    series = ([chance.gauss(0, 1) for _ in range(months)] for _ in range(2000))
    share = sum(bool(flagged(control_chart(one), rule)) for one in series) / 2000
    assert low <= share <= high
