"""The charts of this section. Each takes rows and draws them; nothing is worked out here."""

import json
import re
from math import ceil, floor, log10
from typing import Any

import altair as alt

from generators.figure import PATTERN_COLOURS, WIDTH, WORDS
from generators.sections.performance.labels import Box, ChartPoint, labels

HEIGHT = 260
ROOM = 1.25
"""The part of the width that is left for the words at the end of the lines."""
MARKS = {
    "ordinary": "circle",
    "outside the limits": "diamond",
    "trend": "triangle-up",
    "shift": "square",
    "two in three": "triangle-right",
}
SIZES = {"ordinary": 50, "outside the limits": 140, "trend": 110, "shift": 70, "two in three": 90}
"""Square pixels of a mark: what stands out is larger, and what comes in runs is not so large that it meets."""
COLOURS = dict(
    zip(MARKS, (PATTERN_COLOURS[0], PATTERN_COLOURS[1], PATTERN_COLOURS[1], *PATTERN_COLOURS[2:]), strict=True)
)
LINES = {"lower": [5, 4], "mean": [1, 0], "upper": [5, 4]}
"""How the mean and the limits are dashed."""
BESIDE_MEAN = {"upper": 1, "mean": 0, "lower": -1}
"""Which way the words at the end of a line can move: up, not at all, down."""
APART = WORDS + 2
"""Pixels between the middles of two lines of words, at least."""
PADDING, END = 12, 10
"""Pixels from the edge of the chart to the first point, and from the end of a line to its words."""
LETTER = 9
"""Pixels that a letter takes, about."""
MOST_TYPED = 3
"""Numbers of more decimal places than these are not typed but worked out, like shares."""


def control_chart(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """Points joined where neighbours have a value, the mean and the limits of each level, a mark for every signal.

    What is drawn has few layers, and the rows stand once beside them: each layer is compiled by itself.
    """
    values, bounds = _drawn(rows), _bounds(rows)
    across = _across(rows)
    base = alt.Chart().encode(x=across)
    scale = alt.Scale(domain=bounds, nice=False, zero=False)
    y = alt.Y("value:Q", scale=scale, title=None, axis=alt.Axis(domain=False, ticks=False))
    run = alt.Detail("run:N")
    line = base.mark_line(color=PATTERN_COLOURS[0], strokeWidth=1.5).encode(y=y, detail=run)
    pixel = (bounds[1] - bounds[0]) / HEIGHT
    ended = _ends(rows, pixel)
    ends = _words(ended, across, align="left", dx=END)
    beside = _words(_labels(values, ended, bounds), across, fontWeight="bold")
    drawn = (_limits(base, run), line, _points(base, y, values), ends, beside)
    known = [alt.FilterTransform("datum.value !== null")]
    return alt.layer(*drawn, data=alt.InlineData(values=values), transform=known, width=WIDTH, height=HEIGHT)


def _drawn(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with their place, their mark, and the run without a gap or a new level they belong to."""
    found: list[dict[str, Any]] = []
    run, before = 0, None
    for at, row in enumerate(rows):
        run += row["value"] is None or row["level"] != before
        before = row["level"]
        mark = {"": "ordinary", "outside": "outside the limits"}.get(row["signal"], row["signal"])
        found.append({**row, "at": at, "run": run, "mark": mark, "size": SIZES[mark]})
        run += row["value"] is None
    return found


def _bounds(rows: list[dict[str, Any]]) -> list[float]:
    """The lowest and the highest number of the scale, with room for labels beyond what is drawn."""
    drawn = [row[name] for row in rows if row["value"] is not None for name in ("value", *LINES)]
    numbers = [number for number in drawn if number is not None]
    room = (max(numbers) - min(numbers) or abs(max(numbers)) or 1) / 8
    return [min(numbers) - room, max(numbers) + room]


def _typed(rows: list[dict[str, Any]]) -> int | None:
    """To how many decimal places the values are typed; None where they are worked out."""
    known = [f"{row['value']:.9f}".rstrip("0").partition(".")[2] for row in rows if row["value"] is not None]
    places = max(map(len, known), default=0)
    return places if places <= MOST_TYPED else None


def _number(value: float, places: int | None) -> str:
    """A number to so many decimal places; without one, as short as its size allows."""
    size = abs(value)
    if places is None:
        text = f"{size:,.{max(1, 2 - floor(log10(size))) if size else 0}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        text = f"{size:,.{places}f}"
    return f"−{text}" if value < 0 and float(text.replace(",", "")) else text


def _across(rows: list[dict[str, Any]]) -> alt.X:
    last = len(rows) - 1
    labelled = WIDTH / ROOM // (LETTER * max(len(_short(row["period"])) for row in rows))
    step = max(1, ceil(len(rows) / labelled))
    ticks = list(range(last % step, len(rows), step))
    names = json.dumps({str(at): _short(rows[at]["period"]) for at in ticks}, ensure_ascii=True)
    axis = alt.Axis(values=ticks, labelExpr=f"({names})[datum.value]", grid=False, labelAngle=0, labelFlush=False)
    scale = alt.Scale(domain=[0, _breadth(rows)], nice=False, padding=PADDING)
    return alt.X("at:Q", title=None, axis=axis, scale=scale)


def _breadth(rows: list[dict[str, Any]]) -> float:
    """The periods for which there is room from left to right."""
    return max(len(rows) - 1, 1) * ROOM


def _short(period: str) -> str:
    """`Mar 2020`, `Jan-Mar 2020`: there is little room beneath a chart."""
    return re.sub(r"\b([A-Z][a-z]{2})[a-z]*", r"\1", period).replace(" to ", "-")


def _limits(base: alt.Chart, run: alt.Detail) -> alt.Chart:
    """The mean and the limits: a line each for every run."""
    dashes = alt.Scale(domain=list(LINES), range=list(LINES.values()))
    drawn: alt.Chart = (
        base.transform_fold(list(LINES), as_=["line", "height"])
        .transform_filter("datum.height !== null")
        .mark_line(color="currentColor", strokeWidth=1.2)
        .encode(y=alt.Y("height:Q"), detail=run, strokeDash=alt.StrokeDash("line:N", scale=dashes, legend=None))
    )
    return drawn


def _points(base: alt.Chart, y: alt.Y, values: list[dict[str, Any]]) -> alt.Chart:
    present = [mark for mark in MARKS if any(row["mark"] == mark and row["value"] is not None for row in values)]
    legend = alt.Legend(orient="top", columns=3) if len(present) > 1 else None
    shapes = alt.Scale(domain=present, range=[MARKS[mark] for mark in present])
    colours = alt.Scale(domain=present, range=[COLOURS[mark] for mark in present])
    drawn: alt.Chart = base.mark_point(filled=True, opacity=1, stroke="var(--chart-paper)", strokeWidth=1).encode(
        y=y,
        size=alt.Size("size:Q", scale=None, legend=None),
        shape=alt.Shape("mark:N", title=None, sort=present, scale=shapes, legend=legend),
        color=alt.Color("mark:N", title=None, sort=present, scale=colours, legend=legend),
    )
    return drawn


def _words(said: list[dict[str, Any]], across: alt.X, **how: Any) -> alt.Chart:
    """Words at their places: what is said where, each with `at`, `height` and `words`."""
    drawn: alt.Chart = (
        alt.Chart(alt.InlineData(values=said))
        .mark_text(color="currentColor", **how)
        .encode(x=across, y=alt.Y("height:Q"), text=alt.Text("words:N"))
    )
    return drawn


def _ends(rows: list[dict[str, Any]], pixel: float) -> list[dict[str, Any]]:
    """The limits and the mean of the last level, printed at their ends, and moved apart where they nearly meet."""
    last, typed = rows[-1], _typed(rows)
    places = None if typed is None else typed + 1
    found = []
    for name, way in BESIDE_MEAN.items():
        if last[name] is not None:
            moved = way * max(0.0, APART * pixel - abs(last[name] - last["mean"]))
            words = f"{name} {_number(last[name], places)}"
            found.append({"at": len(rows) - 1, "height": last[name] + moved, "words": words})
    return found


def _labels(values: list[dict[str, Any]], ended: list[dict[str, Any]], bounds: list[float]) -> list[dict[str, Any]]:
    """The letters of what is known and the values of exceptions, where they are free of each other."""
    pixel, step = (bounds[1] - bounds[0]) / HEIGHT, (WIDTH - 2 * PADDING) / _breadth(values)
    typed = _typed(values)
    points = [
        ChartPoint(
            at=row["at"], across=PADDING + row["at"] * step, up=(row["value"] - bounds[0]) / pixel,
            below=row["mean"] is not None and row["value"] < row["mean"], letter=row.get("event", ""),
            figure=_number(row["value"], typed) if row["signal"] == "outside" else "",
        )
        for row in values if row["value"] is not None
    ]  # fmt: skip
    right = PADDING + (len(values) - 1) * step + END + WIDTH
    written = [Box(right, (row["height"] - bounds[0]) / pixel, WIDTH, APART / 2) for row in ended]
    return [
        {"at": label.at, "height": values[label.at]["value"] + label.moved * pixel, "words": label.words}
        for label in labels(points, HEIGHT, written)
    ]
