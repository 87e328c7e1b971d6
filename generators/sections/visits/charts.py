"""The charts of this section. Each takes rows and draws them; nothing is worked out here."""

from typing import Any

import altair as alt

from generators.chart_parts import LINE, lines_upwards
from generators.figure import PATTERN_COLOURS, WIDTH, WORDS

MOST_UPRIGHT = 4
"""Members: more names than these have no room side by side, and are turned."""
SPACE = "lastindexof(datum.label, ' ')"
IN_TWO = f"[slice(datum.label, 0, max(0, {SPACE})), slice(datum.label, {SPACE} + 1)]"
"""A name on two lines, the last word on the second: as many lines for every name, whatever it is."""
ROW = 46
"""Pixels: the name of a department on one line, and beneath it the marks."""


def due_to_attend(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """A mark where a member was due: a department a row with its name above the marks, a member a column."""
    slots = list(dict.fromkeys((row["day"], row["start"], row["department"]) for row in rows))
    numbered = [{**row, "row": slots.index((row["day"], row["start"], row["department"]))} for row in rows]
    members = list(dict.fromkeys(row["member"] for row in rows))
    said = lines_upwards([department for _, _, department in slots])
    names = [{"row": number, **lines} for number, lines in enumerate(said)]
    more = LINE * (len(said[0]) - 1)
    place = alt.Y("row:O", axis=None)
    attendance = ["due to attend", "to be confirmed"]
    is_turned = len(members) > MOST_UPRIGHT
    legend = alt.Legend(orient="bottom", labelFontSize=WORDS, symbolStrokeWidth=2)
    marks = (
        alt.Chart(alt.InlineData(values=numbered))
        .mark_point(size=170, strokeWidth=2, opacity=1, yOffset=more / 2 + 9)
        .encode(
            y=place,
            x=alt.X(
                "member:N",
                sort=members,
                title=None,
                axis=alt.Axis(
                    orient="top", labelAngle=-90 if is_turned else 0, labelLimit=0, labelOverlap=False, ticks=False,
                    domain=False, labelFontSize=WORDS,
                    labelExpr="datum.label" if is_turned else IN_TWO,
                    labelPadding=4 if is_turned else 4 + LINE,
                ),
            ),
            stroke=alt.Stroke(
                "attendance:N",
                title=None,
                scale=alt.Scale(domain=attendance, range=[PATTERN_COLOURS[0], PATTERN_COLOURS[0]]),
                legend=legend,
            ),
            shape=alt.Shape(
                "attendance:N",
                title=None,
                scale=alt.Scale(domain=attendance, range=["circle", "square"]),
                legend=legend,
            ),
            fill=alt.Fill(
                "attendance:N",
                title=None,
                scale=alt.Scale(domain=attendance, range=[PATTERN_COLOURS[0], "var(--chart-paper)"]),
                legend=legend,
            ),
        )
    )  # fmt: skip
    named = alt.Chart(alt.InlineData(values=names)).encode(y=place)
    rules = named.mark_rule(color="var(--chart-grid)", yOffset=-(ROW + more) / 2)
    labels = [
        named.mark_text(align="left", dx=4, dy=more / 2 - 11 - LINE * at, fontSize=WORDS, fontWeight="bold").encode(
            x=alt.value(0), text=f"{line}:N"
        )
        for at, line in enumerate(said[0])
    ]
    return alt.layer(rules, marks, *labels).properties(width=WIDTH, height=alt.Step(ROW + more))
