"""The control chart as it is drawn: what is labelled, and that no words meet."""

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generators.sections.performance.charts import ABOVE, APART, BELOW, HEIGHT, _bounds, control_chart

LEVEL = {"mean": 10.0, "lower": 4.0, "upper": 16.0, "level": 1, "signal": "", "also": ""}


def rows(*values: float | None, **known: Any) -> list[dict[str, Any]]:
    return [{"period": f"May {2000 + at}", "value": value, **LEVEL, **known} for at, value in enumerate(values)]


def drawn(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows that stand beside all layers."""
    spec = control_chart(given).to_dict()
    return list(spec["datasets"][spec["data"]["name"]])


def words(given: list[dict[str, Any]], **how: Any) -> dict[str, float]:
    """What is printed in the manner asked for, and how many pixels from the bottom."""
    spec = control_chart(given).to_dict()
    scales = [layer["encoding"]["y"].get("scale") for layer in spec["layer"]]
    low, high = next(scale["domain"] for scale in scales if scale)
    (layer,) = [layer for layer in spec["layer"] if layer["mark"].items() >= {"type": "text", **how}.items()]
    said = spec["datasets"][layer["data"]["name"]]
    return {row["words"]: HEIGHT * (row["height"] - low) / (high - low) for row in said}


def ends(given: list[dict[str, Any]]) -> dict[str, float]:
    """How many pixels from the bottom the words stand at the end of each line."""
    return {said.partition(" ")[0]: pixels for said, pixels in words(given, align="left").items()}


def test_an_exception_is_labelled_with_its_value_and_with_the_letter_of_what_is_known_of_it() -> None:
    series = rows(10.0, 40.0, 9.0, 8.0, 1.5, 10.0)
    for at in (1, 4):
        series[at]["signal"] = "outside"
    series[1]["event"] = "A"
    found = drawn(series)
    assert [point["label"] for point in found] == ["", "A: 40", "", "", "1.5", ""]
    assert [point["below"] for point in found] == [False, False, True, True, True, False]


def test_a_label_stands_on_the_side_of_its_point_that_is_away_from_the_mean() -> None:
    series = [{**row, "signal": "outside"} for row in rows(40.0, 10.0, -20.0)]
    low, high = _bounds(series)
    found = words(series, fontWeight="bold")
    pixels = {row["label"]: HEIGHT * (row["value"] - low) / (high - low) for row in drawn(series) if row["label"]}
    assert {label: round(found[label] - pixels[label], 6) for label in pixels} == {
        "40": ABOVE, "10": ABOVE, "−20": -BELOW,
    }  # fmt: skip


def test_of_exceptions_that_follow_each_other_so_many_are_labelled_as_there_is_room_for() -> None:
    found = drawn([{**row, "signal": "outside"} for row in rows(*[1234.0 + at for at in range(36)])])
    labels = [point["label"] for point in found]
    assert labels[0] == "1,234"
    assert 0 < len([label for label in labels if label]) < 10
    assert all(not (before and after) for before, after in pairwise(labels))


def test_a_line_ends_at_a_gap_and_at_a_new_level() -> None:
    series = rows(10.0, 11.0, None, 9.0, 10.0, 30.0)
    series[-1]["level"] = 2
    runs = [point["run"] for point in drawn(series) if point["value"] is not None]
    assert [runs.index(run) for run in runs] == [0, 0, 2, 2, 4]


@settings(max_examples=20)
@given(st.floats(-1e6, 1e6), st.floats(0, 1e3), st.floats(-1e6, 1e6))
def test_the_words_at_the_ends_of_the_lines_stand_apart(mean: float, reach: float, value: float) -> None:
    level = {"mean": mean, "lower": mean - reach, "upper": mean + reach}
    found = ends([{**row, **level} for row in rows(value, value + 1)])
    assert found["upper"] - found["mean"] >= APART - 0.01
    assert found["mean"] - found["lower"] >= APART - 0.01


def test_a_series_without_limits_or_without_variation_is_drawn() -> None:
    few = [{**row, "mean": None, "lower": None, "upper": None} for row in rows(0.0)]
    assert ends(few) == {}
    assert set(ends([{**row, "mean": 0.0, "lower": 0.0, "upper": 0.0} for row in rows(0.0, 0.0)])) == {
        "lower", "mean", "upper",
    }  # fmt: skip
