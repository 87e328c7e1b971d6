"""The only code that renders charts: a figure is a chart, its words, the same numbers as a table, and as files.

The chart is a static SVG with a title and a description; no script draws it in the browser.
"""

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from importlib import import_module
from typing import Any

FONT = 'Arial, "Liberation Sans", Helvetica, sans-serif'
PATTERN_COLOURS = ("var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)")
"""Colours by custom property, so that one SVG serves the light page, the dark one and paper."""
OPTIONS: dict[str, Any] = {
    "vl_version": "6.4",
    "allowed_base_urls": [],
    "format_locale": "en-GB",
    "time_format_locale": "en-GB",
}


@dataclass(frozen=True)
class Column:
    """One column of a figure's numbers."""

    name: str
    """In the CSV file and the chart's data."""
    title: str
    """In the table."""
    number: bool = False


@dataclass(frozen=True)
class Figure:
    """Everything a figure shows. The same rows make the chart, the table and the CSV file."""

    name: str
    """The end of its address: `attendance`."""
    chart: str
    """The section, module and function that draws it: `meetings.charts.attendance`."""
    title: str
    """What it shows, as a headline."""
    subtitle: str
    """Measure, place and period."""
    description: str
    """A text alternative with the real numbers."""
    columns: Sequence[Column]
    rows: Sequence[Sequence[str | int | float | None]]
    shown: Sequence[Sequence[str | int | float | None]]
    """The rows as the table words them, dates as people read them."""


def to_csv(figure: Figure) -> bytes:
    """The rows as CSV: UTF-8 without a mark, one header row, lines that end in CR LF (RFC 4180)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in figure.columns])
    writer.writerows([[_as_data(cell) for cell in row] for row in figure.rows])
    return text.getvalue().encode()


def to_spec(figure: Figure) -> bytes:
    """The Vega-Lite specification, for re-use."""
    return (json.dumps(_spec(figure), indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def to_svg(figure: Figure, ident: str) -> str:
    """The chart as SVG that is one image with a title and a description.

    `ident` is unique on the site; the ids inside are made from it, so that they are stable and never meet.
    """
    import vl_convert

    text: str = vl_convert.vegalite_to_svg(_spec(figure), **OPTIONS)
    text = re.sub(r' (?:role|aria-label|aria-roledescription|aria-hidden)="[^"]*"', "", text)
    prefix = "c" + sha256(ident.encode()).hexdigest()[:10]
    new: dict[str, str] = {}
    for old in re.findall(r'\bid="((?:clip|gradient_?)\d+)"', text):
        new.setdefault(old, f"{prefix}-{len(new) + 1}")
    text = re.sub(
        r'(\bid="|url\(#)((?:clip|gradient_?)\d+)\b', lambda found: found[1] + new.get(found[2], found[2]), text
    )
    head, body = text.split(">", 1)
    head = head.replace("<svg ", f'<svg role="img" aria-labelledby="{prefix}-t {prefix}-d" ', 1)
    title, description = escape(figure.title), escape(figure.description)
    return f'{head}><title id="{prefix}-t">{title}</title><desc id="{prefix}-d">{description}</desc>{body}'


def _spec(figure: Figure) -> dict[str, Any]:
    """The checked specification, without a background and with the site's fonts and colours."""
    section, module, function = figure.chart.split(".")
    draw = getattr(import_module(f"generators.sections.{section}.{module}"), function)
    rows = [dict(zip((column.name for column in figure.columns), row, strict=True)) for row in figure.rows]
    chart = draw(rows).properties(background="transparent", description=figure.description)
    axis = {
        "labelColor": "currentColor", "titleColor": "currentColor", "domainColor": "currentColor",
        "tickColor": "currentColor", "gridColor": "var(--chart-grid)", "labelFontSize": 13, "titleFontSize": 13,
        "titleFontWeight": "normal",
    }  # fmt: skip
    legend = {"labelColor": "currentColor", "titleColor": "currentColor", "labelFontSize": 13, "symbolSize": 160}
    chart = chart.configure(aria=False, font=FONT, axis=axis, legend=legend).configure_view(stroke=None)
    spec: dict[str, Any] = chart.to_dict()
    return spec


def _as_data(cell: str | int | float | None) -> str | int | float | None:
    """A cell that a spreadsheet would take for a formula, as text."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
