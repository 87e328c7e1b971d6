"""The charts of this section. Each takes rows and draws them; nothing is worked out here."""

import json
import re
from typing import Any

import altair as alt

from generators.figure import PATTERN_COLOURS, WIDTH, WORDS

HEIGHT = 260
LABELLED = 5
"""Periods that are named beneath the chart, at most."""
ROOM = 1.25
"""The part of the width that is left for the words at the end of the lines."""
MARKS = {
    "ordinary": "circle",
    "outside the limits": "diamond",
    "trend": "triangle-up",
    "shift": "square",
    "two in three": "triangle-right",
}
COLOURS = dict(
    zip(MARKS, (PATTERN_COLOURS[0], PATTERN_COLOURS[1], PATTERN_COLOURS[1], *PATTERN_COLOURS[2:]), strict=True)
)
LINES = {"lower": [5, 4], "mean": [1, 0], "upper": [5, 4]}
"""How the mean and the limits are dashed."""


def control_chart(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """Points joined where neighbours have a value, the mean and the limits of each level, a mark for every signal."""
    values = _drawn(rows)
    base = alt.Chart(alt.InlineData(values=values)).encode(x=_across(rows))
    y = alt.Y("value:Q", scale=alt.Scale(zero=False, nice=True), title=None, axis=alt.Axis(domain=False, ticks=False))
    known = base.transform_filter("datum.value !== null")
    limits = [
        known.transform_filter(f"datum.{name} !== null")
        .mark_line(color="currentColor", strokeWidth=1.2, strokeDash=dash)
        .encode(y=alt.Y(f"{name}:Q"), detail="run:N")
        for name, dash in LINES.items()
    ]
    line = known.mark_line(color=PATTERN_COLOURS[0], strokeWidth=1.5).encode(y=y, detail="run:N")
    return alt.layer(*limits, line, _points(known, y, values), *_words(base, len(rows) - 1)).properties(
        width=WIDTH, height=HEIGHT
    )


def _drawn(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with their place, their mark, and the run without a gap or a new level to which they belong."""
    found: list[dict[str, Any]] = []
    run, before = 0, None
    for at, row in enumerate(rows):
        run += row["value"] is None or row["level"] != before
        before = row["level"]
        mark = {"": "ordinary", "outside": "outside the limits"}.get(row["signal"], row["signal"])
        found.append({**row, "at": at, "run": run, "mark": mark, "event": row.get("event", "")})
        run += row["value"] is None
    return found


def _across(rows: list[dict[str, Any]]) -> alt.X:
    last = len(rows) - 1
    step = max(1, -(-len(rows) // LABELLED))
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
    drawn: alt.Chart = known.mark_point(
        filled=True, size=60, opacity=1, stroke="var(--chart-paper)", strokeWidth=1
    ).encode(
        y=y,
        shape=alt.Shape("mark:N", title=None, sort=present, scale=shapes, legend=legend),
        color=alt.Color("mark:N", title=None, sort=present, scale=colours, legend=legend),
    )
    return drawn


def _words(base: alt.Chart, at: int) -> list[alt.Chart]:
    """The limits and the mean of the last level, printed at their ends; what is known, beside its period."""
    last = base.transform_filter(f"datum.at === {at}")
    printed = [
        last.transform_filter(f"datum.{name} !== null")
        .transform_calculate(words=f"'{name} ' + format(datum.{name}, ',.1~f')")
        .mark_text(align="left", dx=10, fontSize=WORDS, color="currentColor")
        .encode(y=alt.Y(f"{name}:Q"), text="words:N")
        for name in LINES
    ]
    events = (
        base.transform_filter("datum.event !== '' && datum.value !== null")
        .mark_text(fontSize=WORDS, fontWeight="bold", dy=-12, color="currentColor")
        .encode(y=alt.Y("value:Q"), text="event:N")
    )
    return [*printed, events]
