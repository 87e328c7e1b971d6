"""The charts of this section. Each takes rows and draws them; nothing is worked out here."""

import json
import re
from math import ceil, floor, log10
from typing import Any

import altair as alt

from generators.figure import PATTERN_COLOURS, WIDTH, WORDS

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
BESIDE_MEAN = {"upper": -1, "mean": 0, "lower": 1}
"""Which way the words at the end of a line can move: up, not at all, down."""
APART = WORDS + 2
"""Pixels between the middles of two lines of words, at least."""
LETTER = 9
"""Pixels that a letter takes, about."""


def control_chart(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """Points joined where neighbours have a value, the mean and the limits of each level, a mark for every signal."""
    values, bounds = _drawn(rows), _bounds(rows)
    base = alt.Chart(alt.InlineData(values=values)).encode(x=_across(rows))
    scale = alt.Scale(domain=bounds, nice=False, zero=False)
    y = alt.Y("value:Q", scale=scale, title=None, axis=alt.Axis(domain=False, ticks=False))
    known = base.transform_filter("datum.value !== null")
    limits = [
        known.transform_filter(f"datum.{name} !== null")
        .mark_line(color="currentColor", strokeWidth=1.2, strokeDash=dash)
        .encode(y=alt.Y(f"{name}:Q"), detail=alt.Detail("run:N"))
        for name, dash in LINES.items()
    ]
    line = known.mark_line(color=PATTERN_COLOURS[0], strokeWidth=1.5).encode(y=y, detail=alt.Detail("run:N"))
    words = (*_ends(base, rows, bounds), *_labels(known))
    return alt.layer(*limits, line, _points(known, y, values), *words, width=WIDTH, height=HEIGHT)


def _drawn(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with their place, their mark, their label, and the run without a gap or a new level they belong to."""
    found: list[dict[str, Any]] = []
    run, before, free = 0, None, 0.0
    for at, row in enumerate(rows):
        run += row["value"] is None or row["level"] != before
        before = row["level"]
        mark = {"": "ordinary", "outside": "outside the limits"}.get(row["signal"], row["signal"])
        label = row.get("event", "")
        if row["signal"] == "outside" and at >= free:
            label = f"{label}: {_number(row['value'])}" if label else _number(row["value"])
        if label:
            free = at + len(label) * LETTER * max(len(rows) - 1, 1) * ROOM / WIDTH
        below = row["mean"] is not None and row["value"] is not None and row["value"] < row["mean"]
        found.append({**row, "at": at, "run": run, "mark": mark, "size": SIZES[mark], "label": label, "below": below})
        run += row["value"] is None
    return found


def _bounds(rows: list[dict[str, Any]]) -> list[float]:
    """The lowest and the highest number of the scale, with room for labels beyond what is drawn."""
    drawn = [row[name] for row in rows if row["value"] is not None for name in ("value", *LINES)]
    numbers = [number for number in drawn if number is not None]
    room = (max(numbers) - min(numbers) or abs(max(numbers)) or 1) / 8
    return [min(numbers) - room, max(numbers) + room]


def _number(value: float) -> str:
    """A number as short as its size allows."""
    size = abs(value)
    text = f"{size:,.{max(1, 2 - floor(log10(size))) if size else 0}f}"
    return f"{'−' if value < 0 else ''}{text.rstrip('0').rstrip('.') if '.' in text else text}"


def _across(rows: list[dict[str, Any]]) -> alt.X:
    last = len(rows) - 1
    labelled = WIDTH / ROOM // (LETTER * max(len(_short(row["period"])) for row in rows))
    step = max(1, ceil(len(rows) / labelled))
    ticks = list(range(last % step, len(rows), step))
    names = json.dumps({str(at): _short(rows[at]["period"]) for at in ticks}, ensure_ascii=True)
    axis = alt.Axis(values=ticks, labelExpr=f"({names})[datum.value]", grid=False, labelAngle=0, labelFlush=False)
    domain = [0, max(last, 1) * ROOM]
    return alt.X("at:Q", title=None, axis=axis, scale=alt.Scale(domain=domain, nice=False, padding=12))


def _short(period: str) -> str:
    """`Mar 2020`, `Jan-Mar 2020`: there is little room beneath a chart."""
    return re.sub(r"\b([A-Z][a-z]{2})[a-z]*", r"\1", period).replace(" to ", "-")


def _points(known: alt.Chart, y: alt.Y, values: list[dict[str, Any]]) -> alt.Chart:
    present = [mark for mark in MARKS if any(row["mark"] == mark and row["value"] is not None for row in values)]
    legend = alt.Legend(orient="top", columns=3) if len(present) > 1 else None
    shapes = alt.Scale(domain=present, range=[MARKS[mark] for mark in present])
    colours = alt.Scale(domain=present, range=[COLOURS[mark] for mark in present])
    drawn: alt.Chart = known.mark_point(filled=True, opacity=1, stroke="var(--chart-paper)", strokeWidth=1).encode(
        y=y,
        size=alt.Size("size:Q", scale=None, legend=None),
        shape=alt.Shape("mark:N", title=None, sort=present, scale=shapes, legend=legend),
        color=alt.Color("mark:N", title=None, sort=present, scale=colours, legend=legend),
    )
    return drawn


def _ends(base: alt.Chart, rows: list[dict[str, Any]], bounds: list[float]) -> list[alt.Chart]:
    """The limits and the mean of the last level, printed at their ends, and moved apart where they nearly meet."""
    last, words = rows[-1], []
    pixel = HEIGHT / (bounds[1] - bounds[0])
    for name, way in BESIDE_MEAN.items():
        if last[name] is not None:
            missing = max(0.0, APART - pixel * abs(last[name] - last["mean"]))
            words.append(
                base.transform_filter(f"datum.at === {len(rows) - 1}")
                .mark_text(
                    align="left", dx=10, dy=way * missing, text=f"{name} {_number(last[name])}", color="currentColor"
                )
                .encode(y=alt.Y(f"{name}:Q"))
            )
    return words


def _labels(known: alt.Chart) -> list[alt.Chart]:
    """The letters of what is known and the values of exceptions, on the side of a point that is away from the mean."""
    return [
        known.transform_filter(f"datum.label !== '' && {'' if below else '!'}datum.below")
        .mark_text(fontWeight="bold", dy=dy, color="currentColor")
        .encode(y=alt.Y("value:Q"), text=alt.Text("label:N"))
        for below, dy in ((False, -14), (True, 16))
    ]
