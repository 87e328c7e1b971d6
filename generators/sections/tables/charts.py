"""The charts of this section. Each takes rows and draws them; nothing is worked out here.

What a bar stands for is written above it, in full: beside it, a long name would be cut or leave no room on a phone.
"""

from typing import Any

import altair as alt

from generators.chart_parts import LETTER, in_lines
from generators.figure import PATTERN_COLOURS, WIDTH

LINE = 22
"""Pixels from one line to the next, be it words or a bar."""


def bars(rows: list[dict[str, Any]]) -> alt.LayerChart | alt.FacetChart:
    """A bar for each number with its number at its end, those of one row of the table together beneath its name."""
    labels, groups = (list(dict.fromkeys(row[name] for row in rows)) for name in ("row", "column"))
    several = len(groups) > 1
    heads: list[dict[str, Any]] = []
    drawn: list[dict[str, Any]] = []
    for label in labels:
        heads += [{"line": len(heads) + len(drawn) + at, "words": line} for at, line in enumerate(in_lines(label))]
        for row in (row for row in rows if row["row"] == label):
            words = f"{row['printed']} {row['column']}" if several else row["printed"]
            drawn.append({**row, "line": len(heads) + len(drawn), "words": words})
    base = alt.Chart(alt.InlineData(values=drawn)).encode(
        y=alt.Y("line:O", axis=None),
        x=alt.X("number:Q", title=None, axis=None, scale=alt.Scale(domain=[0, _reach(drawn)])),
    )
    colours = alt.Scale(domain=groups, range=list(PATTERN_COLOURS[: len(groups)]))
    marks = base.mark_bar(height=LINE - 4).encode(color=alt.Color("column:N", scale=colours, legend=None))
    numbers = base.mark_text(align="left", dx=4).encode(text="words:N")
    named = alt.Chart(alt.InlineData(values=heads)).encode(y=alt.Y("line:O", axis=None))
    names = named.mark_text(align="left", dy=3, fontWeight="bold").encode(x=alt.value(0), text="words:N")
    return alt.layer(marks, numbers, names).properties(width=WIDTH, height=alt.Step(LINE))


def _reach(drawn: list[dict[str, Any]]) -> float:
    """Where the scale ends: as far beyond the longest bar as the longest words need."""
    most = max((float(row["number"]) for row in drawn), default=0)
    room = min(LETTER * max((len(row["words"]) for row in drawn), default=0), WIDTH / 2)
    return most * WIDTH / (WIDTH - room) or 1
