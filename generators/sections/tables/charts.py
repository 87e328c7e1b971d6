"""The charts of this section. Each takes rows and draws them; nothing is worked out here."""

from typing import Any

import altair as alt

from generators.figure import PATTERN_COLOURS, WIDTH_BESIDE_WORDS, WORDS

LONGEST = 230
"""Pixels for the words beside the bars."""


def bars(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """A bar for each number, those of one row of the table together, each with its number at its end."""
    labels, groups = (list(dict.fromkeys(row[name] for row in rows)) for name in ("row", "column"))
    several = len(groups) > 1
    axis = alt.Axis(ticks=False, domain=False, labelPadding=8, labelFontSize=WORDS, labelLimit=LONGEST)
    most = max((float(row["number"]) for row in rows), default=0)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("row:N", title=None, sort=labels, axis=axis),
        x=alt.X("number:Q", title=None, axis=None, scale=alt.Scale(domain=[0, most * (1.45 if several else 1.2) or 1])),
    )
    if several:
        base = base.encode(yOffset=alt.YOffset("column:N", sort=groups))
    colours = alt.Scale(domain=groups, range=list(PATTERN_COLOURS[: len(groups)]))
    legend = alt.Legend(orient="top", symbolType="square", labelFontSize=WORDS, labelLimit=LONGEST) if several else None
    drawn = base.mark_bar().encode(color=alt.Color("column:N", title=None, sort=groups, scale=colours, legend=legend))
    words = "datum.printed + ' ' + datum.column" if several else "datum.printed"
    numbers = base.mark_text(align="left", dx=4, fontSize=WORDS, color="currentColor").encode(text="words:N")
    numbers = numbers.transform_calculate(words=words)
    return alt.layer(drawn, numbers).properties(width=WIDTH_BESIDE_WORDS, height=alt.Step(20 if several else 30))
