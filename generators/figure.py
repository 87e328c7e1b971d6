"""The only code that renders charts: a figure is a chart, its words, the same numbers as a table, and as files.

The chart is a static SVG with a title and a description; no script draws it in the browser.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from html import escape
from importlib import import_module
from typing import Any

from generators.table import Cell, Column

FONT = 'Arial, "Liberation Sans", Helvetica, sans-serif'
PATTERN_COLOURS = ("var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)")
"""Colours by custom property, so that one SVG serves the light page, the dark one and paper."""
WIDTH = 350
"""Pixels for what is drawn, without the words beside it: so few that on a phone, where the picture shrinks with the
page, its words can still be read."""
WIDTH_BESIDE_WORDS = 275
"""The same where words stand beside what is drawn and make the picture wider."""
WORDS = 14
"""Pixels: the height of all words in a chart that does not say otherwise."""
OPTIONS: dict[str, Any] = {
    "vl_version": "6.4",
    "allowed_base_urls": [],
    "format_locale": "en-GB",
    "time_format_locale": "en-GB",
}


LABELS = re.compile(r' (?:role|aria-label|aria-roledescription|aria-hidden)="[^"]*"')
IDS = re.compile(r'(\bid="|url\(#)((?:clip|gradient_?)\d+)\b')
"""The ids that the renderer counts up from 1 in every process, where they are given and where they are used."""


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
    rows: Sequence[Sequence[Cell]]
    shown: Sequence[Sequence[Cell]]
    """The rows as the table words them, dates as people read them."""


def to_spec(figure: Figure) -> bytes:
    """The Vega-Lite specification, for re-use."""
    return (json.dumps(_spec(figure), indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


@lru_cache(maxsize=8)
def to_svg(figure: Figure, ident: str) -> str:
    """The chart as SVG that is one image with a title and a description.

    `ident` is unique on the site; the ids inside are made from it, so that they are stable and never meet.
    A page shows it, and files beside the page hold it: each is made right after the other.
    """
    import vl_convert

    text: str = vl_convert.vegalite_to_svg(_spec(figure), **OPTIONS)
    prefix = "c" + sha256(ident.encode()).hexdigest()[:10]
    new: dict[str, str] = {}

    def repaired(tag: re.Match[str]) -> str:
        """A tag without the names of its parts, its id made ours. What stands between the tags is text, and stays."""
        bare = LABELS.sub("", tag[0])
        return IDS.sub(lambda found: f"{found[1]}{new.setdefault(found[2], f'{prefix}-{len(new) + 1}')}", bare)

    text = re.sub(r"<[a-zA-Z][^>]*>", repaired, text)
    head, body = text.split(">", 1)
    head = head.replace("<svg ", f'<svg role="img" aria-labelledby="{prefix}-t {prefix}-d" ', 1)
    title, description = escape(figure.title), escape(figure.description)
    return f'{head}><title id="{prefix}-t">{title}</title><desc id="{prefix}-d">{description}</desc>{body}'


def to_png(svg: str, scale: float = 1) -> bytes:
    """A picture of a plain SVG, for those who show no SVG."""
    import vl_convert

    png: bytes = vl_convert.svg_to_png(svg, scale=scale)
    return png


@lru_cache(maxsize=8)
def _spec(figure: Figure) -> dict[str, Any]:
    """The specification, without a background and with the site's fonts and colours.

    It is not compared with the form that Vega-Lite states for them, which would take longer than to make it and to
    draw it: our tests do that with every kind of chart.
    """
    from altair.utils.schemapi import debug_mode

    section, module, function = figure.chart.split(".")
    draw = getattr(import_module(f"generators.sections.{section}.{module}"), function)
    rows = [dict(zip((column.name for column in figure.columns), row, strict=True)) for row in figure.rows]
    axis = {
        "labelColor": "currentColor", "titleColor": "currentColor", "domainColor": "currentColor",
        "tickColor": "currentColor", "gridColor": "var(--chart-grid)", "labelFontSize": WORDS,
        "titleFontSize": WORDS, "titleFontWeight": "normal",
    }  # fmt: skip
    legend = {"labelColor": "currentColor", "titleColor": "currentColor", "labelFontSize": WORDS, "symbolSize": 160}
    text = {"fontSize": WORDS, "color": "currentColor"}
    with debug_mode(arg=False):
        spec: dict[str, Any] = draw(rows).to_dict(validate=False)
    # Said of the finished specification: a chart would copy all its layers for every word about it.
    config = spec.pop("config")
    view = {**config.pop("view"), "stroke": None}
    ours = {"aria": False, "font": FONT, "axis": axis, "legend": legend, "text": text, "view": view}
    return {**spec, "background": "transparent", "description": figure.description, "config": {**config, **ours}}
