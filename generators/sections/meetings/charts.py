"""The charts of this section. Each takes rows and draws them; nothing is worked out here."""

from collections import Counter
from typing import Any

import altair as alt

from generators.chart_parts import ticks
from generators.figure import PATTERN_COLOURS, WIDTH_BESIDE_WORDS, WORDS

DAY = "timeFormat(toDate(datum.value), '%-d %b %Y')"
ORDER = ["present", "apologies", "absent", "printed as both"]


def attendance(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """Members by attendance at each meeting: a bar a meeting, a number in each part of it."""
    present = [status for status in ORDER if any(row["attendance"] == status for row in rows)]
    numbers = Counter[Any]()
    for row in rows:
        numbers[row["meeting"]] += row["members"]
    data = alt.InlineData(values=[{**row, "order": ORDER.index(row["attendance"])} for row in rows if row["members"]])
    base = alt.Chart(data).encode(
        y=alt.Y(
            "meeting:O",
            title=None,
            axis=alt.Axis(labelExpr=DAY, ticks=False, domain=False, labelPadding=8, labelFontSize=WORDS),
        ),
        x=alt.X(
            "members:Q",
            title="Members",
            stack="zero",
            axis=alt.Axis(
                **ticks(max(numbers.values())),
                format="d",
                domain=False,
                ticks=False,
                labelFontSize=WORDS,
                titleFontSize=WORDS,
            ),
        ),
        order=alt.Order("order:Q"),
    )
    bars = base.mark_bar(height=26, stroke="var(--chart-paper)", strokeWidth=2).encode(
        color=alt.Color(
            "attendance:N",
            title=None,
            sort=present,
            scale=alt.Scale(domain=present, range=[PATTERN_COLOURS[ORDER.index(status)] for status in present]),
            legend=alt.Legend(orient="top", symbolType="square", labelFontSize=WORDS),
        )
    )
    labels = base.mark_text(align="right", dx=-6, fontSize=WORDS, fontWeight="bold", color="var(--chart-paper)").encode(
        text=alt.Text("members:Q", format="d"), detail=alt.Detail("attendance:N")
    )
    return alt.layer(bars, labels).properties(width=WIDTH_BESIDE_WORDS, height=alt.Step(36))
