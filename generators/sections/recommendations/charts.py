"""The charts of this section. Each takes rows and draws them; nothing is worked out here."""

from typing import Any

import altair as alt

from generators.chart_parts import ticks
from generators.figure import PATTERN_COLOURS, WIDTH_BESIDE_WORDS

STATES = ["not closed", "closed"]


def open_and_closed(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """Two bars a year, each with its number at the end."""
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("year:O", title=None, axis=alt.Axis(ticks=False, domain=False, labelPadding=8)),
        yOffset=alt.YOffset("state:N", sort=STATES),
        x=alt.X(
            "number:Q",
            title="Recommendations and actions",
            axis=alt.Axis(**ticks(max(row["number"] for row in rows)), format=",d", domain=False, ticks=False),
        ),
    )
    bars = base.mark_bar(height=14).encode(
        color=alt.Color(
            "state:N",
            title=None,
            sort=STATES,
            scale=alt.Scale(domain=STATES, range=list(PATTERN_COLOURS[:2])),
            legend=alt.Legend(orient="top", symbolType="square"),
        )
    )
    numbers = base.mark_text(align="left", dx=4).encode(text=alt.Text("number:Q", format=","))
    return alt.layer(bars, numbers).properties(width=WIDTH_BESIDE_WORDS, height=alt.Step(18))
