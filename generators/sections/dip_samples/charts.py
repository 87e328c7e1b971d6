"""The charts of this section. Each takes rows and draws them; nothing is worked out here.

What a mark stands for is written above it, in full: beside it, a long category would be cut or leave no room.
"""

from typing import Any

import altair as alt

from generators.chart_parts import LINE, lines_upwards, ticks
from generators.figure import PATTERN_COLOURS, WIDTH

STEP = 56
"""Pixels from one mark to the next, with a line of words above it."""


def over_time(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """A dot a dip sample on a scale from 0 to 100%, its count in words, and the range where there is one."""
    words = [f"{row['sample']}: {row['found']} of {row['cases']}" for row in rows]
    said = lines_upwards(words)
    values = [{**row, **lines} for row, lines in zip(rows, said, strict=True)]
    base = alt.Chart(alt.InlineData(values=values)).encode(y=_down("sample", rows))
    scale = alt.Scale(domain=[0, 100])
    axis = alt.Axis(domain=False, ticks=False, values=[0, 25, 50, 75, 100], labelExpr="datum.value + '%'")
    across = alt.X("percentage:Q", title="Found appropriate", scale=scale, axis=axis)
    ranges = (
        base.transform_filter("datum.low !== null")
        .mark_rule(strokeWidth=3, color=PATTERN_COLOURS[1])
        .encode(x=alt.X("low:Q", scale=scale), x2="high:Q")
    )
    dots = base.mark_point(filled=True, size=140, opacity=1, color=PATTERN_COLOURS[0]).encode(x=across)
    return alt.layer(ranges, dots, *_above(base, said)).properties(width=WIDTH, height=_step(STEP, said))


def by_category(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """A bar a category, with its number."""
    said = lines_upwards([f"{row['category']}: {row['cases']}" for row in rows])
    values = [{**row, **lines} for row, lines in zip(rows, said, strict=True)]
    base = alt.Chart(alt.InlineData(values=values)).encode(y=_down("category", rows))
    axis = alt.Axis(**ticks(max(row["cases"] for row in rows)), format="d", domain=False, ticks=False)
    bars = base.mark_bar(height=14, color=PATTERN_COLOURS[0]).encode(x=alt.X("cases:Q", title="Cases", axis=axis))
    return alt.layer(bars, *_above(base, said)).properties(width=WIDTH, height=_step(STEP - 12, said))


def _down(name: str, rows: list[dict[str, Any]]) -> alt.Y:
    """The marks one beneath the other, in the order of the rows."""
    return alt.Y(f"{name}:N", title=None, axis=None, sort=[row[name] for row in rows])


def _above(base: alt.Chart, said: list[dict[str, str]]) -> list[alt.Chart]:
    """The words above every mark, line by line, the last one nearest to it."""
    return [
        base.mark_text(align="left", dy=-17 - LINE * at).encode(x=alt.value(0), text=f"{line}:N")
        for at, line in enumerate(said[0])
    ]


def _step(one: int, said: list[dict[str, str]]) -> alt.Step:
    """From one mark to the next, with room for all lines of the words; `one`: with one line."""
    return alt.Step(one + LINE * (len(said[0]) - 1))
