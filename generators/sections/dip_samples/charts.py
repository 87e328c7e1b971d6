"""The charts of this section. Each takes rows and draws them; nothing is worked out here.

What a mark stands for is written above it, in full: beside it, a long category would be cut or leave no room.
"""

from typing import Any

import altair as alt

from generators.figure import PATTERN_COLOURS, WIDTH

STEP = 56
"""Pixels from one mark to the next, with the words above it."""


def over_time(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """A dot a dip sample on a scale from 0 to 100%, its count in words, and the range where there is one."""
    words = [f"{row['sample']}: {row['found']} of {row['cases']}" for row in rows]
    values = [{**row, "words": said} for row, said in zip(rows, words, strict=True)]
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
    return alt.layer(ranges, dots, _above(base)).properties(width=WIDTH, height=alt.Step(STEP))


def by_category(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """A bar a category, with its number."""
    values = [{**row, "words": f"{row['category']}: {row['cases']}"} for row in rows]
    base = alt.Chart(alt.InlineData(values=values)).encode(y=_down("category", rows))
    axis = alt.Axis(tickMinStep=1, format="d", domain=False, ticks=False)
    bars = base.mark_bar(height=14, color=PATTERN_COLOURS[0]).encode(x=alt.X("cases:Q", title="Cases", axis=axis))
    return alt.layer(bars, _above(base)).properties(width=WIDTH, height=alt.Step(STEP - 12))


def _down(name: str, rows: list[dict[str, Any]]) -> alt.Y:
    """The marks one beneath the other, in the order of the rows."""
    return alt.Y(f"{name}:N", title=None, axis=None, sort=[row[name] for row in rows])


def _above(base: alt.Chart) -> alt.Chart:
    """The words above every mark."""
    words: alt.Chart = base.mark_text(align="left", dy=-17).encode(x=alt.value(0), text="words:N")
    return words
