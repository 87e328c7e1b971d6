"""Control charts against answers that public projects give, and those that follow from the formula.

The cases are read from where they are kept for everybody, and are skipped where that place is not beside the project.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generators.spc.chart import FEWEST, ControlChart, Method, Phase, control_chart
from generators.spc.limits import limits, moving_ranges
from generators.spc.rules import Rule, Signal, outside, shifts, sides_of, trends, two_in_three
from generators.spc.state import Better, assurance

FILE = Path(__file__).parents[2] / "shared" / "spc" / "cases.json"
NUMBERS = {"mean": "mean", "amr": "moving_range", "lpl": "lower", "upl": "upper"} | {
    "nlpl": "near_lower",
    "nupl": "near_upper",
    "moving_ranges_screened_out": "screened_out",
}
BETTER: dict[str, Better] = {"increase": "increase", "decrease": "decrease", "neutral": "neither"}
ASSURED = {"consistently met": "consistent_pass", "consistently missed": "consistent_fail"} | {
    "hit and miss": "inconsistent",
    None: None,
}
LABELS: dict[str, Rule] = {
    "CL": "shift",
    "Tre": "trend",
    "2 in": "two in three",
    "UCL": "outside",
    "LCL": "outside",
}
MDC: dict[str, Rule] = {
    "Astro": "outside",
    "astronomical": "outside",
    "Shift": "shift",
    "shift": "shift",
    "Trend": "trend",
    "trend": "trend",
}
ANY = replace(Method(), fewest=1)


def cases(*kinds: str) -> list[Any]:
    every = json.loads(FILE.read_text("utf-8"))["cases"] if FILE.exists() else []
    found = [case for case in every if case["kind"] in kinds]
    if not found:
        skip = pytest.mark.skip(reason="../shared/spc/cases.json is not beside the project")
        return [pytest.param({}, id="no shared cases", marks=skip)]
    return [pytest.param(case, id=case["id"]) for case in found]


def method_of(options: Mapping[str, Any]) -> Method:
    to_limit = options.get("k", 2.66)
    return Method(
        shift=options.get("shift", 7),
        trend=options.get("trend", 7),
        screened=options.get("screen_moving_ranges", False),
        to_limit=3 / 1.128 if to_limit == "3/1.128" else to_limit,
        fewest=1,
    )


def chart_of(case: Mapping[str, Any]) -> ControlChart:
    options, given = case["options"], case["input"]
    resets = [given["dates"].index(day) for day in options.get("rebase", ())]
    resets += [options["rebase_at_index"]] if "rebase_at_index" in options else []
    baseline = options.get("fix_after_n_points")
    return control_chart(given["values"], resets=resets, baseline=baseline, method=method_of(options))


def same(case: Mapping[str, Any], value: float) -> Any:
    return pytest.approx(value, rel=1e-9, abs=case.get("abs_tolerance", 1e-6))


def rule_in(label: str) -> Rule | None:
    if label == "Common Cause":
        return None
    return next(rule for words, rule in reversed(LABELS.items()) if words in label)


@pytest.mark.parametrize("case", cases("limits", "limits+points", "points", "edge"))
def test_limits_and_labels(case: dict[str, Any]) -> None:
    expected, given = case["expected"], case["input"]
    if "y" in given:
        check_outside(given, expected)
        return
    chart = chart_of(case)
    first, after = given.get("baseline_slice", (0, case["options"].get("fix_after_n_points")))
    values = given["values"][first:after]
    found = limits(values, screened=chart.method.screened, to_limit=chart.method.to_limit)
    assert found is not None
    assert first or found == chart.phases[0].limits
    for name, ours in NUMBERS.items():
        if name in expected:
            assert getattr(found, ours) == same(case, expected[name])
    if "moving_ranges" in expected:
        assert list(moving_ranges(given["values"])) == expected["moving_ranges"][1:]
    check_points(chart, expected)


def check_outside(given: Mapping[str, Any], expected: Mapping[str, Any]) -> None:
    found = limits(given["y"])
    assert found is not None
    lower = given.get("lpl", found.lower)
    flagged = [signal.points[0] for signal in outside(given["y"], replace(found, lower=lower, upper=given["upl"]))]
    assert flagged == expected["outside_0based"]
    assert not set(flagged) & set(expected.get("not_outside_0based", ()))


def check_points(chart: ControlChart, expected: Mapping[str, Any]) -> None:
    places = range(len(chart.values))
    if "special_cause_type" in expected:
        assert [chart.label_at(at) for at in places] == [rule_in(label) for label in expected["special_cause_type"]]
    if "outside_limits" in expected:
        flagged = [any(signal.rule == "outside" for signal in chart.rules_at(at)) for at in places]
        assert flagged == [bool(flag) for flag in expected["outside_limits"]]
    if "relative_to_mean" in expected:
        (phase,) = chart.phases
        assert phase.limits is not None
        assert list(sides_of(chart.values, phase.limits.mean)) == expected["relative_to_mean"]
    if "special_cause" in expected:
        assert [bool(chart.rules_at(at)) for at in places] == expected["special_cause"]
    if "special_points_0based" in expected:
        assert [at for at in places if chart.rules_at(at)] == expected["special_points_0based"]


@pytest.mark.parametrize("case", cases("limits+points+rebase", "limits+rebase"))
def test_phases(case: dict[str, Any]) -> None:
    chart = chart_of(case)
    assert len(chart.phases) == len(case["expected"]["phases"])
    for phase, expected in zip(chart.phases, case["expected"]["phases"], strict=True):
        assert phase.limits is not None
        assert phase.count == expected["n"]
        for name, ours in NUMBERS.items():
            if name in expected:
                assert getattr(phase.limits, ours) == same(case, expected[name])
        labels = [chart.label_at(at) for at in range(phase.first, phase.after)]
        if "special_cause_type" in expected:
            assert labels == [rule_in(label) for label in expected["special_cause_type"]]
        if expected.get("all_common_cause"):
            assert set(labels) == {None}


@pytest.mark.parametrize("case", cases("last_point", "any_point"))
def test_rules_of_another_publisher(case: dict[str, Any]) -> None:
    """Its two in three counts points beyond the limit, ours does not: of that rule our own answer alone is held."""
    chart, expected = chart_of(case), case["expected"]
    last = len(chart.values) - 1
    if "any_special_cause" in expected:
        named = MDC.get(expected["rule_present"] or "")
        assert named is None or named in {signal.rule for signal in chart.signals}
        assert expected["any_special_cause"] or not chart.signals
        return
    named = MDC.get(expected["last_point_rule"])
    if expected["last_point_rule"] != "2of3":
        assert (named in {signal.rule for signal in chart.rules_at(last)}) if named else not chart.rules_at(last)
    under_defaults = control_chart(chart.values, method=replace(ANY, screened=True))
    assert under_defaults.label_at(last) == rule_in(expected["also_under_ptd_defaults"]["last_point_type"])


@pytest.mark.parametrize("case", cases("assurance", "rule:assurance"))
def test_assurance(case: dict[str, Any]) -> None:
    better, given = BETTER[case["options"]["improvement_direction"]], case["input"]
    if "values" in given:
        found = chart_of(case).phases[-1].limits
        assert found is not None
        assert ASSURED[assurance(found.lower, found.upper, given["target"], better)] == case["expected"]["assurance"]
        return
    bounds = zip(given.get("lpl") or given["phases_lpl"], given.get("upl") or given["phases_upl"], strict=True)
    answers = [ASSURED[assurance(lower, upper, given["target"], better)] for lower, upper in bounds]
    if "lpl" in given:
        assert answers == case["expected"]["assurance"]
    else:
        last = {"last_phase_1": answers[2], "order_2_3_1": answers[0], "order_3_1_2": answers[1]}
        assert last == case["expected"]


@pytest.mark.parametrize("case", cases("rule:shift7_end_of_run", "rule:trend7_end_of_run", "rule:part_of_seven"))
def test_runs(case: dict[str, Any]) -> None:
    given, expected = case["input"], case["expected"]["flags"]
    if "v" in given:
        sides = [0] * len(given["v"])
        for at, flag in enumerate(given["v"]):
            sides[at - 6 : at + 1] = [flag] * 7 if flag else sides[at - 6 : at + 1]
        flagged = {at for signal in shifts(sides, 7) for at in signal.points}
        assert [int(at in flagged) for at in range(len(sides))] == expected
        return
    found = trends(given["y"], 7) if "y" in given else shifts(given["relative_to_mean"], 7)
    ends = {at: signal.direction for signal in found for at in signal.points[6:]}
    assert [ends.get(at, 0) for at in range(len(expected))] == expected


@pytest.mark.parametrize("case", cases("rule:two_in_three_window", "rule:two_in_three_points"))
def test_two_in_three(case: dict[str, Any]) -> None:
    near, expected = [bool(flag) for flag in case["input"]["close_to_limits"]], case["expected"]["flags"]
    found = {at for signal in two_in_three(case["input"]["relative_to_mean"], near) for at in signal.points}
    if case["kind"].endswith("window"):  # all three of a window are flagged there, and here those near the limit
        expected = [flag and close for flag, close in zip(expected, near, strict=True)]
    assert [int(at in found) for at in range(len(near))] == [int(flag) for flag in expected]


@pytest.mark.parametrize("case", cases("rule:label_priority"))
def test_label_priority(case: dict[str, Any]) -> None:
    given = case["input"]
    flags: dict[Rule, list[int]] = {"trend": given["part_of_trend"], "shift": given["part_of_shift"]} | {
        "two in three": given["part_of_2of3"],
        "outside": given["outside_limits"],
    }
    found = tuple(Signal(rule, flag, (at,)) for rule, each in flags.items() for at, flag in enumerate(each) if flag)
    chart = ControlChart(tuple(given["y"]), (Phase(0, 8, 8, None),), found, ANY)
    labels = [rule_in(label) for label in case["expected"]["special_cause_type"]]
    assert [chart.label_at(at) for at in range(8)] == labels


@pytest.mark.parametrize("case", cases("rule:short_group"))
def test_short_groups(case: dict[str, Any]) -> None:
    assert case["options"]["threshold"] == FEWEST
    chart = control_chart([float(at % 3) for at in range(case["input"]["n"])])
    assert (chart.phases[0].limits is None) == case["expected"]["short_group_warning"]


def test_the_kinds_of_case_are_all_looked_at() -> None:
    if not FILE.exists():
        pytest.skip("../shared/spc/cases.json is not beside the project")
    looked_at = {"limits", "limits+points", "points", "edge", "limits+points+rebase", "limits+rebase", "last_point"} | {
        "any_point", "assurance", "rule:assurance", "rule:shift7_end_of_run", "rule:trend7_end_of_run",
        "rule:part_of_seven", "rule:two_in_three_window", "rule:two_in_three_points", "rule:label_priority",
        "rule:short_group",
    }  # fmt: skip
    assert {case["kind"] for case in json.loads(FILE.read_text("utf-8"))["cases"]} == looked_at
