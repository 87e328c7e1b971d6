"""The control chart as it is drawn: what is labelled, and that no words meet."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generators.sections.performance.charts import APART, HEIGHT, _bounds, control_chart
from generators.sections.performance.labels import ABOVE, BELOW, LINE, ChartPoint, _box, labels

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
    low, high = _bounds(series)
    pixels = [HEIGHT * (row["value"] - low) / (high - low) for row in series]
    found = words(series, fontWeight="bold")
    assert {label: round(found[label] - at) for label, at in (("A: 40.0", pixels[1]), ("1.5", pixels[4]))} == {
        "A: 40.0": ABOVE, "1.5": -BELOW,
    }  # fmt: skip
    assert set(found) == {"A: 40.0", "1.5"}


def test_the_latest_exception_is_labelled_before_all_others() -> None:
    found = words([{**row, "signal": "outside"} for row in rows(*[1234.0 + at for at in range(36)])], fontWeight="bold")
    assert "1,269" in found
    assert 1 < len(found) < 36


def test_the_mean_and_the_limits_are_written_to_one_place_more_than_the_values() -> None:
    assert {said.partition(" ")[2] for said in words(rows(9.5, 10.5), align="left")} == {"16.00", "10.00", "4.00"}
    assert {said.partition(" ")[2] for said in words(rows(100 / 3, 9.0), align="left")} == {"16", "10", "4"}


HEIGHTS = st.integers(20, 240)
POINTS = st.lists(st.tuples(HEIGHTS, st.booleans(), st.sampled_from(["", "A", "BC"]), st.sampled_from(["", "401"])))


@given(POINTS)
def test_every_letter_stands_and_no_figure_stands_on_another_label(
    given: list[tuple[int, bool, str, str]],
) -> None:
    points = [
        ChartPoint(at, 12 + 11.0 * at, up, below, letter, figure)
        for at, (up, below, letter, figure) in enumerate(given)
    ]
    found = labels(points, HEIGHT, ())
    told = {label.at: label.words for label in found}
    assert all(told.get(point.at, "").startswith(point.letter) for point in points)
    boxes = [(label, _box(label, points[label.at])) for label in found]
    for label, box in boxes:
        if "401" in label.words:
            assert not any(box.meets(other) for one, other in boxes if one is not label and "401" in one.words)


def test_letters_of_months_that_follow_each_other_move_apart() -> None:
    points = [ChartPoint(at, 12 + 5.0 * at, 100, False, letter, "") for at, letter in enumerate("AB")]
    assert [label.moved for label in labels(points, HEIGHT, ())] == [ABOVE + LINE, ABOVE]


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
