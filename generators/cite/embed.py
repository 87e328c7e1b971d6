"""A chart for other people's pages: as a picture with colours of its own, and alone on a small page without scripts.

All such pages stand under one address, so that a host can let them be framed, and nothing else.
"""

import re
from collections.abc import Iterator
from functools import partial
from html import escape
from urllib.parse import quote

from generators import figure
from generators.figure import Figure
from generators.follow.files import Made
from generators.follow.publisher import Publisher
from generators.link import relative, to_chart
from generators.page import Later, Page, made
from generators.policy import ALONE

SHEET = "assets/stylesheets/embed.css"
INK, PAPER = "#1b2427", "#ffffff"
COLOURS = {
    "--chart-1": "#052c3a",
    "--chart-2": "#b1612a",
    "--chart-3": "#3a1033",
    "--chart-4": "#5d7f31",
    "--chart-grid": "#d3dadc",
    "--chart-paper": PAPER,
}
"""By day, as the style sheet has them."""
OURS = re.compile(r'(?<==")(?:currentColor|var\((--[a-z0-9-]+)\))(?=")')
"""A colour that the page around a chart gives it, where it is the whole value of an attribute."""
TAG = re.compile(r"<[a-zA-Z][^>]*>")
SIZE = re.compile(r'<svg\b[^>]*? viewBox="0 0 ([\d.]+) ([\d.]+)"')


def files(page: Page, key: str, publisher: Publisher) -> Iterator[Made]:
    """The picture of every chart of a page, and the page of the chart alone. `key`: that of the page."""
    for shown in page.figures:
        yield Made(f"{page.address}{shown.name}.svg", f"{key}-svg", partial(_picture, page, shown))
        yield Made(
            to_chart(page.address, shown.name),
            f"{key}-{publisher.name}-{publisher.address}",
            partial(_alone, page, shown, publisher),
        )


def to_picture(shown: Figure, ident: str) -> str:
    """The chart with fixed colours on white."""
    svg = TAG.sub(lambda tag: OURS.sub(_fixed, tag[0]), figure.to_svg(shown, ident))
    width, height = size_of(svg)
    start = svg.index("</desc>") + len("</desc>")
    return f'{svg[:start]}<rect width="{width:g}" height="{height:g}" fill="{PAPER}"/>{svg[start:]}'


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a chart, which its renderer always says."""
    width, height = SIZE.findall(svg)[0]
    return float(width), float(height)


def to_page(shown: Figure, page: str, publisher: Publisher) -> str:
    """A page with the chart and nothing else but what it shows, who says so, and the way to the whole record."""
    here = to_chart(page, shown.name)
    source = f"{publisher.at(page, here)}#figure-{shown.name}"
    picture = quote(relative(here, f"{page}{shown.name}.svg"))
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{ALONE}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(shown.title)} - {escape(publisher.name)}</title>\n"
        '<meta name="robots" content="noindex">\n'
        f'<link rel="canonical" href="{escape(source)}">\n'
        f'<link rel="stylesheet" href="{escape(relative(here, SHEET))}">\n'
        "</head>\n<body>\n<main>\n"
        f"<h1>{escape(shown.title)}</h1>\n<p>{escape(shown.subtitle)}</p>\n"
        f'<img src="{escape(picture)}" alt="{escape(shown.description)}">\n'
        f"<p>{escape(publisher.name)}: "
        f'<a href="{escape(source)}" target="_top">the numbers and the whole page</a></p>\n'
        f"{_line(shown, publisher, here)}"
        "</main>\n</body>\n</html>\n"
    )


def _line(shown: Figure, publisher: Publisher, here: str) -> str:
    """The line that puts this page in another, ready to be taken; none where nobody knows its whole address."""
    if not publisher.address:
        return ""
    address = escape(publisher.at(quote(here)))
    line = f'<iframe src="{address}" title="{escape(shown.title)}" width="600" height="480" loading="lazy"></iframe>'
    told = f"<summary>Put this chart in another page</summary>\n<p><code>{escape(line)}</code></p>"
    return f"<details>\n{told}\n</details>\n"


def _picture(page: Page, shown: Figure | Later[Figure]) -> bytes:
    return to_picture(made(page, shown), page.address + shown.name).encode()


def _alone(page: Page, shown: Figure | Later[Figure], publisher: Publisher) -> bytes:
    return to_page(made(page, shown), page.address, publisher).encode()


def _fixed(colour: re.Match[str]) -> str:
    return COLOURS[colour[1]] if colour[1] else INK
