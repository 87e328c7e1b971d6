"""The charts of this section. Each takes rows and draws them; nothing is worked out here."""

from typing import Any

import altair as alt

from generators.chart_parts import ticks
from generators.figure import PATTERN_COLOURS, WIDTH_BESIDE_WORDS
from generators.sections.gifts.records import ANSWERS

ROOM = 0.06
"""Of the longest bar: in a part that is shorter, its number would not fit."""
SPANS = {"low": "at the least", "high": "at the most"}
LEGEND = alt.Legend(orient="top", symbolType="square")


def answers(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """Offers by answer: a bar a year, a number in each part of it."""
    present = [answer for answer in ANSWERS if any(row["answer"] == answer for row in rows)]
    longest = max(sum(row["offers"] for row in rows if row["year"] == year) for year in {row["year"] for row in rows})
    data = alt.InlineData(values=[{**row, "order": ANSWERS.index(row["answer"])} for row in rows if row["offers"]])
    base = alt.Chart(data).encode(
        y=_years(rows),
        x=alt.X("offers:Q", title="Offers", stack="zero", axis=_axis("d", **ticks(longest))),
        order=alt.Order("order:Q"),
    )
    colours = [PATTERN_COLOURS[ANSWERS.index(answer)] for answer in present]
    bars = base.mark_bar(height=26, stroke="var(--chart-paper)", strokeWidth=2).encode(
        color=alt.Color(
            "answer:N",
            title=None,
            sort=present,
            scale=alt.Scale(domain=present, range=colours),
            legend=LEGEND,
        )
    )
    fits = alt.condition(alt.datum.offers >= ROOM * longest, alt.value(1), alt.value(0))
    labels = base.mark_text(align="right", dx=-6, fontWeight="bold", color="var(--chart-paper)").encode(
        text=alt.Text("offers:Q", format="d"), detail=alt.Detail("answer:N"), opacity=fits
    )
    return alt.layer(bars, labels).properties(width=WIDTH_BESIDE_WORDS, height=alt.Step(36))


def values(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """Declared value: a bar a year up to the least it can be, and a thinner one on to the most."""
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=_years(rows))
    sum_ = alt.X("low:Q", title="Pounds", axis=_axis("~s" if _most(rows) >= 10_000 else ",d", tickCount=5))
    domain = alt.Scale(domain=list(SPANS.values()), range=[PATTERN_COLOURS[0], PATTERN_COLOURS[1]])
    low = base.mark_bar(height=26).encode(
        x=sum_, color=alt.Color("span:N", title=None, scale=domain, legend=LEGEND, sort=list(SPANS.values()))
    )
    high = base.mark_bar(height=10).encode(x=alt.X("low:Q"), x2="high:Q", color=alt.Color("span:N", title=None))
    return alt.layer(
        low.transform_calculate(span=f"'{SPANS['low']}'"), high.transform_calculate(span=f"'{SPANS['high']}'")
    ).properties(width=WIDTH_BESIDE_WORDS, height=alt.Step(36))


def _years(rows: list[dict[str, Any]]) -> alt.Y:
    years = sorted({row["year"] for row in rows})
    axis = alt.Axis(ticks=False, domain=False, labelPadding=8)
    return alt.Y("year:O", title=None, sort=years, scale=alt.Scale(domain=years), axis=axis)


def _axis(format: str, **more: Any) -> alt.Axis:
    return alt.Axis(format=format, domain=False, ticks=False, **more)


def _most(rows: list[dict[str, Any]]) -> float:
    return max(float(row["high"]) for row in rows)
